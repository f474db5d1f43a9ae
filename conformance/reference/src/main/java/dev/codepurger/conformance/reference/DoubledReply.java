package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import org.jspecify.annotations.Nullable;

/** Every answer to a check comes twice. */
final class DoubledReply extends Variation {

    @Override
    Mailbox mailbox(Mailbox right) {
        return new ForwardingMailbox(right) {
            private @Nullable Message again;

            @Override
            public Message receive(Waiting place) {
                Message second = again;
                if (second != null && place == Waiting.CHECK) {
                    again = null;
                    return second;
                }
                Message message = super.receive(place);
                again = place == Waiting.CHECK && message instanceof Message.CheckReply ? message : null;
                return message;
            }
        };
    }
}
