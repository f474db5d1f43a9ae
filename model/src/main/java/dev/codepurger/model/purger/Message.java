package dev.codepurger.model.purger;

/**
 * What can lie in the purger's mailbox. Sealed, so that every {@code switch} over messages is complete.
 *
 * <p>Seed: the patterns of L32-49, L196-223 and L329-339.
 */
public sealed interface Message {

    /** A message whose first element is the tag of a request: what a check saves, well formed or not (L216-218). */
    sealed interface Tagged extends Message {
        /** The tag, as it stands first in the Erlang term. */
        RequestTag tag();
    }

    /** A request with an address for the answer. */
    sealed interface Request extends Tagged {
        /** The module it is about. */
        String module();

        /** The requester. */
        Pid from();

        /** The requester's reference; any term. */
        String ref();
    }

    /** A hard purge (L32-35). */
    record Purge(String module, Pid from, String ref) implements Request {
        @Override
        public RequestTag tag() {
            return RequestTag.PURGE;
        }
    }

    /** A soft purge (L36-39). */
    record SoftPurge(String module, Pid from, String ref) implements Request {
        @Override
        public RequestTag tag() {
            return RequestTag.SOFT_PURGE;
        }
    }

    /** The end of an {@code on_load} function; with {@code keep} its code becomes current, else it is purged (L40-44). */
    record FinishAfterOnLoad(String module, boolean keep, Pid from, String ref) implements Request {
        @Override
        public RequestTag tag() {
            return RequestTag.FINISH_AFTER_ON_LOAD;
        }
    }

    /** A purge that stops at two handshakes; its tester is the requester (L45-47). */
    record TestPurge(String module, TestType type, Pid from, String ref) implements Request {
        @Override
        public RequestTag tag() {
            return RequestTag.TEST_PURGE;
        }
    }

    /** A request's tag with something wrong behind it. */
    record Malformed(RequestTag tag) implements Tagged {}

    /** A tester's (or anybody's) word to go on after {@code started} (L331). */
    record Continue(String ref) implements Message {}

    /** A tester's (or anybody's) word to go on after {@code continued} (L338). */
    record Complete(String ref) implements Message {}

    /** Asks for another priority of the purger; garbage to one that does not understand it. */
    record ChangePrio(Priority priority, Pid from, String ref) implements Message {}

    /** A process's answer to a check request (L196-210). */
    record CheckReply(Tag tag, Pid process, boolean refers) implements Message {}

    /**
     * A monitor has fired (L213, L330, L337).
     *
     * @param process who died
     * @param known false for a monitor that the purger never made (L238-240)
     * @param late the process was dead before it was monitored ({@code noproc})
     */
    record Down(Pid process, boolean known, boolean late) implements Message {}

    /** An exit signal, which comes as a message because the purger traps exits (L28). */
    record ExitSignal() implements Message {}

    /** Anything else. */
    record Garbage(String what) implements Message {}

    /** The tags by which a check recognises requests. */
    enum RequestTag {
        PURGE, SOFT_PURGE, FINISH_AFTER_ON_LOAD, TEST_PURGE
    }

    /** The type of a {@code test_purge}: a boolean in Erlang, or something else that is ignored (L284-293). */
    enum TestType {
        HARD, SOFT, OTHER
    }

    /** The tag of a check reply, as far as the purger can tell: that of the session that runs, of one before, or foreign. */
    enum Tag {
        CURRENT, STALE, FOREIGN
    }
}
