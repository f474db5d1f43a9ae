package dev.codepurger.cli.check;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.trace.HistoryRejection;
import dev.codepurger.conformance.trace.Rejection;
import dev.codepurger.model.world.Awaited;
import java.util.Optional;

/**
 * What came of one trace.
 *
 * @param name the file as it was given on the command line
 * @param verdict {@code USAGE} where it is no trace
 * @param events how many were legal
 * @param skipped how many came before the first of which anything can be said
 * @param line where the first event stands that is not legal or cannot be read; 0 where it is the trace as a whole
 * @param column the same; 0 where it is the line as a whole
 * @param message what is wrong, or why nothing can be said, in a clause; empty where it conforms
 * @param rejection why it is not legal, where that could be looked into
 * @param history the same of a history
 * @param awaited where it conforms and ends with a purger that waits: for what
 */
public record CheckedTrace(String name, Verdict verdict, long events, long skipped, long line, int column, String message,
        Optional<Rejection> rejection, Optional<HistoryRejection> history, ImmutableSet<Awaited> awaited) {

    static CheckedTrace conforms(String name, long events, ImmutableSet<Awaited> awaited) {
        return new CheckedTrace(name, Verdict.CONFORMS, events, 0, 0, 0, "", Optional.empty(), Optional.empty(), awaited);
    }

    static CheckedTrace wrong(String name, long events, long line, int column, String message) {
        return new CheckedTrace(name, Verdict.USAGE, events, 0, line, column, message, Optional.empty(), Optional.empty(),
                ImmutableSet.of());
    }

    static CheckedTrace violated(String name, long events, long line, String message) {
        return new CheckedTrace(name, Verdict.VIOLATED, events, 0, line, 0, message, Optional.empty(), Optional.empty(), ImmutableSet.of());
    }

    static CheckedTrace inconclusive(String name, long events, long line, String message) {
        return new CheckedTrace(name, Verdict.INCONCLUSIVE, events, 0, line, 0, message, Optional.empty(), Optional.empty(),
                ImmutableSet.of());
    }

    /** The same, explained as far as that could be. */
    CheckedTrace because(Optional<Rejection> why) {
        return new CheckedTrace(name, verdict, events, skipped, line, column, message, why, history, awaited);
    }

    /** The same of a history. */
    CheckedTrace because(HistoryRejection why) {
        return new CheckedTrace(name, verdict, events, skipped, line, column, message, rejection, Optional.of(why), awaited);
    }

    /** The same, where so many came before. */
    CheckedTrace skipping(long before) {
        return new CheckedTrace(name, verdict, events, before, line, column, message, rejection, history, awaited);
    }

    /** The place in the form that editors know, as far as there is one. */
    String place() {
        return name + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
    }
}
