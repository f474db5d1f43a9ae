package dev.codepurger.conformance.trace;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.model.oracle.HistoryVerdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;

/**
 * A history that no order explains, and all that is to be said about it.
 *
 * @param verdict the shortest prefix of it that no order explains, and what is wrong there
 * @param blamed the rules of which each alone would explain it
 */
public record HistoryRejection(HistoryVerdict verdict, ImmutableSet<Rule> blamed) {

    /** Looks into a history that is violated. */
    public static HistoryRejection of(HistoryVerdict violated, Profile profile, boolean effects, Judges judges) {
        return new HistoryRejection(violated, judges.blame(violated.history(), profile, effects));
    }
}
