package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Performance;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.OpenOptions.Driving;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plays scripts on fresh nodes, each in a thread of its own, so that a subject which never answers costs one time-out and not the run. Only the
 * time spent inside the subject counts; a slow oracle is not held against it.
 */
final class FreshAttempts implements Attempts {
    /** A subject keeps its own time-outs; this much later it is taken to hang. */
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final SubjectProvider provider;
    private final ImmutableSet<Capability> capabilities;
    private final OpenOptions options;
    private final Judges judges;
    private final Shrinking shrinking;
    private final ImmutableSet<Rule> relaxed;
    private final Expectations expectations;
    private boolean inShrinking;
    private volatile boolean ended;

    /**
     * Whether failures are made shorter, and how.
     *
     * @param budget what may still be spent, shared by the cases of a run
     * @param wanted whether they are
     * @param turn is waited for before the budget is looked at
     */
    record Shrinking(ShrinkBudget budget, boolean wanted, Runnable turn) {
    }

    FreshAttempts(SubjectProvider provider, ImmutableSet<Capability> capabilities, OpenOptions options, Judges judges,
            Shrinking shrinking, ImmutableSet<Rule> relaxed) {
        this.provider = provider;
        this.capabilities = capabilities;
        this.options = options;
        this.judges = relaxed.isEmpty() ? judges : judges.relaxing(relaxed);
        this.relaxed = relaxed;
        expectations = new Expectations(relaxed, judges, options.profile(), options.effects());
        this.shrinking = shrinking;
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Profile profile() {
        return options.profile();
    }

    @Override
    public ImmutableSet<Rule> relaxed() {
        return relaxed;
    }

    /** What was violated as expected. */
    Expectations expectations() {
        return expectations;
    }

    @Override
    public boolean effects() {
        return options.effects();
    }

    @Override
    public Duration timeout() {
        return options.timeout();
    }

    @Override
    public long seed() {
        return options.seed();
    }

    @Override
    public Attempt shrinking(UnaryOperator<Attempt> search, Attempt failing) {
        if (!shrinking.wanted()) {
            return failing;
        }
        shrinking.turn().run();
        shrinking.budget().begin();
        inShrinking = true;
        try {
            return search.apply(failing);
        } finally {
            inShrinking = false;
            shrinking.budget().end();
        }
    }

    @Override
    public boolean mayShrink() {
        return shrinking.budget().left();
    }

    /** The script is not begun, or ends after its next step. */
    void end() {
        ended = true;
    }

    @Override
    public Attempt attempt(Script script) {
        return attempt(new Scripted(script, options.profile(), options.timeout(), judges.start(options.profile(), options.effects())),
                Driving.AS_SET);
    }

    @Override
    public Attempt attempt(Performance performance, Driving driving) {
        if (ended) {
            return Attempt.none(Ending.INTERRUPTED, "the run was ended");
        }
        Play play = new Play(performance, options.withDriving(driving));
        FutureTask<Attempt> task = new FutureTask<>(play::run);
        Thread thread = new Thread(task, "attempt");
        thread.setDaemon(true);
        thread.start();
        try {
            Attempt attempt = await(task, thread, play);
            expectations.look(attempt);
            if (inShrinking) {
                shrinking.budget().tried(attempt.trace().size());
            }
            return attempt;
        } finally {
            play.close();
        }
    }

    private Attempt await(FutureTask<Attempt> task, Thread thread, Play play) {
        while (true) {
            Duration timeout = play.timeout();
            long limit = timeout.plus(GRACE).toNanos();
            try {
                // Woken at the end; otherwise looks ten times in the time that it has to notice a hang.
                return task.get(Math.max(1, Math.min(limit / 10, TimeUnit.MILLISECONDS.toNanos(200))), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (ended) {
                    return play.givenUp(thread, Ending.INTERRUPTED, "the run was ended");
                }
                if (play.nanosInSubject() > limit) {
                    return play.givenUp(thread, Ending.TIMED_OUT, String
                            .valueOf(new SubjectTimeoutException("did not answer", timeout).getMessage()));
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("the kit itself broke while it played a case", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
                return play.givenUp(thread, Ending.INTERRUPTED, "the run was ended");
            }
        }
    }

    /** One performance on one node. */
    private final class Play {
        private final Performance performance;
        private final OpenOptions open;
        private final long began = System.nanoTime();
        private volatile @Nullable Subject subject;
        private volatile boolean opened;
        private volatile boolean abandoned;

        Play(Performance performance, OpenOptions open) {
            this.performance = performance;
            this.open = open;
        }

        Attempt run() {
            Subject mine;
            try {
                mine = provider.open(open);
                if (mine == null) {
                    return Attempt.none(Ending.BROKEN, "the subject could not be started: there was none");
                }
                subject = mine;
                if (abandoned) {
                    end(mine);
                    return Attempt.none(Ending.INTERRUPTED, "the run was ended");
                }
                opened = true;
            } catch (SubjectTimeoutException e) {
                return Attempt.none(Ending.TIMED_OUT, String.valueOf(e.getMessage()));
            } catch (SubjectException e) {
                return Attempt.none(Ending.BROKEN, "the subject could not be started: " + e.getMessage());
            } catch (RuntimeException | Error e) {
                return Attempt.none(Ending.BROKEN, "the subject could not be started: " + e);
            }
            try {
                return performance.perform(mine);
            } catch (SubjectTimeoutException e) {
                return performance.soFar(Ending.TIMED_OUT, String.valueOf(e.getMessage()));
            } catch (SubjectException e) {
                return performance.soFar(Ending.BROKEN, String.valueOf(e.getMessage()));
            }
        }

        /** For what it does now. */
        Duration timeout() {
            return opened ? options.timeout() : options.timeout().plus(provider.starting());
        }

        long nanosInSubject() {
            return opened ? performance.nanosInSubject() : System.nanoTime() - began;
        }

        /** The attempt as far as it came. Its thread is asked to end; nothing that it does afterwards counts. */
        Attempt givenUp(Thread thread, Ending ending, String message) {
            thread.interrupt();
            return opened ? performance.soFar(ending, message) : Attempt.none(ending, message);
        }

        /** Ends the node; a node that does not end is left behind. */
        void close() {
            abandoned = true;
            performance.stop();
            Subject mine = subject;
            if (mine == null) {
                return;
            }
            Thread closing = new Thread(() -> end(mine), "closing");
            closing.setDaemon(true);
            closing.start();
            try {
                closing.join(CLOSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void end(Subject subject) {
            try {
                subject.close();
            } catch (RuntimeException | Error e) {
                // The verdict stands already; a node that breaks when it ends shows nothing about purging.
                return;
            }
        }
    }
}
