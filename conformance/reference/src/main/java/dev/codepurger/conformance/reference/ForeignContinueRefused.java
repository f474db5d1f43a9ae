package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Only the tester itself may let its session go on. */
final class ForeignContinueRefused extends Variation {

    @Override
    Mailbox mailbox(Mailbox right) {
        return new ForwardingMailbox(right) {
            private final Map<Object, Pid> testers = new ConcurrentHashMap<>();

            @Override
            public void put(Pid sender, Message message) {
                if (message instanceof Message.TestPurge request && request.ref() != null) {
                    testers.put(request.ref(), sender);
                }
                boolean foreign = message instanceof Message.Go word && word.ref() != null
                        && !testers.getOrDefault(word.ref(), sender).equals(sender);
                if (!foreign) {
                    super.put(sender, message);
                }
            }
        };
    }
}
