package dev.codepurger.conformance.reference;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import dev.codepurger.conformance.cases.Session;

/** Scripts in which it shows what becomes of a request that comes during a check. */
final class QueueScripts {
    private QueueScripts() {
    }

    /** A check that waits for b. */
    private static void checkOpen(Session s) {
        s.load("m");
        s.load("m");
        s.spawn("b");
        s.pause("b");
        s.purge("r0", "m");
        s.settle(BLOCKED);
    }

    static void order(Session s) {
        checkOpen(s);
        s.purge("r1", "n");
        s.softPurge("r2", "n");
        s.purge("r3", "m");
        s.settle(BLOCKED);
        s.resume("b");
        s.settle(IDLE);
        s.expectReplyOrder("r0", "r1", "r2", "r3");
    }

    static void beforeTheMailbox(Session s) {
        checkOpen(s);
        s.purge("r1", "n");
        s.settle(BLOCKED);
        s.hold();
        s.resume("b");
        s.settle(BLOCKED);
        s.softPurge("r2", "n");
        s.release();
        s.settle(IDLE);
        s.expectReplyOrder("r0", "r1", "r2");
    }

    static void finish(Session s) {
        checkOpen(s);
        s.beginOnLoad("n");
        s.finishAfterOnLoad("r1", "n", true);
        s.settle(BLOCKED);
        s.resume("b");
        s.settle(IDLE);
        if (s.profile().finishSaved()) {
            s.expectOk("r1");
        } else {
            s.expectNoReply("r1");
        }
    }
}
