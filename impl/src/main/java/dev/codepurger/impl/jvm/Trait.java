package dev.codepurger.impl.jvm;

/** What a process may be besides. None of it changes how it answers or dies, and that is the point. */
public enum Trait {
    /** It traps exit signals; a kill cannot be trapped. */
    TRAP_EXIT,
    /** It runs at low priority; a check is answered at normal priority. */
    LOW_PRIORITY,
    /** It is in a dirty native call; others answer for it. */
    DIRTY
}
