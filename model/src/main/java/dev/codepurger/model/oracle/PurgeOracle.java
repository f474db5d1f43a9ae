package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Awaited;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Outcome;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.World;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges a trace while it is made: after each label, can the model have shown that? Immutable, so that a point in a trace can be
 * kept and gone on from in several ways.
 */
public final class PurgeOracle {

    private final PurgeWorld world;
    private final OracleOptions options;
    private final StateSet<World, Label> possible;
    private final Verdict verdict;

    private PurgeOracle(PurgeWorld world, OracleOptions options, StateSet<World, Label> possible, Verdict verdict) {
        this.world = world;
        this.options = options;
        this.possible = possible;
        this.verdict = verdict;
    }

    /** An oracle that has seen nothing yet. */
    public static PurgeOracle of(Profile profile, OracleOptions options) {
        return of(new Settings(profile, options.effects(), options.relaxed()), options);
    }

    /** An oracle that has seen nothing yet, and says by which rules it decides. */
    static PurgeOracle of(Settings settings, OracleOptions options) {
        PurgeWorld world = new PurgeWorld(settings);
        return new PurgeOracle(world, options, new StateSet<>(world, List.of(world.initial()), options.stateBound()), Verdict.CONFORMS);
    }

    /** The oracle after one more label. A verdict other than {@link Verdict#CONFORMS} is final. */
    public PurgeOracle observe(Label label) {
        if (verdict != Verdict.CONFORMS) {
            return this;
        }
        return possible.after(label)
                .map(next -> new PurgeOracle(world, options, next, next.size() == 0 ? Verdict.VIOLATED : Verdict.CONFORMS))
                .orElseGet(() -> new PurgeOracle(world, options, possible, Verdict.INCONCLUSIVE));
    }

    /** The oracle after these labels. */
    public PurgeOracle observeAll(Iterable<? extends Label> labels) {
        PurgeOracle oracle = this;
        for (Label label : labels) {
            oracle = oracle.observe(label);
        }
        return oracle;
    }

    /** What is to be said of the trace so far. */
    public Verdict verdict() {
        return verdict;
    }

    /** The observations that would be legal next; empty after a violation, and where there are more states than the bound. */
    public Set<Label> legalNext() {
        Set<Label> legal = new LinkedHashSet<>();
        possible.closure().ifPresent(states -> states.forEach(state -> legal.addAll(world.outputs(state))));
        return legal;
    }

    /** What {@code stimulus} may return now; empty after a violation, and where there are more states than the bound. */
    public Set<Response> legalResponses(Stimulus stimulus) {
        Set<Response> legal = EnumSet.noneOf(Response.class);
        possible.closure().ifPresent(states -> states.forEach(state -> {
            for (Outcome outcome : world.respond(state, stimulus)) {
                legal.add(outcome.response());
            }
        }));
        return legal;
    }

    /**
     * The states that explain the trace, before any internal step that it does not need; empty after a violation. Two oracles of the same profile
     * and options that hold the same here judge all that is to come alike.
     */
    public ImmutableSet<World> possibleStates() {
        return ImmutableSet.copyOf(possible.states());
    }

    /** How many states explain the trace, before internal steps. */
    public int stateCount() {
        return possible.size();
    }

    /** How many states the model can be in, internal steps included; {@link Integer#MAX_VALUE} where they are more than the bound. */
    public int closureCount() {
        return possible.closure().map(List::size).orElse(Integer.MAX_VALUE);
    }

    /**
     * What the purger may be waiting for, if nothing but that keeps it from going on: for each state that it can be in, internal steps included.
     * With effects these are the states in which the fewest messages are missing. Without them nobody sees which answers have been consumed, so
     * any one of the messages may be all that is missing. Empty after a violation, where it waits for nothing, and where there are more states
     * than the bound.
     */
    public ImmutableSet<Awaited> awaited() {
        Set<Awaited> all = new LinkedHashSet<>();
        possible.closure().ifPresent(states -> states.forEach(state -> Awaited.in(state).ifPresent(all::add)));
        int fewest = all.stream().mapToInt(Awaited::count).min().orElse(0);
        return all.stream().filter(one -> !options.effects() || one.count() == fewest).collect(ImmutableSet.toImmutableSet());
    }

    /** The first {@code max} of the states that explain the trace, in words. */
    public List<String> describeStates(int max) {
        return possible.states().stream().limit(max).map(World::toString).collect(ImmutableList.toImmutableList());
    }
}
