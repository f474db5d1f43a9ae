package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;

/**
 * What happens in one step of a closed world.
 *
 * @param kind what
 * @param who does it: {@code purger}, {@code loader}, or a process
 * @param text what it does, for a reader; what it sends, if that is one thing
 * @param effects what others get of it, or what becomes of the module, in order
 */
public record Move(Kind kind, String who, String text, ImmutableList<Effect> effects) {

    /** The kinds of steps. */
    public enum Kind {
        /** The purger goes on, or takes a message. */
        PURGER(true),
        /** A process handles a check request, or a kill. */
        ANSWER(true), KILLED(true),
        /** The monitor of a dead process fires. */
        DOWN(true),
        /** A process sends its next request. */
        REQUEST(false),
        /** The same of one who asks over and over. */
        ASK_AGAIN(true),
        /** A tester sends a word. */
        CONTINUE(true), COMPLETE(true),
        /** A process dies, leaves its code, calls a fun. */
        DIE(false), LEAVE(false), CALL(false),
        /** A process that was resumed makes its call again. */
        RECALL(true),
        /** Another process takes the place of a dead one. */
        RETURN(false),
        /** New code is loaded. */
        LOAD(false);

        private final boolean mustHappen;

        Kind(boolean mustHappen) {
            this.mustHappen = mustHappen;
        }

        /** Is it taken some time, if it stays possible? The assumptions of the family LIVE. */
        public boolean mustHappen() {
            return mustHappen;
        }
    }

    /**
     * Something that others get.
     *
     * @param to who gets it; the doer itself for what concerns the module
     * @param text what
     */
    public record Effect(String to, String text) {}

    static Move of(Kind kind, String who, String text) {
        return new Move(kind, who, text, ImmutableList.of());
    }

    @Override
    public String toString() {
        return kind + " " + who;
    }
}
