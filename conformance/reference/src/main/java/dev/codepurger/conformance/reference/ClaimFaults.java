package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;

/** Purgers that are another than they claim to be, in one respect. */
final class ClaimFaults {
    private ClaimFaults() {
    }

    /** Keeps early handshake messages if it should not, and does not if it should. */
    static final class KeptOtherwise extends Variation {
        @Override
        Profile profile(Profile claimed) {
            return new Profile(claimed.name(), claimed.killLimit(), claimed.requestsInFlight(), claimed.finishSaved(),
                    claimed.finishRefusalAnswered(), !claimed.handshakeKept(), claimed.priorityChanged());
        }
    }

    /** Answers a finish for nothing if it should crash, and crashes if it should answer. */
    static final class RefusedOtherwise extends Variation {
        @Override
        Profile profile(Profile claimed) {
            return new Profile(claimed.name(), claimed.killLimit(), claimed.requestsInFlight(), claimed.finishSaved(),
                    !claimed.finishRefusalAnswered(), claimed.handshakeKept(), claimed.priorityChanged());
        }
    }
}
