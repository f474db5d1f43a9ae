package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Settings;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the rule that a trace violates: the one whose relaxation would allow it. */
public final class Blame {

    /** A relaxed rule that needs more states than this to explain a trace is not named. */
    private static final int STATES_PER_RULE = 40_000;

    private Blame() {}

    /**
     * The rules of which each alone, relaxed, accepts {@code trace}; empty if there is none.
     *
     * @param trace a trace that violates {@code profile}; the shorter, the fewer rules are named
     */
    public static ImmutableSortedSet<Rule> of(List<Label> trace, Profile profile, OracleOptions options) {
        ImmutableSortedSet.Builder<Rule> blamed = ImmutableSortedSet.naturalOrder();
        OracleOptions bounded = options.withStateBound(Math.min(options.stateBound(), STATES_PER_RULE));
        for (Rule rule : decisive(trace, profile, bounded)) {
            PurgeOracle relaxed = PurgeOracle.of(profile, bounded.relaxing(ImmutableSet.of(rule)));
            if (relaxed.observeAll(trace).verdict() == Verdict.CONFORMS) {
                blamed.add(rule);
            }
        }
        return blamed.build();
    }

    /** The rules by which anything was decided on the way: a rule that was not asked cannot have made the difference. */
    private static Set<Rule> decisive(List<Label> trace, Profile profile, OracleOptions options) {
        Set<Rule> decisive = EnumSet.noneOf(Rule.class);
        PurgeOracle.of(new Settings(profile, options.effects(), ImmutableSet.of(), decisive::add), options).observeAll(trace);
        return decisive;
    }
}
