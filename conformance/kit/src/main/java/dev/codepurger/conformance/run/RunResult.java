package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.subject.SubjectInfo;
import java.util.List;

/**
 * What came of a run, also of one that has not ended yet.
 *
 * @param subject who was judged
 * @param options how
 * @param planned how much there was to run, counted before the first: a case that is judged in two channels counts twice
 * @param results one for each, in the order in which they were planned
 * @param interrupted whether it was ended from outside
 */
public record RunResult(SubjectInfo subject, RunOptions options, int planned, ImmutableList<CaseResult> results, boolean interrupted) {

    /** How many cases went like this. */
    public int count(Status status) {
        return (int) results.stream().filter(one -> one.status() == status).count();
    }

    /** How many cases ran, whatever came of them. */
    public int ran() {
        return results.size() - count(Status.SKIPPED);
    }

    /** The cases that failed. */
    public List<CaseResult> failures() {
        return results.stream().filter(one -> one.status() == Status.FAILED).toList();
    }

    /** The cases in which rules were violated as expected. */
    public List<CaseResult> expectedFailures() {
        return results.stream().filter(one -> one.status() == Status.EXPECTED).toList();
    }

    /** What was expected to fail and did not, though cases that are about it ran and all that was planned was done. */
    public List<ExpectedFailure> unexpectedPasses() {
        if (!options.expected().passesFail() || interrupted || missing() > 0) {
            return List.of();
        }
        return options.expected().all().stream()
                .filter(one -> results.stream().anyMatch(result -> result.of().rules().contains(one.rule())
                        && (result.status() == Status.PASSED || result.status() == Status.EXPECTED)))
                .filter(one -> results.stream().noneMatch(result -> result.blamed().contains(one.rule()))).toList();
    }

    /** The cases of which nothing can be said. */
    public List<CaseResult> inconclusive() {
        return results.stream().filter(one -> one.status() == Status.INCONCLUSIVE).toList();
    }

    /** How many cases were planned and neither ran nor were skipped for a reason. */
    public int missing() {
        return planned - results.size();
    }

    /** How often the generated sequences come to each situation that matters, by its id; empty if the case that counts them did not run. */
    public ImmutableMap<String, Integer> reached() {
        return results.stream().flatMap(one -> one.attempt().stream()).map(Attempt::reached).filter(counts -> !counts.isEmpty()).findFirst()
                .orElse(ImmutableMap.of());
    }

    /** What it comes to. A run that did not do what was planned, or did nothing at all, is no success. */
    public Verdict verdict() {
        if (count(Status.FAILED) > 0 || !unexpectedPasses().isEmpty()) {
            return Verdict.VIOLATED;
        }
        boolean complete = !interrupted && missing() == 0 && ran() > 0;
        return complete && count(Status.INCONCLUSIVE) == 0 ? Verdict.CONFORMS : Verdict.INCONCLUSIVE;
    }
}
