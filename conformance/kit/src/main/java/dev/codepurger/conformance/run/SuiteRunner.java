package dev.codepurger.conformance.run;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.util.Arrays;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a catalogue against a subject. What has come of it so far can be asked for at any time, from any thread. */
public final class SuiteRunner {
    private final SubjectInfo subject;
    private final RunOptions options;
    private final ImmutableList<ConformanceCase> plan;
    private final CaseRunner cases;
    private final Turns turns = new Turns();
    private final AtomicInteger next = new AtomicInteger();
    private final @Nullable CaseResult[] results;
    private boolean interrupted;

    /** For one run. */
    public SuiteRunner(CaseCatalogue catalogue, SubjectProvider provider, RunOptions options, Judges judges) {
        subject = provider.info();
        this.options = options;
        plan = options.channels().plan(catalogue.cases(), subject);
        results = new CaseResult[plan.size()];
        this.cases = new CaseRunner(provider, options, judges);
    }

    /** What will run or be skipped, in this order: each case once, or once in each channel. */
    public ImmutableList<ConformanceCase> plan() {
        return plan;
    }

    /** Runs everything that is planned, one after the other. */
    public RunResult run(RunListener listener) {
        return run(listener, 1);
    }

    /**
     * Runs everything that is planned.
     *
     * @param listener hears of one thing at a time, in the order in which things happen
     * @param jobs how many cases may run at once, each with a subject of its own; what comes of them does not depend on it, as far as it does not
     *     depend on time. With one, they run in this thread.
     */
    public RunResult run(RunListener listener, int jobs) {
        if (jobs < 1) {
            throw new IllegalArgumentException("at least one case has to run at once, not " + jobs);
        }
        RunListener hearing = new OneAtATime(listener);
        if (jobs == 1) {
            work(hearing);
        } else {
            workTogether(hearing, jobs);
        }
        return result();
    }

    private void workTogether(RunListener listener, int jobs) {
        ExecutorService workers = Executors.newFixedThreadPool(jobs,
                new ThreadFactoryBuilder().setNameFormat("job-%d").setDaemon(true).build());
        try {
            CompletionService<Boolean> working = new ExecutorCompletionService<>(workers);
            for (int i = 0; i < jobs; i++) {
                working.submit(() -> work(listener), true);
            }
            for (int i = 0; i < jobs; i++) {
                working.take().get();
            }
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            end();
            Throwable broken = e.getCause() == null ? e : e.getCause();
            Throwables.throwIfUnchecked(broken);
            throw new IllegalStateException(broken);
        } finally {
            workers.shutdown();
        }
    }

    private void work(RunListener listener) {
        for (int i = next.getAndIncrement(); i < plan.size() && !ended(); i = next.getAndIncrement()) {
            int number = i;
            try {
                listener.begins(plan.get(i));
                CaseResult result = cases.run(plan.get(i), () -> turns.await(number));
                if (!add(i, result)) {
                    return;
                }
                listener.ended(result);
            } finally {
                turns.ended(i);
            }
        }
    }

    private synchronized boolean add(int number, CaseResult result) {
        if (interrupted) {
            return false;
        }
        results[number] = result;
        return true;
    }

    private synchronized boolean ended() {
        return interrupted || Thread.currentThread().isInterrupted();
    }

    /** Ends the run; cases that are running do not count. */
    public void end() {
        synchronized (this) {
            interrupted = true;
        }
        turns.end();
        cases.end();
    }

    /** What has come of it so far. */
    public synchronized RunResult result() {
        ImmutableList<CaseResult> there = Arrays.stream(results).flatMap(Stream::ofNullable).collect(ImmutableList.toImmutableList());
        return new RunResult(subject, options, plan.size(), there, interrupted || Thread.currentThread().isInterrupted());
    }

    /** So that no listener has to be prepared for several threads. */
    private static final class OneAtATime implements RunListener {
        private final RunListener listener;

        OneAtATime(RunListener listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void begins(ConformanceCase one) {
            listener.begins(one);
        }

        @Override
        public synchronized void ended(CaseResult result) {
            listener.ended(result);
        }
    }
}
