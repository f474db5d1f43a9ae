package dev.codepurger.conformance.run;

import dev.codepurger.conformance.cases.ConformanceCase;

/** Hears of a run while it runs. */
public interface RunListener {
    /** Hears nothing. */
    RunListener SILENT = new RunListener() {
    };

    /** A case begins. */
    default void begins(ConformanceCase one) {
    }

    /** A case has ended, or was skipped. */
    default void ended(CaseResult result) {
    }
}
