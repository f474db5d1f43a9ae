package dev.codepurger.cli.report;

import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What came of a subject that must conform, with several seeds. */
public final class ConformingRow {
    private final String subject;
    private final long began = System.nanoTime();
    private final List<Long> notConforming = new ArrayList<>();
    private int runs;
    private long passed;
    private long nanos;

    /** Of this subject; the time begins. */
    public ConformingRow(String subject) {
        this.subject = subject;
    }

    /** One more run. */
    public void add(long seed, RunResult result) {
        runs++;
        passed += result.count(Status.PASSED);
        nanos = System.nanoTime() - began;
        if (result.verdict() != Verdict.CONFORMS) {
            notConforming.add(seed);
        }
    }

    String subject() {
        return subject;
    }

    int runs() {
        return runs;
    }

    List<Long> notConforming() {
        return notConforming;
    }

    long passed() {
        return passed;
    }

    long millis() {
        return nanos / 1_000_000;
    }

    /** In words. */
    String line() {
        return subject + " conforms with " + (runs - notConforming.size()) + " of " + runs + " seeds, " + passed + " cases passed, "
                + millis() / 1000 + " s" + (notConforming.isEmpty() ? "" : "; not with " + notConforming);
    }
}
