package dev.codepurger.impl.internal;

import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kills of one check (seed L165-176, L231-268). Only so many are outstanding at a time, so that deaths do not flood the mailbox; the other victims wait.
 */
final class Kills {
    private final Kernel kernel;
    private final Steps steps;
    private final List<Object> outstanding = new ArrayList<>();
    private final Deque<Pid> waiting = new ArrayDeque<>();
    private boolean flag;

    Kills(Kernel kernel, Steps steps) {
        this.kernel = kernel;
        this.steps = steps;
    }

    int outstanding() {
        return outstanding.size();
    }

    int waiting() {
        return waiting.size();
    }

    boolean didKill() {
        return flag;
    }

    void schedule(Pid victim) {
        if (steps.slotFree(outstanding.size())) {
            issue(victim);
        } else {
            steps.addWaiting(waiting, victim);
        }
    }

    /** Returns false if nobody's death was awaited under that monitor. */
    boolean confirm(Message.Down down) {
        Object monitor = steps.firedMonitor(outstanding, down);
        if (monitor == null) {
            return false;
        }
        outstanding.remove(monitor);
        kernel.note(new Effect.Killed(down.pid().name(), down.reason()));
        flag |= steps.flagOnDown(down);
        // A victim is killed on the strength of its old answer, even if it has left the code since.
        @Nullable Pid next = steps.nextWaiting(waiting);
        if (next != null) {
            issue(next);
        }
        return true;
    }

    private void issue(Pid victim) {
        outstanding.add(steps.issueKill(kernel, victim));
        flag |= steps.flagOnKill();
    }
}
