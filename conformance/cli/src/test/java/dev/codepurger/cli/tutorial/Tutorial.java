package dev.codepurger.cli.tutorial;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page tells its reader to do. A file is a fence after {@code <!-- NAME: whole -->} or {@code <!-- NAME: change -->}; a command is an
 * indented line that begins with {@code ./codepurger}; what it prints is the next fence without a language. Before a command may stand {@code
 * <!-- exit N -->}, or {@code <!-- numbers vary -->}, which the reader of the page does not see.
 */
record Tutorial(List<Action> actions) {
    private static final Pattern FILE = Pattern.compile("<!-- (\\S+): (whole|change) -->");
    private static final Pattern EXIT = Pattern.compile("<!-- exit ([0-9]) -->");
    private static final String VARY = "<!-- numbers vary -->";
    private static final String COMMAND = "    ./codepurger ";
    private static final String FENCE = "```";

    /** One thing to do. */
    sealed interface Action {
    }

    /** Writes a file, or puts some functions of it in the place of others. */
    record Edit(String file, boolean whole, String text) implements Action {
    }

    /** Runs a command, which prints this, if it is said, perhaps with other numbers. */
    record Command(int line, List<String> arguments, int exit, boolean vary, Optional<String> prints) implements Action {
    }

    static Tutorial read(String page) {
        return new Tutorial(new Reader(page.lines().toList()).all());
    }

    /** Reads line by line. */
    private static final class Reader {
        private final List<String> lines;
        private final List<Action> actions = new ArrayList<>();
        private int at;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        List<Action> all() {
            int exit = 0;
            boolean vary = false;
            for (at = 0; at < lines.size(); at++) {
                String line = lines.get(at);
                Matcher file = FILE.matcher(line);
                Matcher code = EXIT.matcher(line);
                if (file.matches()) {
                    at++;
                    actions.add(new Edit(file.group(1), file.group(2).equals("whole"), fence()));
                } else if (code.matches()) {
                    exit = Integer.parseInt(code.group(1));
                } else if (line.equals(VARY)) {
                    vary = true;
                } else if (line.startsWith(COMMAND)) {
                    actions.add(new Command(at + 1, words(line.substring(COMMAND.length())), exit, vary, prints()));
                    exit = 0;
                    vary = false;
                } else if (line.startsWith(FENCE)) {
                    fence();
                }
            }
            return actions;
        }

        /** What stands in the fence that begins here; goes to its end. */
        private String fence() {
            if (!lines.get(at).startsWith(FENCE)) {
                throw new IllegalArgumentException("line " + (at + 1) + ": a fence was expected, not " + lines.get(at));
            }
            StringBuilder text = new StringBuilder();
            for (at++; !lines.get(at).equals(FENCE); at++) {
                text.append(lines.get(at)).append('\n');
            }
            return text.toString();
        }

        /** The fence after a command, if there is one before anything but text. */
        private Optional<String> prints() {
            for (int next = at + 1; next < lines.size(); next++) {
                String line = lines.get(next);
                if (line.equals(FENCE)) {
                    at = next;
                    return Optional.of(fence());
                }
                if (line.startsWith("#") || line.startsWith("<!--") || line.startsWith(COMMAND) || line.startsWith(FENCE)) {
                    break;
                }
            }
            return Optional.empty();
        }

        private static List<String> words(String command) {
            List<String> words = new ArrayList<>();
            Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
            while (word.find()) {
                words.add(word.group(1) == null ? word.group(2) : word.group(1));
            }
            return words;
        }
    }

    /**
     * Does a program print this?
     *
     * @param shown where {@code [...]} is left out, whole lines or a part of one
     * @param vary whether numbers may be others
     */
    static boolean shows(String shown, String printed, boolean vary) {
        StringBuilder pattern = new StringBuilder();
        for (String line : masked(shown, vary).lines().toList()) {
            if (line.equals("[...]")) {
                pattern.append("(?:.*\\n)*?");
            } else {
                pattern.append(Splitter.on("[...]").splitToStream(line).map(Pattern::quote).collect(Collectors.joining(".*")));
                pattern.append("\\n");
            }
        }
        return Pattern.matches(pattern.toString(), masked(printed, vary) + "\n");
    }

    private static String masked(String text, boolean vary) {
        return vary ? text.strip().replaceAll("[0-9]+", "N") : text.strip();
    }
}
