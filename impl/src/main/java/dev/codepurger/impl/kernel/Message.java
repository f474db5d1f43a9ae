package dev.codepurger.impl.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be in a mailbox. Anybody can send anything to the purger, so the components of requests are arbitrary terms and the purger tests
 * them itself: an atom is a {@link String}, a process is a {@link Pid}, a boolean is a {@link Boolean}, a reference is any term
 * at all, compared with {@code equals}. Everything else in those places makes a request malformed.
 */
public sealed interface Message {

    /** A message whose first element is that of a request; nothing is said about the rest. */
    sealed interface Request extends Message {
        /**
         * Returns the first element.
         *
         * @return the kind of request that this is, or pretends to be
         */
        RequestKind kind();
    }

    /** A message for one session of a test purge; only the reference counts, not the sender. */
    sealed interface Go extends Message {
        /**
         * Returns the reference of the session meant.
         *
         * @return any term
         */
        @Nullable Object ref();
    }

    /**
     * Hard purge.
     *
     * @param module the module, an atom if well-formed
     * @param from who is answered, a pid if well-formed
     * @param ref comes back in the answer
     */
    record Purge(@Nullable Object module, @Nullable Object from, @Nullable Object ref) implements Request {
        @Override
        public RequestKind kind() {
            return RequestKind.PURGE;
        }
    }

    /**
     * Soft purge.
     *
     * @param module the module, an atom if well-formed
     * @param from who is answered, a pid if well-formed
     * @param ref comes back in the answer
     */
    record SoftPurge(@Nullable Object module, @Nullable Object from, @Nullable Object ref) implements Request {
        @Override
        public RequestKind kind() {
            return RequestKind.SOFT_PURGE;
        }
    }

    /**
     * End of an {@code on_load} function.
     *
     * @param module the module, an atom if well-formed
     * @param keep whether its code becomes current, a boolean if well-formed
     * @param from who is answered, a pid if well-formed
     * @param ref comes back in the answer
     */
    record FinishAfterOnLoad(
            @Nullable Object module, @Nullable Object keep, @Nullable Object from, @Nullable Object ref) implements Request {
        @Override
        public RequestKind kind() {
            return RequestKind.FINISH_AFTER_ON_LOAD;
        }
    }

    /**
     * Purge with handshakes.
     *
     * @param module the module, an atom if well-formed
     * @param from the tester, a pid if well-formed
     * @param hard true for a hard purge, false for a soft one; anything else is well-formed but does nothing
     * @param ref names the session
     */
    record TestPurge(
            @Nullable Object module, @Nullable Object from, @Nullable Object hard, @Nullable Object ref) implements Request {
        @Override
        public RequestKind kind() {
            return RequestKind.TEST_PURGE;
        }
    }

    /**
     * A tuple that starts like a request and has the wrong number of elements.
     *
     * @param kind its first element
     * @param rest its other elements
     */
    record Malformed(RequestKind kind, List<Object> rest) implements Request {
        /** Copies the list. */
        public Malformed {
            rest = List.copyOf(rest);
        }
    }

    /**
     * Lets a session go on from {@code started}.
     *
     * @param ref the session
     */
    record Continue(@Nullable Object ref) implements Go {}

    /**
     * Lets a session go on from {@code continued}.
     *
     * @param ref the session
     */
    record Complete(@Nullable Object ref) implements Go {}

    /**
     * Asks for another priority of the purger; garbage to a purger that does not understand it.
     *
     * @param from who is answered, a pid if well-formed
     * @param ref comes back in the answer
     * @param priority the priority, an atom
     */
    record ChangePrio(@Nullable Object from, @Nullable Object ref, @Nullable Object priority) implements Message {}

    /**
     * Answer to {@link ChangePrio}.
     *
     * @param old the priority before, null for an error
     * @param ref the reference of the request
     */
    record PriorityChanged(@Nullable Priority old, @Nullable Object ref) implements Message {}

    /**
     * A process's answer to a check request.
     *
     * @param tag the tag of the request
     * @param pid the process that was asked
     * @param refers whether it refers to the old code
     */
    record CheckReply(@Nullable Object tag, Pid pid, boolean refers) implements Message {}

    /**
     * A monitored process is dead.
     *
     * @param monitor what {@link Kernel#monitor} returned; in a forged one, any term
     * @param pid the process
     * @param reason its exit reason, {@code noproc} if it was dead already
     */
    record Down(@Nullable Object monitor, Pid pid, String reason) implements Message {}

    /**
     * Any other term.
     *
     * @param term what it is
     */
    record Junk(@Nullable Object term) implements Message {}

    /**
     * Answer to a request other than a test purge.
     *
     * @param kind what was asked for
     * @param answer the result
     * @param ref the reference of the request
     */
    record Reply(RequestKind kind, Answer answer, @Nullable Object ref) implements Message {}

    /**
     * First handshake: the purge is prepared, and goes on after {@link Continue}.
     *
     * @param ref the session
     */
    record Started(@Nullable Object ref) implements Message {}

    /**
     * Second handshake: the check has ended, and the purge goes on after {@link Complete}.
     *
     * @param ref the session
     */
    record Continued(@Nullable Object ref) implements Message {}

    /**
     * Answer to a test purge. It begins with the same word as the request: a purger that asked itself cannot tell it from a malformed one.
     *
     * @param answer the result
     * @param ref the session
     */
    record TestPurgeResult(Answer answer, @Nullable Object ref) implements Request {
        @Override
        public RequestKind kind() {
            return RequestKind.TEST_PURGE;
        }
    }
}
