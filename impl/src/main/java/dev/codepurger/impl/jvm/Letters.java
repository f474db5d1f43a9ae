package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * The messages of a mailbox in order, searched from the front for one that is wanted. A search goes on where it stopped, so that each message is looked at once per
 * receive, however often the receiver is woken. Not safe for concurrent use.
 */
final class Letters {
    private final Deque<Message> refused = new ArrayDeque<>();
    private final Deque<Message> unseen = new ArrayDeque<>();

    void add(Message message) {
        unseen.add(message);
    }

    /** Returns whether there is a message that is wanted; {@link #take} then takes it. To be asked with one predicate until it is taken. */
    boolean search(Predicate<Message> wanted) {
        for (Message next = unseen.peek(); next != null; next = unseen.peek()) {
            if (wanted.test(next)) {
                return true;
            }
            refused.add(unseen.remove());
        }
        return false;
    }

    /** Takes the message found, and puts what was refused back to the front. */
    Message take() {
        Message found = unseen.remove();
        while (!refused.isEmpty()) {
            unseen.addFirst(refused.removeLast());
        }
        return found;
    }

    void removeIf(Predicate<Message> unwanted) {
        refused.removeIf(unwanted);
        unseen.removeIf(unwanted);
    }
}
