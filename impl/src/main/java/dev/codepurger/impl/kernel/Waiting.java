package dev.codepurger.impl.kernel;

/** Where the purger is when it receives. It changes nothing about the receive; it lets a kernel tell what the purger waits for. */
public enum Waiting {
    /** For the next request. */
    REQUEST,
    /** In a check, for answers and deaths. */
    CHECK,
    /** In one of the two handshakes of a test purge. */
    HANDSHAKE
}
