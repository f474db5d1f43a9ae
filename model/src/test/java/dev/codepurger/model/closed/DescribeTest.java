package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeTest {

    private static final Pid P = new Pid(1, "p");

    static Stream<Arguments> messages() {
        return Stream.of(Arguments.of(new Message.Purge("m", P, "p#1"), "purge, p#1"),
                Arguments.of(new Message.SoftPurge("m", P, "p#1"), "soft_purge, p#1"),
                Arguments.of(new Message.TestPurge("m", Message.TestType.HARD, P, "p#1"), "test_purge true, p#1"),
                Arguments.of(new Message.TestPurge("m", Message.TestType.SOFT, P, "p#1"), "test_purge false, p#1"),
                Arguments.of(new Message.FinishAfterOnLoad("m", true, P, "p#1"), "finish_after_on_load true, p#1"),
                Arguments.of(new Message.Continue("p#1"), "continue, p#1"), Arguments.of(new Message.Complete("p#1"), "complete, p#1"),
                Arguments.of(new Message.CheckReply(Message.Tag.CURRENT, P, true), "true, p"),
                Arguments.of(new Message.CheckReply(Message.Tag.STALE, P, false), "false (stale), p"),
                Arguments.of(new Message.Down(P, true, false), "DOWN, p"),
                Arguments.of(new Message.Down(P, false, false), "DOWN, p (forged)"),
                Arguments.of(new Message.ExitSignal(), "ExitSignal[]"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    @DisplayName("a message is written as in Erlang, with what is unusual about it")
    void messages(Message message, String text) {
        assertEquals(text, Describe.message(message));
    }

    @Test
    @DisplayName("a reply says to what it is one, and with what result")
    void reply() {
        assertEquals("reply to purge, p#1: {true,false}",
                Describe.reply(new Message.Purge("m", P, "p#1"), new Result.Hard(true, false)));
    }

    @Test
    @DisplayName("a process is described by its place, its requests, and its freedoms in their order")
    void plan() {
        assertEquals("p: old, asks purge, asks test_purge, may die, may leave, is eager, and again",
                Describe.plan(Plan.of("p", Place.OLD, Freedom.AGAIN, Freedom.EAGER, Freedom.LEAVE).asks(Ask.PURGE, Ask.TEST_PURGE)
                        .may(Freedom.DIE)));
    }

    private static Configuration world(int loads) {
        return new Configuration("any", "any", new Configuration.Codes(true, true, false),
                ImmutableList.of(Plan.of("p", Place.OLD, Freedom.DIE).asks(Ask.PURGE, Ask.SOFT_PURGE), Plan.of("q", Place.OLD),
                        Plan.of("r", Place.OLD)),
                loads, 1, 0, ImmutableSet.of());
    }

    @Test
    @DisplayName("loads are counted, or without an end")
    void loads() {
        assertEquals("new code is loaded up to 2 times", Describe.loads(world(2)));
        assertEquals("new code is loaded for ever", Describe.loads(world(Configuration.ALWAYS)));
    }

    @Test
    @DisplayName("who waits for an answer is named with its last request, who is in a call with that, and the purger always")
    void waits() {
        ClosedState first = new ClosedWorld(world(0), Profile.HARDENED).initial();
        assertEquals(ImmutableMap.of("purger", "waits for a request"), Describe.waits(world(0), first));
        ImmutableList<Actor> actors = ImmutableList.of(first.actors().get(0).asking(2, true),
                first.actors().get(1).call(Actor.Call.SUSPENDED), first.actors().get(2));
        ClosedState later = new ClosedState(first.module(), new Phase.Hung(), first.mailbox(), actors, 0, first.unasked());
        assertEquals(ImmutableMap.of("p", "waits for the answer to soft_purge", "q", "is in its call", "purger", "hangs"),
                Describe.waits(world(0), later));
    }
}
