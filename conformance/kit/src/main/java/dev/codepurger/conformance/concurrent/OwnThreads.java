package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.concurrent.Program.Act;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.TimedSubject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Each actor has a thread of its own, and waits for nobody. */
final class OwnThreads extends Play {
    /** So often an actor looks for what it waits for. It may wait in vain: whoever was to send it may be dead. */
    private static final int LOOKS = 2_000;

    OwnThreads(TimedSubject subject, Program program, Duration timeout) {
        super(subject, program, timeout);
    }

    @Override
    void actors() throws SubjectException {
        ExecutorService threads = Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "actor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CyclicBarrier start = new CyclicBarrier(Math.max(1, program.actors().size()));
            List<Callable<Void>> all = new ArrayList<>();
            for (Map.Entry<String, ImmutableList<Act>> actor : program.actors().entrySet()) {
                all.add(() -> {
                    start.await();
                    play(actor.getKey(), actor.getValue());
                    return null;
                });
            }
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubjectException("interrupted while actors were at work", e);
        } catch (ExecutionException e) {
            throw broken(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            threads.shutdownNow();
        }
    }

    private static SubjectException broken(Throwable cause) {
        if (cause instanceof SubjectException e) {
            return e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return new SubjectException("the subject threw " + cause, cause);
    }

    // Whoever waits lets the others go first; nothing depends on it but how long he waits.
    @SuppressWarnings("ThreadPriorityCheck")
    private void play(String actor, List<Act> acts) throws SubjectException {
        for (Act act : acts) {
            switch (act) {
                case Act.Do(var stimulus) -> act(actor, stimulus);
                case Act.Await await -> {
                    for (int looks = 0; looks < LOOKS && !look(await); looks++) {
                        Thread.yield();
                    }
                }
            }
        }
    }
}
