package dev.codepurger.impl.jvm;

/** What a process with a thread of its own does. When it returns the process exits, {@code normal}; when it throws, {@code error}. */
@FunctionalInterface
public interface ThreadBody {

    /**
     * Runs on the process's thread.
     *
     * @param safePoint to be polled now and then: only there the process answers, dies, is paused or suspended
     * @throws InterruptedException when the node is closed while it blocks
     */
    void run(SafePoint safePoint) throws InterruptedException;
}
