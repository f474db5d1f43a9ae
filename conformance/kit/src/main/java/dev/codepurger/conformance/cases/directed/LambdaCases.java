package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.AUTO_LOAD;
import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.LAMBDA_1;
import static dev.codepurger.spec.Rule.LAMBDA_2;
import static dev.codepurger.spec.Rule.LAMBDA_3;
import static dev.codepurger.spec.Rule.LAMBDA_4;
import static dev.codepurger.spec.Rule.LAMBDA_5;
import static dev.codepurger.spec.Rule.LAMBDA_7;
import static dev.codepurger.spec.Rule.LAMBDA_9;
import static dev.codepurger.spec.Rule.LIVE_2;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;

/** Cases for what a caller of a fun of code that is being purged sees: it waits, and what it sees afterwards. */
final class LambdaCases {
    private LambdaCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("lambda-caller-is-suspended", "Who calls a fun of code that is being purged waits, and dies of no purge")
                        .rules(LAMBDA_1, LAMBDA_3).needs(FUNS).plays(LambdaCases::callerSuspended),
                ConformanceCase.of("lambda-caller-is-suspended-in-check", "Who calls an old fun while the check runs waits for its end")
                        .rules(LAMBDA_1, LAMBDA_2).needs(FUNS, PAUSE).plays(LambdaCases::callerSuspendedInCheck),
                ConformanceCase.of("lambda-after-abort", "After an abort the suspended call runs the old code")
                        .rules(LAMBDA_2, LAMBDA_9, LIVE_2).needs(FUNS).plays(LambdaCases::afterAbort),
                ConformanceCase.of("lambda-badfun-after-completion", "After completion a fun of the removed code fails with badfun")
                        .rules(LAMBDA_3, LAMBDA_9, LIVE_2).needs(FUNS).plays(LambdaCases::badfun),
                ConformanceCase
                        .of("lambda-badfun-while-another-purge-is-pending",
                                "A fun whose code is gone fails at once, also while another purge is pending")
                        .rules(LAMBDA_3).needs(FUNS).plays(LambdaCases::badfunMeanwhile),
                ConformanceCase.of("lambda-undef-without-current-code", "Without current code a fun of the removed code fails with undef")
                        .rules(LAMBDA_4).needs(FUNS).plays(LambdaCases::undef),
                ConformanceCase.of("lambda-loaded-on-demand", "Without current code an offered module is loaded, and the call succeeds")
                        .rules(LAMBDA_5).needs(FUNS, AUTO_LOAD).plays(LambdaCases::loadedOnDemand),
                ConformanceCase
                        .of("lambda-code-current-again",
                                "A fun of code that is loaded again is not held up by the purge of its old instance")
                        .rules(LAMBDA_7).needs(FUNS).plays(LambdaCases::currentAgain),
                ConformanceCase
                        .of("lambda-code-current-again-meanwhile",
                                "Who was suspended before the same code was loaded again waits for the end, and runs it then")
                        .rules(LAMBDA_7, LAMBDA_9).needs(FUNS).plays(LambdaCases::currentAgainMeanwhile),
                ConformanceCase
                        .of("lambda-other-code-loaded-meanwhile",
                                "Who is suspended stays so when other code is loaded, and fails with badfun")
                        .rules(LAMBDA_3, LAMBDA_9).needs(FUNS, AUTO_LOAD).plays(LambdaCases::otherCodeLoaded));
    }

    private static void callerSuspended(Session s) {
        Scenes.oldFun(s, "m");
        s.callFun("c1", "caller", "f");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c2", "caller", "f");
        s.settle(HELD, "caller");
        s.expectNotReturned("c2");
        Scenes.finished(s, "t1", "caller");
        s.expectHard("t1", true, false);
        s.expectReturned("c2", "badfun");
    }

    private static void callerSuspendedInCheck(Session s) {
        Scenes.oldFun(s, "m", "p");
        s.pause("p");
        s.softPurge("r1", "m");
        s.settle(BLOCKED);
        s.callFun("c1", "caller", "f");
        s.settle(BLOCKED, "caller");
        s.resume("p");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectReturned("c1", "1");
    }

    private static void afterAbort(Session s) {
        Scenes.oldFun(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        Scenes.finished(s, "t1", "caller");
        s.expectSoft("t1", false);
        s.expectReturned("c1", "1");
        s.callFun("c2", "caller", "f");
        s.settle(IDLE);
        s.expectReturned("c2", "1");
    }

    private static void badfun(Session s) {
        Scenes.oldFun(s, "m", "v");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        Scenes.finished(s, "t1", "caller");
        s.expectReturned("c1", "badfun");
        s.callFun("c2", "caller", "f");
        s.settle(IDLE);
        s.expectReturned("c2", "badfun");
    }

    private static void badfunMeanwhile(Session s) {
        Scenes.oldFun(s, "m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.load("m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD);
        s.expectReturned("c1", "badfun");
        Scenes.finished(s, "t1");
    }

    private static void undef(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.delete("m");
        s.spawn("caller");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        Scenes.finished(s, "t1", "caller");
        s.expectReturned("c1", "undef");
        s.callFun("c2", "caller", "f");
        s.settle(IDLE);
        s.expectReturned("c2", "undef");
    }

    private static void loadedOnDemand(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.delete("m");
        s.offer("m");
        s.spawn("caller");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        Scenes.finished(s, "t1", "caller");
        s.expectReturned("c1", "2");
        s.call("c2", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c2", "2");
    }

    private static void currentAgain(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.spawnIn("p", "m");
        s.loadIdentical("m");
        s.spawn("caller");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD);
        s.expectReturned("c1", "2");
        Scenes.continued(s, "t1");
        s.expectDead("p");
        Scenes.completed(s, "t1");
        s.callFun("c2", "caller", "f");
        s.settle(IDLE);
        s.expectReturned("c2", "2");
    }

    private static void currentAgainMeanwhile(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.spawn("caller");
        s.delete("m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        s.loadIdentical("m");
        s.settle(HELD, "caller");
        s.continueTest("t1", tester);
        s.settle(HELD, "caller");
        s.expectNotReturned("c1");
        Scenes.completed(s, "t1");
        s.expectReturned("c1", "2");
    }

    private static void otherCodeLoaded(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.delete("m");
        s.offer("m");
        s.spawn("caller");
        s.spawn("loader");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        s.call("c2", "loader", "m");
        s.settle(HELD, "caller");
        s.expectReturned("c2", "2");
        Scenes.finished(s, "t1", "caller");
        s.expectReturned("c1", "badfun");
    }
}
