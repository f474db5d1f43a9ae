package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Goal.*;
import static dev.codepurger.model.closed.Sketch.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Code;
import dev.codepurger.model.world.Module;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A goal that were met too easily would let a world pass that has no occasion for what it is there to show. */
class GoalTest {

    private static final KillState NO_KILLS = KillState.NONE;
    private static final Module ROW = FIRST.state().module();
    private static final Message FORGED = new Message.Down(P, false, false);

    private static Arguments meets(Goal goal, Sketch state) {
        return Arguments.of(goal, true, state);
    }

    private static Arguments misses(Goal goal, Sketch state) {
        return Arguments.of(goal, false, state);
    }

    private static Sketch saved(Message... requests) {
        return FIRST.with(new Phase.CheckRequests(new Saved(ImmutableList.copyOf(requests), ImmutableList.of())));
    }

    private static Sketch calling(Call call) {
        return FIRST.where(P, actor -> actor.call(call));
    }

    private static Module codes(int current, int old) {
        return new Module(new Code(current, current), new Code(old, old), null, false, null, false, false, false, 2);
    }

    static Stream<Arguments> states() {
        Phase waiting = checking(PURGE, new KillState(ImmutableList.of(Q), ImmutableList.of(P), true));
        Sketch killed = FIRST.with(checking(PURGE, killed(P))).monitored(P, Monitor.VICTIM);
        Sketch started = FIRST.with(new Phase.Started(TEST, true, -1, Saved.NOTHING));
        Sketch continued = FIRST.with(new Phase.Continued(TEST, Ending.COMPLETE, new Result.Hard(true, false), Saved.NOTHING));
        Sketch checking = FIRST.with(checking(PURGE, NO_KILLS));
        Message stale = new Message.CheckReply(Tag.STALE, P, true);
        Message current = new Message.CheckReply(Tag.CURRENT, P, true);
        Sketch done = FIRST.where(C, actor -> actor.asking(1, true).answered());
        return Stream.of(
                meets(VICTIM_WAITS, FIRST.with(waiting)), misses(VICTIM_WAITS, killed), misses(VICTIM_WAITS, FIRST),
                meets(VICTIM_DEAD, killed.dead(P)), misses(VICTIM_DEAD, killed),
                // its DOWN has come, or it died of itself and is asked still
                misses(VICTIM_DEAD, killed.dead(P).monitored(P, Monitor.NONE)), misses(VICTIM_DEAD, checking.dead(P)),
                misses(VICTIM_DEAD, killed.dead(Q)), misses(VICTIM_DEAD, FIRST.dead(P)),
                meets(SOFT_ABORT, FIRST.with(new Phase.Finish(SOFT, Ending.ABORT, new Result.Soft(false), Saved.NOTHING))),
                misses(SOFT_ABORT, FIRST.with(new Phase.Finish(SOFT, Ending.COMPLETE, new Result.Soft(true), Saved.NOTHING))),
                misses(SOFT_ABORT, FIRST),
                meets(STALE_IN_CHECK, checking.mailbox(stale, current)), misses(STALE_IN_CHECK, checking.mailbox(current, stale)),
                misses(STALE_IN_CHECK, checking), misses(STALE_IN_CHECK, checking.mailbox(FORGED)),
                misses(STALE_IN_CHECK, FIRST.mailbox(stale)),
                meets(SAVED_TWO, saved(PURGE, SOFT)), misses(SAVED_TWO, saved(PURGE)),
                meets(WORD_KEPT, FIRST.with(new Phase.Prepared(TEST, true, -1,
                        new Saved(ImmutableList.of(), ImmutableList.of(new Message.Continue(TEST.ref())))))),
                misses(WORD_KEPT, saved(PURGE)),
                meets(CALLER_SUSPENDED, calling(Call.SUSPENDED)), misses(CALLER_SUSPENDED, calling(Call.RESUMED)),
                misses(CALLER_SUSPENDED, calling(Call.READY)), meets(CALLER_RESUMED, calling(Call.RESUMED)),
                misses(CALLER_RESUMED, calling(Call.SUSPENDED)),
                meets(DEAD_AT_STARTED, started.dead(T)), misses(DEAD_AT_STARTED, started.dead(P)),
                misses(DEAD_AT_STARTED, continued.dead(T)),
                meets(DEAD_AT_CONTINUED, continued.dead(T)), misses(DEAD_AT_CONTINUED, continued.dead(P)),
                misses(DEAD_AT_CONTINUED, started.dead(T)),
                meets(TESTER_IS_VICTIM, FIRST.with(checking(TEST, killed(T)))),
                misses(TESTER_IS_VICTIM, FIRST.with(checking(TEST, killed(P)))),
                misses(TESTER_IS_VICTIM, FIRST.with(checking(PURGE, killed(C, T)))), misses(TESTER_IS_VICTIM, FIRST),
                meets(SET_ASIDE, FIRST.with(ROW.delete().beginOnLoad().failOnLoad().prepareOnLoad())), misses(SET_ASIDE, FIRST),
                meets(REFUSED, FIRST.with(new Phase.Terminated("badarg"))),
                meets(REFUSED, FIRST.with(new Phase.Answer(PURGE, new Result.NoPendingOnLoad(), Saved.NOTHING))),
                misses(REFUSED, FIRST.with(new Phase.Answer(PURGE, new Result.Ok(), Saved.NOTHING))), misses(REFUSED, FIRST),
                meets(LOADED_AGAIN, FIRST.with(ROW.load(false))), misses(LOADED_AGAIN, FIRST),
                meets(NUMBER_AGAIN, FIRST.with(codes(1, 2))), misses(NUMBER_AGAIN, FIRST.with(codes(2, 1))),
                misses(NUMBER_AGAIN, FIRST.with(ROW.complete())), misses(NUMBER_AGAIN, FIRST.with(ROW.complete().delete())),
                meets(UNASKED, checking.unasked(P)), misses(UNASKED, checking),
                meets(KILL_FIRST, killed.unasked(Q)), misses(KILL_FIRST, killed), misses(KILL_FIRST, checking.unasked(Q)),
                meets(DEAD_UNASKED, checking.unasked(P, Q).dead(Q)), misses(DEAD_UNASKED, checking.unasked(P, Q).dead(T)),
                meets(FORGED_IN_CHECK, killed.mailbox(FORGED)), misses(FORGED_IN_CHECK, checking.mailbox(FORGED)),
                misses(FORGED_IN_CHECK, killed), misses(FORGED_IN_CHECK, killed.mailbox(new Message.Down(P, true, false))),
                misses(FORGED_IN_CHECK, FIRST.mailbox(FORGED)),
                meets(ALL_DONE, done), meets(ALL_DONE, FIRST.dead(P)),
                // Before anything has happened nothing is done.
                misses(ALL_DONE, FIRST), misses(ALL_DONE, done.mailbox(FORGED)), misses(ALL_DONE, done.with(waiting)),
                misses(ALL_DONE, done.where(C, actor -> actor.asking(2, true))),
                misses(ALL_DONE, done.where(P, actor -> actor.and(Signal.CHECK))),
                misses(ALL_DONE, done.where(P, actor -> actor.call(Call.SUSPENDED))));
    }

    @ParameterizedTest
    @MethodSource("states")
    @DisplayName("a goal is met by what it says, and not by what lacks a part of it")
    void isMet(Goal goal, boolean meets, Sketch sketch) {
        Property.Reachable<?, ?> property = assertInstanceOf(Property.Reachable.class, goal.property());
        assertEquals(goal.id(), property.name());
        assertEquals(meets, ((Property.Reachable<ClosedState, Move>) goal.property()).goal().test(sketch.state()));
    }

    @Test
    @DisplayName("every goal is looked at with a state that meets it, and one that does not")
    void all() {
        for (boolean meets : new boolean[]{true, false}) {
            assertEquals(EnumSet.allOf(Goal.class),
                    states().map(Arguments::get).filter(one -> one[1].equals(meets)).map(one -> (Goal) one[0])
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Goal.class))));
        }
    }

    @Test
    @DisplayName("goals about those who have still to be asked are for purgers that do not ask all at once")
    void limits() {
        assertEquals(Set.of(UNASKED, KILL_FIRST, DEAD_UNASKED), EnumSet.allOf(Goal.class).stream().filter(Goal::needsRequestLimit)
                .collect(Collectors.toSet()));
    }
}
