package dev.codepurger.conformance.run;

import java.time.Duration;

/**
 * How much a run may still spend on making failures shorter. A subject that fails everywhere needs a few short failures, not a hundred, and a
 * verdict soon. It is labels that are counted, those of all the sequences tried, so that the same run gives the same report; the time is bounded too,
 * for a subject that is slow.
 */
final class ShrinkBudget {
    private static final int RUN_LABELS = 6_000;
    private static final int CASE_LABELS = 2_000;
    private static final Duration RUN = Duration.ofSeconds(20);
    private static final Duration CASE = Duration.ofSeconds(6);

    private int leftLabels = RUN_LABELS;
    private long leftNanos = RUN.toNanos();
    private int labels;
    private long began;

    /** A failure is about to be made shorter, from now on. */
    void begin() {
        began = System.nanoTime();
        labels = 0;
    }

    /** A sequence was tried, and gave a trace of so many labels. */
    void tried(int length) {
        labels += length + 1;
    }

    /** May another shorter sequence be tried? */
    boolean left() {
        return labels < Math.min(CASE_LABELS, leftLabels) && System.nanoTime() - began < Math.min(CASE.toNanos(), leftNanos);
    }

    /** This failure is as short as it gets. */
    void end() {
        leftLabels -= Math.min(leftLabels, labels);
        leftNanos -= Math.min(leftNanos, System.nanoTime() - began);
    }
}
