package dev.codepurger.impl.jvm;

/** The signals that are on their way to one process. How they travel is the scheduler's business. */
interface Inbox {

    /** Adds a signal; returns at once. */
    void put(Signal.Sender sender, Signal signal);

    /** Called when the process was paused, suspended or let go: what it did not handle while paused is to be handled now. */
    void wake();
}
