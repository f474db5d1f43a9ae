package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A purger that does not take every message for what it is. Everything here runs on the purger's thread. */
abstract class ChangedMail extends Variation {
    private @Nullable Kernel kernel;

    /**
     * What it takes in the place of the message at the head, null for nothing.
     *
     * @param place where the purger is
     */
    abstract @Nullable Message taken(Waiting place, Message message);

    @Override
    Kernel kernel(Kernel right) {
        kernel = right;
        return right;
    }

    final Kernel kernel() {
        return Objects.requireNonNull(kernel);
    }

    final boolean isAlive(Pid pid) {
        return kernel().processes().contains(pid);
    }

    @Override
    Mailbox mailbox(Mailbox right) {
        return new ForwardingMailbox(right) {
            @Override
            public Message receive(Waiting place) {
                while (true) {
                    Message message = taken(place, super.receive(place));
                    if (message != null) {
                        return message;
                    }
                }
            }
        };
    }
}
