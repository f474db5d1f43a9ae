package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.ON_LOAD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.conformance.subject.Capability.PURGER_CODE;
import static dev.codepurger.conformance.subject.Capability.STALL_PREPARE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.DOWN;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.LIVE_3;
import static dev.codepurger.spec.Rule.LIVE_5;
import static dev.codepurger.spec.Rule.PURGE_1;
import static dev.codepurger.spec.Rule.PURGE_2;
import static dev.codepurger.spec.Rule.PURGE_3;
import static dev.codepurger.spec.Rule.PURGE_4;
import static dev.codepurger.spec.Rule.PURGE_5;
import static dev.codepurger.spec.Rule.PURGE_6;
import static dev.codepurger.spec.Rule.PURGE_7;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus.Residence;
import java.util.List;

/** Cases for the hard purge. */
final class PurgeCases {
    private PurgeCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("purge-kills-lingerers", "A hard purge kills who is in the old code, and nobody else")
                        .rules(PURGE_3, PURGE_5, PURGE_6, LIVE_3, LIVE_5).plays(PurgeCases::killsLingerers),
                ConformanceCase.of("purge-without-old-code", "Without old code a hard purge says so at once, though a process is paused")
                        .rules(PURGE_1, LIVE_3).needs(PAUSE).plays(PurgeCases::withoutOldCode),
                ConformanceCase.of("purge-unknown-module", "A hard purge of a module that was never loaded finds nothing").rules(PURGE_1)
                        .plays(PurgeCases::unknownModule),
                ConformanceCase.of("purge-marks-in-prepare", "Who calls an old fun while prepare is stalled is suspended").rules(PURGE_2)
                        .needs(STALL_PREPARE, FUNS).plays(PurgeCases::marksInPrepare),
                ConformanceCase.of("purge-marks-before-check", "Who calls an old fun while the check is open is suspended").rules(PURGE_2)
                        .needs(PAUSE, FUNS).plays(PurgeCases::marksBeforeCheck),
                ConformanceCase.of("purge-removes-before-reply", "Whoever has the reply can load the next version").rules(PURGE_4)
                        .plays(PurgeCases::removesBeforeReply),
                ConformanceCase.of("purge-keeps-code-while-check-is-open", "The old code is there until the check has ended").rules(PURGE_4)
                        .needs(PAUSE).plays(PurgeCases::keepsWhileOpen),
                ConformanceCase
                        .of("purge-effects-in-order", "The effects show the old code removed after the last death and before the reply")
                        .rules(PURGE_4).needs(EFFECTS).plays(PurgeCases::effectsInOrder),
                ConformanceCase
                        .of("purge-spares-other-code", "A hard purge spares who is in old code of another module, and who left in time")
                        .rules(PURGE_6).plays(PurgeCases::sparesOthers),
                ConformanceCase.of("purge-spares-pending-code", "A hard purge spares who is in pending code, and who only holds a fun")
                        .rules(PURGE_6).needs(ON_LOAD, FUNS).plays(PurgeCases::sparesPending),
                ConformanceCase.of("purge-caller-in-old-code", "A process in the old code that asks for the purge is killed by it")
                        .rules(PURGE_5)
                        .plays(PurgeCases::callerInOldCode),
                ConformanceCase.of("purge-of-the-purger-itself", "A hard purge of the purger's own old code ends the purger").rules(PURGE_7)
                        .needs(PURGER_CODE).plays(PurgeCases::purgerItself));
    }

    private static void killsLingerers(Session s) {
        s.load("m");
        s.spawnManyIn("old", 2, "m");
        s.load("m");
        s.spawnIn("new", "m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("old1", "killed");
        s.expectDown("old2", "killed");
        s.expectAlive("new");
        s.expectOldCode("m", false);
    }

    private static void withoutOldCode(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        s.pause("p");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", false, false);
        s.expectAlive("p");
    }

    private static void unknownModule(Session s) {
        s.purge("r1", "unknown");
        s.settle(IDLE);
        s.expectHard("r1", false, false);
    }

    private static void marksInPrepare(Session s) {
        Scenes.oldFun(s, "m");
        s.stallPrepare();
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.callFun("c1", "caller", "f");
        s.settle(BLOCKED, "caller");
        s.expectNotReturned("c1");
        s.unstall();
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        s.expectReturned("c1", "badfun");
    }

    private static void marksBeforeCheck(Session s) {
        Scenes.oldFun(s, "m");
        s.spawn("bystander");
        s.pause("bystander");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.callFun("c1", "caller", "f");
        s.settle(BLOCKED, "caller");
        s.resume("bystander");
        s.settle(IDLE);
        s.expectReturned("c1", "badfun");
    }

    private static void removesBeforeReply(Session s) {
        Scenes.lingering(s, "m", "v");
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectOldCode("m", false);
        s.expect(Response.OK, s.load("m"));
        s.spawn("caller");
        s.call("c1", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "3");
    }

    private static void keepsWhileOpen(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("bystander");
        s.pause("bystander");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.expectOldCode("m", true);
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.resume("bystander");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        s.expectOldCode("m", false);
    }

    private static void effectsInOrder(Session s) {
        Scenes.lingering(s, "m", "v");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expect(s.effects(Effect.Completed.class).size() == 1, "the code was expected to be removed once");
    }

    private static void sparesOthers(Session s) {
        s.load("m");
        s.spawnIn("v", "m");
        s.spawnIn("leaver", "m");
        Scenes.lingering(s, "n", "other");
        s.load("m");
        s.leave("leaver");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("v", "killed");
        s.expectAlive("leaver", "other");
    }

    private static void sparesPending(Session s) {
        s.load("m");
        s.spawnIn("v", "m");
        s.spawnIn("holder", "m", Residence.FUN_ONLY);
        s.delete("m");
        s.beginOnLoad("m");
        s.spawnInOnLoad("pending", "m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("v", "killed");
        s.expectAlive("holder", "pending");
    }

    private static void callerInOldCode(Session s) {
        Scenes.lingering(s, "m", "asker");
        s.purge("r1", "m", "asker");
        s.settle(IDLE);
        s.expectNoReply("r1");
        s.expectDown("asker", "killed");
        s.expectOldCode("m", false);
    }

    private static void purgerItself(Session s) {
        s.expect(Response.OK, s.load(Session.PURGER_MODULE));
        s.softPurge("r1", Session.PURGER_MODULE);
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", Session.PURGER_MODULE);
        s.settle(DOWN);
        s.expectNoReply("r2");
        s.expectPurgerDown("killed");
    }
}
