package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;

/** Scripts about modules, processes and calls: what a node must offer to a purger. */
final class NodeScripts {
    private NodeScripts() {
    }

    static void modules(Session s) {
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

    static void onLoad(Session s) {
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

    static void residencesAndTraits(Session s) {
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

    static void deaths(Session s) {
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

    static void pauses(Session s) {
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

    static void suspensions(Session s) {
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

    static void calls(Session s) {
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

    static void suspendedCallers(Session s) {
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

    static void spawnedOnAFun(Session s) {
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
        s.expectReply("r1", new Result.Soft(false));
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectDown("p1", "killed");
        s.expectDown("p2", "killed");
        s.spawnOnFun("p3", "f1");
        s.settle(IDLE);
        s.expectDown("p3", "undef");
    }
}
