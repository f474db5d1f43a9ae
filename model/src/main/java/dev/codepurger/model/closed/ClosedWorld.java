package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Purger;
import dev.codepurger.model.world.Module;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The purger in a world without an outside: what its processes may do is part of it, within the bounds of a {@link Configuration}. The purger is
 * {@link Purger}, the same that the oracle judges by; the world around it is as plain as can be, so that it can be written down a second time by
 * somebody else. Each step is described in {@code spec/tla/README.md}.
 */
public final class ClosedWorld implements TransitionSystem<ClosedState, Move> {

    private final Configuration configuration;
    private final Profile profile;
    private final Set<Rule> relaxed;
    private final ActorSteps actors;

    /**
     * The world of a configuration.
     *
     * @param relaxed rules that need not be obeyed
     */
    public ClosedWorld(Configuration configuration, Profile profile, Set<Rule> relaxed) {
        this.configuration = configuration;
        this.profile = configuration.limited(profile);
        this.relaxed = Set.copyOf(relaxed);
        actors = new ActorSteps(configuration);
    }

    /** The world of a configuration in which all rules are obeyed. */
    public ClosedWorld(Configuration configuration, Profile profile) {
        this(configuration, profile, Set.of());
    }

    /** What it is the world of. */
    public Configuration configuration() {
        return configuration;
    }

    /** Which purger lives in it, with the limits of the configuration. */
    public Profile profile() {
        return profile;
    }

    @Override
    public ClosedState initial() {
        Module module = configuration.codes().module();
        ImmutableList<Actor> begin = configuration.processes().stream().map(plan -> actor(plan, module))
                .collect(ImmutableList.toImmutableList());
        return new ClosedState(module, new Phase.WaitForRequest(), ImmutableList.of(), begin, configuration.loads(), ImmutableSet.of());
    }

    private static Actor actor(Plan plan, Module module) {
        int in = switch (plan.place()) {
            case OLD -> Objects.requireNonNull(module.old()).version();
            case CURRENT -> Objects.requireNonNull(module.current()).version();
            case PENDING -> Objects.requireNonNull(module.pending()).version();
            case ELSEWHERE -> 0;
            case REMOTE -> 0;
        };
        return plan.beginning(in);
    }

    @Override
    public List<Transition<ClosedState, Move>> from(ClosedState state) {
        if (state.phase() instanceof Phase.Terminated) {
            return List.of(); // and the node with it
        }
        List<Transition<ClosedState, Move>> steps = new ArrayList<>();
        purger(state, steps);
        actors.addTo(steps, state);
        load(state, steps);
        return steps;
    }

    private static void load(ClosedState state, List<Transition<ClosedState, Move>> steps) {
        Module row = state.module();
        boolean refused = row.pending() != null || (row.current() != null && row.old() != null);
        if (state.loads() != 0 && !refused) {
            boolean endless = state.loads() == Configuration.ALWAYS;
            int version = endless ? leastFree(state) : row.loads() + 1;
            steps.add(new Transition<>(Move.of(Move.Kind.LOAD, "loader", "loads version " + version),
                    new ClosedState(row.loadAs(version), state.phase(), state.mailbox(), state.actors(),
                            endless ? state.loads() : state.loads() - 1, state.unasked())));
        }
    }

    /** The least number of a version that nothing is, and nobody refers to. */
    private static int leastFree(ClosedState state) {
        Module row = state.module();
        Set<Integer> used = new HashSet<>();
        Stream.of(Optional.ofNullable(row.current()), Optional.ofNullable(row.old()), Optional.ofNullable(row.pending()),
                Optional.ofNullable(row.aside())).flatMap(Optional::stream).forEach(code -> used.add(code.version()));
        state.actors().forEach(actor -> used.add(actor.in()));
        return IntStream.iterate(1, version -> version + 1).filter(version -> !used.contains(version)).findFirst().orElseThrow();
    }

    // ------------------------------------------------------------------------------------------------------------ the purger

    private void purger(ClosedState state, List<Transition<ClosedState, Move>> steps) {
        switch (state.phase()) {
            case Phase.WaitForRequest p -> takeHead(state, steps);
            case Phase.Check p -> takeHead(state, steps);
            case Phase.Started p -> takeFirstMatch(state, steps);
            case Phase.Continued p -> takeFirstMatch(state, steps);
            case Phase.Hung p -> {
                // nothing any more
            }
            case Phase.Terminated p -> {
                // nothing any more
            }
            default -> step(steps, draft -> draft.purger().proceed(state.phase()), state, Describe.proceeding(state.phase()));
        }
    }

    private void takeHead(ClosedState state, List<Transition<ClosedState, Move>> steps) {
        if (!state.mailbox().isEmpty()) {
            step(steps, draft -> draft.purger().receive(state.phase(), draft.take(0)), state, Describe.taking(state.mailbox().get(0)));
        }
    }

    /** The wait of a handshake leaves in the mailbox what does not fit. */
    private void takeFirstMatch(ClosedState state, List<Transition<ClosedState, Move>> steps) {
        for (int i = 0; i < state.mailbox().size(); i++) {
            int index = i;
            int before = steps.size();
            step(steps, draft -> draft.purger().receive(state.phase(), draft.take(index)), state,
                    Describe.taking(state.mailbox().get(index)));
            if (steps.size() > before) {
                return;
            }
        }
    }

    private void step(List<Transition<ClosedState, Move>> steps, Function<ClosedDraft, @Nullable Phase> action, ClosedState state,
            String text) {
        // Different choices of a relaxed rule may come to the same.
        Branching.all(branching -> run(state, branching, action)).stream().filter(draft -> draft.next != null)
                .map(draft -> new Transition<>(new Move(Move.Kind.PURGER, "purger", text, ImmutableList.copyOf(draft.effects)),
                        draft.freeze()))
                .distinct().forEach(steps::add);
    }

    private ClosedDraft run(ClosedState state, Branching branching, Function<ClosedDraft, @Nullable Phase> action) {
        ClosedDraft draft = new ClosedDraft(configuration, profile, relaxed, state, branching);
        draft.next = action.apply(draft);
        return draft;
    }
}
