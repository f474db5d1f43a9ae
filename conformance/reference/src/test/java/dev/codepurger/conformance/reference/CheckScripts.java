package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;

/** Scripts in which it shows who is asked, and what is made of the answers. */
final class CheckScripts {
    private CheckScripts() {
    }

    static void staleReply(Session s) {
        s.load("m");
        s.spawnManyIn("p", 3, "m");
        s.load("m");
        s.pause("p2");
        s.pause("p3");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", "m");
        s.settle(BLOCKED);
        s.resume("p2");
        s.settle(BLOCKED);
        s.expectNoReply("r2");
        s.resume("p3");
        s.settle(IDLE);
        s.expectHard("r2", true, true);
    }

    static void everyAnswer(Session s) {
        s.load("m");
        s.load("m");
        s.spawn("a");
        s.spawn("b");
        s.pause("b");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.resume("b");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
    }

    static void softPurge(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectAlive("p1");
        s.expectOldCode("m", true);
    }

    static void lateProcess(Session s) {
        s.load("m");
        s.load("m");
        s.stallPrepare();
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.spawn("b");
        s.pause("b");
        s.unstall();
        s.settle(BLOCKED);
        s.resume("b");
        s.settle(IDLE);
    }

    static void callerAndCompletion(Session s) {
        caller(s, TestType.HARD);
        s.expectReturned("c1", "badfun");
    }

    static void callerAndAbort(Session s) {
        caller(s, TestType.SOFT);
        s.expectReturned("c1", "1");
    }

    private static void caller(Session s, TestType type) {
        s.load("m");
        s.makeFun("f1", "m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.spawn("a");
        s.spawn("t");
        s.testPurge("r1", "m", type, "t");
        s.settle(HELD);
        s.callFun("c1", "a", "f1");
        s.settle(HELD, "a");
        s.continueTest("r1", "t");
        s.settle(HELD, "a");
        s.completeTest("r1", "t");
        s.settle(IDLE);
    }
}
