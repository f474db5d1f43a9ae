package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Watch;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults in the scheduling of kills. */
final class KillFaults {
    private KillFaults() {
    }

    static final class Limit11 extends Steps {
        Limit11(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean slotFree(int outstandingKills) {
            return outstandingKills <= profile.killLimit();
        }
    }

    static final class Limit9 extends Steps {
        Limit9(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean slotFree(int outstandingKills) {
            return outstandingKills < Math.max(1, profile.killLimit() - 1);
        }
    }

    static final class NoLimit extends Steps {
        NoLimit(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean slotFree(int outstandingKills) {
            return true;
        }
    }

    static final class FirstInFirstOut extends Steps {
        FirstInFirstOut(Profile profile) {
            super(profile);
        }

        @Override
        protected void addWaiting(Deque<Pid> waiting, Pid victim) {
            waiting.addLast(victim);
        }
    }

    static final class KillBeforeMonitor extends Steps {
        KillBeforeMonitor(Profile profile) {
            super(profile);
        }

        @Override
        protected Object issueKill(Kernel kernel, Pid victim) {
            kernel.kill(victim);
            return kernel.monitor(victim, Watch.VICTIM);
        }
    }

    static final class EndBeforeLastDown extends Steps {
        EndBeforeLastDown(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean checkEnded(boolean hard, int openRequests, int outstandingKills, int waitingVictims) {
            return super.checkEnded(hard, openRequests, 0, waitingVictims);
        }
    }

    static final class WaitingForgotten extends Steps {
        WaitingForgotten(Profile profile) {
            super(profile);
        }

        @Override
        protected @Nullable Pid nextWaiting(Deque<Pid> waiting) {
            waiting.pollFirst();
            return null;
        }
    }

    static final class FlagOnDeath extends Steps {
        FlagOnDeath(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean flagOnKill() {
            return false;
        }

        @Override
        protected boolean flagOnDown(Message.Down down) {
            return down.reason().equals("killed");
        }
    }

    static final class UnknownDownCounted extends Steps {
        UnknownDownCounted(Profile profile) {
            super(profile);
        }

        @Override
        protected @Nullable Object firedMonitor(List<Object> outstanding, Message.Down down) {
            Object fired = super.firedMonitor(outstanding, down);
            return fired == null && !outstanding.isEmpty() ? outstanding.get(0) : fired;
        }
    }
}
