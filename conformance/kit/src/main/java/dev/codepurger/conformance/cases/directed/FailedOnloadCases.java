package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.KILL_LIMIT;
import static dev.codepurger.conformance.subject.Capability.ON_LOAD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.KILL_1;
import static dev.codepurger.spec.Rule.KILL_3;
import static dev.codepurger.spec.Rule.KILL_5;
import static dev.codepurger.spec.Rule.ONLOAD_2;
import static dev.codepurger.spec.Rule.ONLOAD_3;
import static dev.codepurger.spec.Rule.ONLOAD_4;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.world.Response;
import java.util.List;

/** Cases for a finish_after_on_load of a function that failed: its code is purged, and what was there before is left alone. */
final class FailedOnloadCases {
    private FailedOnloadCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("onload-failed", "Code whose on_load function failed is gone, and the current code is as it was")
                        .rules(ONLOAD_2).needs(ON_LOAD).plays(FailedOnloadCases::failed),
                ConformanceCase.of("onload-failed-effects", "The effects show the failed code prepared, checked and removed")
                        .rules(ONLOAD_2).needs(ON_LOAD, EFFECTS).plays(FailedOnloadCases::failed),
                ConformanceCase.of("onload-failed-kills-who-is-in-it", "Processes in failed code are killed, and nobody else")
                        .rules(ONLOAD_3).needs(ON_LOAD).plays(FailedOnloadCases::failedKills),
                ConformanceCase.of("onload-failed-waits-for-deaths", "The failed code is removed when the last process in it is dead")
                        .rules(ONLOAD_3, KILL_5).needs(ON_LOAD, PAUSE, HOLD).plays(FailedOnloadCases::failedWaits),
                ConformanceCase
                        .of("onload-failed-limit-two", "Processes in failed code are killed in the order and number of every hard check")
                        .rules(KILL_1, KILL_3).needs(ON_LOAD, PAUSE, HOLD, KILL_LIMIT).killLimit(2)
                        .plays(FailedOnloadCases::failedLimitTwo),
                ConformanceCase.of("onload-old-code-is-set-aside", "Old code is set aside for failed code, and its processes are spared")
                        .rules(ONLOAD_4).needs(ON_LOAD).plays(FailedOnloadCases::setAside),
                ConformanceCase.of("onload-set-aside-funs-run", "Funs of set-aside code run while the failed code is removed")
                        .rules(ONLOAD_4).needs(ON_LOAD, FUNS, PAUSE).plays(FailedOnloadCases::setAsideFunsRun));
    }

    private static void failed(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        s.beginOnLoad("m");
        s.finishAfterOnLoad("f1", "m", false);
        s.settle(IDLE);
        s.expectOk("f1");
        s.expectAlive("p");
        s.expectOldCode("m", false);
        s.spawn("caller");
        s.call("c1", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
        s.expect(Response.OK, s.load("m"));
    }

    private static void failedKills(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        s.beginOnLoad("m");
        s.spawnInOnLoad("v1", "m");
        s.spawnInOnLoad("v2", "m");
        s.finishAfterOnLoad("f1", "m", false);
        s.settle(IDLE);
        s.expectOk("f1");
        s.expectDown("v1", "killed");
        s.expectDown("v2", "killed");
        s.expectAlive("p");
    }

    private static void failedWaits(Session s) {
        s.load("m");
        s.beginOnLoad("m");
        s.spawnInOnLoad("v", "m");
        s.pause("v");
        s.finishAfterOnLoad("f1", "m", false);
        s.settle(BLOCKED);
        s.expectOldCode("m", true);
        s.hold();
        s.resume("v");
        s.settle(BLOCKED);
        s.pause("v");
        s.release();
        s.settle(BLOCKED);
        s.expectNoReply("f1");
        s.resume("v");
        s.settle(IDLE);
        s.expectDown("v", "killed");
        s.expectOk("f1");
    }

    private static void failedLimitTwo(Session s) {
        List<String> victims = Scenes.victims(4);
        s.load("m");
        s.beginOnLoad("m");
        victims.forEach(victim -> s.spawnInOnLoad(victim, "m"));
        Scenes.answeredInOrder(s, victims, () -> s.finishAfterOnLoad("f1", "m", false));
        Scenes.dieTwoAtATime(s);
        s.resume("v2");
        s.settle(IDLE);
        s.expectOk("f1");
    }

    private static void setAside(Session s) {
        s.load("m");
        s.spawnIn("old", "m");
        s.delete("m");
        s.beginOnLoad("m");
        s.spawnInOnLoad("v", "m");
        s.finishAfterOnLoad("f1", "m", false);
        s.settle(IDLE);
        s.expectOk("f1");
        s.expectDown("v", "killed");
        s.expectAlive("old");
        s.expectOldCode("m", true);
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectHard("r2", true, true);
        s.expectDown("old", "killed");
    }

    private static void setAsideFunsRun(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.spawnIn("old", "m");
        s.delete("m");
        s.beginOnLoad("m");
        s.spawn("caller");
        s.spawn("bystander");
        s.pause("bystander");
        s.finishAfterOnLoad("f1", "m", false);
        s.settle(BLOCKED);
        s.callFun("c1", "caller", "f");
        s.settle(BLOCKED);
        s.expectReturned("c1", "1");
        s.expect(Response.NOT_PURGED, s.delete("m"));
        s.resume("bystander");
        s.settle(IDLE);
        s.expectOk("f1");
        s.expectAlive("old");
        s.callFun("c2", "caller", "f");
        s.settle(IDLE);
        s.expectReturned("c2", "1");
    }
}
