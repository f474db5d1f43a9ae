package dev.codepurger.impl;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.impl.internal.Purger;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A code purger at work: one thread that carries out one request after the other, and the calls that others make to it.
 *
 * <p>All calls are safe from any thread. A reply has no time limit: what a purger of profile {@code seed} loses is never answered. Cancelling a future abandons only the
 * reply; the request is carried out. A blocking call that is interrupted throws {@link CancellationException} and keeps the interrupt. When the purger has
 * ended, pending and later calls fail with {@link PurgerDownException}, futures with that as their cause.
 *
 * <p>Futures complete on a thread of the purger or of its kernel. What depends on them must not wait for the purger there, or must be {@code …Async}: a
 * blocking call on such a thread throws {@link IllegalStateException}, and nothing is requested; {@link #close} on it only begins the end.
 */
public final class CodePurger implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Kernel kernel;
    private final Thread thread;
    private final Pending pending = new Pending();

    private CodePurger(Kernel kernel, Purger purger) {
        this.kernel = kernel;
        thread = new Thread(() -> serve(purger), "codepurger-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
    }

    /**
     * Starts a purger on a kernel of its own.
     *
     * @param kernel the system it serves
     * @param profile which purger it is
     * @return the running purger
     */
    public static CodePurger start(Kernel kernel, Profile profile) {
        return start(kernel, profile, new Steps(profile));
    }

    /**
     * Starts a purger that may be faulty. Not API, see {@link Steps}.
     *
     * @param kernel the system it serves
     * @param profile which purger it is
     * @param steps its single decisions
     * @return the running purger
     */
    public static CodePurger start(Kernel kernel, Profile profile, Steps steps) {
        CodePurger started = new CodePurger(kernel, new Purger(kernel, profile, steps));
        started.thread.start();
        return started;
    }

    /** The life of the purger's thread. Callers hear of its end before the kernel does, so that a kernel at rest has no caller left waiting. */
    private void serve(Purger purger) {
        Throwable cause;
        try {
            purger.run();
            cause = new IllegalStateException("the purger returned");
        } catch (Throwable t) {
            cause = t;
        }
        try {
            pending.end(cause);
        } finally {
            kernel.ended(cause);
        }
    }

    /**
     * Removes the old code of a module, killing all processes that refer to it (seed L87-106).
     *
     * @param module the module
     * @return what was done
     * @throws PurgerDownException if the purger has ended, or ends before it answers
     * @throws IllegalStateException on a thread of the purger or of its kernel
     */
    public PurgeResult purge(String module) {
        return await(() -> purgeAsync(module));
    }

    /**
     * As {@link #purge}, not waiting.
     *
     * @param module the module
     * @return a future of what was done
     */
    public CompletableFuture<PurgeResult> purgeAsync(String module) {
        return request((port, ref) -> new Message.Purge(module, port, ref), CodePurger::hard);
    }

    /**
     * Removes the old code of a module unless a process refers to it (seed L107-126).
     *
     * @param module the module
     * @return whether the module has no old code any more
     * @throws PurgerDownException if the purger has ended, or ends before it answers
     * @throws IllegalStateException on a thread of the purger or of its kernel
     */
    public boolean softPurge(String module) {
        return await(() -> softPurgeAsync(module));
    }

    /**
     * As {@link #softPurge}, not waiting.
     *
     * @param module the module
     * @return a future that tells whether the module has no old code any more
     */
    public CompletableFuture<Boolean> softPurgeAsync(String module) {
        return request((port, ref) -> new Message.SoftPurge(module, port, ref), CodePurger::soft);
    }

    /**
     * Ends a pending {@code on_load} (seed L127-153). With the profile {@code seed} it is never answered when it arrives during a check, and ends the purger when the
     * module has no pending {@code on_load}.
     *
     * @param module the module
     * @param keep true: its code becomes current; false: it is removed, and processes in it are killed
     * @return whether it was done, or refused
     * @throws PurgerDownException if the purger has ended, or ends before it answers
     * @throws IllegalStateException on a thread of the purger or of its kernel
     */
    public OnLoadResult finishAfterOnLoad(String module, boolean keep) {
        return await(() -> finishAfterOnLoadAsync(module, keep));
    }

    /**
     * As {@link #finishAfterOnLoad}, not waiting.
     *
     * @param module the module
     * @param keep true: its code becomes current; false: it is removed, and processes in it are killed
     * @return a future that tells whether it was done, or refused
     */
    public CompletableFuture<OnLoadResult> finishAfterOnLoadAsync(String module, boolean keep) {
        return request(
                (port, ref) -> new Message.FinishAfterOnLoad(module, keep, port, ref),
                answer -> answer instanceof Answer.NoPendingOnLoad ? OnLoadResult.NO_PENDING_ON_LOAD : OnLoadResult.OK);
    }

    /**
     * Starts a hard purge with handshakes (seed L277-339).
     *
     * @param module the module
     * @return the tester's view of it
     */
    public TestPurge<PurgeResult> testPurge(String module) {
        return test(module, true, CodePurger::hard);
    }

    /**
     * Starts a soft purge with handshakes (seed L277-339).
     *
     * @param module the module
     * @return the tester's view of it
     */
    public TestPurge<Boolean> testSoftPurge(String module) {
        return test(module, false, CodePurger::soft);
    }

    /**
     * Returns whether the purger is at work.
     *
     * @return false once it has ended, for whatever reason
     */
    public boolean isAlive() {
        return !pending.hasEnded();
    }

    /**
     * Stops the purger and its kernel, and fails what is pending. Returns when no thread of theirs is left; on one of these threads, which cannot wait for
     * themselves or for each other, it returns at once. More than one thread may close, more than once.
     */
    @Override
    public void close() {
        kernel.stop();
        if (mayWait()) {
            kernel.join();
            Uninterruptibles.joinUninterruptibly(thread);
        }
    }

    private boolean mayWait() {
        return !thread.equals(Thread.currentThread()) && !kernel.isOwnThread();
    }

    private static PurgeResult hard(Answer answer) {
        return answer instanceof Answer.Hard(boolean wasOld, boolean didKill)
                ? new PurgeResult(wasOld, didKill)
                : new PurgeResult(false, false);
    }

    private static boolean soft(Answer answer) {
        return answer instanceof Answer.Soft(boolean purged) && purged;
    }

    @FunctionalInterface
    private interface Wording {
        Message of(Pid port, Object ref);
    }

    private <T> CompletableFuture<T> request(Wording wording, Function<Answer, T> result) {
        CompletableFuture<T> future = new CompletableFuture<>();
        pending.add(future);
        if (future.isDone()) {
            return future;
        }
        Object ref = new Object();
        Pid port = kernel.openPort(message -> {
            if (message instanceof Message.Reply reply && ref.equals(reply.ref())) {
                future.complete(result.apply(reply.answer()));
            }
        });
        // Also when cancelled: then the reply goes to a closed port, and is lost, as it should be.
        var ignored = future.whenComplete((value, error) -> kernel.closePort(port));
        kernel.mailbox().put(port, wording.of(port, ref));
        return future;
    }

    private <T> TestPurge<T> test(String module, boolean hard, Function<Answer, T> result) {
        Tester<T> tester = new Tester<>(kernel, result);
        pending.add(tester.started());
        pending.add(tester.continued());
        pending.add(tester.result());
        if (isAlive()) {
            tester.request(module, hard);
        }
        return tester;
    }

    private <T> T await(Supplier<CompletableFuture<T>> request) {
        if (!mayWait()) {
            throw new IllegalStateException("neither the purger nor what it waits for can wait for the purger");
        }
        CompletableFuture<T> future = request.get();
        kernel.drive(future::isDone);
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(false);
            CancellationException interrupted = new CancellationException("interrupted while waiting for the purger");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            // A new one, so that the stack of the caller is in it.
            throw new PurgerDownException(
                    cause instanceof PurgerDownException down && down.getCause() != null ? down.getCause() : e);
        }
    }
}
