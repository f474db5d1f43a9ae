package dev.codepurger.impl.kernel;

import java.util.function.Predicate;

/** A mailbox that hands everything on to another. Override what is to go wrong. */
public class ForwardingMailbox implements Mailbox {
    /** What everything is handed on to. */
    protected final Mailbox delegate;

    /**
     * Wraps a mailbox.
     *
     * @param delegate what everything is handed on to
     */
    public ForwardingMailbox(Mailbox delegate) {
        this.delegate = delegate;
    }

    @Override
    public void put(Pid sender, Message message) {
        delegate.put(sender, message);
    }

    @Override
    public Message receive(Waiting place) {
        return delegate.receive(place);
    }

    @Override
    public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
        return delegate.receiveFirst(place, wanted);
    }
}
