package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;

/** For each fault a script that shows it without the effect channel, whatever the scheduler does. A right purger passes them all. */
final class FaultScripts {
    static final ImmutableMap<String, Script> ALL = ImmutableMap.<String, Script>builder()
            .put("kill-limit-11", FaultScripts::killLimit)
            .put("first-in-first-out", FaultScripts::lastInFirstOut)
            .put("lost-down", FaultScripts::oneVictim)
            .put("stale-reply-accepted", FaultScripts::staleReply)
            .put("queue-reversed", FaultScripts::queue)
            .put("tester-death-unnoticed", FaultScripts::testerDiesBetween)
            .put("soft-purge-kills", FaultScripts::softPurge)
            .put("callers-left-suspended", FaultScripts::suspendedCaller)
            .build();

    private FaultScripts() {
    }

    /** Victims whose answers are in the mailbox, first p1's, then p2's… and who handle no signal: so nobody dies before it is let. */
    private static void answeredAndPaused(Session s, int victims) {
        s.load("m");
        s.spawnManyIn("p", victims, "m");
        s.load("m");
        s.stallPrepare();
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.hold();
        for (int i = 1; i <= victims; i++) {
            s.pause("p" + i);
        }
        s.unstall();
        s.settle(BLOCKED);
        for (int i = 1; i <= victims; i++) {
            s.resume("p" + i);
            s.settle(BLOCKED);
            s.pause("p" + i);
        }
        s.release();
        s.settle(BLOCKED);
    }

    private static void killLimit(Session s) {
        int limit = s.profile().killLimit();
        answeredAndPaused(s, limit + 2);
        s.hold();
        for (int i = 1; i <= limit + 2; i++) {
            s.resume("p" + i);
        }
        s.settle(BLOCKED);
        for (int i = 1; i <= limit; i++) {
            s.expectDown("p" + i, "killed");
        }
        s.expectAlive("p" + (limit + 1), "p" + (limit + 2));
        s.release();
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    private static void lastInFirstOut(Session s) {
        int limit = s.profile().killLimit();
        answeredAndPaused(s, limit + 3);
        s.resume("p1");
        s.settle(BLOCKED);
        s.hold();
        for (int i = 2; i <= limit + 3; i++) {
            s.resume("p" + i);
        }
        s.settle(BLOCKED);
        s.expectDown("p" + (limit + 3), "killed");
        s.expectAlive("p" + (limit + 1), "p" + (limit + 2));
        s.release();
        s.settle(IDLE);
    }

    private static void oneVictim(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("p1", "killed");
    }

    private static void staleReply(Session s) {
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

    private static void queue(Session s) {
        s.load("m");
        s.load("m");
        s.spawn("b");
        s.pause("b");
        s.purge("r0", "m");
        s.settle(BLOCKED);
        s.purge("r1", "n");
        s.softPurge("r2", "n");
        s.purge("r3", "m");
        s.settle(BLOCKED);
        s.resume("b");
        s.settle(IDLE);
        s.expectReplyOrder("r0", "r1", "r2", "r3");
    }

    private static void testerDiesBetween(Session s) {
        s.load("m");
        s.load("m");
        s.spawn("b");
        s.spawn("t");
        s.pause("b");
        s.testPurge("r1", "m", TestType.HARD, "t");
        s.settle(HELD);
        s.continueTest("r1", "t");
        s.settle(BLOCKED);
        s.exit("t");
        s.settle(BLOCKED);
        s.expectDown("t", "normal");
        s.resume("b");
        s.settle(IDLE);
        s.expectOldCode("m", false);
    }

    private static void softPurge(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectAlive("p1");
    }

    private static void suspendedCaller(Session s) {
        s.load("m");
        s.makeFun("f1", "m");
        s.load("m");
        s.spawn("p1");
        s.spawn("t");
        s.testPurge("r1", "m", TestType.HARD, "t");
        s.settle(HELD);
        s.callFun("c1", "p1", "f1");
        s.settle(HELD, "p1");
        s.continueTest("r1", "t");
        s.settle(HELD, "p1");
        s.completeTest("r1", "t");
        s.settle(IDLE);
        s.expectReturned("c1", "badfun");
    }
}
