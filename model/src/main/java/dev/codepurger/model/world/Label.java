package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSortedSet;

import dev.codepurger.model.purger.Result;

/**
 * What stands in a trace: what the harness did, with what it returned, and what the harness saw. Requests, refs, processes and calls go
 * by the names that the harness gave them; nothing is null.
 */
public sealed interface Label {

    /** The harness did something. */
    record Did(Stimulus stimulus, Response response) implements Label {}

    /** The harness saw something. */
    sealed interface Observation extends Label {}

    /** The requester got an answer. */
    record Replied(String request, RequestKind kind, Result result) implements Observation {}

    /** The tester got {@code started}. */
    record Started(String ref) implements Observation {}

    /** The tester got {@code continued}. */
    record Continued(String ref) implements Observation {}

    /** A process died. */
    record Down(String process, String reason) implements Observation {}

    /** The purger died, and the node with it. */
    record PurgerDown(String reason) implements Observation {}

    /** A call returned; {@code outcome} is a version in digits, {@code badfun} or {@code undef}. */
    record Returned(String call, String outcome) implements Observation {}

    /** Nothing happens any more until the harness does something. */
    record Quiet(QuietKind kind, ImmutableSortedSet<String> suspended) implements Observation {}

    /** The effect channel showed something. */
    record Showed(Effect effect) implements Observation {}

    /** What the purger does when nothing happens any more. */
    enum QuietKind {
        /** It waits for a request and its mailbox is empty. */
        IDLE,
        /** It waits in a handshake. */
        HELD,
        /** The harness keeps it: a hold, a stalled prepare, a check of somebody paused. */
        BLOCKED,
        /** It waits in a check, and nothing is under way that could end it. */
        STALLED,
        /** It is dead. */
        DOWN
    }

    /** The kinds of answers. */
    enum RequestKind {
        PURGE, SOFT_PURGE, FINISH_AFTER_ON_LOAD, TEST_PURGE, CHANGE_PRIO
    }
}
