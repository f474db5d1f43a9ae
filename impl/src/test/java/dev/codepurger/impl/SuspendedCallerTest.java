package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Message;
import java.util.List;

/** Callers of funs whose code is being purged: suspended meanwhile, and the four things they see afterwards. */
class SuspendedCallerTest {

    /** Module m has fun f in its old code and is being purged; p has called f and is suspended. */
    private static Harness suspended(Harness h, boolean hard) {
        h.clients("t", "p");
        h.then(h.node.load("m")).then(h.node.makeFun("f", "m")).then(h.node.load("m"));
        h.testPurge("s", "m", "t", hard).settle();
        h.then(h.node.callFun("c1", "p", "f"));
        assertEquals("held [p]", h.settle());
        return h;
    }

    private static List<String> finished(Harness h) {
        h.goOn("s", "t").settle();
        h.complete("s", "t");
        assertEquals("idle", h.settle());
        return h.seen("returned");
    }

    @OnEverySchedule
    void afterAnAbortTheCallRunsInTheOldCode(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling)) {
            h.node.load("m");
            h.clients("t", "p").then(h.node.makeFun("f", "m"));
            h.then(h.node.spawn("lingers", new Place.InModule("m", Residence.BUSY)));
            h.then(h.node.load("m")).then(h.node.callFun("c0", "p", "f"));
            h.testPurge("s", "m", "t", false).settle();
            h.then(h.node.callFun("c1", "p", "f"));
            assertEquals("held [p]", h.settle());
            assertEquals(List.of("returned c0 v1", "returned c1 v1"), finished(h));
        }
    }

    @OnEverySchedule
    void afterCompletionWithOtherCodeItIsABadFun(Scheduling scheduling) {
        try (Harness h = suspended(Harness.seed(scheduling), true)) {
            assertEquals(List.of("returned c1 badfun"), finished(h));
            assertTrue(h.all().contains("answered p false"));
        }
    }

    @OnEverySchedule
    void afterCompletionWithoutCodeItIsUndefinedOrLoaded(Scheduling scheduling) {
        for (boolean offered : new boolean[]{false, true}) {
            try (Harness h = Harness.seed(scheduling).clients("t", "p")) {
                h.then(h.node.load("m")).then(h.node.makeFun("f", "m")).then(h.node.delete("m"));
                h.testPurge("s", "m", "t", true).settle();
                h.then(h.node.callFun("c1", "p", "f"));
                if (offered) {
                    h.then(h.node.offer("m"));
                }
                assertEquals(List.of(offered ? "returned c1 v2" : "returned c1 undef"), finished(h));
            }
        }
    }

    @OnEverySchedule
    void funsOfIdenticalCodeBelongToTheNewestInstance(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("t", "p")) {
            h.then(h.node.load("m")).then(h.node.makeFun("f", "m")).then(h.node.loadIdentical("m"));
            h.testPurge("s", "m", "t", true).settle();
            h.then(h.node.callFun("c1", "p", "f"));
            assertEquals("held", h.settle());
            assertEquals(List.of("returned c1 v2"), finished(h));
        }
    }

    @OnEverySchedule
    void aSuspendedCallerCanBeKilledAndDoesNotDisturbThePurge(Scheduling scheduling) {
        try (Harness h = suspended(Harness.seed(scheduling), true)) {
            assertEquals(Response.NO_EFFECT, h.node.leave("p"));
            assertEquals(Response.NO_EFFECT, h.node.exit("p"));
            assertEquals(Response.NO_EFFECT, h.node.callFun("c2", "p", "f"));
            h.then(h.node.kill("p"));
            assertEquals("held", h.settle());
            assertEquals(List.of(), finished(h));
            assertEquals(List.of("down p killed"), h.seen("down"));
        }
    }

    @OnEverySchedule
    void aProcessSpawnedOnAnOldFunIsSuspendedAnswersFalseAndThenFails(Scheduling scheduling) {
        try (Harness h = suspended(Harness.seed(scheduling), true)) {
            h.then(h.node.spawn("q", new Place.OnFun("f")));
            assertEquals("held [p, q]", h.settle());
            assertEquals(List.of("returned c1 badfun"), finished(h));
            assertTrue(h.all().contains("answered q false"));
            assertEquals(List.of("down q badfun"), h.seen("down"));
        }
    }

    @OnEverySchedule
    void aProcessSpawnedOnAFunLingersInItsCode(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.load("m")).then(h.node.makeFun("f", "m")).then(h.node.load("m"));
            h.then(h.node.spawn("q", new Place.OnFun("f")));
            h.purge("r", "m", "c").settle();
            assertFalse(h.node.alive("q"));
        }
    }

    @OnEverySchedule
    void aSuspendedTesterHoldsThePurgerUntilItIsKilled(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("t", "c")) {
            h.then(h.node.load("m")).then(h.node.makeFun("f", "m")).then(h.node.load("m"));
            h.testPurge("s", "m", "t", true).settle();
            h.then(h.node.callFun("c1", "t", "f"));
            assertEquals("held [t]", h.settle());
            assertEquals(Response.NO_EFFECT, h.node.send("t", new Message.Continue("s")));
            h.purge("r", "x", "c");
            assertEquals("held [t]", h.settle());
            h.then(h.node.kill("t"));
            assertEquals("idle", h.settle());
            assertTrue(h.seen().contains("reply c purge r {false,false}"));
        }
    }

    @OnEverySchedule
    void aCallerThatIsStoppedWhenItIsResumedGoesOnLater(Scheduling scheduling) {
        try (Harness h = suspended(Harness.seed(scheduling), true)) {
            h.then(h.node.suspend("p"));
            assertEquals(List.of(), finished(h));
            h.then(h.node.unsuspend("p"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("returned c1 badfun"), h.seen("returned"));
        }
    }

    @OnEverySchedule
    void whoIsPausedDoesNotGoOnThoughItIsSuspendedNoMore(Scheduling scheduling) {
        try (Harness h = suspended(Harness.seed(scheduling), true)) {
            h.then(h.node.suspend("p")).goOn("s", "t").settle();
            h.complete("s", "t");
            assertEquals("idle", h.settle());
            h.then(h.node.pause("p")).then(h.node.unsuspend("p"));
            assertEquals("idle", h.settle());
            assertEquals(List.of(), h.seen("returned"));
            h.then(h.node.resume("p"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("returned c1 badfun"), h.seen("returned"));
        }
    }
}
