package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Actor.Said;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StateValuesTest {

    private static final Pid P = new Pid(1, "p");
    private static final Configuration WORLD = new Configuration("any", "any", new Configuration.Codes(true, true, false),
            ImmutableList.of(Plan.of("p", Place.OLD).asks(Ask.TEST_PURGE)), 1, 1, 0, ImmutableSet.of());
    private static final ClosedState FIRST = new ClosedWorld(WORLD, Profile.HARDENED).initial();
    private static final Message.Purge PURGE = new Message.Purge("m", P, "p#1");
    private static final Message.TestPurge TEST = new Message.TestPurge("m", Message.TestType.HARD, P, "p#1");

    private static String text(String variable, ClosedState state) {
        return StateValues.text(value(StateValues.of(WORLD, state), variable));
    }

    private static Object value(Object record, String field) {
        return Objects.requireNonNull(((Map<?, ?>) record).get(field), field);
    }

    private static ClosedState with(Phase phase) {
        return new ClosedState(FIRST.module(), phase, FIRST.mailbox(), FIRST.actors(), 1, FIRST.unasked());
    }

    @Test
    @DisplayName("the first state is that of the description")
    void first() {
        assertEquals("[at |-> \"idle\", ending |-> \"none\", flag |-> FALSE, found |-> FALSE, gone |-> FALSE, "
                + "job |-> [from |-> \"none\", kind |-> \"none\", n |-> 0], kept |-> <<>>, open |-> 0, result |-> \"none\", saved |-> <<>>, "
                + "unasked |-> {}, victims |-> {}, waiting |-> <<>>]", text("purger", FIRST));
        assertEquals("<<>>", text("mailbox", FIRST));
        assertEquals("[aside |-> 0, current |-> 2, marked |-> FALSE, newest |-> 2, old |-> 1, pending |-> 0]", text("code", FIRST));
        assertEquals("1", text("left", FIRST));
        assertEquals("[p |-> [alive |-> TRUE, asked |-> 0, call |-> \"done\", heard |-> \"nothing\", in |-> 1, inbox |-> <<>>, "
                + "monitor |-> \"none\", said |-> {}, waits |-> FALSE]]", text("proc", FIRST));
    }

    static Stream<Arguments> phases() {
        KillState kill = new KillState(ImmutableList.of(P), ImmutableList.of(P), true);
        Saved saved = Saved.NOTHING;
        return Stream.of(Arguments.of(new Phase.Prepared(PURGE, true, 1, saved), Map.of("at", "prepared", "found", true)),
                Arguments.of(new Phase.Prepared(PURGE, false, 1, saved), Map.of("found", false)),
                Arguments.of(new Phase.Started(TEST, true, 1, saved), Map.of("at", "started", "found", true)),
                Arguments.of(new Phase.Started(TEST, false, 1, saved), Map.of("found", false)),
                Arguments.of(new Phase.Check(TEST, true, 3, 0, false, kill, Phase.Tester.DIED, saved),
                        Map.of("at", "check", "open", 3, "victims", ImmutableSet.of("p"), "waiting", ImmutableList.of("p"), "flag", true,
                                "gone", true)),
                Arguments.of(new Phase.Check(TEST, true, 3, 0, false, KillState.NONE, Phase.Tester.LISTENS, saved),
                        Map.of("flag", false, "gone", false, "found", false)),
                Arguments.of(new Phase.Checked(TEST, Phase.Ending.COMPLETE, new Result.Hard(true, false), Phase.Tester.LISTENS, saved),
                        Map.of("at", "checked", "ending", "complete", "result", "{true,false}", "gone", false)),
                Arguments.of(new Phase.Continued(TEST, Phase.Ending.NOTHING, new Result.Soft(true), saved),
                        Map.of("at", "continued", "ending", "nothing", "result", "true")),
                Arguments.of(new Phase.Finish(PURGE, Phase.Ending.ABORT, new Result.Soft(false), saved),
                        Map.of("at", "finish", "ending", "abort", "result", "false")),
                Arguments.of(new Phase.Answer(PURGE, new Result.NoPendingOnLoad(), saved),
                        Map.of("at", "answer", "ending", "none", "result", "error")),
                Arguments.of(new Phase.CheckRequests(new Saved(ImmutableList.of(PURGE), ImmutableList.of(new Message.Continue("p#1")))),
                        Map.of("at", "next", "saved", ImmutableList.of(Map.of("kind", "purge", "from", "p", "n", 1)), "kept",
                                ImmutableList.of(Map.of("kind", "continue", "from", "p", "n", 1)))));
    }

    @ParameterizedTest
    @MethodSource("phases")
    @DisplayName("what a phase holds is in the variable of the purger")
    void phases(Phase phase, Map<String, Object> expected) {
        Object purger = value(StateValues.of(WORLD, with(phase)), "purger");
        expected.forEach((field, value) -> assertEquals(value, value(purger, field), field));
    }

    static Stream<Arguments> messages() {
        return Stream.of(Arguments.of(PURGE, "[from |-> \"p\", kind |-> \"purge\", n |-> 1]"),
                Arguments.of(new Message.SoftPurge("m", P, "p#2"), "[from |-> \"p\", kind |-> \"soft\", n |-> 2]"),
                Arguments.of(TEST, "[from |-> \"p\", kind |-> \"test\", n |-> 1]"),
                Arguments.of(new Message.TestPurge("m", Message.TestType.SOFT, P, "p#1"),
                        "[from |-> \"p\", kind |-> \"softtest\", n |-> 1]"),
                Arguments.of(new Message.FinishAfterOnLoad("m", true, P, "p#1"), "[from |-> \"p\", kind |-> \"keep\", n |-> 1]"),
                Arguments.of(new Message.FinishAfterOnLoad("m", false, P, "p#1"), "[from |-> \"p\", kind |-> \"discard\", n |-> 1]"),
                Arguments.of(new Message.Complete("p#1"), "[from |-> \"p\", kind |-> \"complete\", n |-> 1]"),
                Arguments.of(new Message.CheckReply(Message.Tag.CURRENT, P, false),
                        "[from |-> \"p\", kind |-> \"answer\", now |-> TRUE, refers |-> FALSE]"),
                Arguments.of(new Message.CheckReply(Message.Tag.STALE, P, true),
                        "[from |-> \"p\", kind |-> \"answer\", now |-> FALSE, refers |-> TRUE]"),
                Arguments.of(new Message.Down(P, true, false), "[from |-> \"p\", kind |-> \"down\"]"),
                Arguments.of(new Message.Down(P, false, false), "[from |-> \"p\", kind |-> \"forged\"]"));
    }

    private static ClosedState with(Message message) {
        return new ClosedState(FIRST.module(), FIRST.phase(), ImmutableList.of(message), FIRST.actors(), 1, FIRST.unasked());
    }

    @ParameterizedTest
    @MethodSource("messages")
    @DisplayName("a message is a record of its kind")
    void messages(Message message, String text) {
        assertEquals("<<" + text + ">>", text("mailbox", with(message)));
    }

    @Test
    @DisplayName("what no closed world has is refused")
    void refused() {
        ClosedState state = with(new Message.ExitSignal());
        assertThrows(IllegalArgumentException.class, () -> StateValues.of(WORLD, state));
    }

    @Test
    @DisplayName("of a tester it is kept what it has got and said")
    void tester() {
        Actor actor = FIRST.actors().get(0).and(Signal.CHECK).and(Signal.STALE_CHECK).saying(Said.COMPLETE);
        for (Said said : new Said[]{Said.COMPLETE, Said.BOTH}) {
            Actor now = said == Said.BOTH ? actor.saying(Said.CONTINUE) : actor;
            ClosedState state = new ClosedState(FIRST.module(), FIRST.phase(), FIRST.mailbox(), ImmutableList.of(now), 1, FIRST.unasked());
            Object proc = value(value(StateValues.of(WORLD, state), "proc"), "p");
            assertEquals(said == Said.BOTH ? ImmutableSet.of("complete", "continue") : ImmutableSet.of("complete"), value(proc, "said"));
            assertEquals(ImmutableList.of("check", "stale"), value(proc, "inbox"));
        }
    }
}
