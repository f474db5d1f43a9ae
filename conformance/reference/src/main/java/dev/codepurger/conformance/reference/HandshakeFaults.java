package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Handshake;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Message;

/** Faults in the two waits of a test purge. */
final class HandshakeFaults {
    private HandshakeFaults() {
    }

    static Variation deathUnnoticedBetween() {
        return new StepsVariation(DeathUnnoticedBetween::new);
    }

    private static final class DeathUnnoticedBetween extends Steps {
        DeathUnnoticedBetween(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean noticesDeath(Handshake handshake, Message.Down down) {
            return handshake != Handshake.CONTINUED || !down.reason().equals("noproc");
        }
    }
}
