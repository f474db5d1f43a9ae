package dev.codepurger.model.world;

/**
 * Code that was loaded.
 *
 * @param version counts the loads of its module, from 1
 * @param identity equal for loads of identical code; funs belong to an identity
 * @param strange it was there before the trace began, and nobody knows who is in it
 */
public record Code(int version, int identity, boolean strange) {

    /** Code whose life is known. */
    public Code(int version, int identity) {
        this(version, identity, false);
    }
}
