package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets signals travel, processes run and the purger wait. It knows when nothing is under way, by counting: there is no polling, and nothing is inferred from time.
 */
interface Scheduler {

    /** Starts the scheduler's own threads; nobody runs before. */
    void start();

    // For processes

    /** Makes the inbox of a new process. */
    Inbox newInbox(JvmProcess process);

    /** Makes the inbox of a process that has a thread of its own; its thread is started by {@link #startThread}. */
    default Inbox newThreadInbox(JvmProcess process, ThreadBody body) {
        throw new IllegalStateException("a process has a thread of its own only under threads scheduling");
    }

    /** Starts the thread of such a process. */
    default void startThread(JvmProcess process) {
        throw new IllegalStateException("a process has a thread of its own only under threads scheduling");
    }

    /** Sends from a process to the purger; it arrives by {@link Core#arrived}, in order per sender. */
    void toPurger(JvmProcess sender, Message message);

    /** Lets all that the process sent to the purger so far arrive now. */
    void flushToPurger(JvmProcess sender);

    /** Reports to the harness, some time. */
    void notifyHarness(JvmProcess process, Observation observation);

    // For the purger's thread

    /** The real mailbox. */
    Mailbox mailbox();

    /** Called before each act of the purger: others may act now. */
    void yieldPurger();

    /** Blocks while prepare is stalled. */
    void stallPurger();

    /** Removes the message of a monitor that has been ended. */
    void flushDown(MonitorRef monitor);

    /** Called as the last act of the purger's thread. */
    void purgerEnded();

    // For the harness

    /** Runs a stimulus, alone if there is only one step at a time. */
    <T> T stimulus(Supplier<T> stimulus);

    /** Lets the purger take no message, or messages again. */
    void hold(boolean on);

    /** Lets prepare not return, or return again. */
    void stall(boolean on);

    /** Waits until nothing is under way; false if that took too long. */
    boolean settle(long nanos);

    /** Lets so many steps happen; returns how many did. */
    int step(int steps);

    /** Runs until the condition holds or nothing is left to do, if nothing runs by itself. */
    void drive(BooleanSupplier until);

    /** At rest: whether the purger is kept by a hold or a stall. */
    boolean purgerKept();

    /** At rest: where the purger waits. */
    Waiting purgerPlace();

    /** Called when the purger is down: it is not to wait any longer. */
    void wakePurger();

    /** Tells the scheduler's own threads to end. */
    void stop();

    /** Waits for their end. */
    void join();

    /** Returns whether the caller's thread is one of those that run the node, so that nothing is done while it waits. */
    boolean isOwnThread();
}
