package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Recorder;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.conformance.cases.SessionStop;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Plays scripts on fresh nodes, each in a thread of its own, so that a subject which never answers costs one time-out and not the run. Only the
 * time spent inside the subject counts; a slow oracle is not held against it.
 */
final class FreshAttempts implements Attempts {
    /** A subject keeps its own time-outs; this much later it is taken to hang. */
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final SubjectProvider provider;
    private final OpenOptions options;
    private final Judges judges;
    private final ShrinkBudget budget;
    private final boolean shrinks;
    private volatile boolean ended;

    FreshAttempts(SubjectProvider provider, OpenOptions options, Judges judges, ShrinkBudget budget, boolean shrinks) {
        this.provider = provider;
        this.options = options;
        this.judges = judges;
        this.budget = budget;
        this.shrinks = shrinks;
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return provider.info().capabilities();
    }

    @Override
    public long seed() {
        return options.seed();
    }

    @Override
    public Attempt shrinking(UnaryOperator<Attempt> search, Attempt failing) {
        if (!shrinks) {
            return failing;
        }
        budget.begin();
        try {
            return search.apply(failing);
        } finally {
            budget.end();
        }
    }

    @Override
    public boolean mayShrink() {
        return budget.left();
    }

    /** The script is not begun, or ends after its next step. */
    void end() {
        ended = true;
    }

    @Override
    public Attempt attempt(Script script) {
        if (ended) {
            return Attempt.none(Ending.INTERRUPTED, "the run was ended");
        }
        Play play = new Play(script, judges.start(options.profile(), options.effects()));
        FutureTask<Attempt> task = new FutureTask<>(play::run);
        Thread thread = new Thread(task, "attempt");
        thread.setDaemon(true);
        thread.start();
        try {
            Attempt attempt = await(task, thread, play);
            budget.tried(attempt.trace().size());
            return attempt;
        } finally {
            play.close();
        }
    }

    private Attempt await(FutureTask<Attempt> task, Thread thread, Play play) {
        long limit = options.timeout().plus(GRACE).toNanos();
        while (true) {
            try {
                // Woken at the end; otherwise looks ten times in the time that it has to notice a hang.
                return task.get(Math.max(1, Math.min(limit / 10, TimeUnit.MILLISECONDS.toNanos(200))), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (ended) {
                    thread.interrupt();
                    return play.attempt(Ending.INTERRUPTED, "the run was ended");
                }
                if (play.nanosInSubject() > limit) {
                    thread.interrupt();
                    return play.attempt(Ending.TIMED_OUT, String
                            .valueOf(new SubjectTimeoutException("did not answer", options.timeout()).getMessage()));
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("the kit itself broke while it played a case", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
                thread.interrupt();
                return play.attempt(Ending.INTERRUPTED, "the run was ended");
            }
        }
    }

    /** One script on one node. */
    private final class Play {
        private final Script script;
        private final Judge judge;
        private final long began = System.nanoTime();
        private volatile @org.jspecify.annotations.Nullable Subject subject;
        private volatile @org.jspecify.annotations.Nullable Recorder recorder;
        private volatile boolean abandoned;

        Play(Script script, Judge judge) {
            this.script = script;
            this.judge = judge;
        }

        Attempt run() {
            Recorder mine;
            try {
                Subject opened = provider.open(options);
                subject = opened;
                if (abandoned) {
                    opened.close();
                }
                mine = new Recorder(opened, judge, options.timeout());
                recorder = mine;
            } catch (SubjectTimeoutException e) {
                return Attempt.none(Ending.TIMED_OUT, String.valueOf(e.getMessage()));
            } catch (SubjectException e) {
                return Attempt.none(Ending.BROKEN, "the subject could not be started: " + e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                return Attempt.none(Ending.BROKEN, "the subject could not be started: " + e);
            }
            try {
                script.play(new Session(mine, options.profile()));
                return mine.attempt(Ending.PASSED, "", ImmutableList.of(), ImmutableList.of());
            } catch (SessionStop stop) {
                return mine.attempt(stop.ending(), String.valueOf(stop.getMessage()), stop.legal(), stop.states());
            }
        }

        long nanosInSubject() {
            Recorder mine = recorder;
            return mine == null ? System.nanoTime() - began : mine.nanosInSubject();
        }

        /** The attempt as far as it came, for one that is given up. */
        Attempt attempt(Ending ending, String message) {
            Recorder mine = recorder;
            return mine == null ? Attempt.none(ending, message)
                    : mine.attempt(ending, message, ImmutableList.of(), ImmutableList.of());
        }

        /** Ends the node; a node that does not end is left behind. */
        void close() {
            abandoned = true;
            Subject mine = subject;
            if (mine == null) {
                return;
            }
            Thread closing = new Thread(() -> {
                try {
                    mine.close();
                } catch (RuntimeException e) {
                    // The verdict stands already; a node that breaks when it ends shows nothing about purging.
                    return;
                }
            }, "closing");
            closing.setDaemon(true);
            closing.start();
            try {
                closing.join(CLOSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
