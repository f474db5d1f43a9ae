package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.LAMBDA_10;
import static dev.codepurger.spec.Rule.LAMBDA_2;
import static dev.codepurger.spec.Rule.LAMBDA_3;
import static dev.codepurger.spec.Rule.LAMBDA_6;
import static dev.codepurger.spec.Rule.LAMBDA_8;
import static dev.codepurger.spec.Rule.LAMBDA_9;
import static dev.codepurger.spec.Rule.LIVE_2;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;

/** Cases for suspended callers of all kinds: killed, spawned on the fun, many at once, the tester itself, or of another module. */
final class SuspendedCallerCases {
    private SuspendedCallerCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("lambda-suspended-caller-is-killed", "A suspended caller that is killed dies at once").rules(LAMBDA_6)
                        .needs(FUNS).plays(SuspendedCallerCases::callerKilled),
                ConformanceCase
                        .of("lambda-spawned-on-old-fun", "A process spawned on an old fun waits, answers false, and fails with badfun")
                        .rules(LAMBDA_3, LAMBDA_8).needs(FUNS).plays(SuspendedCallerCases::spawnedOnOldFun),
                ConformanceCase
                        .of("lambda-spawned-on-old-fun-after-abort", "A process spawned on an old fun runs the old code after an abort")
                        .rules(LAMBDA_2, LAMBDA_8).needs(FUNS).plays(SuspendedCallerCases::spawnedAfterAbort),
                ConformanceCase.of("lambda-many-callers-are-resumed", "Every suspended caller is resumed, whoever else lingers")
                        .rules(LAMBDA_9, LIVE_2).needs(FUNS).plays(SuspendedCallerCases::manyResumed),
                ConformanceCase.of("lambda-other-module-is-not-held-up", "A purge suspends nobody who calls an old fun of another module")
                        .rules(LAMBDA_2).needs(FUNS).plays(SuspendedCallerCases::otherModule),
                ConformanceCase.of("lambda-suspended-tester", "A tester that calls a fun of its own session can only be killed")
                        .rules(LAMBDA_10).needs(FUNS).plays(SuspendedCallerCases::suspendedTester));
    }

    private static void callerKilled(Session s) {
        Scenes.oldFun(s, "m");
        s.spawn("other");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.callFun("c2", "other", "f");
        s.settle(HELD, "caller", "other");
        s.kill("caller");
        s.settle(HELD, "other");
        s.expectDown("caller", "killed");
        Scenes.finished(s, "t1", "other");
        s.expectHard("t1", true, false);
        s.expectNotReturned("c1");
        s.expectReturned("c2", "badfun");
    }

    private static void spawnedOnOldFun(Session s) {
        Scenes.oldFun(s, "m", "v");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.spawnOnFun("child", "f");
        s.settle(HELD, "child");
        Scenes.continued(s, "t1", "child");
        s.expectDead("v");
        s.expectAlive("child");
        Scenes.completed(s, "t1");
        s.expectHard("t1", true, true);
        s.expectDown("child", "badfun");
    }

    private static void spawnedAfterAbort(Session s) {
        Scenes.oldFun(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.spawnOnFun("child", "f");
        s.settle(HELD, "child");
        Scenes.finished(s, "t1", "child");
        s.expectSoft("t1", false);
        s.expectAlive("child");
        s.leave("p");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectDown("child", "killed");
    }

    private static void manyResumed(Session s) {
        Scenes.oldFun(s, "m", "v");
        s.spawn("second");
        s.spawn("third");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.callFun("c2", "second", "f");
        s.settle(HELD, "caller", "second");
        Scenes.continued(s, "t1", "caller", "second");
        s.callFun("c3", "third", "f");
        s.settle(HELD, "caller", "second", "third");
        Scenes.completed(s, "t1");
        s.expectReturned("c1", "badfun");
        s.expectReturned("c2", "badfun");
        s.expectReturned("c3", "badfun");
    }

    private static void otherModule(Session s) {
        Scenes.oldFun(s, "m");
        Scenes.twoVersions(s, "n");
        Scenes.started(s, "t1", "n", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD);
        s.expectReturned("c1", "1");
        Scenes.finished(s, "t1");
        s.expectOldCode("m", true);
    }

    private static void suspendedTester(Session s) {
        Scenes.oldFun(s, "m", "v");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", tester, "f");
        s.settle(HELD, tester);
        // It has no effect: the tester waits for its own session.
        s.continueTest("t1", tester);
        s.settle(HELD, tester);
        s.expectAlive("v");
        s.kill(tester);
        s.settle(IDLE);
        s.expectDown("v", "killed");
        s.expectOldCode("m", false);
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", true);
    }
}
