package dev.codepurger.impl.kernel;

import java.util.function.Predicate;

/**
 * The purger's mailbox. Any thread may put, only the purger's thread receives. Messages of one sender stay in the order in which they were put.
 * A decorator may lose, double or change messages in {@link #put}; it must then be safe for concurrent use itself.
 */
public interface Mailbox {

    /**
     * Puts a message at the end.
     *
     * @param sender who sent it
     * @param message the message
     */
    void put(Pid sender, Message message);

    /**
     * Takes the head, waiting for one if need be.
     *
     * @param place where the purger is
     * @return the head
     * @throws KernelStoppedException if the purger was killed or the kernel stopped, before or meanwhile
     */
    Message receive(Waiting place);

    /**
     * Takes the first message that is wanted, waiting for one if need be. All others stay, in order.
     *
     * @param place where the purger is
     * @param wanted tests a message; free of side effects, as it may be asked about a message more than once
     * @return the first message wanted
     * @throws KernelStoppedException if the purger was killed or the kernel stopped, before or meanwhile
     */
    Message receiveFirst(Waiting place, Predicate<Message> wanted);
}
