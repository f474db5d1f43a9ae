package dev.codepurger.impl.jvm;

/** How a process has to do with the code it was spawned in. */
public enum Residence {
    /** It waits in it. */
    WAITING,
    /** It runs in it. */
    BUSY,
    /** It is elsewhere, and will return to it. */
    ON_STACK,
    /** It only has a fun of it on its heap; it does not refer to the code. */
    FUN_ONLY;

    boolean refers() {
        return this != FUN_ONLY;
    }
}
