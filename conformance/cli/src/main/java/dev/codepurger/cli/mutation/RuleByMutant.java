package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.cli.mutation.MutationReport.Test;
import dev.codepurger.cli.mutation.MutationReport.TestedRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One rule, and the mutants that its tests killed.
 *
 * @param rule the rule
 * @param tests how many tests are about it
 * @param killed the mutants on which one of these failed
 * @param alone those of them on which tests of no other rule failed
 * @param blamed the mutants for which the rule was blamed
 */
public record RuleByMutant(TestedRule rule, int tests, ImmutableList<String> killed, ImmutableList<String> alone,
        ImmutableList<String> blamed) {

    /** All rules of a report. */
    public static List<RuleByMutant> of(MutationReport report) {
        Map<String, Test> tests = report.tests().stream().collect(Collectors.toMap(Test::id, Function.identity()));
        Map<String, ImmutableSet<String>> rulesByMutant = report.mutants().stream().collect(Collectors.toMap(ReportedMutant::id,
                mutant -> mutant.killedBy().stream().filter(tests::containsKey).flatMap(id -> tests.get(id).rules().stream())
                        .collect(ImmutableSet.toImmutableSet())));
        return report.rules().stream().map(rule -> {
            ImmutableList<String> killed = ids(report, mutant -> rulesByMutant.get(mutant.id()).contains(rule.id()));
            return new RuleByMutant(rule, (int) report.tests().stream().filter(test -> test.rules().contains(rule.id())).count(), killed,
                    killed.stream().filter(id -> rulesByMutant.get(id).size() == 1).collect(ImmutableList.toImmutableList()),
                    ids(report, mutant -> mutant.blamed().containsKey(rule.id())));
        }).toList();
    }

    private static ImmutableList<String> ids(MutationReport report, Function<ReportedMutant, Boolean> wanted) {
        return report.mutants().stream().filter(wanted::apply).map(ReportedMutant::id).collect(ImmutableList.toImmutableList());
    }

    /** Does it kill nothing, and nobody has said why? */
    public boolean idle() {
        return killed.isEmpty() && rule.must() && rule.reason().isEmpty();
    }
}
