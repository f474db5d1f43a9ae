package dev.codepurger.conformance.exec;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.SubjectException;

/**
 * A command split into words by the quoting rules of a POSIX shell: apostrophes, quotes and backslashes. Nothing is expanded, and no shell is
 * started; whoever wants one says {@code exec:sh -c '…'}.
 */
final class Words {
    private final String command;
    private final ImmutableList.Builder<String> words = ImmutableList.builder();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private Words(String command) {
        this.command = command;
    }

    /**
     * The words, at least one.
     *
     * @throws SubjectException if there is none, a quote is not closed, or a backslash stands at the end
     */
    static ImmutableList<String> split(String command) throws SubjectException {
        if (command.indexOf('\0') >= 0) {
            throw new SubjectException("the command of exec: contains a null character");
        }
        ImmutableList<String> all = new Words(command).split();
        if (all.isEmpty() || all.get(0).isEmpty()) {
            throw new SubjectException("exec: wants a command, such as 'exec:python3 purger.py'");
        }
        return all;
    }

    private ImmutableList<String> split() throws SubjectException {
        while (at < command.length()) {
            char c = command.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> end();
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> add(next("a backslash at its end"));
                default -> add(c);
            }
        }
        end();
        return words.build();
    }

    private void quoted(char quote) throws SubjectException {
        inWord = true;
        while (true) {
            char c = next(quote == '"' ? "a quote that is not closed" : "an apostrophe that is not closed");
            if (c == quote) {
                return;
            }
            if (c == '\\' && quote == '"') {
                char escaped = next("a quote that is not closed");
                // Within quotes a backslash is an ordinary character unless it escapes one of these.
                if ("\"\\$`".indexOf(escaped) < 0) {
                    add('\\');
                }
                add(escaped);
            } else {
                add(c);
            }
        }
    }

    private char next(String problem) throws SubjectException {
        if (at >= command.length()) {
            throw new SubjectException("the command of exec: has " + problem);
        }
        return command.charAt(at++);
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
