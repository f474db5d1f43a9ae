package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Met;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.World;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rule that a trace violates: the one whose relaxation would allow it.
 *
 * <p>The trace is judged once with all rules obeyed, and what was decided by which rule on the way is remembered. A rule that decided
 * nothing cannot have made the difference. Each of the others is relaxed from a certain label on: first from the last one at which it
 * decided something, then from the last but one, then from further and further back. Most violations are explained by what
 * happened just before, and the later a rule is relaxed, the fewer states there are to look at. A step that does not depend on the relaxed
 * rule is not done again.
 *
 * <p>A rule is never named without an explanation that was found; one whose explanation is too far to seek is not named.
 */
public final class Blame {

    /** A relaxed rule that needs more states than this to take one label is not named. */
    private static final int STATES_PER_LABEL = 20_000;
    /** How many states may be looked at, if nobody says. */
    private static final int STATES = 20_000;
    /** What it costs to look at a new state; one that is remembered costs 1. */
    private static final int NEW = 50;
    /** The part of all that may be spent on one rule from one label on. */
    private static final int TRIES = 4;
    /** The part of what may be spent on those suspected first that may be spent on the others. */
    private static final int OTHERS = 10;

    private final List<Label> trace;
    private final Profile profile;
    private final boolean effects;
    private final Gaps gaps;
    /** What need not be obeyed anyway. */
    private final ImmutableSet<Rule> allowed;
    private final int bound;
    private final Map<World, Remembered> internal = new HashMap<>();
    private final List<Map<World, Remembered>> after = new ArrayList<>();
    /** With all rules obeyed: the states before each label, and what was decided by taking it. */
    private final List<StateSet<World, Label>> obedient = new ArrayList<>();
    private final List<Set<Rule>> deciding = new ArrayList<>();
    private long cost;

    /** Where a state leads, and the rules by which that was decided. */
    private record Remembered(List<World> next, Set<Rule> asked) {}

    /** A rule, and the labels at which it decided something. */
    private record Suspect(Rule rule, List<Integer> decided) {}

    private Blame(List<Label> trace, Profile profile, OracleOptions options) {
        this.trace = options.gaps().middle() ? Met.announced(trace) : trace;
        this.profile = profile;
        effects = options.effects();
        gaps = options.gaps();
        allowed = options.relaxed();
        bound = options.stateBound();
        obey();
    }

    /**
     * The rules of which each alone, relaxed with those that {@code options} relax, accepts {@code trace}; empty if there is none.
     *
     * @param trace a trace that violates {@code profile}; the shorter, the fewer rules are named
     */
    public static ImmutableSortedSet<Rule> of(List<Label> trace, Profile profile, OracleOptions options) {
        return among(EnumSet.allOf(Rule.class), Set.of(), STATES, trace, profile, options);
    }

    /**
     * As {@link #of}, for some rules only.
     *
     * @param first rules that are looked into; the fewer, the farther
     * @param then rules that are looked into after these, and briefly
     * @param states how many states may be looked at, about, beyond those that are there with all rules obeyed
     */
    public static ImmutableSortedSet<Rule> among(Set<Rule> first, Set<Rule> then, int states, List<Label> trace, Profile profile,
            OracleOptions options) {
        Blame blame = new Blame(trace, profile, options);
        long cost = (long) states * NEW;
        return ImmutableSortedSet.<Rule>naturalOrder().addAll(blame.among(first, cost)).addAll(blame.among(then, cost / OTHERS)).build();
    }

    private void obey() {
        Steps steps = new Steps(null);
        StateSet<World, Label> set = new StateSet<>(steps, List.of(steps.initial()), bound);
        for (int i = 0; i < trace.size() && set.size() > 0; i++) {
            after.add(new HashMap<>());
            obedient.add(set);
            steps.label = i;
            steps.asked.clear();
            Optional<StateSet<World, Label>> next = set.after(trace.get(i));
            deciding.add(EnumSet.copyOf(steps.asked));
            if (next.isEmpty()) {
                return;
            }
            set = next.get();
        }
    }

    private Set<Rule> among(Set<Rule> rules, long total) {
        Set<Rule> blamed = EnumSet.noneOf(Rule.class);
        List<Suspect> left = suspects(rules);
        cost = 0;
        long perTry = total / Math.max(1, Math.min(TRIES, left.size()));
        for (int decisions = 1; !left.isEmpty() && cost < total; decisions *= 2) {
            for (Iterator<Suspect> each = left.iterator(); each.hasNext() && cost < total;) {
                Suspect suspect = each.next();
                long limit = cost + perTry;
                boolean accepts = accepts(suspect, decisions, limit);
                if (accepts) {
                    blamed.add(suspect.rule());
                }
                if (accepts || cost > limit || decisions >= suspect.decided().size()) {
                    each.remove();
                }
            }
        }
        return blamed;
    }

    private List<Suspect> suspects(Set<Rule> rules) {
        List<Suspect> all = new ArrayList<>();
        for (Rule rule : rules) {
            List<Integer> decided = new ArrayList<>();
            for (int i = 0; i < deciding.size(); i++) {
                if (deciding.get(i).contains(rule)) {
                    decided.add(i);
                }
            }
            if (!decided.isEmpty()) {
                all.add(new Suspect(rule, decided));
            }
        }
        return all;
    }

    /** Is the trace legal with this rule relaxed from so many of its decisions before the end on? With half as many it was not. */
    private boolean accepts(Suspect suspect, int decisions, long limit) {
        Steps steps = new Steps(suspect.rule());
        List<Integer> decided = suspect.decided();
        int first = decided.get(Math.max(0, decided.size() - decisions));
        int tried = decisions == 1 ? trace.size() : decided.get(decided.size() - decisions / 2);
        // Null as long as nothing is different from what it is with all rules obeyed.
        @Nullable StateSet<World, Label> set = null;
        for (int i = first; i < trace.size(); i++) {
            if (set == null) {
                if (i >= tried) {
                    return false;
                }
                if (!deciding.get(i).contains(suspect.rule())) {
                    continue;
                }
                set = new StateSet<>(steps, obedient.get(i).states(), Math.min(bound, STATES_PER_LABEL));
            }
            steps.label = i;
            Optional<StateSet<World, Label>> next = set.after(trace.get(i));
            if (next.isEmpty() || next.get().size() == 0 || cost > limit) {
                return false;
            }
            boolean same = i + 1 < obedient.size() && next.get().equalStates(obedient.get(i + 1));
            set = same ? null : next.get();
        }
        return set != null;
    }

    /** The world with one rule relaxed, or none. */
    private final class Steps implements OpenSystem<World, Label> {
        private final @Nullable Rule relaxed;
        private final PurgeWorld world;
        /** Everything that was decided by since this was last cleared. */
        private final Set<Rule> asked = EnumSet.noneOf(Rule.class);
        private final Set<Rule> askedNow = EnumSet.noneOf(Rule.class);
        private int label;

        Steps(@Nullable Rule relaxed) {
            this.relaxed = relaxed;
            ImmutableSet<Rule> all = relaxed == null ? allowed : Sets.union(allowed, Set.of(relaxed)).immutableCopy();
            world = new PurgeWorld(new Settings(profile, effects, all, askedNow::add).missing(gaps));
        }

        private List<World> remembered(@Nullable Map<World, Remembered> memory, World state, Supplier<List<World>> step) {
            Remembered known = memory == null ? null : memory.get(state);
            if (known != null && (relaxed == null || !known.asked().contains(relaxed))) {
                cost++;
                asked.addAll(known.asked());
                return known.next();
            }
            cost += NEW;
            askedNow.clear();
            List<World> next = step.get();
            if (relaxed == null && memory != null) {
                memory.put(state, new Remembered(next, EnumSet.copyOf(askedNow)));
            }
            asked.addAll(askedNow);
            return next;
        }

        @Override
        public World initial() {
            return world.initial();
        }

        @Override
        public List<World> internal(World state) {
            return remembered(internal, state, () -> world.internal(state));
        }

        @Override
        public List<World> after(World state, Label taken) {
            return remembered(label < after.size() ? after.get(label) : null, state, () -> world.after(state, taken));
        }

        @Override
        public List<Label> outputs(World state) {
            return world.outputs(state);
        }

        @Override
        public boolean persistent(World state, Label shown) {
            return world.persistent(state, shown);
        }

        @Override
        public boolean unnoticed(Label taken) {
            return world.unnoticed(taken);
        }
    }
}
