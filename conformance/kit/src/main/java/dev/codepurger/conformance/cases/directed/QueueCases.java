package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.FORGE;
import static dev.codepurger.conformance.subject.Capability.JUNK;
import static dev.codepurger.conformance.subject.Capability.ON_LOAD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.DISPATCH_2;
import static dev.codepurger.spec.Rule.HANDSHAKE_7;
import static dev.codepurger.spec.Rule.LIVE_1;
import static dev.codepurger.spec.Rule.QUEUE_1;
import static dev.codepurger.spec.Rule.QUEUE_2;
import static dev.codepurger.spec.Rule.QUEUE_3;
import static dev.codepurger.spec.Rule.QUEUE_4;
import static dev.codepurger.spec.Rule.QUEUE_5;
import static dev.codepurger.spec.Rule.QUEUE_6;
import static dev.codepurger.spec.Rule.QUEUE_7;
import static dev.codepurger.spec.Rule.QUEUE_8;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Stimulus.JunkKind;
import java.util.List;

/**
 * Cases for what a check does with messages that are not for it. A tester that is held at {@code started} fixes what lies in the mailbox when
 * the check begins; all of it is consumed before the first answer.
 */
final class QueueCases {
    private static final String SEED = "seed";
    private static final String HARDENED = "hardened";

    private QueueCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("queue-requests-in-check", "Requests that a check consumes are answered after it, in their order")
                        .rules(QUEUE_1).plays(QueueCases::requestsInCheck),
                ConformanceCase.of("queue-requests-in-open-check", "Requests that arrive while a process has not answered are saved")
                        .rules(QUEUE_1).needs(PAUSE).plays(QueueCases::requestsInOpenCheck),
                ConformanceCase.of("queue-requests-in-soft-check", "A check that aborts keeps what it has saved").rules(QUEUE_1)
                        .plays(QueueCases::requestsInSoftCheck),
                ConformanceCase
                        .of("queue-malformed-requests-are-saved", "The effects show malformed requests saved, and dropped in their turn")
                        .rules(QUEUE_2).needs(JUNK, EFFECTS).plays(QueueCases::malformedAreSaved),
                ConformanceCase
                        .of("queue-malformed-requests-disturb-nobody", "Saved malformed requests are dropped, and their neighbours served")
                        .rules(DISPATCH_2, QUEUE_1).needs(JUNK).plays(QueueCases::malformedDisturbNobody),
                ConformanceCase
                        .of("queue-nested-sessions", "Requests saved in two sessions in a row are served in the order of their arrival")
                        .rules(QUEUE_3).plays(QueueCases::nestedSessions),
                ConformanceCase.of("queue-saved-before-mailbox", "Saved requests are served before those still in the mailbox")
                        .rules(QUEUE_4)
                        .plays(QueueCases::savedBeforeMailbox),
                ConformanceCase.of("queue-finish-in-check-is-dropped", "A finish_after_on_load in a check is lost, and can be sent again")
                        .rules(QUEUE_5).profiles(SEED).needs(ON_LOAD).plays(QueueCases::finishDropped),
                ConformanceCase
                        .of("queue-failed-finish-in-check-is-dropped", "A finish_after_on_load of a failed load is lost in a check too")
                        .rules(QUEUE_5).profiles(SEED).needs(ON_LOAD, PAUSE).plays(QueueCases::failedFinishDropped),
                ConformanceCase.of("queue-finish-in-check-is-saved", "A finish_after_on_load in a check is answered in its turn")
                        .rules(QUEUE_6)
                        .profiles(HARDENED).needs(ON_LOAD).plays(QueueCases::finishSaved),
                ConformanceCase.of("queue-malformed-finish-in-check-is-saved", "The effects show a malformed finish_after_on_load saved")
                        .rules(QUEUE_6).profiles(HARDENED).needs(JUNK, EFFECTS).plays(QueueCases::malformedFinishSaved),
                ConformanceCase.of("queue-judged-when-taken", "A saved purge sees the old code that came up after an earlier reply")
                        .rules(QUEUE_7).plays(QueueCases::judgedWhenTaken),
                ConformanceCase
                        .of("queue-judged-when-taken-not-when-saved", "A saved soft purge sees that a process has left since it was saved")
                        .rules(HANDSHAKE_7, QUEUE_1).plays(QueueCases::softJudgedWhenTaken),
                ConformanceCase.of("queue-garbage-is-dropped-at-once", "The effects show that a check drops what is no request")
                        .rules(QUEUE_8).needs(JUNK, FORGE, EFFECTS).plays(QueueCases::garbageDroppedAtOnce),
                ConformanceCase.of("queue-garbage-leaves-no-trace", "Garbage in a check is answered by nothing and disturbs nothing")
                        .rules(QUEUE_1).needs(JUNK, FORGE).plays(QueueCases::garbageLeavesNoTrace),
                ConformanceCase.of("queue-every-request-is-answered", "Of many requests at once, in a check and after it, each is answered")
                        .rules(QUEUE_1, HANDSHAKE_7, LIVE_1).plays(QueueCases::everyRequestAnswered));
    }

    private static void requestsInCheck(Session s) {
        Scenes.lingering(s, "m", "v");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.purge("r1", "x");
        s.softPurge("r2", "x");
        s.purge("r3", "m");
        s.softPurge("r4", "m");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectNoReply("r1");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2", "r3", "r4");
        s.expectHard("r3", false, false);
        s.expectSoft("r4", true);
    }

    private static void requestsInOpenCheck(Session s) {
        Scenes.lingering(s, "m", "v");
        s.spawn("bystander");
        s.pause("bystander");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.softPurge("r2", "m");
        s.settle(BLOCKED);
        s.purge("r3", "m");
        s.settle(BLOCKED);
        s.expectNoReply("r2");
        s.resume("bystander");
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2", "r3");
    }

    private static void requestsInSoftCheck(Session s) {
        Scenes.lingering(s, "m", "v");
        String tester = Scenes.started(s, "t1", "m", TestType.SOFT);
        s.softPurge("r1", "x");
        s.purge("r2", "m");
        s.softPurge("r3", "m");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectSoft("t1", false);
        s.expectReplyOrder("r1", "r2", "r3");
        s.expectHard("r2", true, true);
        s.expectSoft("r3", true);
    }

    private static void malformedAreSaved(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.junk(JunkKind.MALFORMED_PURGE);
        s.softPurge("r1", "x");
        s.junk(JunkKind.MALFORMED_SOFT_PURGE);
        s.junk(JunkKind.MALFORMED_TEST_PURGE);
        s.junk(JunkKind.NON_ATOM_MODULE);
        s.junk(JunkKind.NON_PID_FROM);
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expect(s.effects(Effect.Saved.class).size() == 6, "six messages were expected to be saved");
        s.expectSoft("r1", true);
    }

    private static void malformedDisturbNobody(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.junk(JunkKind.MALFORMED_PURGE);
        s.purge("r1", "m");
        s.junk(JunkKind.MALFORMED_TEST_PURGE);
        s.junk(JunkKind.NON_PID_FROM);
        s.softPurge("r2", "m");
        s.junk(JunkKind.MALFORMED_SOFT_PURGE);
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2");
    }

    private static void nestedSessions(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.softPurge("r1", "x");
        s.softPurge("r2", "m");
        s.continueTest("t1", first);
        s.settle(HELD);
        s.purge("r3", "m");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectNoReply("r1");
        s.purge("r4", "n");
        s.continueTest("t2", second);
        s.settle(HELD);
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2", "r3", "r4");
    }

    private static void savedBeforeMailbox(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.softPurge("r1", "x");
        s.purge("r2", "x");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.softPurge("r3", "x");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2", "r3");
    }

    private static void finishDropped(Session s) {
        Scenes.twoVersions(s, "m");
        s.beginOnLoad("n");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.finishAfterOnLoad("f1", "n", true);
        s.purge("r1", "m");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
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
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.purge("r1", "m");
        s.finishAfterOnLoad("f1", "n", true);
        s.finishAfterOnLoad("f2", "o", false);
        s.finishAfterOnLoad("f3", "o", false);
        s.softPurge("r2", "m");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectNoReply("f1");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectReplyOrder("r1", "f1", "f2", "f3", "r2");
        s.expectOk("f1");
        s.expectOk("f2");
        s.expectDown("p", "killed");
        s.spawn("caller");
        s.call("c1", "caller", "n");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
    }

    private static void malformedFinishSaved(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.junk(JunkKind.MALFORMED_FINISH);
        s.softPurge("r1", "x");
        s.junk(JunkKind.NON_BOOLEAN_KEEP);
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expect(s.effects(Effect.Saved.class).size() == 3, "three messages were expected to be saved");
        s.expectSoft("r1", true);
    }

    private static void judgedWhenTaken(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "n", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.purge("r1", "m");
        s.testPurge("t2", "x", TestType.SOFT, second);
        s.purge("r2", "m");
        s.continueTest("t1", first);
        s.settle(HELD);
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectHard("r1", true, false);
        s.expectStarted("t2");
        s.load("m");
        s.continueTest("t2", second);
        s.settle(HELD);
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectHard("r2", true, false);
        s.expectOldCode("m", false);
    }

    private static void softJudgedWhenTaken(Session s) {
        Scenes.lingering(s, "m", "p", "q");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "n", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.softPurge("r1", "m");
        s.testPurge("t2", "x", TestType.SOFT, second);
        s.softPurge("r2", "m");
        s.continueTest("t1", first);
        s.settle(HELD);
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectSoft("r1", false);
        s.leave("p");
        s.exit("q");
        s.settle(HELD);
        s.continueTest("t2", second);
        s.settle(HELD);
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectSoft("r2", true);
        s.expectAlive("p");
    }

    private static void garbageDroppedAtOnce(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        garbage(s);
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, false);
        s.expect(s.effects(Effect.Saved.class).isEmpty(), "nothing was expected to be saved");
    }

    private static void garbageLeavesNoTrace(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        garbage(s);
        s.softPurge("r1", "m");
        garbage(s);
        s.softPurge("r2", "m");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, false);
        s.expectReplyOrder("r1", "r2");
    }

    private static void garbage(Session s) {
        s.junk(JunkKind.ATOM);
        s.junk(JunkKind.TUPLE);
        s.junk(JunkKind.INTEGER);
        s.junk(JunkKind.EXIT_MESSAGE);
        s.junk(JunkKind.UNKNOWN_TAG);
        s.spawn("stranger");
        s.continueTest("no-session", "stranger");
        s.completeTest("no-session", "stranger");
        s.forgeDown("stranger");
        s.forgeCheckReply("stranger", true);
    }

    private static void everyRequestAnswered(Session s) {
        Scenes.lingering(s, "m", "v");
        Scenes.twoVersions(s, "n");
        s.spawn("a");
        s.spawn("b");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.purge("a1", "n", "a");
        s.softPurge("b1", "n", "b");
        s.purge("a2", "m", "a");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.softPurge("b2", "m", "b");
        s.purge("a3", "x", "a");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("a1", true, false);
        s.expectSoft("b1", true);
        s.expectHard("a2", false, false);
        s.expectSoft("b2", true);
        s.expectHard("a3", false, false);
    }
}
