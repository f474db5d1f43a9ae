package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableList;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.function.Predicate;

/**
 * A mailbox that is an immutable list in a volatile field. Every change reads the list, makes a new one and writes that, which is right as long as
 * no two threads do it at once; if two do, one of the messages is lost. The right mailbox below it only wakes the purger.
 */
final class UnsynchronisedMailbox extends ForwardingMailbox {
    private volatile ImmutableList<Message> content = ImmutableList.of();

    UnsynchronisedMailbox(Mailbox right) {
        super(right);
    }

    /** A variation with this mailbox. */
    static Variation variation() {
        return new Variation() {
            @Override
            Mailbox mailbox(Mailbox right) {
                return new UnsynchronisedMailbox(right);
            }
        };
    }

    @Override
    public void put(Pid sender, Message message) {
        ImmutableList<Message> before = content;
        content = ImmutableList.<Message>builder().addAll(before).add(message).build();
        super.put(sender, message);
    }

    @Override
    public Message receive(Waiting place) {
        return receiveFirst(place, message -> true);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // equal messages may be there twice
    public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
        // What is not in the list was lost.
        Message taken = super.receiveFirst(place, message -> isThere(message) && wanted.test(message));
        content = content.stream().filter(message -> message != taken).collect(ImmutableList.toImmutableList());
        return taken;
    }

    @SuppressWarnings("ReferenceEquality") // equal messages may be there twice
    private boolean isThere(Message message) {
        return content.stream().anyMatch(one -> one == message);
    }
}
