package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.RequestKind;
import java.util.List;

/** What arrives while the purger is busy. */
class QueueTest {

    /** A purge that cannot end before {@code slow} is resumed. */
    private static Harness inACheck(Harness h) {
        h.clients("c", "slow").lingering("m");
        h.then(h.node.pause("slow"));
        h.purge("r0", "m", "c");
        assertEquals("blocked", h.settle());
        return h;
    }

    private static List<String> endOfCheck(Harness h) {
        h.then(h.node.resume("slow"));
        assertEquals("idle", h.settle());
        return h.seen();
    }

    @OnEverySchedule
    void requestsAreSavedAndServedInOrder(Scheduling scheduling) {
        try (Harness h = inACheck(Harness.seed(scheduling))) {
            h.purge("r1", "a", "c").softPurge("r2", "b", "c").purge("r3", "c", "c");
            assertEquals("blocked", h.settle());
            assertEquals(3, h.all("saved").size());
            assertEquals(
                    List.of(
                            "reply c purge r0 {true,false}",
                            "reply c purge r1 {false,false}",
                            "reply c soft_purge r2 true",
                            "reply c purge r3 {false,false}"),
                    endOfCheck(h));
        }
    }

    @OnEverySchedule
    void malformedRequestsAreSavedTooAndDroppedWhenTheirTurnComes(Scheduling scheduling) {
        try (Harness h = inACheck(Harness.seed(scheduling))) {
            h.send("c", new Message.Malformed(RequestKind.PURGE, List.of()));
            h.send("c", new Message.Purge(42, h.node.pid("c"), "r"));
            h.send("c", new Message.Malformed(RequestKind.TEST_PURGE, List.of("m")));
            h.send("c", new Message.Junk("atom"));
            h.send("c", new Message.Malformed(RequestKind.FINISH_AFTER_ON_LOAD, List.of()));
            assertEquals("blocked", h.settle());
            assertEquals(List.of("saved Malformed", "saved Purge", "saved Malformed"), h.all("saved"));
            assertEquals(List.of("dropped Junk", "dropped Malformed"), h.all("dropped"));
            assertEquals(List.of("reply c purge r0 {true,false}"), endOfCheck(h));
            assertEquals(5, h.all("dropped").size());
        }
    }

    @OnEverySchedule
    void requestsSavedInNestedSessionsAreServedFirstInFirstOut(Scheduling scheduling) {
        try (Harness h = inACheck(Harness.seed(scheduling))) {
            h.lingering("n").purge("r1", "n", "c").purge("r2", "x", "c");
            assertEquals("blocked", h.settle());
            h.clients("slow2").then(h.node.pause("slow2")).then(h.node.resume("slow"));
            assertEquals("blocked", h.settle());
            h.purge("r3", "x", "c").purge("r4", "x", "c");
            h.then(h.node.resume("slow2"));
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of(
                            "reply c purge r0 {true,false}",
                            "reply c purge r1 {true,false}",
                            "reply c purge r2 {false,false}",
                            "reply c purge r3 {false,false}",
                            "reply c purge r4 {false,false}"),
                    h.seen());
        }
    }

    @OnEverySchedule
    void theSeedLosesAFinishThatArrivesDuringACheck(Scheduling scheduling) {
        try (Harness h = inACheck(Harness.seed(scheduling))) {
            h.then(h.node.beginOnLoad("ol"));
            h.finish("r1", "ol", true, "c");
            assertEquals(List.of("reply c purge r0 {true,false}"), endOfCheck(h));
            assertEquals(List.of("dropped FinishAfterOnLoad"), h.all("dropped"));
            h.finish("r2", "ol", true, "c");
            assertEquals("idle", h.settle());
            assertTrue(h.seen().contains("reply c finish_after_on_load r2 ok"));
        }
    }

    @OnEverySchedule
    void theHardenedPurgerSavesIt(Scheduling scheduling) {
        try (Harness h = inACheck(Harness.hardened(scheduling))) {
            h.then(h.node.beginOnLoad("ol"));
            h.purge("r1", "x", "c").finish("r2", "ol", true, "c").purge("r3", "x", "c");
            assertEquals(
                    List.of(
                            "reply c purge r0 {true,false}",
                            "reply c purge r1 {false,false}",
                            "reply c finish_after_on_load r2 ok",
                            "reply c purge r3 {false,false}"),
                    endOfCheck(h));
        }
    }

    @OnEverySchedule
    void aSavedRequestIsJudgedByTheModulesAsTheyAreWhenItIsTaken(Scheduling scheduling) {
        try (Harness h = inACheck(Harness.seed(scheduling))) {
            h.node.load("x");
            h.purge("r1", "x", "c");
            assertEquals("blocked", h.settle());
            h.node.load("x");
            assertEquals(
                    List.of("reply c purge r0 {true,false}", "reply c purge r1 {true,false}"), endOfCheck(h));
        }
    }

    @OnEverySchedule
    void aHeldPurgerTakesNothing(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.hold());
            h.purge("r1", "m", "c");
            assertEquals("blocked", h.settle());
            assertEquals(List.of(), h.all());
            h.then(h.node.release());
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge r1 {false,false}"), h.seen());
        }
    }
}
