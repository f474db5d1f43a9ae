package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.FORGE;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.CHECK_3;
import static dev.codepurger.spec.Rule.CHECK_4;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;

/** Cases for answers and {@code DOWN} messages that are not those of the check that takes them: stale ones and forged ones. */
final class StaleAnswerCases {
    private StaleAnswerCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase
                        .of("check-stale-answers-do-not-kill",
                                "A stale answer of an aborted soft purge does not kill a process that has left meanwhile")
                        .rules(CHECK_3).needs(PAUSE, HOLD).plays(StaleAnswerCases::staleDoNotKill),
                ConformanceCase.of("check-stale-answers-do-not-end", "Stale answers of an aborted soft purge do not end the next check")
                        .rules(CHECK_3).needs(PAUSE, HOLD).plays(StaleAnswerCases::staleDoNotEnd),
                ConformanceCase
                        .of("check-after-aborted-soft-purge", "A hard purge right after an aborted soft one kills exactly who lingers")
                        .rules(CHECK_3).needs(HOLD).plays(StaleAnswerCases::afterAbortedSoftPurge),
                ConformanceCase
                        .of("check-saved-purge-after-aborted-soft-purge", "Stale answers change nothing in a saved hard purge either")
                        .rules(CHECK_3).plays(StaleAnswerCases::savedAfterAbort),
                ConformanceCase.of("check-forged-answers-count-for-nothing", "Forged answers neither kill nor end a check").rules(CHECK_3)
                        .needs(PAUSE, FORGE).plays(StaleAnswerCases::forgedAnswers),
                ConformanceCase.of("check-forged-down-frees-no-slot", "A DOWN message of an unknown monitor frees no slot").rules(CHECK_4)
                        .needs(PAUSE, HOLD, FORGE).plays(StaleAnswerCases::forgedDownFreesNoSlot),
                ConformanceCase.of("check-forged-down-is-no-death", "A DOWN message of an unknown monitor does not end a check")
                        .rules(CHECK_4).needs(PAUSE, HOLD, FORGE).plays(StaleAnswerCases::forgedDownIsNoDeath));
    }

    private static void staleDoNotKill(Session s) {
        Scenes.lingering(s, "m", "a", "b");
        s.pause("a");
        s.pause("b");
        s.softPurge("r1", "m");
        s.settle(BLOCKED);
        s.resume("a");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.hold();
        s.purge("r2", "m");
        // The answer of b to the first purge, true, comes behind the request; when it is asked again it is not there any more.
        s.resume("b");
        s.settle(BLOCKED);
        s.leave("b");
        s.release();
        s.settle(IDLE);
        s.expectHard("r2", true, true);
        s.expectDown("a", "killed");
        s.expectAlive("b");
    }

    private static void staleDoNotEnd(Session s) {
        Scenes.lingering(s, "m", "a", "b", "c");
        s.spawn("bystander");
        s.pause("a");
        s.pause("b");
        s.pause("c");
        s.pause("bystander");
        s.softPurge("r1", "m");
        s.settle(BLOCKED);
        s.resume("a");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.hold();
        s.purge("r2", "m");
        s.resume("b");
        s.resume("c");
        s.settle(BLOCKED);
        s.release();
        s.settle(BLOCKED);
        s.expectNoReply("r2");
        s.resume("bystander");
        s.settle(IDLE);
        s.expectHard("r2", true, true);
    }

    private static void afterAbortedSoftPurge(Session s) {
        s.load("m");
        s.spawnManyIn("v", 3, "m");
        s.load("m");
        s.spawnManyIn("new", 2, "m");
        s.hold();
        s.softPurge("r1", "m");
        s.purge("r2", "m");
        s.release();
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectHard("r2", true, true);
        Scenes.victims(3).forEach(victim -> s.expectDown(victim, "killed"));
        s.expectAlive("new1", "new2");
    }

    private static void savedAfterAbort(Session s) {
        Scenes.lingering(s, "m", "a", "b", "c");
        Scenes.twoVersions(s, "n");
        Scenes.started(s, "t1", "n", TestType.HARD);
        s.softPurge("r1", "m");
        s.purge("r2", "m");
        Scenes.finished(s, "t1");
        s.expectSoft("r1", false);
        s.expectHard("r2", true, true);
        s.expectDown("a", "killed");
        s.expectDown("b", "killed");
        s.expectDown("c", "killed");
    }

    private static void forgedAnswers(Session s) {
        Scenes.lingering(s, "m", "v");
        s.spawn("bystander");
        s.spawn("other");
        s.pause("v");
        s.pause("bystander");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.forgeCheckReply("bystander", false);
        s.forgeCheckReply("v", false);
        s.forgeCheckReply("other", true);
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.expectAlive("other");
        s.resume("bystander");
        s.settle(BLOCKED);
        s.resume("v");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("v", "killed");
    }

    private static void forgedDownFreesNoSlot(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(11));
        s.forgeDown("v1");
        s.forgeDown("stranger");
        s.settle(BLOCKED);
        s.resume("v11");
        s.settle(BLOCKED);
        s.expectAlive("v11");
        s.expectNoReply("r1");
    }

    private static void forgedDownIsNoDeath(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(1));
        s.forgeDown("v1");
        s.forgeDown("v1");
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.resume("v1");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }
}
