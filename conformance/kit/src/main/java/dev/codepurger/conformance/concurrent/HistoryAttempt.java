package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.HistoryOracle;
import dev.codepurger.model.oracle.HistoryVerdict;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import java.util.Optional;

/** What a history amounts to as an attempt at a case. */
public final class HistoryAttempt {

    private HistoryAttempt() {
    }

    /**
     * The history judged. One that is violated is cut to its shortest prefix that is violated too.
     *
     * @param options how it is judged
     * @param repeatable whether the subject would do the same again
     */
    public static Attempt of(History history, Profile profile, OracleOptions options, boolean repeatable) {
        HistoryVerdict verdict = new HistoryOracle(profile, options).judge(history);
        return switch (verdict.verdict()) {
            case CONFORMS -> attempt(Ending.PASSED, "", verdict, repeatable);
            case VIOLATED -> attempt(Ending.VIOLATED, message(verdict), verdict, repeatable);
            case INCONCLUSIVE -> attempt(Ending.BOUND, "the oracle's bound was hit while it looked for an order of "
                    + verdict.history().size() + " events", verdict, repeatable);
        };
    }

    /** A part of a longer history that does not follow from what came before it. */
    public static Attempt notExplained(History part) {
        return unjudged(Ending.VIOLATED, "no order of these " + part.size() + " events follows from what came before them", part, false);
    }

    /** The history of an attempt that was given up. */
    static Attempt unjudged(Ending ending, String message, History history, boolean repeatable) {
        return new Attempt(ending, message, ImmutableList.of(), trace(history), ImmutableList.of(), ImmutableList.of(),
                Optional.of(history),
                repeatable);
    }

    private static String message(HistoryVerdict verdict) {
        String refused = String.join(" nor ", verdict.refused().stream().map(event -> Notation.label(event.label())).toList());
        return "no order of these " + verdict.history().size() + " events is legal; the best one cannot go on with " + refused;
    }

    private static Attempt attempt(Ending ending, String message, HistoryVerdict verdict, boolean repeatable) {
        ImmutableList<String> legal = verdict.legal().stream().map(Notation::label).sorted().collect(ImmutableList.toImmutableList());
        return new Attempt(ending, message, ImmutableList.of(), trace(verdict.history()), legal, verdict.states(),
                Optional.of(verdict.history()), repeatable);
    }

    private static ImmutableList<Label> trace(History history) {
        return history.events().stream().map(History.Event::label).collect(ImmutableList.toImmutableList());
    }
}
