package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.DOWN;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus.JunkKind;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import java.util.Arrays;

/** Scripts that between them do everything that can be done to a subject, and see everything that can be seen of one. */
final class ConformingScripts {
    static final ImmutableMap<String, Script> ALL = ImmutableMap.<String, Script>builder()
            .put("modules", ConformingScripts::modules)
            .put("on-load", ConformingScripts::onLoad)
            .put("residences-and-traits", ConformingScripts::residencesAndTraits)
            .put("deaths", ConformingScripts::deaths)
            .put("pauses", ConformingScripts::pauses)
            .put("suspensions", ConformingScripts::suspensions)
            .put("calls", ConformingScripts::calls)
            .put("suspended-callers", ConformingScripts::suspendedCallers)
            .put("spawned-on-a-fun", ConformingScripts::spawnedOnAFun)
            .put("soft-then-hard", ConformingScripts::softThenHard)
            .put("handshakes", ConformingScripts::handshakes)
            .put("handshakes-without-old-code", ConformingScripts::handshakesWithoutOldCode)
            .put("a-foreign-tester", ConformingScripts::foreignTester)
            .put("junk-and-forgeries", ConformingScripts::junk)
            .put("held", ConformingScripts::held)
            .put("stalled", ConformingScripts::stalled)
            .put("without-waiting", ConformingScripts::withoutWaiting)
            .put("the-purger-asks-itself", ConformingScripts::purgerAsksItself)
            .put("the-purger-is-killed", ConformingScripts::purgerIsKilled)
            .put("the-purger-kills-itself", ConformingScripts::purgerKillsItself)
            .build();

    private ConformingScripts() {
    }

    private static void modules(Session s) {
        s.expect(Response.UNDEFINED, s.delete("m"));
        s.expect(Response.FALSE, s.checkOldCode("m"));
        s.expect(Response.OK, s.load("m"));
        s.expect(Response.OK, s.load("m"));
        s.expect(Response.TRUE, s.checkOldCode("m"));
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.expect(Response.NOT_PURGED, s.loadIdentical("m"));
        s.expect(Response.NOT_PURGED, s.beginOnLoad("m"));
        s.expect(Response.NOT_PURGED, s.delete("m"));
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        s.expect(Response.OK, s.delete("m"));
        s.expect(Response.NOT_PURGED, s.delete("m"));
        s.softPurge("r2", "m");
        s.settle(IDLE);
        s.expectSoft("r2", true);
        s.purge("r3", "m");
        s.softPurge("r4", "m");
        s.settle(IDLE);
        s.expectHard("r3", false, false);
        s.expectSoft("r4", true);
    }

    private static void onLoad(Session s) {
        s.load("m");
        s.expect(Response.OK, s.beginOnLoad("m"));
        s.expect(Response.ON_LOAD_PENDING, s.beginOnLoad("m"));
        s.expect(Response.ON_LOAD_PENDING, s.load("m"));
        s.expect(Response.ON_LOAD_PENDING, s.delete("m"));
        s.spawn("b");
        s.call("c1", "b", "m");
        s.finishAfterOnLoad("r1", "m", true);
        s.settle(IDLE);
        s.expectReturned("c1", "1");
        s.expectOk("r1");
        s.expectOldCode("m", true);
        s.call("c2", "b", "m");
        s.settle(IDLE);
        s.expectReturned("c2", "2");
        s.purge("r2", "m");
        s.settle(IDLE);
        s.beginOnLoad("m");
        s.spawnInOnLoad("p1", "m");
        s.spawnInOnLoad("p2", "n");
        s.finishAfterOnLoad("r3", "m", false);
        s.settle(IDLE);
        s.expectOk("r3");
        s.expectDown("p1", "killed");
        s.expectDown("p2", "undef");
        s.expectOldCode("m", false);
    }

    private static void residencesAndTraits(Session s) {
        s.load("m");
        s.spawnIn("p1", "m", Residence.WAITING, Trait.TRAP_EXIT);
        s.spawnIn("p2", "m", Residence.BUSY, Trait.LOW_PRIORITY);
        s.spawnIn("p3", "m", Residence.ON_STACK, Trait.DIRTY);
        s.spawnIn("p4", "m", Residence.FUN_ONLY);
        s.spawnIn("p5", "m");
        s.spawnIn("p6", "n");
        s.expect(Response.NO_EFFECT, s.spawn("p5"));
        s.load("m");
        s.leave("p5");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("p1", "killed");
        s.expectDown("p2", "killed");
        s.expectDown("p3", "killed");
        s.expectDown("p6", "undef");
        s.expectAlive("p4", "p5");
        s.expectDead("p1", "p2", "p3", "p6");
    }

    private static void deaths(Session s) {
        s.spawn("a");
        s.spawn("b");
        s.expect(Response.OK, s.exit("a"));
        s.expect(Response.OK, s.kill("b"));
        s.settle(IDLE);
        s.expectDown("a", "normal");
        s.expectDown("b", "killed");
        s.expect(Response.NO_EFFECT, s.exit("a"));
        s.expect(Response.NO_EFFECT, s.kill("b"));
        s.expect(Response.NO_EFFECT, s.leave("a"));
        s.expect(Response.NO_EFFECT, s.pause("a"));
        s.expect(Response.NO_EFFECT, s.suspend("b"));
        s.expect(Response.NO_EFFECT, s.call("c1", "a", "m"));
        s.expect(Response.NO_EFFECT, s.purge("r1", "m", "b"));
        s.expect(Response.NO_EFFECT, s.exit("nobody"));
        s.settle(IDLE);
    }

    private static void pauses(Session s) {
        s.load("m");
        s.spawnManyIn("p", 3, "m");
        s.load("m");
        s.pause("p2");
        s.expect(Response.NO_EFFECT, s.purge("r0", "m", "p2"));
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.expectDown("p1", "killed");
        s.expectDown("p3", "killed");
        s.expectNoReply("r1");
        s.kill("p2");
        s.settle(BLOCKED);
        s.expectAlive("p2");
        s.resume("p2");
        s.expect(Response.NO_EFFECT, s.resume("nobody"));
        s.settle(IDLE);
        s.expectDown("p2", "killed");
    }

    private static void suspensions(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.spawn("a");
        s.suspend("p1");
        s.expect(Response.NO_EFFECT, s.suspend("p1"));
        s.expect(Response.NO_EFFECT, s.leave("p1"));
        s.expect(Response.NO_EFFECT, s.call("c1", "p1", "m"));
        s.softPurge("r1", "m", "a");
        s.suspend("a");
        s.settle(IDLE);
        s.unsuspend("a");
        s.expect(Response.NO_EFFECT, s.unsuspend("a"));
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", "m", "a");
        s.settle(IDLE);
        s.expectHard("r2", true, true);
        s.expectDown("p1", "killed");
    }

    private static void calls(Session s) {
        s.spawn("a");
        s.call("c1", "a", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "undef");
        s.offer("m");
        s.call("c2", "a", "m");
        s.settle(IDLE);
        s.expectReturned("c2", "1");
        s.expect(Response.OK, s.makeFun("f1", "m"));
        s.expect(Response.UNDEFINED, s.makeFun("f2", "n"));
        s.expect(Response.NO_EFFECT, s.callFun("c3", "a", "f2"));
        s.expect(Response.NO_EFFECT, s.spawnOnFun("p1", "f2"));
        s.loadIdentical("m");
        s.callFun("c4", "a", "f1");
        s.settle(IDLE);
        s.expectReturned("c4", "2");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.load("m");
        s.callFun("c5", "a", "f1");
        s.settle(IDLE);
        s.expectReturned("c5", "2");
        s.call("c6", "a", "m");
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectReturned("c6", "3");
        s.callFun("c7", "a", "f1");
        s.settle(IDLE);
        s.expectReturned("c7", "badfun");
    }

    private static void suspendedCallers(Session s) {
        s.load("m");
        s.makeFun("f1", "m");
        s.load("m");
        s.spawn("a");
        s.spawn("b");
        s.spawn("t");
        s.testPurge("r1", "m", TestType.SOFT, "t");
        s.settle(HELD);
        s.callFun("c1", "a", "f1");
        s.callFun("c2", "b", "f1");
        s.settle(HELD, "a", "b");
        s.expect(Response.NO_EFFECT, s.call("c3", "a", "m"));
        s.expect(Response.NO_EFFECT, s.exit("a"));
        s.kill("b");
        s.settle(HELD, "a");
        s.pause("a");
        s.continueTest("r1", "t");
        s.settle(BLOCKED, "a");
        s.resume("a");
        s.settle(HELD, "a");
        s.completeTest("r1", "t");
        s.settle(IDLE);
        s.expectReturned("c1", "badfun");
        s.expectNotReturned("c2");
    }

    private static void spawnedOnAFun(Session s) {
        s.load("m");
        s.makeFun("f1", "m");
        s.delete("m");
        s.spawnOnFun("p1", "f1");
        s.spawn("t");
        s.testPurge("r1", "m", TestType.SOFT, "t");
        s.settle(HELD);
        s.spawnOnFun("p2", "f1");
        s.settle(HELD, "p2");
        s.continueTest("r1", "t");
        s.completeTest("r1", "t");
        s.settle();
        s.completeTest("r1", "t");
        s.settle(IDLE);
        s.expectReply("r1", new dev.codepurger.model.purger.Result.Soft(false));
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectDown("p1", "killed");
        s.expectDown("p2", "killed");
        s.spawnOnFun("p3", "f1");
        s.settle(IDLE);
        s.expectDown("p3", "undef");
    }

    private static void softThenHard(Session s) {
        s.load("m");
        s.spawnManyIn("p", 4, "m");
        s.load("m");
        s.softPurge("r1", "m");
        s.purge("r2", "m");
        s.softPurge("r3", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectHard("r2", true, true);
        s.expectSoft("r3", true);
    }

    private static void handshakes(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.spawn("t");
        s.testPurge("r1", "m", TestType.HARD, "t");
        s.settle(HELD);
        s.expectStarted("r1");
        s.expectAlive("p1");
        s.purge("r2", "n");
        s.continueTest("r9", "t");
        s.settle(HELD);
        s.expectNotContinued("r1");
        s.continueTest("r1", "t");
        s.settle(HELD);
        s.expectContinued("r1");
        s.expectDead("p1");
        s.expectOldCode("m", true);
        s.completeTest("r1", "t");
        s.settle(IDLE);
        s.expectOldCode("m", false);
        s.expectHard("r1", true, true);
        s.expectHard("r2", false, false);
    }

    private static void handshakesWithoutOldCode(Session s) {
        s.spawn("t");
        s.testPurge("r1", "m", TestType.SOFT, "t");
        s.settle(HELD);
        s.completeTest("r1", "t");
        s.continueTest("r1", "t");
        s.settle(IDLE);
        s.expectSoft("r1", true);
        s.testPurge("r2", "m", TestType.OTHER, "t");
        s.settle(IDLE);
        s.expectNotStarted("r2");
        s.testPurge("r3", "m", TestType.HARD, "t");
        s.settle(HELD);
        s.kill("t");
        s.settle(IDLE);
    }

    private static void foreignTester(Session s) {
        s.load("m");
        s.spawnIn("t", "m");
        s.load("m");
        s.spawn("a");
        s.testPurge("r1", "m", TestType.HARD, "t");
        s.settle(HELD);
        s.continueTest("r1", "a");
        s.settle(IDLE);
        s.expectDown("t", "killed");
        s.expectOldCode("m", false);
    }

    private static void junk(Session s) {
        s.load("m");
        s.load("m");
        s.spawn("b");
        for (JunkKind kind : JunkKind.values()) {
            s.junk(kind);
        }
        s.forgeDown("b");
        s.forgeDown("nobody");
        s.forgeCheckReply("b", true);
        s.settle(IDLE);
        s.pause("b");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        for (JunkKind kind : JunkKind.values()) {
            s.junk(kind);
        }
        s.forgeDown("b");
        s.forgeCheckReply("b", true);
        s.forgeCheckReply("b", false);
        s.purge("r2", "m");
        s.settle(BLOCKED);
        s.resume("b");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        s.expectHard("r2", false, false);
        s.expectAlive("b");
    }

    private static void held(Session s) {
        s.load("m");
        s.load("m");
        s.hold();
        s.purge("r1", "m");
        s.load("n");
        s.load("n");
        s.softPurge("r2", "n");
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.release();
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2");
    }

    private static void stalled(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.makeFun("f1", "m");
        s.load("m");
        s.stallPrepare();
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.spawn("a");
        s.callFun("c1", "a", "f1");
        s.settle(BLOCKED, "a");
        s.leave("p1");
        s.unstall();
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        s.expectReturned("c1", "badfun");
        s.expectAlive("p1");
    }

    private static void withoutWaiting(Session s) {
        s.load("m");
        s.spawnManyIn("p", 6, "m");
        s.makeFun("f1", "m");
        s.load("m");
        s.spawn("t");
        s.spawn("a");
        s.softPurge("r1", "m");
        s.testPurge("r2", "m", TestType.HARD, "t");
        s.leave("p1");
        s.callFun("c1", "a", "f1");
        s.poll();
        s.exit("p2");
        s.continueTest("r2", "a");
        s.purge("r3", "m");
        s.load("m");
        s.poll();
        s.suspend("p3");
        s.kill("p4");
        s.completeTest("r2", "a");
        s.load("m");
        s.poll();
        s.exit("t");
        s.settle();
        s.load("m");
        s.purge("r4", "m");
        s.settle(IDLE);
    }

    private static void purgerAsksItself(Session s) {
        s.load("m");
        s.load("m");
        s.purge("r1", "m", Session.PURGER);
        s.settle(IDLE);
        s.expectOldCode("m", false);
        s.spawn("a");
        s.testPurge("r2", "m", TestType.HARD, Session.PURGER);
        s.settle(HELD);
        s.continueTest("r2", "a");
        s.settle(HELD);
        s.completeTest("r2", Session.PURGER);
        s.settle(IDLE);
        for (String verb : Arrays.asList("pause", "suspend", "exit", "leave")) {
            Response response = switch (verb) {
                case "pause" -> s.pause(Session.PURGER);
                case "suspend" -> s.suspend(Session.PURGER);
                case "exit" -> s.exit(Session.PURGER);
                default -> s.leave(Session.PURGER);
            };
            s.expect(Response.NO_EFFECT, response);
        }
    }

    private static void purgerIsKilled(Session s) {
        s.load("m");
        s.spawnManyIn("p", 3, "m");
        s.load("m");
        s.spawn("t");
        s.purge("r1", "m");
        s.kill(Session.PURGER);
        s.expect(Response.NO_EFFECT, s.load("n"));
        s.expect(Response.NO_EFFECT, s.spawn("x"));
        s.expect(Response.NO_EFFECT, s.checkOldCode("m"));
        s.expect(Response.NO_EFFECT, s.alive("t"));
        s.expect(Response.NO_EFFECT, s.purge("r2", "m", "t"));
        s.expect(Response.NO_EFFECT, s.junk(JunkKind.ATOM));
        s.expect(Response.NO_EFFECT, s.hold());
        s.expect(Response.NO_EFFECT, s.kill(Session.PURGER));
        s.settle(DOWN);
        s.settle(DOWN);
        s.expectPurgerDown("killed");
    }

    private static void purgerKillsItself(Session s) {
        s.load(Session.PURGER_MODULE);
        s.softPurge("r1", Session.PURGER_MODULE);
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", Session.PURGER_MODULE);
        s.settle(DOWN);
        s.expectPurgerDown("killed");
        s.expectNoReply("r2");
    }
}
