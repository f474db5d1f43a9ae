package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Handshake;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Message;
import org.jspecify.annotations.Nullable;

/** Faults in the two waits of a test purge. */
final class HandshakeFaults {
    private HandshakeFaults() {
    }

    static final class DeathUnnoticedAtStarted extends Steps {
        DeathUnnoticedAtStarted(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean noticesDeath(Handshake handshake, Message.Down down) {
            return handshake != Handshake.STARTED || wasDeadBefore(down);
        }
    }

    static final class DeathUnnoticedBetween extends Steps {
        DeathUnnoticedBetween(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean noticesDeath(Handshake handshake, Message.Down down) {
            return handshake != Handshake.CONTINUED || !wasDeadBefore(down);
        }
    }

    static final class DeathUnnoticedAtContinued extends Steps {
        DeathUnnoticedAtContinued(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean noticesDeath(Handshake handshake, Message.Down down) {
            return handshake != Handshake.CONTINUED || wasDeadBefore(down);
        }
    }

    static final class DeadTesterAwaited extends Steps {
        DeadTesterAwaited(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean noticesDeath(Handshake handshake, Message.Down down) {
            return handshake != Handshake.STARTED || !wasDeadBefore(down);
        }
    }

    private static boolean wasDeadBefore(Message.Down down) {
        return down.reason().equals("noproc");
    }

    static final class HalfDone extends Steps {
        HalfDone(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean finishesWithoutTester() {
            return false;
        }
    }

    static final class StartedBeforePrepare extends Steps {
        StartedBeforePrepare(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean preparesBeforeStarted() {
            return false;
        }
    }

    static final class ContinuedSkipped extends Steps {
        ContinuedSkipped(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean continuesHandshake(boolean hadOldCode) {
            return hadOldCode;
        }
    }

    static final class ContinuedNever extends Steps {
        ContinuedNever(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean continuesHandshake(boolean hadOldCode) {
            return !hadOldCode;
        }
    }

    static final class WrongRefAccepted extends Steps {
        WrongRefAccepted(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean sameSession(@Nullable Object session, @Nullable Object ref) {
            return true;
        }
    }
}
