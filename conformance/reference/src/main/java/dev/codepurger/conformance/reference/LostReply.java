package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;

/** The first answer to a check is lost on its way out of the mailbox. */
final class LostReply extends Variation {

    @Override
    Mailbox mailbox(Mailbox right) {
        return new ForwardingMailbox(right) {
            private boolean lost;

            @Override
            public Message receive(Waiting place) {
                Message message = super.receive(place);
                if (!lost && place == Waiting.CHECK && message instanceof Message.CheckReply) {
                    lost = true;
                    return super.receive(place);
                }
                return message;
            }
        };
    }
}
