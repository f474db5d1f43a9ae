package dev.codepurger.impl.kernel;

/** The result that a request is answered with. */
public sealed interface Answer {

    /**
     * Result of a hard purge, or of a hard test purge.
     *
     * @param wasOld whether there was old code
     * @param didKill whether a kill was issued; the victim may have exited by itself before it came
     */
    record Hard(boolean wasOld, boolean didKill) implements Answer {}

    /**
     * Result of a soft purge, or of a soft test purge.
     *
     * @param purged whether there is no old code any more
     */
    record Soft(boolean purged) implements Answer {}

    /** The {@code on_load} function was finished. */
    record Finished() implements Answer {}

    /** There was no pending {@code on_load} to finish; only purgers that refuse by answering send it. */
    record NoPendingOnLoad() implements Answer {}
}
