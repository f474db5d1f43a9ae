package dev.codepurger.spec;

/** The chapters of rules, in the order of the document. */
public enum Family {
    /** Which message is a request, and what becomes of all others. */
    DISPATCH,
    /** The hard purge. */
    PURGE,
    /** The soft purge. */
    SOFT,
    /** What follows the run of an {@code on_load} function. */
    ONLOAD,
    /** The question to every process whether it refers to the code. */
    CHECK,
    /** The scheduling of kills. */
    KILL,
    /** The requests that arrive during a check. */
    QUEUE,
    /** The two waits of a {@code test_purge}. */
    HANDSHAKE,
    /** Callers of funs whose code is being purged. */
    LAMBDA,
    /** The table of modules with two versions. */
    MODULE,
    /** What must happen eventually. */
    LIVE
}
