package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.mutation.MutationReport.Test;
import java.util.List;

/**
 * One test, and the mutants that it killed.
 *
 * @param test the test
 * @param killed the mutants that it killed
 * @param alone those that no other test killed
 */
public record TestByMutant(Test test, ImmutableList<String> killed, ImmutableList<String> alone) {

    /** All tests of a report. */
    public static List<TestByMutant> of(MutationReport report) {
        return report.tests().stream().map(test -> {
            List<ReportedMutant> killed = report.mutants().stream().filter(mutant -> mutant.killedBy().contains(test.id())).toList();
            return new TestByMutant(test, ids(killed), ids(killed.stream().filter(mutant -> mutant.killedBy().size() == 1).toList()));
        }).toList();
    }

    private static ImmutableList<String> ids(List<ReportedMutant> mutants) {
        return mutants.stream().map(ReportedMutant::id).collect(ImmutableList.toImmutableList());
    }
}
