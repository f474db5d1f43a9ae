package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.util.ArrayList;
import java.util.List;

/** Runs a catalogue against a subject. What has come of it so far can be asked for at any time, from any thread. */
public final class SuiteRunner {
    private final SubjectInfo subject;
    private final RunOptions options;
    private final ImmutableList<ConformanceCase> plan;
    private final CaseRunner cases;
    private final List<CaseResult> results = new ArrayList<>();
    private boolean interrupted;

    /** For one run. */
    public SuiteRunner(CaseCatalogue catalogue, SubjectProvider provider, RunOptions options, Judges judges) {
        subject = provider.info();
        this.options = options;
        plan = options.channels().plan(catalogue.cases(), subject);
        this.cases = new CaseRunner(provider, options, judges);
    }

    /** What will run or be skipped, in this order: each case once, or once in each channel. */
    public ImmutableList<ConformanceCase> plan() {
        return plan;
    }

    /** Runs everything that is planned, one after the other. */
    public RunResult run(RunListener listener) {
        for (ConformanceCase one : plan) {
            if (ended()) {
                break;
            }
            listener.begins(one);
            CaseResult result = cases.run(one);
            if (!add(result)) {
                break;
            }
            listener.ended(result);
        }
        return result();
    }

    private synchronized boolean add(CaseResult result) {
        if (interrupted) {
            return false;
        }
        results.add(result);
        return true;
    }

    private synchronized boolean ended() {
        return interrupted || Thread.currentThread().isInterrupted();
    }

    /** Ends the run; the case that runs does not count. */
    public void end() {
        synchronized (this) {
            interrupted = true;
        }
        cases.end();
    }

    /** What has come of it so far. */
    public synchronized RunResult result() {
        return new RunResult(subject, options, plan.size(), ImmutableList.copyOf(results),
                interrupted || Thread.currentThread().isInterrupted());
    }
}
