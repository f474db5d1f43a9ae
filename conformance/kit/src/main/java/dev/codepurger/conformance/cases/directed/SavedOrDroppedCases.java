package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.FORGE;
import static dev.codepurger.conformance.subject.Capability.JUNK;
import static dev.codepurger.conformance.subject.Capability.ON_LOAD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.DISPATCH_2;
import static dev.codepurger.spec.Rule.QUEUE_1;
import static dev.codepurger.spec.Rule.QUEUE_2;
import static dev.codepurger.spec.Rule.QUEUE_5;
import static dev.codepurger.spec.Rule.QUEUE_6;
import static dev.codepurger.spec.Rule.QUEUE_8;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Stimulus.JunkKind;
import java.util.List;

/** Cases for the messages that a check takes and that are no well-formed purge requests: some are saved, others dropped. */
final class SavedOrDroppedCases {

    private SavedOrDroppedCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase
                        .of("queue-malformed-requests-are-saved", "The effects show malformed requests saved, and dropped in their turn")
                        .rules(QUEUE_2).needs(JUNK, EFFECTS).plays(SavedOrDroppedCases::malformedAreSaved),
                ConformanceCase
                        .of("queue-malformed-requests-disturb-nobody", "Saved malformed requests are dropped, and their neighbours served")
                        .rules(DISPATCH_2, QUEUE_1).needs(JUNK).plays(SavedOrDroppedCases::malformedDisturbNobody),
                ConformanceCase.of("queue-finish-in-check-is-dropped", "A finish_after_on_load in a check is lost, and can be sent again")
                        .rules(QUEUE_5).profiles(Scenes.WITH_DEFECTS).needs(ON_LOAD).plays(SavedOrDroppedCases::finishDropped),
                ConformanceCase
                        .of("queue-failed-finish-in-check-is-dropped", "A finish_after_on_load of a failed load is lost in a check too")
                        .rules(QUEUE_5).profiles(Scenes.WITH_DEFECTS).needs(ON_LOAD, PAUSE).plays(SavedOrDroppedCases::failedFinishDropped),
                ConformanceCase.of("queue-finish-in-check-is-saved", "A finish_after_on_load in a check is answered in its turn")
                        .rules(QUEUE_6).profiles(Scenes.REPAIRED).needs(ON_LOAD).plays(SavedOrDroppedCases::finishSaved),
                ConformanceCase.of("queue-malformed-finish-in-check-is-saved", "The effects show a malformed finish_after_on_load saved")
                        .rules(QUEUE_6).profiles(Scenes.REPAIRED).needs(JUNK, EFFECTS).plays(SavedOrDroppedCases::malformedFinishSaved),
                ConformanceCase.of("queue-garbage-is-dropped-at-once", "The effects show that a check drops what is no request")
                        .rules(QUEUE_8).needs(JUNK, FORGE, EFFECTS).plays(SavedOrDroppedCases::garbageDroppedAtOnce),
                ConformanceCase.of("queue-garbage-leaves-no-trace", "Garbage in a check is answered by nothing and disturbs nothing")
                        .rules(QUEUE_1).needs(JUNK, FORGE).plays(SavedOrDroppedCases::garbageLeavesNoTrace));
    }

    private static void malformedAreSaved(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.junk(JunkKind.MALFORMED_PURGE);
        s.softPurge("r1", "x");
        s.junk(JunkKind.MALFORMED_SOFT_PURGE);
        s.junk(JunkKind.MALFORMED_TEST_PURGE);
        s.junk(JunkKind.NON_ATOM_MODULE);
        s.junk(JunkKind.NON_PID_FROM);
        Scenes.finished(s, "t1");
        s.expect(s.effects(Effect.Saved.class).size() == 6, "six messages were expected to be saved");
        s.expectSoft("r1", true);
    }

    private static void malformedDisturbNobody(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.junk(JunkKind.MALFORMED_PURGE);
        s.purge("r1", "m");
        s.junk(JunkKind.MALFORMED_TEST_PURGE);
        s.junk(JunkKind.NON_PID_FROM);
        s.softPurge("r2", "m");
        s.junk(JunkKind.MALFORMED_SOFT_PURGE);
        Scenes.finished(s, "t1");
        s.expectReplyOrder("r1", "r2");
    }

    private static void finishDropped(Session s) {
        Scenes.twoVersions(s, "m");
        s.beginOnLoad("n");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.finishAfterOnLoad("f1", "n", true);
        s.purge("r1", "m");
        Scenes.finished(s, "t1");
        s.expectNoReply("f1");
        s.spawn("caller");
        s.call("c1", "caller", "n");
        s.settle(IDLE);
        s.expectReturned("c1", "undef");
        s.finishAfterOnLoad("f2", "n", true);
        s.settle(IDLE);
        s.expectOk("f2");
        s.expectNoReply("f1");
        s.call("c2", "caller", "n");
        s.settle(IDLE);
        s.expectReturned("c2", "1");
    }

    private static void failedFinishDropped(Session s) {
        Scenes.twoVersions(s, "m");
        s.load("n");
        s.beginOnLoad("n");
        s.spawnInOnLoad("p", "n");
        s.spawn("bystander");
        s.pause("bystander");
        s.softPurge("r1", "m");
        s.settle(BLOCKED);
        s.finishAfterOnLoad("f1", "n", false);
        s.settle(BLOCKED);
        s.resume("bystander");
        s.settle(IDLE);
        s.expectNoReply("f1");
        s.expectAlive("p");
        s.finishAfterOnLoad("f2", "n", false);
        s.settle(IDLE);
        s.expectOk("f2");
        s.expectDown("p", "killed");
    }

    private static void finishSaved(Session s) {
        Scenes.twoVersions(s, "m");
        s.beginOnLoad("n");
        s.beginOnLoad("o");
        s.spawnInOnLoad("p", "o");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.purge("r1", "m");
        s.finishAfterOnLoad("f1", "n", true);
        s.finishAfterOnLoad("f2", "o", false);
        s.finishAfterOnLoad("f3", "o", false);
        s.softPurge("r2", "m");
        Scenes.continued(s, "t1");
        s.expectNoReply("f1");
        Scenes.completed(s, "t1");
        s.expectReplyOrder("r1", "f1", "f2", "f3", "r2");
        s.expectOk("f1");
        s.expectOk("f2");
        s.expectReply("f3", new Result.NoPendingOnLoad());
        s.expectDown("p", "killed");
        s.spawn("caller");
        s.call("c1", "caller", "n");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
    }

    private static void malformedFinishSaved(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.junk(JunkKind.MALFORMED_FINISH);
        s.softPurge("r1", "x");
        s.junk(JunkKind.NON_BOOLEAN_KEEP);
        Scenes.finished(s, "t1");
        s.expect(s.effects(Effect.Saved.class).size() == 3, "three messages were expected to be saved");
        s.expectSoft("r1", true);
    }

    private static void garbageDroppedAtOnce(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        garbage(s);
        Scenes.finished(s, "t1");
        s.expectHard("t1", true, false);
        s.expect(s.effects(Effect.Saved.class).isEmpty(), "nothing was expected to be saved");
    }

    private static void garbageLeavesNoTrace(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        garbage(s);
        s.softPurge("r1", "m");
        garbage(s);
        s.softPurge("r2", "m");
        Scenes.finished(s, "t1");
        s.expectHard("t1", true, false);
        s.expectReplyOrder("r1", "r2");
    }

    private static void garbage(Session s) {
        s.junk(JunkKind.ATOM);
        s.junk(JunkKind.TUPLE);
        s.junk(JunkKind.INTEGER);
        s.junk(JunkKind.EXIT_MESSAGE);
        s.spawn("stranger");
        s.junk(JunkKind.UNKNOWN_TAG);
        s.junk(JunkKind.UNKNOWN_TAG_WITH_KEEP);
        s.junk(JunkKind.UNKNOWN_TAG_WITH_TYPE);
        s.continueTest("no-session", "stranger");
        s.completeTest("no-session", "stranger");
        s.forgeDown("stranger");
        s.forgeCheckReply("stranger", true);
    }
}
