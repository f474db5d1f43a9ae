package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import dev.codepurger.conformance.cases.Session;

/** Scripts in which it shows who is killed, and when. */
final class KillScripts {
    private KillScripts() {
    }

    /** Victims whose answers are in the mailbox, first p1's, then p2's… and who handle no signal: so nobody dies before it is let. */
    static void answeredAndPaused(Session s, int victims) {
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

    private static void resume(Session s, int first, int last) {
        for (int i = first; i <= last; i++) {
            s.resume("p" + i);
        }
        s.settle(BLOCKED);
    }

    static void limit(Session s) {
        int limit = s.profile().killLimit();
        answeredAndPaused(s, limit + 2);
        s.hold();
        resume(s, 1, limit + 2);
        for (int i = 1; i <= limit; i++) {
            s.expectDown("p" + i, "killed");
        }
        s.expectAlive("p" + (limit + 1), "p" + (limit + 2));
        s.release();
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    static void lastInFirstOut(Session s) {
        int limit = s.profile().killLimit();
        answeredAndPaused(s, limit + 3);
        s.resume("p1");
        s.settle(BLOCKED);
        s.hold();
        resume(s, 2, limit + 3);
        s.expectDown("p" + (limit + 3), "killed");
        s.expectAlive("p" + (limit + 1), "p" + (limit + 2));
        s.release();
        s.settle(IDLE);
    }

    static void forgedDown(Session s) {
        int limit = s.profile().killLimit();
        answeredAndPaused(s, limit + 1);
        s.forgeDown("x");
        s.settle(BLOCKED);
        s.hold();
        resume(s, 1, limit + 1);
        s.expectAlive("p" + (limit + 1));
        s.release();
        s.settle(IDLE);
    }

    static void lastDown(Session s) {
        answeredAndPaused(s, 2);
        s.expectNoReply("r1");
        s.resume("p1");
        s.resume("p2");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    static void exitBeforeKill(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.stallPrepare();
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.hold();
        s.unstall();
        s.settle(BLOCKED);
        s.exit("p1");
        s.settle(BLOCKED);
        s.release();
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    static void oneVictim(Session s) {
        s.load("m");
        s.spawnIn("p1", "m");
        s.load("m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("p1", "killed");
    }
}
