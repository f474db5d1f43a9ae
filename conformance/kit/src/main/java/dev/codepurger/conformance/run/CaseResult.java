package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of one case.
 *
 * @param of the case
 * @param status how it went
 * @param reason why it was skipped, failed or is inconclusive, in one sentence; empty when it passed
 * @param attempt what was done and seen, if anything was
 * @param blamed the rules that were violated; known ones, if it went as expected
 * @param replay the line that does it again, when it did not pass
 * @param time how long it took
 */
public record CaseResult(ConformanceCase of, Status status, String reason, Optional<Attempt> attempt, ImmutableSet<Rule> blamed,
        Optional<ReplayLine> replay, Duration time) {

    /** How a case went. */
    public enum Status {
        /** Everything conforms. */
        PASSED,
        /** Something does not. */
        FAILED,
        /** Everything conforms but for rules that are known not to hold, and those were violated. */
        EXPECTED,
        /** It ran, and nothing can be said. */
        INCONCLUSIVE,
        /** It did not run, for a reason. */
        SKIPPED
    }

    /** A case that did not run. */
    public static CaseResult skipped(ConformanceCase of, String reason) {
        return new CaseResult(of, Status.SKIPPED, reason, Optional.empty(), ImmutableSet.of(), Optional.empty(), Duration.ZERO);
    }

    /** A case that passed. */
    public static CaseResult passed(ConformanceCase of, Attempt attempt, Duration time) {
        return new CaseResult(of, Status.PASSED, "", Optional.of(attempt), ImmutableSet.of(), Optional.empty(), time);
    }
}
