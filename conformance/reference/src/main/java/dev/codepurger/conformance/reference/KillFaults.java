package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Watch;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    /** A kill that is an exit signal like others, which processes that trap exits survive. */
    static final class KillTrapped extends Variation {
        private final Set<String> trapping = ConcurrentHashMap.newKeySet();

        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            if (stimulus instanceof Stimulus.Spawn spawn && spawn.traits().contains(Stimulus.Trait.TRAP_EXIT)) {
                trapping.add(spawn.process());
            }
            return right.apply(stimulus);
        }

        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public void kill(Pid pid) {
                    if (!trapping.contains(pid.name())) {
                        super.kill(pid);
                    }
                }
            };
        }
    }
}
