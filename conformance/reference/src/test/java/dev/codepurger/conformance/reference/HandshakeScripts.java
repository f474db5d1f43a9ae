package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;

/** Scripts in which it shows what the purger does at its two halts. */
final class HandshakeScripts {
    private HandshakeScripts() {
    }

    /** A session of t that is at started. */
    private static void started(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.spawn("t");
        s.testPurge("r1", "m", TestType.HARD, "t");
        s.settle(HELD);
        s.expectStarted("r1");
    }

    static void diesAtStarted(Session s) {
        started(s);
        s.kill("t");
        s.settle(IDLE);
        s.expectOldCode("m", false);
    }

    static void diesBetween(Session s) {
        s.spawn("b");
        s.pause("b");
        started(s);
        s.continueTest("r1", "t");
        s.settle(BLOCKED);
        s.exit("t");
        s.settle(BLOCKED);
        s.expectDown("t", "normal");
        s.resume("b");
        s.settle(IDLE);
        s.expectOldCode("m", false);
    }

    static void diesAtContinued(Session s) {
        started(s);
        s.continueTest("r1", "t");
        s.settle(HELD);
        s.expectContinued("r1");
        s.exit("t");
        s.settle(IDLE);
        s.expectOldCode("m", false);
    }

    static void stalledBeforeStarted(Session s) {
        s.stallPrepare();
        s.load("m");
        s.load("m");
        s.spawn("t");
        s.testPurge("r1", "m", TestType.HARD, "t");
        s.settle(BLOCKED);
        s.expectNotStarted("r1");
        s.unstall();
        s.settle(HELD);
        s.expectStarted("r1");
    }

    static void withoutOldCode(Session s) {
        s.spawn("t");
        s.testPurge("r1", "m", TestType.HARD, "t");
        s.settle(HELD);
        s.continueTest("r1", "t");
        s.settle(HELD);
        s.completeTest("r1", "t");
        s.settle(IDLE);
        s.expectHard("r1", false, false);
    }

    static void foreignWords(Session s) {
        started(s);
        s.spawn("a");
        s.continueTest("r1", "a");
        s.settle(HELD);
        s.completeTest("r1", "a");
        s.settle(IDLE);
    }

    static void wrongRef(Session s) {
        started(s);
        s.continueTest("r9", "t");
        s.settle(HELD);
        s.expectNotContinued("r1");
    }
}
