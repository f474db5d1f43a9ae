package dev.codepurger.conformance.reference;

import static dev.codepurger.conformance.reference.Way.EFFECTS;
import static dev.codepurger.conformance.reference.Way.PAUSED;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Priority;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Faults in what the later module has, and the seed has not: the limit of requests in flight, and the purger's priority. */
final class LaterFaults {
    private static final Set<Way> ANYHOW = EnumSet.of(Way.BLACK_BOX);
    private static final Set<Way> COUNTED = EnumSet.of(PAUSED, EFFECTS);

    static final ImmutableMap<Fault, Supplier<Variation>> ALL = new FaultList()
            .claiming(dev.codepurger.model.purger.Profile.OTP_25)
            .steps("requests-one-more", "has one request more in flight than its limit", OneMore::new, COUNTED, Rule.CHECK_9)
            .steps("requests-one-less", "has one request less in flight than its limit, if that is more than one", OneLess::new, COUNTED,
                    Rule.CHECK_10)
            .steps("requests-beside-kills", "does not count outstanding kills among its requests in flight", BesideKills::new, COUNTED,
                    Rule.CHECK_9)
            .add("requests-all-at-once", "claims the profile otp-25, and asks all processes at once", AllAtOnce::new, COUNTED, Rule.CHECK_9)
            .steps("requests-in-batches", "asks further processes only when all that it has asked have answered", Batches::new, COUNTED,
                    Rule.CHECK_10)
            .steps("requests-after-abort", "asks further processes when it has given up a soft purge", AfterAbort::new, EnumSet.of(EFFECTS),
                    Rule.CHECK_11)
            .steps("priority-unanswered", "changes its priority without an answer", PriorityUnanswered::new, ANYHOW, Rule.DISPATCH_10)
            .steps("priority-new-answered", "answers a change of its priority with the new one", PriorityNew::new, ANYHOW, Rule.DISPATCH_10)
            .steps("priority-refusal-unanswered", "does not answer if it is to have what is no priority", RefusalUnanswered::new, ANYHOW,
                    Rule.DISPATCH_11)
            .steps("priority-lost-in-check", "drops a change of its priority that comes during a check", LostInCheck::new, ANYHOW,
                    Rule.QUEUE_9)
            .add("priority-eaten", "drops a change of its priority that comes while it waits for a tester", Eaten::new, ANYHOW,
                    Rule.HANDSHAKE_7)
            .build();

    private LaterFaults() {
    }

    private static final class OneMore extends Steps {
        OneMore(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean requestFits(int openRequests, int outstandingKills) {
            return super.requestFits(openRequests + outstandingKills - 1, 0);
        }
    }

    private static final class OneLess extends Steps {
        OneLess(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean requestFits(int openRequests, int outstandingKills) {
            boolean none = openRequests + outstandingKills == 0;
            return super.requestFits(openRequests + (none ? 0 : 1), outstandingKills);
        }
    }

    private static final class BesideKills extends Steps {
        BesideKills(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean requestFits(int openRequests, int outstandingKills) {
            return super.requestFits(openRequests, 0);
        }
    }

    private static final class AllAtOnce extends Variation {
        @Override
        Profile profile(Profile claimed) {
            return claimed.withRequestsInFlight(0);
        }
    }

    private static final class Batches extends Steps {
        private boolean asking = true;

        Batches(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean requestFits(int openRequests, int outstandingKills) {
            asking = (asking || openRequests + outstandingKills == 0) && super.requestFits(openRequests, outstandingKills);
            return asking;
        }
    }

    private static final class AfterAbort extends Steps {
        AfterAbort(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean asksAfterGivingUp() {
            return true;
        }
    }

    private static final class PriorityUnanswered extends Steps {
        PriorityUnanswered(Profile profile) {
            super(profile);
        }

        @Override
        protected Optional<PriorityAnswer> priorityAnswer(Priority before, Optional<Priority> wanted) {
            return wanted.isPresent() ? Optional.empty() : super.priorityAnswer(before, wanted);
        }
    }

    private static final class PriorityNew extends Steps {
        PriorityNew(Profile profile) {
            super(profile);
        }

        @Override
        protected Optional<PriorityAnswer> priorityAnswer(Priority before, Optional<Priority> wanted) {
            return super.priorityAnswer(wanted.orElse(before), wanted);
        }
    }

    private static final class RefusalUnanswered extends Steps {
        RefusalUnanswered(Profile profile) {
            super(profile);
        }

        @Override
        protected Optional<PriorityAnswer> priorityAnswer(Priority before, Optional<Priority> wanted) {
            return wanted.isPresent() ? super.priorityAnswer(before, wanted) : Optional.empty();
        }
    }

    private static final class LostInCheck extends Steps {
        LostInCheck(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean changesPriorityInCheck() {
            return false;
        }
    }

    private static final class Eaten extends Variation {
        @Override
        Mailbox mailbox(Mailbox right) {
            return WaitFaults.eating(right, Message.ChangePrio.class);
        }
    }
}
