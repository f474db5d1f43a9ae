package dev.codepurger.model.world;

/** What a stimulus returns to the harness at once. */
public enum Response {
    /** Done, or taken. */
    OK,
    /** There is old code already. */
    NOT_PURGED,
    /** There is on_load code that has not ended. */
    ON_LOAD_PENDING,
    /** There is no current code. */
    UNDEFINED,
    /** Yes. */
    TRUE,
    /** No. */
    FALSE,
    /** The sender or the target is dead, paused or blocked, or the node is down. */
    NO_EFFECT
}
