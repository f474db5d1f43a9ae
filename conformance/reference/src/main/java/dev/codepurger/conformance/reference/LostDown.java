package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import dev.codepurger.impl.kernel.Watch;
import java.util.HashSet;
import java.util.Set;

/** The first message of a victim's death is lost on its way out of the mailbox. All of this runs on the purger's thread. */
final class LostDown extends Variation {
    private final Set<Object> victims = new HashSet<>();
    private boolean lost;

    @Override
    Kernel kernel(Kernel right) {
        return new ForwardingKernel(right) {
            @Override
            public Object monitor(Pid pid, Watch why) {
                Object monitor = super.monitor(pid, why);
                if (why == Watch.VICTIM) {
                    victims.add(monitor);
                }
                return monitor;
            }
        };
    }

    @Override
    Mailbox mailbox(Mailbox right) {
        return new ForwardingMailbox(right) {
            @Override
            public Message receive(Waiting place) {
                Message message = super.receive(place);
                if (!lost && message instanceof Message.Down down && down.monitor() != null && victims.contains(down.monitor())) {
                    lost = true;
                    return super.receive(place);
                }
                return message;
            }
        };
    }
}
