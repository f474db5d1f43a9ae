package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LookTest {

    private static final Message.TestPurge SOFT_TEST = new Message.TestPurge(ClosedDraft.MODULE, Message.TestType.SOFT, T, "t#1");

    private static Sketch put(ImmutableList<Message> requests, ImmutableList<Message> kept) {
        return FIRST.with(new Phase.CheckRequests(new Saved(requests, kept)));
    }

    /** All that can tell of a process, each alone, and whom of. */
    static Stream<Arguments> tales() {
        ImmutableList<Message> nothing = ImmutableList.of();
        KillState waiting = new KillState(ImmutableList.of(), ImmutableList.of(P), false);
        return Stream.of(Arguments.of(FIRST.where(P, actor -> actor.and(Signal.STALE_CHECK)), P),
                Arguments.of(FIRST.monitored(P, Monitor.VICTIM), P),
                Arguments.of(FIRST.with(new Phase.Prepared(TEST, true, -1, Saved.NOTHING)), T),
                Arguments.of(FIRST.mailbox(PURGE), C), Arguments.of(put(ImmutableList.of(PURGE), nothing), C),
                Arguments.of(put(nothing, ImmutableList.of(new Message.Continue("t#1"))), T),
                Arguments.of(FIRST.mailbox(new Message.Complete("t#1")), T),
                Arguments.of(FIRST.mailbox(new Message.CheckReply(Tag.STALE, P, false)), P),
                Arguments.of(FIRST.mailbox(new Message.Down(P, true, false)), P), Arguments.of(FIRST.unasked(P), P),
                Arguments.of(FIRST.with(checking(PURGE, killed(P))), P), Arguments.of(FIRST.with(checking(PURGE, waiting)), P));
    }

    @ParameterizedTest
    @MethodSource("tales")
    @DisplayName("whatever still tells of a process keeps it from being forgotten, and no other")
    void isForgotten(Sketch sketch, Pid whom) {
        assertFalse(Look.at(sketch.state()).isForgotten(whom));
        assertTrue(Look.at(sketch.state()).isForgotten(Q));
    }

    @Test
    @DisplayName("what is about nobody tells of nobody")
    void ofNobody() {
        assertTrue(Look.at(FIRST.mailbox(new Message.ExitSignal()).state()).isForgotten(P));
    }

    @Test
    @DisplayName("a request of the check is open until its answer has been taken; those of checks before it do not count")
    void openRequests() {
        Sketch three = FIRST.where(P, actor -> actor.and(Signal.STALE_CHECK).and(Signal.CHECK)).where(Q, actor -> actor.and(Signal.CHECK))
                .where(T, actor -> actor.and(Signal.STALE_CHECK))
                .mailbox(new Message.CheckReply(Tag.CURRENT, T, false), new Message.CheckReply(Tag.STALE, T, false), PURGE);
        assertEquals(3, Look.at(three.state()).openRequests());
        assertEquals(0, Look.at(FIRST.state()).openRequests());
    }

    @Test
    @DisplayName("a kill is outstanding until the DOWN has been taken; forged ones, and testers, do not count")
    void outstandingKills() {
        Sketch three = FIRST.monitored(P, Monitor.VICTIM).monitored(Q, Monitor.VICTIM).monitored(T, Monitor.TESTER)
                .mailbox(new Message.Down(C, true, false), new Message.Down(T, false, false), PURGE);
        assertEquals(3, Look.at(three.state()).outstandingKills());
        assertEquals(0, Look.at(FIRST.state()).outstandingKills());
    }

    @Test
    @DisplayName("forged is a DOWN of a monitor that was never made, and nothing else")
    void isForged() {
        assertTrue(Look.isForged(new Message.Down(P, false, false)));
        assertFalse(Look.isForged(new Message.Down(P, true, false)));
        assertFalse(Look.isForged(PURGE));
    }

    static Stream<Arguments> phases() {
        return Stream.of(Arguments.of(new Phase.Started(SOFT_TEST, true, -1, Saved.NOTHING), true, true),
                Arguments.of(new Phase.Continued(TEST, Ending.COMPLETE, new Result.Hard(true, false), Saved.NOTHING), true, false),
                Arguments.of(new Phase.Prepared(SOFT, true, -1, Saved.NOTHING), false, true),
                Arguments.of(checking(PURGE, KillState.NONE), false, false), Arguments.of(new Phase.WaitForRequest(), false, false));
    }

    @ParameterizedTest
    @MethodSource("phases")
    @DisplayName("a purger is held at the two stops of a session, and soft by what it works on")
    void phases(Phase phase, boolean held, boolean soft) {
        assertEquals(held, Look.at(FIRST.with(phase).state()).isHeld());
        assertEquals(soft, Look.at(FIRST.with(phase).state()).isSoft());
    }

    @Test
    @DisplayName("the requester is dead if it is the one whose request is worked on")
    void requesterIsDead() {
        Sketch working = FIRST.with(checking(PURGE, KillState.NONE));
        assertTrue(Look.at(working.dead(C).state()).requesterIsDead());
        assertFalse(Look.at(working.dead(P).state()).requesterIsDead());
    }

    @Test
    @DisplayName("a kill is issued when somebody begins to be monitored for it")
    void issuedKillSince() {
        ClosedState victim = FIRST.monitored(Q, Monitor.VICTIM).state();
        assertTrue(Look.at(victim).issuedKillSince(FIRST.state()));
        assertTrue(Look.at(victim).issuedKillSince(FIRST.monitored(Q, Monitor.TESTER).state()));
        assertFalse(Look.at(victim).issuedKillSince(victim));
        assertFalse(Look.at(FIRST.state()).issuedKillSince(victim));
        assertFalse(Look.at(FIRST.monitored(Q, Monitor.TESTER).state()).issuedKillSince(FIRST.state()));
    }
}
