package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import java.util.List;

/** The end of an on_load function. */
class OnLoadTest {

    @OnEverySchedule
    void keptCodeBecomesCurrentAndCurrentCodeOld(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.load("m")).then(h.node.beginOnLoad("m"));
            h.then(h.node.call("c1", "c", "m")).finish("r", "m", true, "c");
            assertEquals("idle", h.settle());
            h.then(h.node.call("c2", "c", "m"));
            assertEquals(
                    List.of("returned c1 v1", "reply c finish_after_on_load r ok", "returned c2 v2"), h.seen());
            assertTrue(h.node.checkOldCode("m"));
            assertEquals(List.of("finished m true"), h.all("finished", "prepared"));
        }
    }

    @OnEverySchedule
    void failedCodeIsRemovedAndWhoRunsItKilled(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.load("m")).then(h.node.beginOnLoad("m"));
            h.then(h.node.spawn("runner", new Place.InOnLoad("m")));
            h.finish("r", "m", false, "c");
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of("down runner killed", "reply c finish_after_on_load r ok"),
                    h.news().stream().sorted().toList());
            assertEquals(List.of("finished m false", "prepared_on_load m true", "completed m"), h.all("finished", "prepared", "completed"));
            h.then(h.node.call("c1", "c", "m"));
            assertEquals(List.of("returned c1 v1"), h.news());
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void realOldCodeIsSetAsideMeanwhileAndComesBack(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.node.load("m");
            h.then(h.node.spawn("p", new Place.InModule("m", Residence.BUSY)));
            h.then(h.node.delete("m")).then(h.node.beginOnLoad("m"));
            h.finish("r1", "m", false, "c");
            assertEquals("idle", h.settle());
            assertTrue(h.node.alive("p"));
            assertTrue(h.node.checkOldCode("m"));
            assertTrue(h.all().contains("answered p false"));
            h.purge("r2", "m", "c").settle();
            assertFalse(h.node.alive("p"));
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aFinishForNothingTakesTheSeedDown(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.finish("r", "m", true, "c");
            assertEquals("down", h.settle());
            assertEquals(List.of("purger_down badarg"), h.seen());
            assertEquals(Response.NO_EFFECT, h.node.load("m"));
            assertFalse(h.node.alive("c"));
        }
    }

    @OnEverySchedule
    void theHardenedPurgerRefusesItAndGoesOn(Scheduling scheduling) {
        try (Harness h = Harness.hardened(scheduling).clients("c")) {
            h.then(h.node.beginOnLoad("m"));
            h.finish("r1", "m", true, "c").finish("r2", "m", true, "c").finish("r3", "m", false, "c");
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of(
                            "reply c finish_after_on_load r1 ok",
                            "reply c finish_after_on_load r2 error",
                            "reply c finish_after_on_load r3 error"),
                    h.seen());
        }
    }

    @OnEverySchedule
    void aFinishInAHandshakeIsServedAfterTheSession(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("t", "c")) {
            h.then(h.node.beginOnLoad("m"));
            h.testPurge("s", "x", "t", true).settle();
            h.finish("r", "m", true, "c").goOn("s", "t");
            assertEquals("held", h.settle());
            assertEquals(List.of(), h.seen("reply"));
            h.complete("s", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c finish_after_on_load r ok"), h.seen("reply"));
        }
    }

    @OnEverySchedule
    void pendingCodeIsNeitherCurrentNorCallable(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.beginOnLoad("m")).then(h.node.call("c1", "c", "m"));
            assertEquals(Response.ON_LOAD_PENDING, h.node.beginOnLoad("m"));
            assertEquals(Response.ON_LOAD_PENDING, h.node.load("m"));
            assertEquals(Response.UNDEFINED, h.node.delete("m"));
            assertEquals(Response.UNDEF, h.node.makeFun("f", "m"));
            assertEquals(List.of("returned c1 undef"), h.seen());
            h.finish("r", "m", true, "c").settle();
            h.then(h.node.call("c2", "c", "m"));
            assertEquals(List.of("returned c2 v1"), h.seen("returned c2"));
        }
    }

    @OnEverySchedule
    void thePurgerCanBeStalledWhereItPreparesTheFailedCode(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.beginOnLoad("m")).then(h.node.stallPrepare());
            h.finish("r", "m", false, "c");
            assertEquals("blocked", h.settle());
            h.then(h.node.unstall());
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c finish_after_on_load r ok"), h.seen());
        }
    }

    @OnEverySeed
    void theFailedCodeStandsInTheWayUntilItIsPrepared(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.beginOnLoad("m")).finish("r", "m", false, "c");
            while (h.all("finished").isEmpty()) {
                assertEquals(1, h.node.step(1));
            }
            assertEquals(List.of(), h.all("prepared"));
            assertEquals(Response.ON_LOAD_PENDING, h.node.load("m"));
            assertEquals("idle", h.settle());
            assertEquals(Response.OK, h.node.load("m"));
        }
    }
}
