package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two versions of a module, and what processes do with them. */
class ModuleTest {

    @Test
    void aThirdVersionIsRefusedUntilTheFirstIsPurged() {
        try (Harness h = Harness.seed(Scheduling.seeded(1)).clients("c")) {
            assertEquals(Response.OK, h.node.load("m"));
            assertFalse(h.node.checkOldCode("m"));
            assertEquals(Response.OK, h.node.load("m"));
            assertTrue(h.node.checkOldCode("m"));
            assertEquals(Response.NOT_PURGED, h.node.load("m"));
            assertEquals(Response.NOT_PURGED, h.node.delete("m"));
            assertEquals(Response.NOT_PURGED, h.node.beginOnLoad("m"));
            h.purge("r", "m", "c").settle();
            assertEquals(Response.OK, h.node.load("m"));
        }
    }

    @Test
    void aDeletedModuleHasOldCodeAndNoCurrent() {
        try (Harness h = Harness.seed(Scheduling.seeded(1)).clients("c")) {
            h.node.load("m");
            assertEquals(Response.OK, h.node.delete("m"));
            assertEquals(Response.NOT_PURGED, h.node.delete("m"));
            assertEquals(Response.UNDEFINED, h.node.delete("n"));
            assertTrue(h.node.checkOldCode("m"));
            h.then(h.node.call("c1", "c", "m"));
            assertEquals(Response.OK, h.node.load("m"));
            h.then(h.node.call("c2", "c", "m"));
            assertEquals(List.of("returned c1 undef", "returned c2 v2"), h.seen());
        }
    }

    @Test
    void anOfferedModuleIsLoadedWhenItIsCalled() {
        try (Harness h = Harness.seed(Scheduling.seeded(1)).clients("c")) {
            h.then(h.node.offer("m")).then(h.node.call("c1", "c", "m")).then(h.node.delete("m"));
            h.then(h.node.call("c2", "c", "m"));
            assertEquals(List.of("returned c1 v1", "returned c2 v2"), h.seen());
        }
    }

    @OnEverySchedule
    void aSpawnWithoutCodeExitsAtOnce(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling)) {
            h.then(h.node.spawn("p", new Place.InModule("m", Residence.BUSY)));
            h.then(h.node.spawn("q", new Place.InOnLoad("m"))).then(h.node.spawn("r", new Place.OnFun("f")));
            h.settle();
            assertEquals(
                    List.of("down p undef", "down q undef", "down r undef"),
                    h.seen().stream().sorted().toList());
            assertEquals(Set.of("purger"), h.node.processes());
        }
    }

    @OnEverySchedule
    void aNameIsFreeAgainWhenItsProcessIsDead(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("p")) {
            assertEquals(Response.NO_EFFECT, h.node.spawn("p", new Place.Nowhere()));
            h.then(h.node.exit("p"));
            assertEquals(Response.NO_EFFECT, h.node.exit("p"));
            assertEquals(Response.NO_EFFECT, h.node.kill("p"));
            assertEquals(Response.OK, h.node.spawn("p", new Place.Nowhere()));
            h.settle();
            assertEquals(List.of("down p normal"), h.seen());
            assertTrue(h.node.alive("p"));
        }
    }

    @OnEverySchedule
    void whoLeavesIsInTheCurrentCodeAndDiesWithThat(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.then(h.node.leave("p")).purge("r1", "m", "c").settle();
            assertTrue(h.node.alive("p"));
            h.then(h.node.load("m")).purge("r2", "m", "c").settle();
            assertFalse(h.node.alive("p"));
        }
    }

    @OnEverySchedule
    void aPausedProcessHandlesNothingUntilItIsResumed(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("p")) {
            h.node.load("m");
            h.then(h.node.pause("p")).then(h.node.kill("p"));
            assertEquals(Response.NO_EFFECT, h.node.exit("p"));
            assertEquals(Response.NO_EFFECT, h.node.call("c1", "p", "m"));
            assertEquals("idle", h.settle());
            assertEquals(List.of(), h.seen());
            h.then(h.node.resume("p"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("down p killed"), h.seen());
        }
    }

    @OnEverySchedule
    void aSuspendedProcessReadsItsRepliesLater(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.hold());
            h.purge("r", "m", "c").then(h.node.suspend("c")).then(h.node.release());
            assertEquals(Response.NO_EFFECT, h.node.call("c1", "c", "m"));
            assertEquals("idle", h.settle());
            assertEquals(List.of(), h.seen());
            h.then(h.node.unsuspend("c"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge r {false,false}"), h.seen());
        }
    }
}
