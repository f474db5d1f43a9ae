package dev.codepurger.model.world;

/**
 * What the source of a trace cannot see: what somebody else does to processes, and what is shown, of these kinds. A trace without them is legal if some
 * trace with them is.
 */
public enum Unseen {
    /** That processes die, and that somebody else kills them: any of them, at any time. Not the death of the purger, nor of the node. */
    DEATHS,
    /** Who is a suspended caller, and that somebody else suspends processes, and lets them go on: any of them, at any time. */
    SUSPENSIONS,
    /** What the purger tells those who ask: answers to requests, and the words of a handshake. */
    REPLIES,
    /** What calls come to. */
    RETURNS,
    /** That nothing happens any more. */
    QUIET;

    /** Is this a label of a kind that is not seen? */
    public boolean hides(Label label) {
        return switch (this) {
            case DEATHS -> label instanceof Label.Down;
            case SUSPENSIONS -> label instanceof Label.Quiet quiet && !quiet.suspended().isEmpty();
            case REPLIES -> label instanceof Label.Replied || label instanceof Label.Started || label instanceof Label.Continued;
            case RETURNS -> label instanceof Label.Returned;
            case QUIET -> label instanceof Label.Quiet;
        };
    }
}
