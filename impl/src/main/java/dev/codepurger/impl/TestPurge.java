package dev.codepurger.impl;

import java.util.concurrent.CompletableFuture;

/**
 * One purge with handshakes, seen from its tester (seed L277-339). The purger stops twice and waits: before the check, until
 * {@link #continuePurge}, and after it, until {@link #completePurge}. Waiting, it serves nobody else.
 *
 * @param <T> the type of the result
 */
public interface TestPurge<T> {

    /**
     * Completes when the module is prepared.
     *
     * @return a future; cancelling it does not disturb the purge
     */
    CompletableFuture<Void> started();

    /** Lets the purge go on from {@link #started}. Too early it may be lost, as in the original. */
    void continuePurge();

    /**
     * Completes when the check has ended.
     *
     * @return a future; cancelling it does not disturb the purge
     */
    CompletableFuture<Void> continued();

    /** Lets the purge go on from {@link #continued}. Too early it may be lost, as in the original. */
    void completePurge();

    /**
     * Completes with the result.
     *
     * @return a future; cancelling it abandons only the reply
     */
    CompletableFuture<T> result();

    /** Lets the tester die: the purge runs on by itself, and all futures that are not complete are cancelled. */
    void die();
}
