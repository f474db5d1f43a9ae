package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Aliases;
import dev.codepurger.model.world.Awaited;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Met;
import dev.codepurger.model.world.Outcome;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.World;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a trace while it is made: after each label, can the model have shown that? Immutable, so that a point in a trace can be
 * kept and gone on from in several ways.
 */
public final class PurgeOracle {

    private final PurgeWorld world;
    private final OracleOptions options;
    private final StateSet<World, Label> possible;
    private final Verdict verdict;
    /** Where it is in a memory; null where nothing is remembered. */
    private final Memory.@Nullable Known known;
    private final Aliases aliases;
    /** Whom the trace has spoken of, where that matters. */
    private final Met met;

    private PurgeOracle(PurgeWorld world, OracleOptions options, StateSet<World, Label> possible, Verdict verdict,
            Memory.@Nullable Known known,
            Aliases aliases, Met met) {
        this.world = world;
        this.options = options;
        this.possible = possible;
        this.verdict = verdict;
        this.known = known;
        this.aliases = aliases;
        this.met = met;
    }

    /**
     * An oracle that has seen nothing yet, and looks up what others with this memory have found out. It judges as one without a memory does, and faster
     * the more often the same happens; its {@link #possibleStates()} are those of the memory, in which names are used again.
     */
    public static PurgeOracle remembering(Memory memory) {
        Memory.Known begin = memory.initial();
        return new PurgeOracle(memory.world(), memory.options(), begin.states(), Verdict.CONFORMS, begin, Aliases.NONE, Met.NOBODY);
    }

    /** An oracle that has seen nothing yet. */
    public static PurgeOracle of(Profile profile, OracleOptions options) {
        return of(options.settings(profile), options);
    }

    /** An oracle that has seen nothing yet, and says by which rules it decides. */
    static PurgeOracle of(Settings settings, OracleOptions options) {
        PurgeWorld world = new PurgeWorld(settings);
        return new PurgeOracle(world, options, new StateSet<>(world, List.of(world.initial()), options.stateBound()), Verdict.CONFORMS,
                null, Aliases.NONE, Met.NOBODY);
    }

    /** The oracle after one more label. A verdict other than {@link Verdict#CONFORMS} is final. */
    public PurgeOracle observe(Label label) {
        if (verdict != Verdict.CONFORMS) {
            return this;
        }
        if (known != null) {
            return aliases.mayRecycle(label) && !known.isLarge() ? observeKnown(known, label) : forgetting(known).observe(label);
        }
        if (options.gaps().middle()) {
            return observeFromMiddle(label);
        }
        Label inward = aliases.isEmpty() ? label : aliases.translated(label);
        Aliases after = aliases.isEmpty() ? aliases : aliases.afterCall(inward, possible.states());
        return possible.after(inward)
                .map(next -> new PurgeOracle(world, options, next, next.size() == 0 ? Verdict.VIOLATED : Verdict.CONFORMS, null, after,
                        met))
                .orElseGet(() -> new PurgeOracle(world, options, possible, Verdict.INCONCLUSIVE, null, aliases, met));
    }

    /** Where more may have died of whom nobody knew than are reckoned with, nothing can be said against a label. */
    private PurgeOracle observeFromMiddle(Label label) {
        Optional<StateSet<World, Label>> next = possible.after(met.announced(label));
        if (next.isEmpty() || (next.get().size() == 0 && met.isCrowded(options.gaps()))) {
            return new PurgeOracle(world, options, possible, Verdict.INCONCLUSIVE, null, aliases, met);
        }
        return new PurgeOracle(world, options, next.get(), next.get().size() == 0 ? Verdict.VIOLATED : Verdict.CONFORMS, null, aliases,
                met.after(label));
    }

    private PurgeOracle observeKnown(Memory.Known at, Label label) {
        Aliases.Inward inward = aliases.inward(label, at.recycled());
        Memory.Step step = at.step(inward.label());
        Memory.Known target = step.target();
        Aliases.Change change = step.change();
        if (target == null || change == null) {
            StateSet<World, Label> left = step.verdict() == Verdict.VIOLATED ? new StateSet<>(world, List.of(), options.stateBound())
                    : possible;
            return new PurgeOracle(world, options, left, step.verdict(), at, aliases, met);
        }
        return new PurgeOracle(world, options, target.states(), Verdict.CONFORMS, target, aliases.after(inward, at.recycled(), change),
                met);
    }

    /** The same without a memory from now on. */
    private PurgeOracle forgetting(Memory.Known at) {
        int highest = at.recycled().processes().length();
        List<World> grown = possible.states().stream().map(state -> state.numberingFrom(highest, world.settings())).toList();
        return new PurgeOracle(world, options, new StateSet<>(world, grown, options.stateBound()), verdict, null, aliases, met);
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
        possible.closure()
                .ifPresent(states -> states
                        .forEach(state -> world.outputs(state).forEach(label -> legal.add(Met.shown(aliases.outward(label))))));
        return legal;
    }

    /** What {@code stimulus} may return now; empty after a violation, and where there are more states than the bound. */
    public Set<Response> legalResponses(Stimulus stimulus) {
        Set<Response> legal = EnumSet.noneOf(Response.class);
        Stimulus inward = translated(stimulus);
        possible.closure().ifPresent(states -> states.forEach(state -> {
            for (Outcome outcome : world.respond(state, inward)) {
                legal.add(outcome.response());
            }
        }));
        return legal;
    }

    private Stimulus translated(Stimulus stimulus) {
        if (options.gaps().middle()) {
            return met.announced(stimulus);
        }
        if (known == null && aliases.isEmpty()) {
            return stimulus;
        }
        Label.Did did = new Label.Did(stimulus, Response.OK);
        return known == null || !aliases.mayRecycle(did) ? ((Label.Did) aliases.translated(did)).stimulus()
                : ((Label.Did) aliases.inward(did, known.recycled()).label()).stimulus();
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
        possible.closure().ifPresent(states -> states.forEach(state -> Awaited.in(state).map(aliases::outward).ifPresent(all::add)));
        int fewest = all.stream().mapToInt(Awaited::count).min().orElse(0);
        return all.stream().filter(one -> !options.effects() || one.count() == fewest).collect(ImmutableSet.toImmutableSet());
    }

    /** The first {@code max} of the states that explain the trace, in words. */
    public List<String> describeStates(int max) {
        return possible.states().stream().limit(max).map(World::toString).map(aliases::text).collect(ImmutableList.toImmutableList());
    }
}
