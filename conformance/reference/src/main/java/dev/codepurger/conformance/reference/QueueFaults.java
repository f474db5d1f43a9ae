package dev.codepurger.conformance.reference;

import com.google.common.collect.Lists;
import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Message;
import java.util.List;

/** Faults in what becomes of requests that come during a check. */
final class QueueFaults {
    private QueueFaults() {
    }

    static Variation reversed() {
        return new StepsVariation(Reversed::new);
    }

    private static final class Reversed extends Steps {
        Reversed(Profile profile) {
            super(profile);
        }

        @Override
        protected List<Message> merge(List<Message> savedBefore, List<Message> savedNow) {
            return super.merge(savedBefore, Lists.reverse(savedNow));
        }
    }
}
