package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.DOWN;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus.JunkKind;

/** Scripts about what the purger does with requests, testers, noise and its own end. */
final class PurgerScripts {
    private PurgerScripts() {
    }

    static void priorities(Session s) {
        s.changePrio("p1", Priority.LOW);
        s.changePrio("p2", Priority.OTHER);
        s.changePrio("p3", Priority.HIGH);
        s.settle();
    }

    static void softThenHard(Session s) {
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

    static void handshakes(Session s) {
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

    static void handshakesWithoutOldCode(Session s) {
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

    static void foreignTester(Session s) {
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

    static void junk(Session s) {
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

    static void held(Session s) {
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

    static void stalled(Session s) {
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

    static void withoutWaiting(Session s) {
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

    static void purgerAsksItself(Session s) {
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
        s.expect(Response.NO_EFFECT, s.pause(Session.PURGER));
        s.expect(Response.NO_EFFECT, s.suspend(Session.PURGER));
        s.expect(Response.NO_EFFECT, s.exit(Session.PURGER));
        s.expect(Response.NO_EFFECT, s.leave(Session.PURGER));
    }

    static void purgerIsKilled(Session s) {
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

    static void purgerKillsItself(Session s) {
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
