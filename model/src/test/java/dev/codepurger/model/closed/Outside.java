package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Move.Kind;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.Tried;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Module;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A closed world that is acted on from outside: its processes and its purger go on of their own as they do there, step by step, each with a name, and
 * each death and each answer at a time of its own; what they ask, and when, is up to a harness, which sees late what they have got. Written for no other
 * purpose than to be compared with the oracle, and shares nothing with its world but the purger.
 */
public final class Outside implements Tried<Outside.State, Label> {

    private static final String MODULE = ClosedDraft.MODULE;
    private static final String FUN = "f";
    /** What goes on of its own. The rest of what processes can do is what a harness lets them do. */
    private static final Set<Kind> INTERNAL = EnumSet.of(Kind.PURGER, Kind.ANSWER, Kind.KILLED, Kind.DOWN, Kind.RECALL);

    private final Configuration configuration;
    private final ClosedWorld world;
    private final Seen seen;

    /**
     * The closed world, and what there is besides.
     *
     * @param doom why processes will die of what the harness has done, by name and reason
     * @param paused who handles no signal
     * @param calling who is about to make its call
     * @param held the purger takes no message
     * @param heard what the purger has told them and the harness has not seen, each process's in order
     * @param returned the same of calls
     * @param dead who has died and has not been seen to, with the reason
     */
    public record State(ClosedState core, ImmutableSet<Label.Down> doom, ImmutableSet<String> paused, ImmutableSet<String> calling,
            boolean held, ImmutableList<To> heard, ImmutableList<To> returned, ImmutableSet<Label.Down> dead) {

        private State core(ClosedState now) {
            return new State(now, doom, paused, calling, held, heard, returned, dead);
        }
    }

    /** Something that a process has got. */
    public record To(String process, Label.Observation observation) {}

    /**
     * The world of a configuration, for a profile.
     *
     * @param relaxed rules that its purger need not obey
     */
    public Outside(Configuration configuration, Profile profile, Set<Rule> relaxed) {
        this.configuration = configuration;
        world = new ClosedWorld(configuration, profile, relaxed);
        seen = new Seen(configuration);
    }

    /** What a harness has to do first, so that a node is as this world at its beginning. */
    public List<Label> before() {
        return seen.before();
    }

    /** Which purger lives in it. */
    public Profile profile() {
        return world.profile();
    }

    @Override
    public State initial() {
        return new State(world.initial(), ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), false, ImmutableList.of(),
                ImmutableList.of(),
                ImmutableSet.of());
    }

    // ------------------------------------------------------------------------------------------------------------ internal steps

    @Override
    public List<State> internal(State state) {
        List<State> steps = new ArrayList<>();
        if (state.core.phase() instanceof Phase.Terminated) {
            return steps;
        }
        for (Transition<ClosedState, Move> step : world.from(state.core)) {
            Move move = step.label();
            boolean begun = move.kind() == Kind.CALL && state.calling.contains(move.who());
            if ((INTERNAL.contains(move.kind()) || begun) && mayGoOn(state, move)) {
                steps.add(after(state, move, step.target()));
            }
        }
        for (Label.Down death : state.doom) {
            if (!state.paused.contains(death.process())) {
                steps.add(dies(state, death));
            }
        }
        return steps;
    }

    private static boolean mayGoOn(State state, Move move) {
        return switch (move.kind()) {
            case PURGER -> !(state.held && receives(state.core.phase()));
            case ANSWER, KILLED, RECALL, CALL -> !state.paused.contains(move.who());
            default -> true;
        };
    }

    private static boolean receives(Phase phase) {
        return phase instanceof Phase.WaitForRequest || phase instanceof Phase.Check || phase instanceof Phase.Started
                || phase instanceof Phase.Continued;
    }

    private State after(State state, Move move, ClosedState target) {
        if (move.kind() == Kind.KILLED) {
            return dies(state, new Label.Down(move.who(), "killed"));
        }
        ImmutableList.Builder<To> heard = ImmutableList.<To>builder().addAll(state.heard);
        ImmutableList.Builder<To> returned = ImmutableList.<To>builder().addAll(state.returned);
        for (Label label : move.kind() == Kind.PURGER || move.kind() == Kind.RECALL ? seen.of(state.core, move, target)
                : called(state, move, target)) {
            switch (label) {
                case Label.Returned told -> returned.add(new To(move.who(), told));
                case Label.Observation told -> heard.add(new To(requester(state.core), told));
                case Label.Did did -> throw new IllegalStateException("nobody did " + did);
            }
        }
        ImmutableSet<String> calling = move.kind() == Kind.CALL ? without(state.calling, move.who()) : state.calling;
        return new State(target, state.doom, state.paused, calling, state.held, heard.build(), returned.build(), state.dead);
    }

    /** What is seen of a call that is made now, without that it was begun. */
    private List<Label> called(State state, Move move, ClosedState target) {
        return move.kind() == Kind.CALL ? seen.of(state.core, move, target).stream().filter(Label.Returned.class::isInstance).toList()
                : List.of();
    }

    private static String requester(ClosedState state) {
        Message.Request work = state.phase().working();
        if (work == null) {
            throw new IllegalStateException("nobody is told anything in " + state);
        }
        return work.from().name();
    }

    private State dies(State state, Label.Down death) {
        String who = death.process();
        return new State(with(state.core, who, actor(state, who).dead()),
                state.doom.stream().filter(other -> !other.process().equals(who)).collect(ImmutableSet.toImmutableSet()),
                without(state.paused, who),
                without(state.calling, who), state.held, state.heard, state.returned, and(state.dead, death));
    }

    // ------------------------------------------------------------------------------------------------------------ what is done

    @Override
    public List<State> after(State state, Label label) {
        return switch (label) {
            case Label.Did did -> did(state, did.stimulus(), did.response());
            case Label.Down death -> state.dead.contains(
                    death) ? List.of(new State(state.core, state.doom, state.paused, state.calling, state.held,
                            state.heard, state.returned, without(state.dead, death))) : List.of();
            case Label.Returned told ->
                withoutFirst(state.returned, told).stream().map(left -> new State(state.core, state.doom, state.paused,
                        state.calling, state.held, state.heard, left, state.dead)).toList();
            case Label.Quiet quiet -> quiet.equals(quiet(state)) ? List.of(new State(state.core, state.doom, state.paused, state.calling,
                    state.held, ofTheLiving(state, state.heard), ofTheLiving(state, state.returned), state.dead)) : List.of();
            case Label.Observation told ->
                withoutFirst(state.heard, told).stream().map(left -> new State(state.core, state.doom, state.paused,
                        state.calling, state.held, left, state.returned, state.dead)).toList();
        };
    }

    /** What is left when this is seen, if it is the first thing that somebody has got. */
    private static Optional<ImmutableList<To>> withoutFirst(ImmutableList<To> all, Label.Observation told) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (before.add(all.get(i).process()) && all.get(i).observation().equals(told)) {
                return Optional.of(ImmutableList.<To>builder().addAll(all.subList(0, i)).addAll(all.subList(i + 1, all.size())).build());
            }
        }
        return Optional.empty();
    }

    private List<State> did(State state, Stimulus stimulus, Response response) {
        return switch (stimulus) {
            case Stimulus.Load s -> load(state, response);
            case Stimulus.CheckOldCode s -> only(state, response, answer(state.core.module().old() != null));
            case Stimulus.Alive s -> only(state, response, answer(actor(state, s.process()).alive()));
            case Stimulus.Kill s -> doom(state, s.process(), "killed", response);
            case Stimulus.Exit s -> acts(state, s.process(), response, () -> doomed(state, s.process(), "normal"));
            case Stimulus.Leave s -> acts(state, s.process(), response, () -> leave(state, s.process()));
            case Stimulus.Pause s -> actor(state, s.process()).alive()
                    ? only(new State(state.core, state.doom, and(state.paused, s.process()), state.calling, state.held, state.heard,
                            state.returned,
                            state.dead), response, Response.OK)
                    : only(state, response, Response.NO_EFFECT);
            case Stimulus.Resume s -> state.paused.contains(s.process())
                    ? only(new State(state.core, state.doom, without(state.paused, s.process()), state.calling, state.held, state.heard,
                            state.returned, state.dead), response, Response.OK)
                    : only(state, response, Response.NO_EFFECT);
            case Stimulus.CallFun s -> acts(state, s.process(), response,
                    () -> new State(with(state.core, s.process(), actor(state, s.process()).call(Call.READY)), state.doom, state.paused,
                            and(state.calling, s.process()), state.held, state.heard, state.returned, state.dead));
            case Stimulus.Hold s -> only(held(state, true), response, Response.OK);
            case Stimulus.Release s -> only(held(state, false), response, Response.OK);
            case Stimulus.Purge s ->
                acts(state, s.from(), response, () -> send(state, new Message.Purge(MODULE, pid(s.from()), s.request())));
            case Stimulus.SoftPurge s ->
                acts(state, s.from(), response, () -> send(state, new Message.SoftPurge(MODULE, pid(s.from()), s.request())));
            case Stimulus.TestPurge s ->
                acts(state, s.from(), response, () -> send(state, new Message.TestPurge(MODULE, s.type(), pid(s.from()), s.request())));
            case Stimulus.FinishAfterOnLoad s -> acts(state, s.from(), response,
                    () -> send(state, new Message.FinishAfterOnLoad(MODULE, s.keep(), pid(s.from()), s.request())));
            case Stimulus.Continue s -> acts(state, s.from(), response, () -> send(state, new Message.Continue(s.ref())));
            case Stimulus.Complete s -> acts(state, s.from(), response, () -> send(state, new Message.Complete(s.ref())));
            default -> throw new IllegalArgumentException("not in the alphabet: " + stimulus);
        };
    }

    private static Response answer(boolean truth) {
        return truth ? Response.TRUE : Response.FALSE;
    }

    private static List<State> only(State state, Response wanted, Response given) {
        return wanted == given ? List.of(state) : List.of();
    }

    private static State held(State state, boolean now) {
        return new State(state.core, state.doom, state.paused, state.calling, now, state.heard, state.returned, state.dead);
    }

    private static List<State> load(State state, Response response) {
        Module row = state.core.module();
        if (row.pending() != null) {
            return only(state, response, Response.ON_LOAD_PENDING);
        }
        if (row.current() != null && row.old() != null) {
            return only(state, response, Response.NOT_PURGED);
        }
        ClosedState core = state.core;
        return only(state.core(new ClosedState(row.load(false), core.phase(), core.mailbox(), core.actors(), core.loads(), core.unasked())),
                response,
                Response.OK);
    }

    private List<State> doom(State state, String process, String reason, Response response) {
        return actor(state, process).alive() ? only(doomed(state, process, reason), response, Response.OK)
                : only(state, response, Response.NO_EFFECT);
    }

    private static State doomed(State state, String process, String reason) {
        return new State(state.core, and(state.doom, new Label.Down(process, reason)), state.paused, state.calling, state.held, state.heard,
                state.returned, state.dead);
    }

    private interface Action {
        State run();
    }

    /** What only somebody does who is alive and free; who is about to call does that first, and who was resumed may be found waiting. */
    private List<State> acts(State state, String process, Response response, Action action) {
        Actor actor = actor(state, process);
        boolean stopped = !actor.alive() || state.paused.contains(process) || actor.call() == Call.SUSPENDED;
        if (stopped || actor.call() == Call.RESUMED) {
            return only(state, response, Response.NO_EFFECT);
        }
        return state.calling.contains(process) ? List.of() : only(action.run(), response, Response.OK);
    }

    private State leave(State state, String process) {
        Module row = state.core.module();
        Actor actor = actor(state, process);
        int to = actor.in() == 0 || row.current() == null ? 0 : row.current().version();
        return state.core(with(state.core, process, actor.in(to)));
    }

    private static State send(State state, Message message) {
        ClosedState core = state.core;
        return state.core(new ClosedState(core.module(), core.phase(),
                ImmutableList.<Message>builder().addAll(core.mailbox()).add(message).build(), core.actors(), core.loads(), core.unasked()));
    }

    // ------------------------------------------------------------------------------------------------------------ rest

    private Label.Quiet quiet(State state) {
        if (state.core.phase() instanceof Phase.Terminated) {
            return new Label.Quiet(QuietKind.DOWN, ImmutableSortedSet.of());
        }
        boolean toBeSeen = state.heard.stream().anyMatch(one -> canSay(state, one))
                || state.returned.stream().anyMatch(one -> canSay(state, one));
        if (!internal(state).isEmpty() || !state.dead.isEmpty() || toBeSeen) {
            return new Label.Quiet(QuietKind.DOWN, ImmutableSortedSet.of("not quiet"));
        }
        Label.Quiet atRest = (Label.Quiet) seen.atRest(state.core);
        boolean kept = state.held || (atRest.kind() == QuietKind.STALLED && !state.paused.isEmpty());
        return kept ? new Label.Quiet(QuietKind.BLOCKED, atRest.suspended()) : atRest;
    }

    private boolean canSay(State state, To one) {
        Actor actor = actor(state, one.process());
        return actor.alive() && !state.paused.contains(one.process()) && actor.call() != Call.SUSPENDED;
    }

    private ImmutableList<To> ofTheLiving(State state, Iterable<To> all) {
        ImmutableList.Builder<To> left = ImmutableList.builder();
        all.forEach(one -> {
            if (actor(state, one.process()).alive()) {
                left.add(one);
            }
        });
        return left.build();
    }

    // ------------------------------------------------------------------------------------------------------------ parts

    private int number(String process) {
        for (int i = 0; i < configuration.processes().size(); i++) {
            if (configuration.processes().get(i).name().equals(process)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no process " + process);
    }

    private Pid pid(String process) {
        return ActorSteps.pid(configuration, number(process));
    }

    private Actor actor(State state, String process) {
        return state.core.actors().get(number(process));
    }

    private ClosedState with(ClosedState core, String process, Actor now) {
        List<Actor> actors = new ArrayList<>(core.actors());
        actors.set(number(process), now);
        return new ClosedState(core.module(), core.phase(), core.mailbox(), ImmutableList.copyOf(actors), core.loads(), core.unasked());
    }

    private static <T> ImmutableSet<T> and(Set<T> set, T one) {
        return Sets.union(set, Set.of(one)).immutableCopy();
    }

    private static <T> ImmutableSet<T> without(Set<T> set, T one) {
        return Sets.difference(set, Set.of(one)).immutableCopy();
    }

    /** The call that a process makes. */
    public static Stimulus call(String process) {
        return new Stimulus.CallFun("call of " + process, process, FUN);
    }
}
