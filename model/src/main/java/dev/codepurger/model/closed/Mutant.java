package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.spec.Rule;

/**
 * A purger that need not obey one rule, and what the claims say of it in some worlds. It may do whatever the right one does, and more.
 *
 * @param relaxed the rule
 * @param complete was every state of every world looked at, or was there a bound
 * @param differs does it do something in some world that the right purger does not
 * @param broken the claims that it breaks and the right purger does not, each with the first world in which it does
 */
public record Mutant(Rule relaxed, boolean complete, boolean differs, ImmutableMap<String, String> broken) {

    /** What is known of it. */
    public enum Fate {
        /** It breaks a claim. */
        CAUGHT,
        /** It does what the right purger does not, and breaks no claim. */
        UNSEEN,
        /** It does what the right purger does: no world has an occasion for more. */
        SAME,
        /** It breaks no claim as far as was looked. */
        UNKNOWN
    }

    /** What is known of it. */
    public Fate fate() {
        if (!broken.isEmpty()) {
            return Fate.CAUGHT;
        }
        if (!complete) {
            return Fate.UNKNOWN;
        }
        return differs ? Fate.UNSEEN : Fate.SAME;
    }
}
