package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Aliases;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Recycled;
import dev.codepurger.model.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What oracles of one profile have found out, for all that come after them: a deterministic automaton, made as far as traces have come, whose states are
 * sets of worlds and whose labels are those of traces, with the names of what is gone used again. So whoever does the same again is judged by looking it
 * up. Bounded: when it holds too much it begins anew. Thread-safe.
 */
public final class Memory {

    /** About how much it holds, in processes and messages of worlds; some hundred megabytes at most. */
    private static final long MOST = 4_000_000;
    /** An oracle that knows of more processes, modules and funs than this goes on without a memory. */
    private static final int LARGEST = 300;
    /** Sets of more worlds than this are not remembered, since they will hardly come again. */
    private static final int MOST_WORLDS = 2_000;

    private final PurgeWorld world;
    private final OracleOptions options;
    private final ConcurrentHashMap<Set<World>, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final long most;

    /**
     * A memory in which nothing is.
     *
     * @throws IllegalArgumentException for options with the effect channel, whose effects show names in ways of their own, or with relaxed rules
     */
    public Memory(Profile profile, OracleOptions options) {
        this(profile, options, MOST);
    }

    Memory(Profile profile, OracleOptions options, long most) {
        if (!serves(options)) {
            throw new IllegalArgumentException("nothing is remembered with effects or relaxed rules");
        }
        this.most = most;
        this.options = options;
        world = new PurgeWorld(options.settings(profile));
    }

    /** Can what is judged with these options be remembered? */
    public static boolean serves(OracleOptions options) {
        return !options.effects() && options.relaxed().isEmpty() && !options.gaps().middle();
    }

    PurgeWorld world() {
        return world;
    }

    OracleOptions options() {
        return options;
    }

    /** How much is held, in processes and messages of worlds. */
    long held() {
        return held.get();
    }

    Known initial() {
        return known(new StateSet<>(world, List.of(world.initial()), options.stateBound())).known;
    }

    private record Found(Known known, Recycled recycled) {}

    private Found known(StateSet<World, Label> states) {
        Recycled recycled = world.recycled(states.states());
        StateSet<World, Label> set = new StateSet<>(world, recycled.worlds(), options.stateBound());
        if (states.size() > MOST_WORLDS) {
            return new Found(new Known(set, recycled), recycled);
        }
        ImmutableSet<World> key = ImmutableSet.copyOf(recycled.worlds());
        Known there = known.get(key);
        if (there == null) {
            long all = held.addAndGet(key.stream().mapToLong(World::size).sum());
            if (all > most) {
                // Whoever is in the midst of it keeps what he has, and goes on to what is made now.
                known.clear();
                held.set(0);
            }
            Known made = new Known(set, recycled);
            Known other = known.putIfAbsent(key, made);
            there = other == null ? made : other;
        }
        return new Found(there, recycled);
    }

    /** A set of worlds, and where labels have led from it. */
    final class Known {
        private final StateSet<World, Label> states;
        private final Recycled recycled;
        private final boolean large;
        private final ConcurrentHashMap<Label, Step> steps = new ConcurrentHashMap<>();

        private Known(StateSet<World, Label> states, Recycled recycled) {
            this.states = states;
            this.recycled = recycled;
            large = recycled.processes().cardinality() > LARGEST || recycled.worlds().get(0).size() > LARGEST;
        }

        StateSet<World, Label> states() {
            return states;
        }

        Recycled recycled() {
            return recycled;
        }

        /** Is it so much that to go through all of it costs more than is won? */
        boolean isLarge() {
            return large;
        }

        Step step(Label label) {
            Step step = steps.get(label);
            return step == null ? find(label) : step;
        }

        private Step find(Label label) {
            Optional<StateSet<World, Label>> next = states.after(label);
            if (next.isEmpty()) {
                return new Step(Verdict.INCONCLUSIVE, null, null);
            }
            Step step = next.get().size() == 0 ? new Step(Verdict.VIOLATED, null, null) : step(known(next.get()));
            if (states.size() <= MOST_WORLDS) {
                steps.put(label, step);
                held.incrementAndGet();
            }
            return step;
        }

        private Step step(Found found) {
            return new Step(Verdict.CONFORMS, found.known, new Aliases.Change(recycled, found.recycled));
        }
    }

    /** Where a label leads. */
    record Step(Verdict verdict, @Nullable Known target, Aliases.@Nullable Change change) {}
}
