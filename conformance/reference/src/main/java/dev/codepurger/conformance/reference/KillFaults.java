package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Pid;
import java.util.Deque;

/** Faults in the scheduling of kills. */
final class KillFaults {
    private KillFaults() {
    }

    static Variation limit11() {
        return new StepsVariation(Limit11::new);
    }

    private static final class Limit11 extends Steps {
        Limit11(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean slotFree(int outstandingKills) {
            return outstandingKills <= profile.killLimit();
        }
    }

    static Variation firstInFirstOut() {
        return new StepsVariation(FirstInFirstOut::new);
    }

    private static final class FirstInFirstOut extends Steps {
        FirstInFirstOut(Profile profile) {
            super(profile);
        }

        @Override
        protected void addWaiting(Deque<Pid> waiting, Pid victim) {
            waiting.addLast(victim);
        }
    }
}
