package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;

/**
 * A process of a closed world at one moment. Of a dead one only what is still on its way to or from it makes a difference.
 *
 * @param alive is it
 * @param in the version of the code that it refers to, 0 for none
 * @param inbox the purger's signals that it has not handled
 * @param monitor what the purger monitors it for, until the monitor fires
 * @param asked how many of its requests it has sent; the number of the last one of those who ask over and over
 * @param waiting has the last of them not been answered
 * @param heard how far its session has come, as it knows
 * @param said which of its words it has sent in its session
 * @param call how far its call of a fun has come
 */
public record Actor(boolean alive, int in, ImmutableList<Signal> inbox, Monitor monitor, int asked, boolean waiting, Heard heard,
        Said said, Call call) {

    /** What the purger sends to any process. */
    public enum Signal {
        /** Asks whether it refers to the code. */
        CHECK,
        /** The same, of a check that has ended. */
        STALE_CHECK, KILL
    }

    /** What the purger monitors it for. */
    public enum Monitor {
        NONE, VICTIM, TESTER
    }

    /** What a tester has been told. */
    public enum Heard {
        NOTHING, STARTED, CONTINUED
    }

    /** The words that a tester has sent. */
    public enum Said {
        NOTHING, CONTINUE, COMPLETE, BOTH;

        boolean has(Said word) {
            return this == word || this == BOTH;
        }

        Said and(Said word) {
            return this == NOTHING ? word : BOTH;
        }
    }

    /** A call of a fun. */
    public enum Call {
        /** It has not been made. */
        READY, SUSPENDED,
        /** The purge is over, and it has not been made again. */
        RESUMED,
        /** It has been made, or never will be. */
        DONE;

        boolean underWay() {
            return this == SUSPENDED || this == RESUMED;
        }
    }

    private static final ImmutableList<Signal> NO_SIGNALS = ImmutableList.of();

    static Actor at(int in, Call call) {
        return new Actor(true, in, NO_SIGNALS, Monitor.NONE, 0, false, Heard.NOTHING, Said.NOTHING, call);
    }

    /** Dead: messages and kills are lost, check requests will be answered for it. */
    Actor dead() {
        ImmutableList<Signal> left = inbox.stream().filter(signal -> signal != Signal.KILL).collect(ImmutableList.toImmutableList());
        return new Actor(false, 0, left, monitor, 0, false, Heard.NOTHING, Said.NOTHING, Call.DONE);
    }

    Actor in(int now) {
        return new Actor(alive, now, inbox, monitor, asked, waiting, heard, said, call);
    }

    Actor inbox(ImmutableList<Signal> now) {
        return new Actor(alive, in, now, monitor, asked, waiting, heard, said, call);
    }

    Actor and(Signal signal) {
        return inbox(ImmutableList.<Signal>builder().addAll(inbox).add(signal).build());
    }

    Actor monitor(Monitor now) {
        return new Actor(alive, in, inbox, now, asked, waiting, heard, said, call);
    }

    Actor asking(int count, boolean waits) {
        return new Actor(alive, in, inbox, monitor, count, waits, heard, said, call);
    }

    Actor answered() {
        return new Actor(alive, in, inbox, monitor, asked, false, Heard.NOTHING, Said.NOTHING, call);
    }

    Actor heard(Heard now) {
        return new Actor(alive, in, inbox, monitor, asked, waiting, now, said, call);
    }

    Actor saying(Said word) {
        return new Actor(alive, in, inbox, monitor, asked, waiting, heard, said.and(word), call);
    }

    Actor call(Call now) {
        return new Actor(alive, in, inbox, monitor, asked, waiting, heard, said, now);
    }

    /** Can it do something of its own, other than die? */
    boolean isFree() {
        return alive && !call.underWay();
    }
}
