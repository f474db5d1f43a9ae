package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.jvm.Trait;
import dev.codepurger.impl.kernel.Message;
import java.util.List;

/** Hard and soft purges. */
class PurgeTest {

    @OnEverySchedule
    void withoutOldCodeNobodyIsAsked(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.node.load("m");
            h.purge("r1", "m", "c").softPurge("r2", "m", "c").purge("r3", "unknown", "c");
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of("reply c purge r1 {false,false}", "reply c soft_purge r2 true", "reply c purge r3 {false,false}"),
                    h.seen());
            assertEquals(List.of(), h.all("snapshot", "requested", "completed", "aborted"));
        }
    }

    @OnEverySchedule
    void aHardPurgeKillsThoseWhoReferAndNobodyElse(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p1", "p2")) {
            h.node.spawn("new", new Place.InModule("m", Residence.BUSY));
            h.purge("r", "m", "c");
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge r {true,true}"), h.seen("reply"));
            assertEquals(List.of("down p1 killed", "down p2 killed"), h.seen("down").stream().sorted().toList());
            assertTrue(h.node.alive("new"));
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void theCourseOfAHardPurgeIsPrepareSnapshotRequestsAnswersCompleteReply(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.purge("r", "m", "c").settle();
            List<String> all = h.all();
            assertEquals("prepared m true", all.get(0));
            assertEquals("snapshot [purger, c, p]", all.get(1));
            assertEquals(List.of("requested purger", "requested c", "requested p"), h.all("requested"));
            assertEquals(
                    List.of("answered c false", "answered p true", "answered purger false"),
                    h.all("answered").stream().sorted().toList());
            assertTrue(all.indexOf("monitored p victim") < all.indexOf("kill_issued p"));
            assertTrue(all.indexOf("kill_issued p") < all.indexOf("killed p"));
            assertTrue(all.indexOf("killed p") < all.indexOf("completed m"));
            assertTrue(all.indexOf("completed m") < all.indexOf("reply c purge r {true,true}"));
        }
    }

    @OnEverySchedule
    void aHardPurgeWithNobodyInTheCodeKillsNobody(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m")) {
            h.purge("r", "m", "c").settle();
            assertEquals(List.of("reply c purge r {true,false}"), h.seen());
        }
    }

    @OnEverySchedule
    void aSoftPurgeGivesUpWhenSomebodyRefersAndSucceedsAfterHeLeft(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p1", "p2", "p3")) {
            h.softPurge("r1", "m", "c").settle();
            assertEquals(List.of("reply c soft_purge r1 false"), h.news());
            assertTrue(h.node.checkOldCode("m"));
            assertEquals(1, h.all("aborted m").size());
            assertEquals(List.of(), h.all("kill_issued", "completed"));
            h.then(h.node.leave("p1")).then(h.node.leave("p2")).then(h.node.leave("p3"));
            h.softPurge("r2", "m", "c").settle();
            assertEquals(List.of("reply c soft_purge r2 true"), h.news());
            assertFalse(h.node.checkOldCode("m"));
            assertTrue(h.node.alive("p1"));
        }
    }

    @OnEverySchedule
    void answersToAnEarlierCheckAreIgnored(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", Harness.names("p", 20))) {
            h.node.hold();
            h.softPurge("r1", "m", "c").purge("r2", "m", "c").then(h.node.release());
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c soft_purge r1 false", "reply c purge r2 {true,true}"), h.seen("reply"));
            assertEquals(20, h.seen("down").size());
            assertEquals(20, h.all("kill_issued").size());
            assertEquals(21, h.all("answered").stream().filter(line -> line.endsWith("true")).count());
            assertEquals(2 * 22, h.all("answered").size() + h.all("dropped CheckReply").size());
        }
    }

    @OnEverySchedule
    void whatCountsIsWhereAProcessRunsNotWhatIsOnItsHeapNorWhatItIs(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.node.load("m");
            h.node.spawn("waiting", new Place.InModule("m", Residence.WAITING), Trait.TRAP_EXIT);
            h.node.spawn("busy", new Place.InModule("m", Residence.BUSY), Trait.LOW_PRIORITY);
            h.node.spawn("stack", new Place.InModule("m", Residence.ON_STACK), Trait.DIRTY);
            h.node.spawn("fun", new Place.InModule("m", Residence.FUN_ONLY));
            h.node.load("m");
            h.then(h.node.suspend("waiting"));
            h.purge("r", "m", "c");
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of("down busy killed", "down stack killed", "down waiting killed"),
                    h.seen("down").stream().sorted().toList());
            assertTrue(h.node.alive("fun"));
        }
    }

    @OnEverySchedule
    void aCallerInTheOldCodeIsKilledAndItsReplyLost(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).lingering("m", "p")) {
            h.purge("r", "m", "p");
            assertEquals("idle", h.settle());
            assertEquals(List.of("down p killed"), h.seen());
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aDeadRequesterChangesNothing(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m")) {
            h.then(h.node.hold());
            h.purge("r", "m", "c").then(h.node.exit("c")).then(h.node.release());
            assertEquals("idle", h.settle());
            assertEquals(List.of("down c normal"), h.seen());
            assertFalse(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aProcessThatWasSpawnedAfterTheSnapshotIsNotAsked(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.then(h.node.pause("p"));
            h.purge("r", "m", "c");
            assertEquals("blocked", h.settle());
            h.clients("late").then(h.node.resume("p"));
            assertEquals("idle", h.settle());
            assertFalse(h.all("requested").contains("requested late"));
        }
    }

    @OnEverySchedule
    void prepareIsDoneBeforeTheSnapshotIsTaken(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.then(h.node.stallPrepare());
            h.purge("r", "m", "c");
            assertEquals("blocked", h.settle());
            assertEquals(List.of("prepared m true"), h.all());
            h.clients("late").then(h.node.unstall());
            assertEquals("idle", h.settle());
            assertTrue(h.all("requested").contains("requested late"));
        }
    }

    @OnEverySchedule
    void aPausedSenderSaysNothing(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c")) {
            h.then(h.node.pause("c"));
            assertEquals(
                    Response.NO_EFFECT,
                    h.node.send("c", new Message.Purge("m", h.node.pid("c"), "r")));
            assertEquals("idle", h.settle());
            assertEquals(List.of(), h.seen());
        }
    }
}
