package dev.codepurger.impl.kernel;

/** The first element of a request, which is also what a check looks at when it decides whether a message is to be saved. */
public enum RequestKind {
    /** Hard purge: processes that refer to the old code are killed. */
    PURGE,
    /** Soft purge: given up when a process refers to the old code. */
    SOFT_PURGE,
    /** End of an {@code on_load} function: its code is kept, or removed. */
    FINISH_AFTER_ON_LOAD,
    /** Hard or soft purge in which a tester decides when the next phase begins. */
    TEST_PURGE
}
