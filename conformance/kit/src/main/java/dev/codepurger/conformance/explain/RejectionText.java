package dev.codepurger.conformance.explain;

import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.run.TraceLine;
import dev.codepurger.conformance.trace.HistoryRejection;
import dev.codepurger.conformance.trace.Rejection;
import dev.codepurger.model.oracle.HistoryVerdict;
import dev.codepurger.spec.RuleCatalogue;
import java.util.ArrayList;
import java.util.List;

/** Says why a trace is not legal, in lines that cannot disturb a terminal. */
public final class RejectionText {
    /** What a shell takes as one argument, with room for what else there is. */
    private static final int LONGEST = 100_000;

    private final Explanation explanation;
    private final String replay;

    /**
     * For the readers of one front end.
     *
     * @param rules where the text of the rules is taken from
     * @param replay what they put before a replay line in apostrophes; it ends with a blank, or as the line is to follow
     */
    public RejectionText(RuleCatalogue rules, String replay) {
        explanation = new Explanation(rules, replay);
        this.replay = replay;
    }

    /** All of it. */
    public List<String> of(Rejection rejection) {
        int events = rejection.failing().size();
        int fewer = rejection.shorter().size();
        List<String> lines = new ArrayList<>();
        lines.add("  Legal here would have been:");
        rejection.legal().forEach(one -> lines.add("    " + one));
        if (rejection.legal().isEmpty()) {
            lines.add("    nothing");
        }
        lines.add("");
        lines.add("  Until then the model could have been in "
                + (rejection.stateCount() == 1 ? "one state:"
                        : rejection.stateCount() + " states"
                                + (rejection.stateCount() > rejection.states().size() ? "; " + rejection.states().size() + " of them:"
                                        : ":")));
        Differences.of(rejection.states()).forEach(one -> lines.addAll(Explanation.wrapped(one, "    ", "      ")));
        lines.addAll(stuck(rejection));
        lines.add("");
        lines.add(fewer == events ? "  The trace (no shorter one fails in this way):"
                : "  A shorter trace that is not legal for the same reason, " + fewer + " of " + events + " events:");
        lines.addAll(Explanation.sequence(rejection.shorter(), true));
        lines.add("");
        if (rejection.blamed().isEmpty()) {
            lines.add("  No single rule explains it.");
        } else {
            lines.addAll(explanation.text(rejection.blamed()));
        }
        String line = new TraceLine(rejection.profile(), rejection.effects(), rejection.gaps(), rejection.shorter()).toString();
        lines.add("");
        if (line.length() > LONGEST) {
            lines.add("  The shorter trace is too long for a line that judges it again.");
        } else {
            lines.add("  To judge it again:");
            lines.add("    " + replay + "'" + line + "'");
        }
        return lines.stream().map(Printable::line).toList();
    }

    /** The same of a history. */
    public List<String> of(HistoryRejection rejection) {
        HistoryVerdict verdict = rejection.verdict();
        List<String> lines = new ArrayList<>();
        lines.add("  No order of the first " + verdict.history().size() + " events is legal:");
        lines.addAll(HistoryTable.lines(verdict.history(), true));
        lines.add("");
        lines.add("  The order that explains most cannot go on with");
        verdict.refused().forEach(event -> lines.add("    " + Notation.label(event.label())));
        lines.add("  Legal there would have been:");
        verdict.legal().stream().map(Notation::label).sorted().forEach(one -> lines.add("    " + one));
        if (verdict.legal().isEmpty()) {
            lines.add("    nothing");
        }
        lines.add("");
        lines.add("  Until then the model could have been in");
        Differences.of(verdict.states()).forEach(one -> lines.addAll(Explanation.wrapped(one, "    ", "      ")));
        lines.add("");
        if (rejection.blamed().isEmpty()) {
            lines.add("  No single rule explains it.");
        } else {
            lines.addAll(explanation.text(rejection.blamed()));
        }
        return lines.stream().map(Printable::line).toList();
    }

    private static List<String> stuck(Rejection rejection) {
        List<String> lines = new ArrayList<>();
        if (!rejection.awaited().isEmpty()) {
            lines.add("");
            lines.add("  The purger would go on if it received");
            AwaitedText.lines(rejection.awaited(), rejection.effects())
                    .forEach(one -> lines.addAll(Explanation.wrapped(one, "    ", "      ")));
        }
        return lines;
    }
}
