package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.RequestKind;
import java.util.List;

/** Which messages are requests, what becomes of the others, and how a node ends. */
class DispatchTest {

    private static List<Message> garbage(Pid pid) {
        return List.of(
                new Message.Purge(42, pid, "r"),
                new Message.Purge("m", "no pid", "r"),
                new Message.SoftPurge(42, pid, "r"),
                new Message.SoftPurge("m", 42, "r"),
                new Message.FinishAfterOnLoad(42, true, pid, "r"),
                new Message.FinishAfterOnLoad("m", "yes", pid, "r"),
                new Message.FinishAfterOnLoad("m", true, "no pid", "r"),
                new Message.TestPurge(42, pid, true, "r"),
                new Message.TestPurge("m", "no pid", true, "r"),
                new Message.TestPurge("m", pid, 1, "r"),
                new Message.Malformed(RequestKind.PURGE, List.of()),
                new Message.Continue("r"),
                new Message.Complete("r"),
                new Message.Junk("atom"),
                new Message.Junk(null),
                new Message.Junk(List.of("EXIT", pid, "bye")),
                new Message.Down("unknown", pid, "killed"),
                new Message.CheckReply("unknown", pid, true));
    }

    @OnEverySchedule
    void garbageHasNoEffectAndNoAnswer(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            garbage(h.node.pid("c")).forEach(message -> h.send("c", message));
            assertEquals("idle", h.settle());
            assertEquals(List.of(), h.seen());
            assertEquals(17, h.all("dropped").size(), "all but the test_purge of no type, which is taken and comes to nothing");
            assertEquals(17, h.all().size());
        }
    }

    @OnEverySchedule
    void forgedDeathsAndAnswersChangeNothingInACheck(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.then(h.node.pause("p")).then(h.node.hold());
            h.purge("r", "m", "c");
            h.send("c", new Message.Down("unknown", h.node.pid("p"), "killed"));
            h.send("c", new Message.CheckReply("unknown", h.node.pid("p"), false));
            h.send("c", new Message.CheckReply("unknown", h.node.pid("c"), true));
            h.then(h.node.release());
            assertEquals("blocked", h.settle());
            assertEquals(3, h.all("dropped").size());
            h.then(h.node.resume("p"));
            assertEquals("idle", h.settle());
            assertTrue(h.node.alive("c"));
            assertFalse(h.node.alive("p"));
        }
    }

    @OnEverySchedule
    void aReferenceIsAnyTerm(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.send("c", new Message.Purge("m", h.node.pid("c"), List.of(1, 2)));
            h.send("c", new Message.SoftPurge("m", h.node.pid("c"), null));
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge [1, 2] {false,false}", "reply c soft_purge null true"), h.seen());
        }
    }

    @OnEverySchedule
    void whoIsAnsweredNeedNotBeWhoSent(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("a", "b")) {
            h.send("a", new Message.Purge("m", h.node.pid("b"), "r"));
            h.send("a", new Message.Purge("m", h.node.pid("nobody"), "r"));
            h.send("a", new Message.Purge("m", h.node.pid(JvmNode.PURGER), "r"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply b purge r {false,false}"), h.seen());
            assertEquals(List.of("dropped Reply"), h.all("dropped"));
        }
    }

    @OnEverySchedule
    void aKilledPurgerTakesTheNodeWithIt(Scheduling scheduling) {
        for (boolean held : new boolean[]{false, true}) {
            try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
                if (held) {
                    h.then(h.node.hold());
                }
                h.settle();
                h.then(h.node.kill(JvmNode.PURGER));
                assertEquals("down", h.settle());
                assertEquals(List.of("purger_down killed"), h.seen());
                assertEquals(Response.NO_EFFECT, h.node.send("c", new Message.Junk(1)));
                assertEquals("down", h.settle());
                assertFalse(h.node.purger().isAlive());
            }
        }
    }

    @OnEverySchedule
    void aPurgeOfThePurgersOwnOldCodeKillsIt(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.load(JvmNode.PURGER_MODULE));
            h.softPurge("r1", JvmNode.PURGER_MODULE, "c");
            assertEquals("idle", h.settle());
            h.purge("r2", JvmNode.PURGER_MODULE, "c");
            assertEquals("down", h.settle());
            assertEquals(List.of("reply c soft_purge r1 false", "purger_down killed"), h.seen());
        }
    }

    @OnEverySchedule
    void thePurgerIsNoOrdinaryProcess(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling)) {
            assertEquals(Response.NO_EFFECT, h.node.pause(JvmNode.PURGER));
            assertEquals(Response.NO_EFFECT, h.node.suspend(JvmNode.PURGER));
            assertEquals(Response.NO_EFFECT, h.node.exit(JvmNode.PURGER));
            assertEquals(Response.NO_EFFECT, h.node.leave(JvmNode.PURGER));
            assertEquals(Response.NO_EFFECT, h.node.send(JvmNode.PURGER, new Message.Junk(1)));
            assertEquals("idle", h.settle());
        }
    }

    @OnEverySchedule
    void aChangeOfThePriorityForNobodyIsGarbage(Scheduling scheduling) {
        try (Harness h = new Harness(Profile.OTP_25, scheduling, builder -> builder).clients("c")) {
            h.send("c", new Message.ChangePrio("nobody", "r1", "low"));
            h.send("c", new Message.ChangePrio(h.node.pid("c"), "r2", "low"));
            h.send("c", new Message.ChangePrio(h.node.pid("c"), "r3", "normal"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("priority c r2 HIGH", "priority c r3 LOW"), h.seen());
        }
    }
}
