package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@link ThreadMailbox} as it might have been written by mistake. Must be rejected. */
final class RacyMailbox implements Mailbox {
    private final Flaw flaw;
    private final AtomicReference<@Nullable Node> top = new AtomicReference<>();
    private final Letters letters = new Letters();
    private volatile @Nullable Thread sleeper;

    /** What is wrong with it. */
    enum Flaw {
        /** A put reads and writes the top in two acts. */
        LOSES_LETTERS,
        /** What is put while the stack is turned over is taken before it. */
        WRONG_ORDER,
        /** It announces that it sleeps, and does not look again before it does. */
        MISSES_WAKE_UPS
    }

    private record Node(Message message, @Nullable Node below) {}

    RacyMailbox(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public void put(Pid sender, Message message) {
        if (flaw == Flaw.LOSES_LETTERS) {
            top.set(new Node(message, top.get()));
        } else {
            top.updateAndGet(seen -> new Node(message, seen));
        }
        Thread asleep = sleeper;
        if (asleep != null) {
            LockSupport.unpark(asleep);
        }
    }

    @Override
    public Message receive(Waiting place) {
        return receiveFirst(place, message -> true);
    }

    @Override
    public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
        while (true) {
            if (flaw == Flaw.MISSES_WAKE_UPS) {
                empty();
                if (letters.search(wanted)) {
                    return letters.take();
                }
                sleeper = Thread.currentThread();
            } else {
                sleeper = Thread.currentThread();
                empty();
                if (letters.search(wanted)) {
                    sleeper = null;
                    return letters.take();
                }
            }
            LockSupport.park(this);
            sleeper = null;
        }
    }

    private void empty() {
        Node taken = top.getAndSet(null);
        if (flaw == Flaw.WRONG_ORDER) {
            Node later = top.getAndSet(null);
            add(later);
        }
        add(taken);
    }

    private void add(@Nullable Node last) {
        if (last != null) {
            add(last.below());
            letters.add(last.message());
        }
    }
}
