package dev.codepurger.conformance.reference;

import com.google.common.collect.Lists;
import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.RequestKind;
import java.util.List;

/** Faults in what becomes of requests that come during a check. */
final class QueueFaults {
    private QueueFaults() {
    }

    static final class Reversed extends Steps {
        Reversed(Profile profile) {
            super(profile);
        }

        @Override
        protected List<Message> merge(List<Message> savedBefore, List<Message> savedNow) {
            return super.merge(savedBefore, Lists.reverse(savedNow));
        }
    }

    static final class Lost extends Steps {
        Lost(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return false;
        }
    }

    static final class FinishSaved extends Steps {
        FinishSaved(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return true;
        }
    }

    static final class FinishLost extends Steps {
        FinishLost(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return request.kind() != RequestKind.FINISH_AFTER_ON_LOAD;
        }
    }
}
