package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.AUTO_LOAD;
import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.ON_LOAD;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.MODULE_1;
import static dev.codepurger.spec.Rule.MODULE_2;
import static dev.codepurger.spec.Rule.MODULE_3;
import static dev.codepurger.spec.Rule.MODULE_4;
import static dev.codepurger.spec.Rule.MODULE_5;
import static dev.codepurger.spec.Rule.MODULE_6;
import static dev.codepurger.spec.Rule.MODULE_7;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Response;
import java.util.List;

/** Cases for the two versions of a module. */
final class ModuleCases {
    private ModuleCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("module-load", "A load makes the current code old, and new calls run the new code").rules(MODULE_1)
                        .plays(ModuleCases::load),
                ConformanceCase
                        .of("module-load-while-purge-is-pending", "Without current code a module can be loaded while its purge is pending")
                        .rules(MODULE_1).plays(ModuleCases::loadWhilePending),
                ConformanceCase.of("module-load-refused", "With current and old code a load is refused and changes nothing").rules(MODULE_2)
                        .needs(ON_LOAD).plays(ModuleCases::loadRefused),
                ConformanceCase.of("module-delete", "A delete makes the current code old, and is refused while there is old code")
                        .rules(MODULE_3)
                        .plays(ModuleCases::delete),
                ConformanceCase
                        .of("module-complete-removes-old-code-only", "A purge leaves current and pending code and other modules alone")
                        .rules(MODULE_4).needs(ON_LOAD).plays(ModuleCases::completeRemovesOldOnly),
                ConformanceCase.of("module-pending-code", "Pending code is neither current nor old, and no purge touches it")
                        .rules(MODULE_5)
                        .needs(ON_LOAD).plays(ModuleCases::pendingCode),
                ConformanceCase.of("module-abort-changes-nothing", "An aborted purge leaves both versions and everybody in them")
                        .rules(MODULE_6)
                        .needs(FUNS).plays(ModuleCases::abortChangesNothing),
                ConformanceCase
                        .of("module-calls-run-current-code", "A call by name runs the current code, also that of a lingering process")
                        .rules(MODULE_7).needs(AUTO_LOAD).plays(ModuleCases::callsRunCurrent));
    }

    private static void load(Session s) {
        s.expect(Response.OK, s.load("m"));
        s.expectOldCode("m", false);
        s.spawnIn("p", "m");
        s.call("c1", "p", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
        s.expect(Response.OK, s.load("m"));
        s.expectOldCode("m", true);
        s.call("c2", "p", "m");
        s.settle(IDLE);
        s.expectReturned("c2", "2");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expect(Response.OK, s.loadIdentical("m"));
        s.spawn("caller");
        s.call("c3", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c3", "3");
        s.expectOldCode("m", true);
    }

    private static void loadWhilePending(Session s) {
        s.load("m");
        s.spawnIn("v", "m");
        s.delete("m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.expect(Response.OK, s.load("m"));
        s.spawnIn("new", "m");
        s.call("c1", "new", "m");
        s.settle(HELD);
        s.expectReturned("c1", "2");
        Scenes.finished(s, "t1");
        s.expectHard("t1", true, true);
        s.expectDown("v", "killed");
        s.expectAlive("new");
    }

    private static void loadRefused(Session s) {
        Scenes.lingering(s, "m", "p");
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.expect(Response.NOT_PURGED, s.loadIdentical("m"));
        s.expect(Response.NOT_PURGED, s.beginOnLoad("m"));
        s.call("c1", "p", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "2");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expect(Response.OK, s.load("m"));
    }

    private static void delete(Session s) {
        s.expect(Response.UNDEFINED, s.delete("m"));
        s.load("m");
        s.spawnIn("p", "m");
        s.expect(Response.OK, s.delete("m"));
        s.expectOldCode("m", true);
        s.call("c1", "p", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "undef");
        s.expect(Response.NOT_PURGED, s.delete("m"));
        s.load("m");
        s.expect(Response.NOT_PURGED, s.delete("m"));
        s.call("c2", "p", "m");
        s.settle(IDLE);
        s.expectReturned("c2", "2");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectDown("p", "killed");
        s.expect(Response.OK, s.delete("m"));
    }

    private static void completeRemovesOldOnly(Session s) {
        Scenes.lingering(s, "m", "v");
        s.spawnIn("new", "m");
        Scenes.lingering(s, "n", "other");
        s.load("o");
        s.delete("o");
        s.beginOnLoad("o");
        s.purge("r1", "m");
        s.purge("r2", "o");
        s.settle(IDLE);
        s.expectHard("r2", true, false);
        s.expectAlive("new", "other");
        s.expectOldCode("n", true);
        s.call("c1", "new", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "2");
        s.finishAfterOnLoad("f1", "o", true);
        s.settle(IDLE);
        s.expectOk("f1");
        s.call("c2", "new", "o");
        s.settle(IDLE);
        s.expectReturned("c2", "2");
    }

    private static void pendingCode(Session s) {
        s.load("m");
        s.expect(Response.OK, s.beginOnLoad("m"));
        s.spawnInOnLoad("p", "m");
        s.expectOldCode("m", false);
        s.spawn("caller");
        s.call("c1", "caller", "m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
        s.expectHard("r1", false, false);
        s.expectAlive("p");
        s.expect(Response.ON_LOAD_PENDING, s.load("m"));
        s.expect(Response.ON_LOAD_PENDING, s.delete("m"));
        s.expect(Response.ON_LOAD_PENDING, s.beginOnLoad("m"));
        s.expect(Response.OK, s.beginOnLoad("n"));
        s.call("c2", "caller", "n");
        s.spawnIn("q", "n");
        s.settle(IDLE);
        s.expectReturned("c2", "undef");
        s.expectDown("q", "undef");
        s.finishAfterOnLoad("f1", "m", true);
        s.settle(IDLE);
        s.call("c3", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c3", "2");
    }

    private static void abortChangesNothing(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.spawnIn("p", "m");
        s.load("m");
        s.spawnIn("new", "m");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectOldCode("m", true);
        s.callFun("c1", "p", "f");
        s.settle(IDLE);
        s.call("c2", "new", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
        s.expectReturned("c2", "2");
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectHard("r2", true, true);
        s.expectDown("p", "killed");
        s.expectAlive("new");
    }

    private static void callsRunCurrent(Session s) {
        Scenes.lingering(s, "m", "p");
        s.spawn("caller");
        s.call("c1", "p", "m");
        s.call("c2", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "2");
        s.expectReturned("c2", "2");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.leave("p");
        s.softPurge("r2", "m");
        s.settle(IDLE);
        s.expectSoft("r2", true);
        s.delete("m");
        s.call("c3", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c3", "undef");
        s.offer("m");
        s.call("c4", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c4", "3");
    }
}
