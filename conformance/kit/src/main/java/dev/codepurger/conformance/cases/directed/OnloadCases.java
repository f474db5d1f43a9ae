package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.ON_LOAD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.DOWN;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.HANDSHAKE_7;
import static dev.codepurger.spec.Rule.ONLOAD_1;
import static dev.codepurger.spec.Rule.ONLOAD_5;
import static dev.codepurger.spec.Rule.ONLOAD_6;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Result;
import java.util.List;

/** Cases for a finish_after_on_load that keeps the code, or comes when there is none. What fails is in {@link FailedOnloadCases}. */
final class OnloadCases {

    private OnloadCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("onload-kept", "Code whose on_load function succeeded becomes current, and the former one old")
                        .rules(ONLOAD_1).needs(ON_LOAD).plays(OnloadCases::kept),
                ConformanceCase.of("onload-kept-asks-nobody", "To keep code nobody is asked, though a process is paused").rules(ONLOAD_1)
                        .needs(ON_LOAD, PAUSE).plays(OnloadCases::keptAsksNobody),
                ConformanceCase.of("onload-kept-without-current-code", "Old code without current code stays old when pending code is kept")
                        .rules(ONLOAD_1).needs(ON_LOAD).plays(OnloadCases::keptWithoutCurrent),
                ConformanceCase
                        .of("onload-finish-sent-at-continued", "A finish sent while a session is held after its check is served after it")
                        .rules(ONLOAD_1, HANDSHAKE_7).needs(ON_LOAD).plays(OnloadCases::sentAtContinued),
                ConformanceCase
                        .of("onload-finish-sent-in-session-without-check",
                                "A finish sent while a session without old code is held is served after it")
                        .rules(ONLOAD_1, HANDSHAKE_7).needs(ON_LOAD).plays(OnloadCases::sentWithoutCheck),
                ConformanceCase.of("onload-finish-without-pending-ends-node", "A finish without pending code takes the purger down")
                        .rules(ONLOAD_5).profiles(Scenes.WITH_DEFECTS).needs(ON_LOAD).plays(OnloadCases::withoutPendingEnds),
                ConformanceCase.of("onload-second-finish-ends-node", "A second finish for the same load takes the purger down")
                        .rules(ONLOAD_5).profiles(Scenes.WITH_DEFECTS).needs(ON_LOAD).plays(OnloadCases::secondEnds),
                ConformanceCase
                        .of("onload-failed-finish-without-pending-ends-node",
                                "A finish without pending code takes the purger down, though it asks to keep nothing")
                        .rules(ONLOAD_5).profiles(Scenes.WITH_DEFECTS).needs(ON_LOAD).plays(OnloadCases::failedWithoutPendingEnds),
                ConformanceCase
                        .of("onload-finish-without-pending-is-refused", "A finish without pending code is answered with the error term")
                        .rules(ONLOAD_6).profiles(Scenes.REPAIRED).needs(ON_LOAD).plays(OnloadCases::refused));
    }

    private static void kept(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        s.beginOnLoad("m");
        s.spawnInOnLoad("q", "m");
        s.finishAfterOnLoad("f1", "m", true);
        s.settle(IDLE);
        s.expectOk("f1");
        s.expectAlive("p", "q");
        s.expectOldCode("m", true);
        s.spawn("caller");
        s.call("c1", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "2");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectDown("p", "killed");
        s.expectAlive("q");
    }

    private static void keptAsksNobody(Session s) {
        s.load("m");
        s.beginOnLoad("m");
        s.spawnInOnLoad("p", "m");
        s.pause("p");
        s.finishAfterOnLoad("f1", "m", true);
        s.settle(IDLE);
        s.expectOk("f1");
    }

    private static void keptWithoutCurrent(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        s.delete("m");
        s.beginOnLoad("m");
        s.finishAfterOnLoad("f1", "m", true);
        s.settle(IDLE);
        s.expectOk("f1");
        s.expectOldCode("m", true);
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectAlive("p");
        s.call("c1", "p", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "2");
    }

    private static void sentAtContinued(Session s) {
        Scenes.twoVersions(s, "m");
        s.beginOnLoad("n");
        Scenes.started(s, "t1", "m", TestType.HARD);
        Scenes.continued(s, "t1");
        s.finishAfterOnLoad("f1", "n", true);
        s.settle(HELD);
        s.expectNoReply("f1");
        endsWithCode(s);
    }

    private static void sentWithoutCheck(Session s) {
        s.beginOnLoad("n");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.finishAfterOnLoad("f1", "n", true);
        Scenes.continued(s, "t1");
        s.expectNoReply("f1");
        endsWithCode(s);
    }

    private static void endsWithCode(Session s) {
        Scenes.completed(s, "t1");
        s.expectOk("f1");
        s.spawn("caller");
        s.call("c1", "caller", "n");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
    }

    private static void withoutPendingEnds(Session s) {
        s.load("m");
        s.finishAfterOnLoad("f1", "m", true);
        s.settle(DOWN);
        s.expectPurgerDown("badarg");
        s.expectNoReply("f1");
    }

    private static void failedWithoutPendingEnds(Session s) {
        s.finishAfterOnLoad("f1", "unknown", false);
        s.settle(DOWN);
        s.expectPurgerDown("badarg");
        s.expectNoReply("f1");
    }

    private static void secondEnds(Session s) {
        s.beginOnLoad("m");
        s.finishAfterOnLoad("f1", "m", true);
        s.settle(IDLE);
        s.expectOk("f1");
        s.finishAfterOnLoad("f2", "m", true);
        s.settle(DOWN);
        s.expectPurgerDown("badarg");
        s.expectNoReply("f2");
    }

    private static void refused(Session s) {
        s.load("m");
        s.beginOnLoad("n");
        s.finishAfterOnLoad("f1", "m", true);
        s.finishAfterOnLoad("f2", "unknown", false);
        s.finishAfterOnLoad("f3", "n", true);
        s.finishAfterOnLoad("f4", "n", true);
        s.settle(IDLE);
        s.expectReply("f1", new Result.NoPendingOnLoad());
        s.expectReply("f2", new Result.NoPendingOnLoad());
        s.expectOk("f3");
        s.expectReply("f4", new Result.NoPendingOnLoad());
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", false, false);
    }
}
