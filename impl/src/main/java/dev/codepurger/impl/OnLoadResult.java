package dev.codepurger.impl;

/** Result of {@link CodePurger#finishAfterOnLoad}. */
public enum OnLoadResult {
    /** Done. */
    OK,
    /** Refused: the module has no pending {@code on_load}. A purger that does not refuse by answering crashes instead. */
    NO_PENDING_ON_LOAD
}
