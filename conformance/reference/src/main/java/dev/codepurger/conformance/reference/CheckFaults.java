package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Message;

/** Faults in what a check makes of the answers. */
final class CheckFaults {
    private CheckFaults() {
    }

    static final class StaleReplyAccepted extends Steps {
        StaleReplyAccepted(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean belongs(Object tag, Message.CheckReply reply) {
            return true;
        }
    }

    static final class SoftPurgeKills extends Steps {
        SoftPurgeKills(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean killsLingering(boolean hard) {
            return true;
        }

        @Override
        protected boolean endsOnLingering(boolean hard) {
            return false;
        }

        @Override
        protected boolean checkEnded(boolean hard, int openRequests, int outstandingKills, int waitingVictims) {
            return super.checkEnded(true, openRequests, outstandingKills, waitingVictims);
        }
    }

    static final class SoftPurgeCompletes extends Steps {
        SoftPurgeCompletes(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean completesInSpite() {
            return true;
        }
    }
}
