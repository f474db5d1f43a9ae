package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import java.util.function.Predicate;

/** A mailbox that tells whether the purger is receiving, or in the middle of something. */
final class WatchedMailbox extends ForwardingMailbox {
    private volatile boolean receiving;

    WatchedMailbox(Mailbox delegate) {
        super(delegate);
    }

    boolean isReceiving() {
        return receiving;
    }

    @Override
    public Message receive(Waiting place) {
        receiving = true;
        Message message = super.receive(place);
        receiving = false;
        return message;
    }

    @Override
    public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
        receiving = true;
        Message message = super.receiveFirst(place, wanted);
        receiving = false;
        return message;
    }
}
