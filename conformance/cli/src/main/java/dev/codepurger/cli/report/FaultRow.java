package dev.codepurger.cli.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.conformance.reference.Fault;
import dev.codepurger.conformance.reference.FaultTrial;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of one fault, with several seeds.
 *
 * @param fault which fault
 * @param results one a seed
 */
public record FaultRow(Fault fault, ImmutableList<FaultTrial.Result> results) {

    int rejected() {
        return (int) results.stream().filter(FaultTrial.Result::rejected).count();
    }

    int asExpected() {
        return (int) results.stream().filter(FaultTrial.Result::rejectedAsExpected).count();
    }

    boolean alwaysAsExpected() {
        return asExpected() == results.size();
    }

    /** Everything that was blamed, with any seed. */
    ImmutableSortedSet<Rule> blamed() {
        return results.stream().flatMap(one -> one.blamed().keySet().stream())
                .collect(ImmutableSortedSet.toImmutableSortedSet(Rule::compareTo));
    }

    /** The most cases that any seed took, or that failed with it. */
    int mostRan() {
        return results.stream().mapToInt(FaultTrial.Result::ran).max().orElse(0);
    }

    int mostFailed() {
        return results.stream().mapToInt(FaultTrial.Result::failed).max().orElse(0);
    }

    long millis() {
        return results.stream().mapToLong(one -> one.time().toMillis()).sum();
    }

    /** The cases that showed the first of the rules, the most frequent first. */
    List<String> shownBy() {
        return fault.rules().stream().limit(1)
                .flatMap(rule -> results.stream().flatMap(one -> one.blamed().getOrDefault(rule, ImmutableList.of()).stream().limit(1)))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting())).entrySet().stream()
                .sorted((a, b) -> a.getValue().equals(b.getValue()) ? a.getKey().compareTo(b.getKey())
                        : Long.compare(b.getValue(), a.getValue()))
                .map(java.util.Map.Entry::getKey).toList();
    }

    /** The seeds with which something was missing, and what. */
    List<String> troubles() {
        return results.stream().filter(one -> !one.rejectedAsExpected()).map(one -> "seed " + one.seed()
                + (one.rejected() ? ": rejected, but not for " : ": not rejected, so not for ")
                + one.missing().stream().map(Rule::id).collect(Collectors.joining(", "))).toList();
    }
}
