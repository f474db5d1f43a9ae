package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.HANDSHAKE_12;
import static dev.codepurger.spec.Rule.HANDSHAKE_13;
import static dev.codepurger.spec.Rule.HANDSHAKE_14;
import static dev.codepurger.spec.Rule.HANDSHAKE_15;
import static dev.codepurger.spec.Rule.HANDSHAKE_16;
import static dev.codepurger.spec.Rule.LIVE_4;
import static dev.codepurger.spec.Rule.PURGE_4;
import static dev.codepurger.spec.Rule.SOFT_3;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;

/** Cases for the death of a tester, at every point of its session. */
final class TesterDeathCases {
    private TesterDeathCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase
                        .of("handshake-tester-dies-at-started", "When the tester is killed at started its hard session runs to the end")
                        .rules(HANDSHAKE_12, LIVE_4, PURGE_4).plays(s -> diesAtStarted(s, TestType.HARD)),
                ConformanceCase
                        .of("handshake-soft-tester-dies-at-started",
                                "When the tester is killed at started its soft session runs to the end")
                        .rules(HANDSHAKE_12, LIVE_4).plays(s -> diesAtStarted(s, TestType.SOFT)),
                ConformanceCase.of("handshake-tester-dies-at-started-without-old-code",
                        "When the tester dies at started and there is nothing to purge, the session ends").rules(HANDSHAKE_12, LIVE_4)
                        .plays(TesterDeathCases::diesAtStartedWithoutOldCode),
                ConformanceCase
                        .of("handshake-callers-resumed-after-tester-died", "Callers wait no longer when the tester of their purge has died")
                        .rules(HANDSHAKE_12, LIVE_4).needs(FUNS).plays(TesterDeathCases::callersResumed),
                ConformanceCase
                        .of("handshake-tester-dies-in-check", "When the tester dies while its check runs, the session ends with the check")
                        .rules(HANDSHAKE_13, LIVE_4).needs(PAUSE).plays(s -> diesInCheck(s, TestType.HARD)),
                ConformanceCase.of("handshake-soft-tester-dies-in-check",
                        "When the tester dies while its soft check runs, the session ends with the check").rules(HANDSHAKE_13, LIVE_4)
                        .needs(PAUSE).plays(s -> diesInCheck(s, TestType.SOFT)),
                ConformanceCase.of("handshake-tester-exits-after-continue", "A tester may send continue and exit").rules(HANDSHAKE_13)
                        .needs(PAUSE).plays(TesterDeathCases::exitsAfterContinue),
                ConformanceCase
                        .of("handshake-tester-dies-at-continued", "When the tester is killed at continued its hard session completes")
                        .rules(HANDSHAKE_14, LIVE_4).plays(s -> diesAtContinued(s, TestType.HARD)),
                ConformanceCase
                        .of("handshake-soft-tester-dies-at-continued", "When the tester is killed at continued its soft session aborts")
                        .rules(HANDSHAKE_14, LIVE_4).plays(s -> diesAtContinued(s, TestType.SOFT)),
                ConformanceCase.of("handshake-tester-dies-at-continued-without-old-code",
                        "When the tester dies at continued and there is nothing to purge, the session ends").rules(HANDSHAKE_14, LIVE_4)
                        .plays(TesterDeathCases::diesAtContinuedWithoutOldCode),
                ConformanceCase
                        .of("handshake-tester-dead-before", "The request of a tester that is dead already is carried out without waiting")
                        .rules(HANDSHAKE_15, LIVE_4).needs(HOLD).plays(TesterDeathCases::deadBefore),
                ConformanceCase
                        .of("handshake-saved-tester-dead-before", "A saved test_purge whose tester has died is carried out without waiting")
                        .rules(HANDSHAKE_15, LIVE_4).plays(TesterDeathCases::savedDeadBefore),
                ConformanceCase.of("handshake-tester-in-old-code", "A tester in the old code is killed by its own session, which ends")
                        .rules(HANDSHAKE_13, HANDSHAKE_16, LIVE_4).plays(TesterDeathCases::testerInOldCode),
                ConformanceCase.of("handshake-soft-tester-in-old-code", "A tester in the old code makes its own soft session say false")
                        .rules(SOFT_3).plays(TesterDeathCases::softTesterInOldCode));
    }

    private static void diesAtStarted(Session s, TestType type) {
        Scenes.lingering(s, "m", "p");
        String tester = Scenes.started(s, "t1", "m", type);
        s.kill(tester);
        s.settle(IDLE);
        ended(s, type);
    }

    private static void ended(Session s, TestType type) {
        if (type == TestType.HARD) {
            s.expectDown("p", "killed");
            s.expectOldCode("m", false);
        } else {
            s.expectAlive("p");
            s.expectOldCode("m", true);
        }
        s.leave("p");
        s.softPurge("after", "m");
        s.settle(IDLE);
        s.expectSoft("after", true);
    }

    private static void diesAtStartedWithoutOldCode(Session s) {
        s.load("m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.exit(tester);
        s.settle(IDLE);
        s.expectNotContinued("t1");
    }

    private static void callersResumed(Session s) {
        Scenes.oldFun(s, "m", "p");
        String soft = Scenes.started(s, "t1", "m", TestType.SOFT);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        s.kill(soft);
        s.settle(IDLE);
        s.expectReturned("c1", "1");
        String hard = Scenes.started(s, "t2", "m", TestType.HARD);
        s.callFun("c2", "caller", "f");
        s.settle(HELD, "caller");
        s.kill(hard);
        s.settle(IDLE);
        s.expectReturned("c2", "badfun");
    }

    private static void diesInCheck(Session s, TestType type) {
        Scenes.lingering(s, "m", "p");
        s.spawn("bystander");
        String tester = Scenes.started(s, "t1", "m", type);
        s.pause("bystander");
        s.pause("p");
        s.continueTest("t1", tester);
        s.settle(BLOCKED);
        s.kill(tester);
        s.settle(BLOCKED);
        s.expectDown(tester, "killed");
        s.resume("bystander");
        s.resume("p");
        s.settle(IDLE);
        ended(s, type);
    }

    private static void exitsAfterContinue(Session s) {
        Scenes.lingering(s, "m", "v");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.pause("v");
        s.continueTest("t1", tester);
        s.exit(tester);
        s.settle();
        s.expectDown(tester, "normal");
        s.resume("v");
        s.settle(IDLE);
        s.expectDown("v", "killed");
        s.expectOldCode("m", false);
    }

    private static void diesAtContinued(Session s, TestType type) {
        Scenes.lingering(s, "m", "p");
        String tester = Scenes.started(s, "t1", "m", type);
        Scenes.continued(s, "t1");
        s.kill(tester);
        s.settle(IDLE);
        ended(s, type);
    }

    private static void diesAtContinuedWithoutOldCode(Session s) {
        s.load("m");
        String tester = Scenes.started(s, "t1", "m", TestType.SOFT);
        Scenes.continued(s, "t1");
        s.kill(tester);
        s.settle(IDLE);
        s.softPurge("after", "m");
        s.settle(IDLE);
        s.expectSoft("after", true);
    }

    private static void deadBefore(Session s) {
        Scenes.lingering(s, "m", "p");
        String tester = Scenes.tester(s, "t1");
        s.hold();
        s.testPurge("t1", "m", TestType.HARD, tester);
        s.exit(tester);
        s.settle(BLOCKED);
        s.expectDown(tester, "normal");
        s.release();
        s.settle(IDLE);
        s.expectNotStarted("t1");
        ended(s, TestType.HARD);
    }

    private static void savedDeadBefore(Session s) {
        Scenes.lingering(s, "m", "p");
        Scenes.twoVersions(s, "n");
        Scenes.started(s, "t1", "n", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "m", TestType.HARD, second);
        Scenes.continued(s, "t1");
        s.kill(second);
        s.settle(HELD);
        Scenes.completed(s, "t1");
        ended(s, TestType.HARD);
    }

    private static void testerInOldCode(Session s) {
        Scenes.lingering(s, "m", "tester", "v");
        s.testPurge("t1", "m", TestType.HARD, "tester");
        s.settle(HELD);
        s.expectStarted("t1");
        s.continueTest("t1", "tester");
        s.settle(IDLE);
        s.expectDown("tester", "killed");
        s.expectDown("v", "killed");
        s.expectOldCode("m", false);
    }

    private static void softTesterInOldCode(Session s) {
        Scenes.lingering(s, "m", "tester");
        s.testPurge("t1", "m", TestType.SOFT, "tester");
        s.settle(HELD);
        s.continueTest("t1", "tester");
        s.settle(HELD);
        s.expectContinued("t1");
        s.completeTest("t1", "tester");
        s.settle(IDLE);
        s.expectSoft("t1", false);
        s.expectAlive("tester");
    }
}
