package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableSet;

import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Settings;
import dev.codepurger.spec.Rule;

/**
 * How an oracle looks.
 *
 * @param effects it is shown the effect channel
 * @param stateBound how many states it holds at once before it says inconclusive
 * @param relaxed rules that need not be obeyed
 * @param gaps what it is not shown
 */
public record OracleOptions(boolean effects, int stateBound, ImmutableSet<Rule> relaxed, Gaps gaps) {

    /** All rules obeyed, black box, 200,000 states. */
    public static final OracleOptions DEFAULT = new OracleOptions(false, 200_000, ImmutableSet.of(), Gaps.NONE);

    /** The same with or without the effect channel. */
    public OracleOptions withEffects(boolean seen) {
        return new OracleOptions(seen, stateBound, relaxed, gaps);
    }

    /** The same with another bound. */
    public OracleOptions withStateBound(int states) {
        return new OracleOptions(effects, states, relaxed, gaps);
    }

    /** The same with these rules relaxed, and no others. */
    public OracleOptions relaxing(ImmutableSet<Rule> rules) {
        return new OracleOptions(effects, stateBound, rules, gaps);
    }

    /** The same for somebody who is not shown this. */
    public OracleOptions missing(Gaps now) {
        return new OracleOptions(effects, stateBound, relaxed, now);
    }

    /** The world that is looked at. */
    Settings settings(Profile profile) {
        return new Settings(profile, effects, relaxed).missing(gaps);
    }
}
