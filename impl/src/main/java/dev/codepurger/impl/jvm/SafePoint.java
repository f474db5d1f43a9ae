package dev.codepurger.impl.jvm;

/** Where a process with a thread of its own handles its signals. For that thread only. */
public interface SafePoint {

    /**
     * Handles the signals that have arrived, and returns when the process may run on.
     *
     * @throws ProcessExitedException if the process is dead or its node down; to be let through
     */
    void poll();

    /**
     * Waits for a signal, handles it, and returns when the process may run on. It may return without reason.
     *
     * @throws ProcessExitedException if the process is dead or its node down; to be let through
     */
    void await();
}
