package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KillBooksTest {

    private static final Phase NO_KILLS = checking(PURGE, KillState.NONE);
    private static final Phase PREPARED = new Phase.Prepared(PURGE, true, -1, Saved.NOTHING);

    private static Arguments agrees(Sketch state) {
        return Arguments.of(true, state);
    }

    private static Arguments differs(Sketch state) {
        return Arguments.of(false, state);
    }

    static Stream<Arguments> counts() {
        Sketch one = FIRST.with(checking(PURGE, killed(P)));
        Message down = new Message.Down(P, true, false);
        Message forged = new Message.Down(P, false, false);
        return Stream.of(agrees(FIRST), differs(FIRST.monitored(P, Monitor.VICTIM)), agrees(FIRST.monitored(T, Monitor.TESTER)),
                agrees(one.monitored(P, Monitor.VICTIM)), agrees(one.mailbox(PURGE, down)), differs(one), differs(one.mailbox(forged)),
                differs(one.monitored(Q, Monitor.VICTIM)), differs(one.monitored(P, Monitor.VICTIM).monitored(Q, Monitor.VICTIM)),
                agrees(FIRST.with(NO_KILLS)), agrees(FIRST.with(NO_KILLS).mailbox(forged)), differs(FIRST.with(NO_KILLS).mailbox(down)),
                agrees(FIRST.with(checking(PURGE, killed(P, Q))).monitored(Q, Monitor.VICTIM).mailbox(down)));
    }

    @ParameterizedTest
    @MethodSource("counts")
    @DisplayName("outstanding is whoever is monitored to be killed, or whose DOWN lies in the mailbox, in a check, and nobody else")
    void count(boolean agrees, Sketch sketch) {
        assertEquals(agrees, KillBooks.countAgrees(sketch.state()));
    }

    private static Phase checked(Result result) {
        return new Phase.Checked(TEST, Ending.COMPLETE, result, Phase.Tester.LISTENS, Saved.NOTHING);
    }

    private static Phase finish(Result result) {
        return new Phase.Finish(PURGE, Ending.COMPLETE, result, Saved.NOTHING);
    }

    /** Where the purger was and is, whether it has issued a kill on the way, and whether that is in its books. */
    static Stream<Arguments> flags() {
        Phase killed = checking(PURGE, killed(P));
        Phase idle = new Phase.WaitForRequest();
        Phase answer = new Phase.Answer(PURGE, new Result.Hard(false, false), Saved.NOTHING);
        Phase started = new Phase.Started(TEST, true, -1, Saved.NOTHING);
        // Its kill has been taken, and nobody is killed any more.
        Phase once = checking(PURGE, new KillState(ImmutableList.of(), ImmutableList.of(), true));
        Result with = new Result.Hard(true, true);
        Result without = new Result.Hard(true, false);
        return Stream.of(Arguments.of(idle, false, PREPARED, true), Arguments.of(idle, true, PREPARED, false),
                Arguments.of(PREPARED, false, NO_KILLS, true), Arguments.of(PREPARED, false, killed, false),
                Arguments.of(PREPARED, false, answer, true), Arguments.of(PREPARED, true, answer, false),
                Arguments.of(started, false, checking(TEST, KillState.NONE), true),
                Arguments.of(started, true, checking(TEST, killed(P)), true),
                Arguments.of(started, true, checking(TEST, KillState.NONE), false),
                Arguments.of(NO_KILLS, true, killed, true), Arguments.of(NO_KILLS, true, NO_KILLS, false),
                Arguments.of(NO_KILLS, false, killed, false), Arguments.of(NO_KILLS, false, NO_KILLS, true),
                Arguments.of(once, false, once, true), Arguments.of(once, false, NO_KILLS, false),
                Arguments.of(once, false, finish(with), true), Arguments.of(once, false, finish(without), false),
                Arguments.of(NO_KILLS, false, finish(without), true), Arguments.of(NO_KILLS, false, finish(with), false),
                // A result that does not say cannot say it wrongly.
                Arguments.of(once, false, finish(new Result.Soft(true)), true), Arguments.of(once, false, finish(new Result.Ok()), true),
                Arguments.of(once, false, checked(with), true),
                Arguments.of(once, false, checked(without), false));
    }

    @ParameterizedTest
    @MethodSource("flags")
    @DisplayName("the flag, or the result, says whether a kill has been issued in the check so far")
    void flag(Phase before, boolean kills, Phase after, boolean agrees) {
        Sketch now = kills ? FIRST.monitored(P, Monitor.VICTIM) : FIRST;
        assertEquals(agrees, KillBooks.flagAgrees(FIRST.with(before).state(), now.with(after).state()));
    }
}
