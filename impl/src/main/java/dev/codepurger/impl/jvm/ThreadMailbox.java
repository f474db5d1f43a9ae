package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox that any thread may put into, without a lock: a stack that the purger takes as a whole and turns over. A special element on it says that the purger sleeps;
 * who puts onto that wakes it, and counts it as at work before the message is visible.
 */
final class ThreadMailbox implements Mailbox {
    private static final Node SLEEPING = new Node(new Message.Junk("asleep"), null);

    private final Core core;
    private final Activity activity;
    private final Gate hold;
    private final AtomicReference<@Nullable Node> top = new AtomicReference<>();
    /** Excludes that a hold begins between the look at it and the taking of a message. */
    private final Object taking = new Object();

    private final Letters letters = new Letters();
    private volatile Waiting place = Waiting.REQUEST;
    private volatile @Nullable Thread sleeper;

    private static final class Node {
        final Message message;
        @Nullable Node next;

        Node(Message message, @Nullable Node next) {
            this.message = message;
            this.next = next;
        }
    }

    ThreadMailbox(Core core, Activity activity) {
        this.core = core;
        this.activity = activity;
        hold = new Gate(core, activity);
    }

    @Override
    public void put(Pid sender, Message message) {
        Node node = new Node(message, null);
        while (true) {
            Node seen = top.get();
            if (seen == SLEEPING) {
                if (replaceSleeping(node)) {
                    return;
                }
            } else {
                node.next = seen;
                if (top.compareAndSet(seen, node)) {
                    return;
                }
            }
        }
    }

    private boolean replaceSleeping(@Nullable Node node) {
        activity.begin();
        if (node != null) {
            node.next = null;
        }
        if (top.compareAndSet(SLEEPING, node)) {
            LockSupport.unpark(sleeper);
            return true;
        }
        activity.end();
        return false;
    }

    @Override
    public Message receive(Waiting where) {
        return receiveFirst(where, message -> true);
    }

    @Override
    public Message receiveFirst(Waiting where, Predicate<Message> wanted) {
        place = where;
        while (true) {
            core.checkUp();
            if (hold.isShut()) {
                hold.pass();
                continue;
            }
            synchronized (taking) {
                if (hold.isShut()) {
                    continue;
                }
                // What was taken before comes first. Only then the stack is touched, which senders fight for.
                if (letters.search(wanted) || (empty() && letters.search(wanted))) {
                    return letters.take();
                }
            }
            sleep();
        }
    }

    /** Moves all that was put into the letters, oldest first; returns whether there was anything. */
    private boolean empty() {
        Node reversed = null;
        for (Node node = top.getAndSet(null); node != null;) {
            Node below = node.next;
            node.next = reversed;
            reversed = node;
            node = below;
        }
        for (Node node = reversed; node != null; node = node.next) {
            letters.add(node.message);
        }
        return reversed != null;
    }

    private void sleep() {
        sleeper = Thread.currentThread();
        if (!top.compareAndSet(null, SLEEPING)) {
            return;
        }
        activity.end();
        while (top.get() == SLEEPING) {
            if (core.isDown()) {
                wake();
            } else {
                LockSupport.park(this);
                // An interrupt is nobody's way to reach the purger, and would let it spin.
                boolean ignored = Thread.interrupted();
            }
        }
    }

    /** Called when the purger is down. */
    void wake() {
        if (top.get() == SLEEPING) {
            boolean ignored = replaceSleeping(null);
        }
        hold.wake();
    }

    /** On the purger's thread. */
    void removeIf(Predicate<Message> unwanted) {
        synchronized (taking) {
            boolean ignored = empty();
            letters.removeIf(unwanted);
        }
    }

    void hold(boolean on) {
        if (on) {
            synchronized (taking) {
                hold.shut();
            }
        } else {
            hold.open();
        }
    }

    boolean isHeld() {
        return hold.isShut();
    }

    Waiting place() {
        return place;
    }
}
