package dev.codepurger.conformance.explain;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import dev.codepurger.spec.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what went wrong in a case: the sequence as a table, what was legal instead, the rules with their text, and how to do it again. */
public final class Explanation {
    private static final int WIDTH = 110;

    private final RuleCatalogue rules;
    private final String replay;

    /**
     * For the readers of one front end.
     *
     * @param rules where the text of the rules is taken from
     * @param replay what they put before a replay line in apostrophes, to do it again; it ends with a blank, or as the line is to follow
     */
    public Explanation(RuleCatalogue rules, String replay) {
        this.rules = rules;
        this.replay = replay;
    }

    /** All of it, in lines; nothing in them can disturb a terminal. */
    public List<String> of(CaseResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(title(result));
        lines.add("  " + result.reason());
        result.attempt().ifPresent(attempt -> {
            lines.addAll(sequence(attempt));
            lines.addAll(instead(attempt));
        });
        lines.addAll(blamed(result));
        result.replay().ifPresent(line -> {
            lines.add("");
            lines.add(result.attempt().map(Attempt::repeatable).orElse(false) ? "  To do it again:"
                    : "  To try it again, perhaps several times, for the subject need not do the same twice:");
            lines.add("    " + replay + "'" + line + "'");
        });
        // Whatever a subject says stays within its line, so that it cannot pass for ours.
        return lines.stream().map(Printable::line).toList();
    }

    /** How a case went, with its id and title. */
    public static String title(CaseResult result) {
        return result.status() + " " + result.of().name() + ": " + result.of().title();
    }

    /** The steps as a table with what the harness did on the left and what it saw on the right. */
    public static List<String> sequence(Attempt attempt) {
        if (attempt.history().isPresent()) {
            return HistoryTable.lines(attempt.history().get(), attempt.ending() == Ending.VIOLATED);
        }
        return sequence(attempt.trace(), attempt.ending() == Ending.VIOLATED);
    }

    /** The same of a trace, of which the last label may be wrong. */
    static List<String> sequence(ImmutableList<Label> trace, boolean violated) {
        if (trace.isEmpty()) {
            return List.of();
        }
        Table table = new Table();
        table.row("    #", "the harness did", "the subject showed");
        for (int i = 0; i < trace.size(); i++) {
            boolean wrong = i == trace.size() - 1 && violated;
            String number = (wrong ? ">>> " : "    ") + (i + 1);
            String label = Notation.label(trace.get(i));
            if (trace.get(i) instanceof Label.Did) {
                table.row(number, label);
            } else {
                table.row(number, "", label);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(table.lines("  "));
        return lines;
    }

    private static List<String> instead(Attempt attempt) {
        List<String> lines = new ArrayList<>();
        if (attempt.ending() == Ending.VIOLATED) {
            lines.add("");
            lines.add("  Legal here would have been:");
            attempt.legal().forEach(one -> lines.add("    " + one));
            if (attempt.legal().isEmpty()) {
                lines.add("    nothing");
            }
            lines.add("");
            lines.add("  Until then the model could have been in:");
            attempt.states().forEach(one -> lines.addAll(wrapped(one, "    ", "      ")));
        }
        return lines;
    }

    private List<String> blamed(CaseResult result) {
        List<String> lines = new ArrayList<>();
        if (result.status() != CaseResult.Status.FAILED) {
            return lines;
        }
        lines.add("");
        if (result.blamed().isEmpty()) {
            List<String> about = result.of().rules().stream().map(Rule::id).toList();
            lines.add("  No single rule explains it" + (about.isEmpty() ? "." : "; the case is about " + String.join(", ", about) + "."));
            return lines;
        }
        lines.addAll(text(result.blamed()));
        return lines;
    }

    /** The rules that were broken, with their text. */
    List<String> text(Set<Rule> blamed) {
        List<String> lines = new ArrayList<>();
        lines.add(blamed.size() == 1 ? "  The rule:" : "  The rules, each of which alone would explain it:");
        for (Rule rule : blamed) {
            lines.add("    " + rule.id() + " (" + rule.level() + ") " + rule.title());
            rules.find(rule.id()).map(RuleText::normative)
                    .ifPresent(prose -> prose.plain().lines().forEach(line -> lines.addAll(wrapped(line, "      ", "      "))));
        }
        return lines;
    }

    static List<String> wrapped(String text, String first, String next) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        for (String word : Splitter.on(' ').split(text)) {
            if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(next);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
