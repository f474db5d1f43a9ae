package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import dev.codepurger.cli.mutation.MutationReport.Test;
import dev.codepurger.cli.mutation.MutationReport.TestedRule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        ImmutableMap<String, Test> tests = Maps.uniqueIndex(report.tests(), Test::id);
        ImmutableSetMultimap.Builder<String, String> byMutant = ImmutableSetMultimap.builder();
        for (ReportedMutant mutant : report.mutants()) {
            mutant.killedBy().stream().map(tests::get).flatMap(Stream::ofNullable)
                    .forEach(test -> byMutant.putAll(mutant.id(), test.rules()));
        }
        ImmutableSetMultimap<String, String> rules = byMutant.build();
        return report.rules().stream().map(rule -> {
            ImmutableList<String> killed = ids(report, mutant -> rules.containsEntry(mutant.id(), rule.id()));
            return new RuleByMutant(rule, (int) report.tests().stream().filter(test -> test.rules().contains(rule.id())).count(), killed,
                    killed.stream().filter(id -> rules.get(id).size() == 1).collect(ImmutableList.toImmutableList()),
                    ids(report, mutant -> mutant.blamed().containsKey(rule.id())));
        }).toList();
    }

    private static ImmutableList<String> ids(MutationReport report, Predicate<ReportedMutant> wanted) {
        return report.mutants().stream().filter(wanted).map(ReportedMutant::id).collect(ImmutableList.toImmutableList());
    }

    /** Does it kill nothing, and nobody has said why? */
    public boolean idle() {
        return killed.isEmpty() && rule.must() && rule.reason().isEmpty();
    }
}
