package dev.codepurger.conformance.concurrent;

import java.util.Locale;

/** What an actor is about. */
enum Role {
    /** Asks for purges, hard and soft. */
    CLIENT,
    /** Asks for a test purge and goes through both handshakes, mostly as it should. */
    TESTER,
    /** Loads and deletes code. */
    LOADER,
    /** Has on_load code and ends it. */
    CODE_SERVER,
    /** Starts processes, and lets them call, leave and end. */
    SCHEDULER,
    /** Kills whoever is there. */
    KILLER,
    /** Sends what is no request. */
    STRANGER;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
