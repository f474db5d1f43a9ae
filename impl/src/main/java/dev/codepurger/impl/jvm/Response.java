package dev.codepurger.impl.jvm;

/** What a stimulus returns at once. */
public enum Response {
    /** Done. */
    OK,
    /** Refused: the module still has old code. */
    NOT_PURGED,
    /** Refused: an {@code on_load} of the module is pending. */
    ON_LOAD_PENDING,
    /** Refused: the module is not loaded. */
    UNDEFINED,
    /** Refused: there is no current code to make a fun of. */
    UNDEF,
    /** Nothing happened: who was to act is dead, paused, suspended or busy, or the node is down. */
    NO_EFFECT
}
