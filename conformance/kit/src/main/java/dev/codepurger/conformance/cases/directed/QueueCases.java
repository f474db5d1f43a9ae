package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.HANDSHAKE_7;
import static dev.codepurger.spec.Rule.LIVE_1;
import static dev.codepurger.spec.Rule.QUEUE_1;
import static dev.codepurger.spec.Rule.QUEUE_3;
import static dev.codepurger.spec.Rule.QUEUE_4;
import static dev.codepurger.spec.Rule.QUEUE_7;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;

/**
 * Cases for requests that a check saves: their order, and that each is served. Often a tester that is held at {@code started} fixes what lies in
 * the mailbox when the check begins; all of it is consumed before the first answer. What is saved and what is dropped is in {@link
 * SavedOrDroppedCases}.
 */
final class QueueCases {
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
                        .of("queue-nested-sessions", "Requests saved in two sessions in a row are served in the order of their arrival")
                        .rules(QUEUE_3).plays(QueueCases::nestedSessions),
                ConformanceCase.of("queue-saved-before-mailbox", "Saved requests are served before those still in the mailbox")
                        .rules(QUEUE_4).plays(QueueCases::savedBeforeMailbox),
                ConformanceCase
                        .of("queue-saved-before-what-waits-at-the-end",
                                "Saved requests are served before one that waits in the mailbox when the check ends")
                        .rules(QUEUE_4).needs(PAUSE, HOLD).plays(QueueCases::savedBeforeWhatWaits),
                ConformanceCase.of("queue-judged-when-taken", "A saved purge sees the old code that came up after an earlier reply")
                        .rules(QUEUE_7).plays(QueueCases::judgedWhenTaken),
                ConformanceCase
                        .of("queue-judged-when-taken-not-when-saved", "A saved soft purge sees that a process has left since it was saved")
                        .rules(HANDSHAKE_7, QUEUE_1).plays(QueueCases::softJudgedWhenTaken),
                ConformanceCase.of("queue-every-request-is-answered", "Of many requests at once, in a check and after it, each is answered")
                        .rules(QUEUE_1, HANDSHAKE_7, LIVE_1).plays(QueueCases::everyRequestAnswered));
    }

    private static void requestsInCheck(Session s) {
        Scenes.lingering(s, "m", "v");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.purge("r1", "x");
        s.softPurge("r2", "x");
        s.purge("r3", "m");
        s.softPurge("r4", "m");
        Scenes.continued(s, "t1");
        s.expectNoReply("r1");
        Scenes.completed(s, "t1");
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
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.softPurge("r1", "x");
        s.purge("r2", "m");
        s.softPurge("r3", "m");
        Scenes.finished(s, "t1");
        s.expectSoft("t1", false);
        s.expectReplyOrder("r1", "r2", "r3");
        s.expectHard("r2", true, true);
        s.expectSoft("r3", true);
    }

    private static void nestedSessions(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.softPurge("r1", "x");
        s.softPurge("r2", "m");
        Scenes.continued(s, "t1");
        s.purge("r3", "m");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectNoReply("r1");
        s.purge("r4", "n");
        Scenes.finished(s, "t2");
        s.expectReplyOrder("r1", "r2", "r3", "r4");
    }

    private static void savedBeforeMailbox(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.softPurge("r1", "x");
        s.purge("r2", "x");
        Scenes.continued(s, "t1");
        s.softPurge("r3", "x");
        Scenes.completed(s, "t1");
        s.expectReplyOrder("r1", "r2", "r3");
    }

    private static void savedBeforeWhatWaits(Session s) {
        Scenes.twoVersions(s, "m");
        // Not in the old code: with its answer the check is at its end, and takes no more messages.
        s.spawn("b");
        s.pause("b");
        s.purge("r0", "m");
        s.settle(BLOCKED);
        s.purge("r1", "n");
        s.settle(BLOCKED);
        s.hold();
        s.resume("b");
        s.settle(BLOCKED);
        s.softPurge("r2", "n");
        s.release();
        s.settle(IDLE);
        s.expectReplyOrder("r0", "r1", "r2");
    }

    private static void judgedWhenTaken(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "n", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.purge("r1", "m");
        s.testPurge("t2", "x", TestType.SOFT, second);
        s.purge("r2", "m");
        Scenes.continued(s, "t1");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectHard("r1", true, false);
        s.expectStarted("t2");
        s.load("m");
        Scenes.finished(s, "t2");
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
        Scenes.continued(s, "t1");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectSoft("r1", false);
        s.leave("p");
        s.exit("q");
        s.settle(HELD);
        Scenes.finished(s, "t2");
        s.expectSoft("r2", true);
        s.expectAlive("p");
    }

    private static void everyRequestAnswered(Session s) {
        Scenes.lingering(s, "m", "v");
        Scenes.twoVersions(s, "n");
        s.spawn("a");
        s.spawn("b");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.purge("a1", "n", "a");
        s.softPurge("b1", "n", "b");
        s.purge("a2", "m", "a");
        Scenes.continued(s, "t1");
        s.softPurge("b2", "m", "b");
        s.purge("a3", "x", "a");
        Scenes.completed(s, "t1");
        s.expectHard("a1", true, false);
        s.expectSoft("b1", true);
        s.expectHard("a2", false, false);
        s.expectSoft("b2", true);
        s.expectHard("a3", false, false);
    }
}
