package dev.codepurger.impl;

import dev.codepurger.impl.kernel.Kernel;
import java.util.concurrent.CompletableFuture;

/**
 * A code purger at work: one thread that carries out one request after the other, and the calls that others make to it.
 *
 * <p>All calls are safe from any thread. Cancelling a future abandons only the reply; the request is carried out. A blocking call that is interrupted
 * throws {@link java.util.concurrent.CancellationException} and keeps the interrupt. When the purger has ended, pending and later calls fail with
 * {@link PurgerDownException}. Futures complete on a kernel's thread: what depends on them must not block, or must be {@code …Async}.
 */
public final class CodePurger implements AutoCloseable {

    private CodePurger() {}

    /**
     * Starts a purger on a kernel of its own.
     *
     * @param kernel the system it serves
     * @param profile which purger it is
     * @return the running purger
     */
    public static CodePurger start(Kernel kernel, Profile profile) {
        throw new UnsupportedOperationException();
    }

    /**
     * Removes the old code of a module, killing all processes that refer to it (seed L87-106).
     *
     * @param module the module
     * @return what was done
     * @throws PurgerDownException if the purger has ended, or ends before it answers
     */
    public PurgeResult purge(String module) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #purge}, not waiting. */
    public CompletableFuture<PurgeResult> purgeAsync(String module) {
        throw new UnsupportedOperationException();
    }

    /**
     * Removes the old code of a module unless a process refers to it (seed L107-126).
     *
     * @param module the module
     * @return whether the module has no old code any more
     * @throws PurgerDownException if the purger has ended, or ends before it answers
     */
    public boolean softPurge(String module) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #softPurge}, not waiting. */
    public CompletableFuture<Boolean> softPurgeAsync(String module) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends a pending {@code on_load} (seed L127-153). With the profile {@code seed} it is never answered when it arrives during a check, and ends the purger when the
     * module has no pending {@code on_load}.
     *
     * @param module the module
     * @param keep true: its code becomes current; false: it is removed, and processes in it are killed
     * @return whether it was done, or refused
     * @throws PurgerDownException if the purger has ended, or ends before it answers
     */
    public OnLoadResult finishAfterOnLoad(String module, boolean keep) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #finishAfterOnLoad}, not waiting. */
    public CompletableFuture<OnLoadResult> finishAfterOnLoadAsync(String module, boolean keep) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts a hard purge with handshakes.
     *
     * @param module the module
     * @return the tester's view of it
     */
    public TestPurge<PurgeResult> testPurge(String module) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts a soft purge with handshakes.
     *
     * @param module the module
     * @return the tester's view of it
     */
    public TestPurge<Boolean> testSoftPurge(String module) {
        throw new UnsupportedOperationException();
    }

    /** Returns whether the purger is at work. */
    public boolean isAlive() {
        throw new UnsupportedOperationException();
    }

    /** Stops the purger and its kernel, fails what is pending, and returns when no thread of theirs is left. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
