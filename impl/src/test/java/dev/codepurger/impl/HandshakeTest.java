package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Message;
import java.util.List;

/** Test purges: the two waits, and everything that can come too early, too late, from others or not at all. */
class HandshakeTest {

    private static Harness held(Harness h, boolean hard) {
        h.clients("t", "c").lingering("m", "p");
        h.testPurge("s", "m", "t", hard);
        assertEquals("held", h.settle());
        assertEquals(List.of("started t s"), h.news());
        return h;
    }

    @OnEverySchedule
    void aHardSessionKillsBetweenItsHandshakesAndRemovesTheCodeAfterThem(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            assertTrue(h.node.alive("p"));
            h.goOn("s", "t");
            assertEquals("held", h.settle());
            assertEquals(List.of("continued t s", "down p killed"), h.news().stream().sorted().toList());
            assertTrue(h.node.checkOldCode("m"));
            h.complete("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("result t s {true,true}"), h.news());
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aSoftSessionFixesItsVerdictAtContinued(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), false)) {
            h.goOn("s", "t");
            assertEquals("held", h.settle());
            h.then(h.node.leave("p")).complete("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("continued t s", "result t s false"), h.news());
            h.testPurge("s2", "m", "t", false).settle();
            h.goOn("s2", "t").settle();
            h.complete("s2", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("started t s2", "continued t s2", "result t s2 true"), h.news());
        }
    }

    @OnEverySchedule
    void bothHandshakesHappenWithoutOldCodeToo(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("t")) {
            h.testPurge("s", "m", "t", true);
            assertEquals("held", h.settle());
            h.goOn("s", "t");
            assertEquals("held", h.settle());
            h.complete("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("started t s", "continued t s", "result t s {false,false}"), h.seen());
            assertEquals(List.of(), h.all("snapshot"));
        }
    }

    @OnEverySchedule
    void onlyTheReferenceCountsNotTheSender(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            h.goOn("wrong", "t");
            assertEquals("held", h.settle());
            h.goOn("s", "c");
            assertEquals("held", h.settle());
            h.complete("wrong", "t").complete("s", "c");
            assertEquals("idle", h.settle());
            assertTrue(h.seen().contains("result t s {true,true}"));
        }
    }

    @OnEverySchedule
    void theSeedLosesACompleteThatIsTooEarlyIfThereIsOldCode(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            h.complete("s", "t").goOn("s", "t");
            assertEquals("held", h.settle());
            assertEquals(List.of("dropped Complete"), h.all("dropped Complete"));
            h.complete("s", "t");
            assertEquals("idle", h.settle());
        }
    }

    @OnEverySchedule
    void anEarlyCompleteIsAcceptedIfThereIsNone(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("t")) {
            h.testPurge("s", "m", "t", true).settle();
            h.complete("s", "t").goOn("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("started t s", "continued t s", "result t s {false,false}"), h.seen());
        }
    }

    @OnEverySchedule
    void theHardenedPurgerKeepsAnEarlyComplete(Scheduling scheduling) {
        try (Harness h = held(Harness.hardened(scheduling), true)) {
            h.complete("s", "t").goOn("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("kept Complete"), h.all("kept"));
            assertTrue(h.seen().contains("result t s {true,true}"));
        }
    }

    @OnEverySchedule
    void theHardenedPurgerKeepsWhatIsForASavedSessionAndDropsWhatIsLeftOver(Scheduling scheduling) {
        try (Harness h = held(Harness.hardened(scheduling), true)) {
            h.clients("u");
            h.testPurge("s2", "x", "u", true).goOn("s2", "u").complete("s2", "u").complete("s2", "u");
            h.goOn("nobody", "u").goOn("s", "t");
            assertEquals("held", h.settle());
            h.complete("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of("started u s2", "continued u s2", "result u s2 {false,false}"), h.seen("started u", "continued u", "result u"));
            assertEquals(List.of("dropped Continue"), h.all("dropped"), "what was kept is forgotten, not dropped");
        }
    }

    @OnEverySchedule
    void whatIsNotWaitedForStaysInTheMailboxAndIsSavedByTheCheck(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            h.purge("r1", "x", "c").purge("r2", "x", "c");
            assertEquals("held", h.settle());
            assertEquals(List.of(), h.all("saved"));
            h.goOn("s", "t");
            assertEquals("held", h.settle());
            assertEquals(2, h.all("saved").size());
            h.purge("r3", "x", "c").complete("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of("reply c purge r1 {false,false}", "reply c purge r2 {false,false}", "reply c purge r3 {false,false}"),
                    h.seen("reply"));
        }
    }

    @OnEverySchedule
    void aTesterThatDiesAtStartedDoesNotStopThePurge(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            h.then(h.node.kill("t"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("down p killed", "down t killed"), h.news().stream().sorted().toList());
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aTesterThatDiesAtContinuedDoesNotStopThePurge(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            h.goOn("s", "t").settle();
            h.then(h.node.exit("t"));
            assertEquals("idle", h.settle());
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aTesterThatDiesBetweenTheHandshakesDoesNotStopThePurge(Scheduling scheduling) {
        for (boolean hard : new boolean[]{true, false}) {
            try (Harness h = held(Harness.seed(scheduling), hard)) {
                h.clients("slow").then(h.node.pause("slow"));
                h.then(h.node.hold());
                h.goOn("s", "t").then(h.node.exit("t")).then(h.node.release());
                h.settle();
                h.then(h.node.resume("slow"));
                assertEquals("idle", h.settle());
                assertEquals(!hard, h.node.checkOldCode("m"));
                assertEquals(!hard, h.node.alive("p"));
            }
        }
    }

    @OnEverySchedule
    void aTesterThatDiesAfterItsLastWordTakesNothingWithItThatOthersSent(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            h.goOn("s", "t").settle();
            h.then(h.node.hold());
            h.purge("r1", "x", "c").complete("s", "t").then(h.node.exit("t"));
            h.purge("r2", "x", "c").then(h.node.release());
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge r1 {false,false}", "reply c purge r2 {false,false}"), h.seen("reply"));
            assertEquals(List.of(), h.all("dropped"), "its death was awaited, and is forgotten with the handshake");
        }
    }

    @OnEverySchedule
    void aTesterThatIsDeadBeforeItsTurnHasItsPurgeAllTheSame(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("t").lingering("m", "p")) {
            h.then(h.node.hold());
            h.testPurge("s", "m", "t", true).then(h.node.exit("t")).then(h.node.release());
            assertEquals("idle", h.settle());
            assertFalse(h.node.alive("p"));
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aTesterInTheOldCodeIsKilledByItsOwnPurgeWhichEnds(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).lingering("m", "t")) {
            h.testPurge("s", "m", "t", true).settle();
            h.goOn("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("started t s", "down t killed"), h.seen());
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aSecondSessionStartsAfterTheFirstAndItsContinueIsLostMeanwhile(Scheduling scheduling) {
        try (Harness h = held(Harness.seed(scheduling), true)) {
            h.clients("u").testPurge("s2", "x", "u", true).goOn("s2", "u").goOn("s", "t");
            assertEquals("held", h.settle());
            h.complete("s", "t");
            assertEquals("held", h.settle());
            assertEquals(List.of("started u s2"), h.seen("started u", "continued u"));
            h.goOn("s2", "u").settle();
            h.complete("s2", "u");
            assertEquals("idle", h.settle());
        }
    }

    @OnEverySchedule
    void thePurgerAsTesterWaitsUntilOthersLetItGoOn(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.send("c", new Message.TestPurge("m", h.node.pid(JvmNode.PURGER), true, "s"));
            assertEquals("held", h.settle());
            h.goOn("s", "c");
            assertEquals("held", h.settle());
            h.complete("s", "c");
            assertEquals("idle", h.settle());
            assertFalse(h.node.alive("p"));
            assertEquals(List.of("down p killed"), h.seen());
        }
    }

    @OnEverySchedule
    void aTypeThatIsNoBooleanDoesNothing(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.send("c", new Message.TestPurge("m", h.node.pid("c"), "maybe", "s"));
            assertEquals("idle", h.settle());
            assertEquals(List.of(), h.all());
        }
    }

    @OnEverySchedule
    void aContinueForNobodyIsDropped(Scheduling scheduling) {
        try (Harness h = Harness.hardened(scheduling).clients("t")) {
            h.goOn("s", "t").complete("s", "t").testPurge("s", "m", "t", true);
            assertEquals("held", h.settle());
            assertEquals(List.of("dropped Continue", "dropped Complete"), h.all("dropped"));
        }
    }
}
