package dev.codepurger.impl.jvm;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;

/**
 * A node at rest: no signal is under way, and nothing happens until the harness does something.
 *
 * @param kind what the purger is doing
 * @param suspended names of the living processes that are suspended in a call of a fun of code that is being purged, sorted
 */
public record Quiet(Kind kind, Set<String> suspended) {

    /** What the purger is doing. The first that fits. */
    public enum Kind {
        /** Nothing: it is dead, and the node with it. Nobody is reported as suspended. */
        DOWN,
        /** It is kept by the harness: by a hold, by a stalled prepare, or in a check while some process is paused. */
        BLOCKED,
        /** It waits for a request, and its mailbox is empty. */
        IDLE,
        /** It waits in a handshake; its mailbox may hold messages. */
        HELD,
        /** It waits in a check for something that will never come. A right purger over a right kernel never does. */
        STALLED
    }

    /** Copies the set. */
    public Quiet {
        suspended = ImmutableSortedSet.copyOf(suspended);
    }
}
