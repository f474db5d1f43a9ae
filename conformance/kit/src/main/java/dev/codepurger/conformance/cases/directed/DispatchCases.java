package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.FORGE;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.JUNK;
import static dev.codepurger.conformance.subject.Capability.KILL_PURGER;
import static dev.codepurger.conformance.subject.Capability.ON_LOAD;
import static dev.codepurger.conformance.subject.Capability.PURGER_AS_SENDER;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.DOWN;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.DISPATCH_1;
import static dev.codepurger.spec.Rule.DISPATCH_2;
import static dev.codepurger.spec.Rule.DISPATCH_3;
import static dev.codepurger.spec.Rule.DISPATCH_4;
import static dev.codepurger.spec.Rule.DISPATCH_5;
import static dev.codepurger.spec.Rule.DISPATCH_6;
import static dev.codepurger.spec.Rule.DISPATCH_7;
import static dev.codepurger.spec.Rule.DISPATCH_8;
import static dev.codepurger.spec.Rule.LIVE_1;
import static dev.codepurger.spec.Rule.LIVE_3;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus.JunkKind;
import java.util.List;

/** Cases for which message is a request, and who is answered. */
final class DispatchCases {
    private DispatchCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("dispatch-every-request", "Each of the four requests is handled and answered")
                        .rules(DISPATCH_1, DISPATCH_4, LIVE_1)
                        .needs(ON_LOAD).plays(DispatchCases::everyRequest),
                ConformanceCase.of("dispatch-one-reply-to-each-requester", "Each requester gets one answer, its own")
                        .rules(DISPATCH_1, DISPATCH_4)
                        .plays(DispatchCases::oneReplyEach),
                ConformanceCase.of("dispatch-requester-is-the-purger", "A request that names the purger as requester is carried out")
                        .rules(DISPATCH_1).needs(PURGER_AS_SENDER).plays(DispatchCases::requesterIsPurger),
                ConformanceCase.of("dispatch-garbage-while-idle", "Messages that are no requests are dropped by an idle purger")
                        .rules(DISPATCH_2)
                        .needs(JUNK).plays(DispatchCases::garbageWhileIdle),
                ConformanceCase
                        .of("dispatch-stray-signals-while-idle", "Stray words, DOWN messages and answers are dropped by an idle purger")
                        .rules(DISPATCH_2).needs(FORGE).plays(DispatchCases::straySignals),
                ConformanceCase.of("dispatch-mailbox-in-order", "What arrives while the purger is held is taken in its order")
                        .rules(DISPATCH_3)
                        .needs(HOLD).plays(DispatchCases::mailboxInOrder),
                ConformanceCase.of("dispatch-dead-requester", "The request of a dead process is carried out").rules(DISPATCH_5, LIVE_3)
                        .needs(HOLD)
                        .plays(DispatchCases::deadRequester),
                ConformanceCase.of("dispatch-dead-soft-requester", "The soft purge of a dead process is carried out").rules(DISPATCH_5)
                        .needs(HOLD).plays(DispatchCases::deadSoftRequester),
                ConformanceCase
                        .of("dispatch-saved-request-of-dead-process", "A saved request whose requester has died meanwhile is carried out")
                        .rules(DISPATCH_5).plays(DispatchCases::savedRequestOfDeadProcess),
                ConformanceCase.of("dispatch-exit-signals", "Exit signals do not end the purger, whatever it does").rules(DISPATCH_6)
                        .needs(JUNK).plays(DispatchCases::exitSignals),
                ConformanceCase.of("dispatch-killed-purger", "A killed purger takes the node with it").rules(DISPATCH_7).needs(KILL_PURGER)
                        .plays(DispatchCases::killedPurger),
                ConformanceCase.of("dispatch-purger-killed-in-session", "A purger that is killed in a session answers nothing any more")
                        .rules(DISPATCH_7).needs(KILL_PURGER).plays(DispatchCases::killedInSession),
                ConformanceCase.of("dispatch-test-purge-of-other-type", "A test_purge that is neither hard nor soft is dropped")
                        .rules(DISPATCH_8)
                        .plays(DispatchCases::otherType));
    }

    private static void everyRequest(Session s) {
        Scenes.lingering(s, "m", "v");
        s.load("n");
        s.beginOnLoad("o");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectHard("r2", true, true);
        s.finishAfterOnLoad("r3", "o", true);
        s.settle(IDLE);
        s.expectOk("r3");
        Scenes.started(s, "t1", "n", TestType.HARD);
        Scenes.finished(s, "t1");
        s.expectHard("t1", false, false);
    }

    private static void oneReplyEach(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("a");
        s.spawn("b");
        s.purge("a1", "m", "a");
        s.softPurge("b1", "m", "b");
        s.softPurge("a2", "n", "a");
        s.purge("b2", "n", "b");
        s.settle(IDLE);
        s.expectHard("a1", true, false);
        s.expectSoft("b1", true);
        s.expectSoft("a2", true);
        s.expectHard("b2", false, false);
    }

    private static void requesterIsPurger(Session s) {
        Scenes.lingering(s, "m", "v");
        s.purge("r1", "m", Session.PURGER);
        s.softPurge("r2", "m");
        s.settle(IDLE);
        s.expectNoReply("r1");
        s.expectSoft("r2", true);
        s.expectDown("v", "killed");
        s.expectOldCode("m", false);
    }

    private static void garbageWhileIdle(Session s) {
        Scenes.twoVersions(s, "m");
        // Whoever takes one of these for a request has somebody to answer.
        s.spawn("bystander");
        for (JunkKind kind : JunkKind.values()) {
            s.junk(kind);
            s.settle(IDLE);
        }
        s.expectOldCode("m", true);
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
    }

    private static void straySignals(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("a");
        s.continueTest("t1", "a");
        s.completeTest("t1", "a");
        s.forgeDown("a");
        s.forgeCheckReply("a", true);
        s.settle(IDLE);
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        s.expectAlive("a");
    }

    private static void mailboxInOrder(Session s) {
        Scenes.lingering(s, "m", "p");
        s.hold();
        s.softPurge("r1", "m");
        s.purge("r2", "m");
        s.softPurge("r3", "m");
        s.purge("r4", "m");
        s.release();
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2", "r3", "r4");
        s.expectSoft("r1", false);
        s.expectHard("r2", true, true);
        s.expectHard("r4", false, false);
    }

    private static void deadRequester(Session s) {
        Scenes.lingering(s, "m", "v");
        s.spawn("asker");
        s.hold();
        s.purge("r1", "m", "asker");
        s.kill("asker");
        s.settle(BLOCKED);
        s.expectDown("asker", "killed");
        s.release();
        s.settle(IDLE);
        s.expectNoReply("r1");
        s.expectDown("v", "killed");
        s.expectOldCode("m", false);
    }

    private static void deadSoftRequester(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("asker");
        s.hold();
        s.softPurge("r1", "m", "asker");
        s.exit("asker");
        s.settle(BLOCKED);
        s.release();
        s.settle(IDLE);
        s.expectOldCode("m", false);
    }

    private static void savedRequestOfDeadProcess(Session s) {
        Scenes.lingering(s, "m", "v");
        Scenes.twoVersions(s, "n");
        s.spawn("asker");
        Scenes.started(s, "t1", "n", TestType.HARD);
        s.purge("r1", "m", "asker");
        s.softPurge("r2", "m");
        Scenes.continued(s, "t1");
        s.kill("asker");
        s.settle(HELD);
        Scenes.completed(s, "t1");
        s.expectNoReply("r1");
        s.expectDown("v", "killed");
        s.expectSoft("r2", true);
        s.expectOldCode("m", false);
    }

    private static void exitSignals(Session s) {
        Scenes.twoVersions(s, "m");
        s.junk(JunkKind.EXIT_MESSAGE);
        s.settle(IDLE);
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.junk(JunkKind.EXIT_MESSAGE);
        s.settle(HELD);
        Scenes.continued(s, "t1");
        s.junk(JunkKind.EXIT_MESSAGE);
        Scenes.completed(s, "t1");
        s.expectHard("t1", true, false);
    }

    private static void killedPurger(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("client");
        s.kill(Session.PURGER);
        s.settle(DOWN);
        s.expectPurgerDown("killed");
        s.expect(Response.NO_EFFECT, s.purge("r1", "m", "client"));
        s.settle(DOWN);
        s.expectNoReply("r1");
    }

    private static void killedInSession(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.kill(Session.PURGER);
        s.settle(DOWN);
        s.expectPurgerDown("killed");
        s.continueTest("t1", tester);
        s.settle(DOWN);
        s.expectNotContinued("t1");
    }

    private static void otherType(Session s) {
        Scenes.lingering(s, "m", "p");
        String tester = Scenes.tester(s, "t1");
        s.testPurge("t1", "m", TestType.OTHER, tester);
        s.settle(IDLE);
        s.expectNotStarted("t1");
        s.expectAlive("p");
        s.expectOldCode("m", true);
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
    }
}
