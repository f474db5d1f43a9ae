package dev.codepurger.conformance.run;

import java.time.Duration;

/**
 * How long a run may still spend on making failures shorter. A subject that fails everywhere needs a few short failures, not a hundred, and a
 * verdict soon.
 */
final class ShrinkBudget {
    private final long caseNanos;
    private long leftNanos;
    private long began;

    ShrinkBudget(Duration run, Duration oneCase) {
        leftNanos = run.toNanos();
        caseNanos = oneCase.toNanos();
    }

    /** A failure is about to be made shorter, from now on. */
    void begin() {
        began = System.nanoTime();
    }

    /** May another shorter sequence be tried? */
    boolean left() {
        return System.nanoTime() - began < Math.min(caseNanos, leftNanos);
    }

    /** This failure is as short as it gets. */
    void end() {
        leftNanos -= Math.min(leftNanos, System.nanoTime() - began);
    }
}
