package dev.codepurger.model.purger;

import org.jspecify.annotations.Nullable;

/**
 * Where the purger is between two steps. A phase holds everything that its functions hand on; what it waits for is said at each.
 * One step is one receive, or one saved request taken, or one effect that others can notice.
 */
public sealed interface Phase {

    /**
     * Waits for a message of any kind (L30-31).
     *
     * @param saved nothing, but words of no session where they need not be dropped (HANDSHAKE-10)
     */
    record WaitForRequest(Saved saved) implements Phase {
        /** With nothing put away. */
        public WaitForRequest() {
            this(Saved.NOTHING);
        }
    }

    /** Is about to take the first saved request (L50-53). */
    record CheckRequests(Saved saved) implements Phase {}

    /** Pending on_load code is to be thrown away, and has not been made the old code yet (between L138 and L143). */
    record OnLoadFailed(Message.FinishAfterOnLoad work, Saved saved) implements Phase {}

    /** {@code prepare} has set its mark, and will return {@code old}; {@code asked} is below zero while nobody was asked. */
    record Prepared(Message.Request work, boolean old, int asked, Saved saved) implements Phase {}

    /** A tester's session holds at {@code started}: waits for {@code continue} or the tester's death (L329-332). */
    record Started(Message.TestPurge work, boolean old, int asked, Saved saved) implements Phase {}

    /**
     * A check runs: waits for any message (L194-223).
     *
     * @param work the request it is made for
     * @param hard who refers to the code is to be killed
     * @param open the requests that have not been answered yet
     * @param left the processes of the snapshot that have not been asked yet; none where all are asked at once
     * @param refused a soft check has met an answer of true and goes on: no right purger gets here, but a relaxed one may (SOFT-5)
     * @param kill its kills
     * @param tester what is known of the session's tester
     * @param saved what was put away so far
     */
    record Check(Message.Request work, boolean hard, int open, int left, boolean refused, KillState kill, Tester tester, Saved saved)
            implements
                Phase {

        /** A check in which nobody has answered yet. */
        static Check of(Message.Request work, boolean hard, int open, int left, Tester tester, Saved saved) {
            return new Check(work, hard, open, left, false, KillState.NONE, tester, saved);
        }

        /** How many have not answered yet, asked or not. */
        public int unanswered() {
            return open + left;
        }

        /** The same with another number of requests that have not been answered. */
        public Check withOpen(int now) {
            return new Check(work, hard, now, left, refused, kill, tester, saved);
        }

        /** The same after this many of those left have been asked. */
        Check asking(int more) {
            return new Check(work, hard, open + more, left - more, refused, kill, tester, saved);
        }

        /** The same after this many of those asked have answered {@code false}, and others have been asked in their place. */
        public Check answeredFalse(int count) {
            int unanswered = unanswered() - count;
            int stillOpen = Math.min(open, unanswered);
            return new Check(work, hard, stillOpen, unanswered - stillOpen, refused, kill, tester, saved);
        }

        Check withRefusal() {
            return new Check(work, hard, open, left, true, kill, tester, saved);
        }

        /** The same with other kills. */
        public Check with(KillState now) {
            return new Check(work, hard, open, left, refused, now, tester, saved);
        }

        Check with(Saved now) {
            return new Check(work, hard, open, left, refused, kill, tester, now);
        }
    }

    /** The check has ended with {@code result}; {@code continued} is to be sent next. */
    record Checked(Message.TestPurge work, Ending ending, Result result, Tester tester, Saved saved) implements Phase {}

    /** A tester's session holds at {@code continued}: waits for {@code complete} or the tester's death (L336-339). */
    record Continued(Message.TestPurge work, Ending ending, Result result, Saved saved) implements Phase {}

    /** Is about to complete or to abort. */
    record Finish(Message.Request work, Ending ending, Result result, Saved saved) implements Phase {}

    /** Is about to answer. */
    record Answer(Message.Request work, Result result, Saved saved) implements Phase {}

    /** Takes no message any more: no right purger gets here, but a relaxed one may (LIVE-3). */
    record Hung() implements Phase {
        @Override
        public Saved saved() {
            return Saved.NOTHING;
        }
    }

    /** Has died. */
    record Terminated(String reason) implements Phase {
        @Override
        public Saved saved() {
            return Saved.NOTHING;
        }
    }

    /** How a session ends in the module table. */
    enum Ending {
        COMPLETE, ABORT, NOTHING
    }

    /** What the purger knows of the session's tester (the {@code TestRes} of L296-339). */
    enum Tester {
        NONE, LISTENS, DIED
    }

    /** What is put away for later. */
    Saved saved();

    /** The request that is being worked on, null where there is none. */
    default Message.@Nullable Request working() {
        return switch (this) {
            case OnLoadFailed p -> p.work();
            case Prepared p -> p.work();
            case Started p -> p.work();
            case Check p -> p.work();
            case Checked p -> p.work();
            case Continued p -> p.work();
            case Finish p -> p.work();
            case Answer p -> p.work();
            case WaitForRequest p -> null;
            case CheckRequests p -> null;
            case Hung p -> null;
            case Terminated p -> null;
        };
    }
}
