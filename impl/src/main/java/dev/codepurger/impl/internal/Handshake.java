package dev.codepurger.impl.internal;

/** The two points at which a test purge waits. */
public enum Handshake {
    /** Prepared, before the check: waits for continue. */
    STARTED,
    /** The check has ended, before complete or abort: waits for complete. */
    CONTINUED
}
