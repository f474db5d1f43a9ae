package dev.codepurger.cli.report;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.reference.UnbrokenRules;
import dev.codepurger.spec.Level;
import dev.codepurger.spec.Rule;
import java.util.Arrays;
import java.util.List;

/**
 * One rule, and the faults that it rejects.
 *
 * @param rule the rule
 * @param broken the faults that are made to break it, and were rejected for it
 * @param blamed the other faults for which it was blamed, alone or with other rules
 * @param reason why no fault breaks it; empty if one does
 */
record RuleByFault(Rule rule, ImmutableList<String> broken, ImmutableList<String> blamed, String reason) {

    static List<RuleByFault> of(List<FaultRow> rows) {
        return Arrays.stream(Rule.values()).map(rule -> new RuleByFault(rule, names(rows, rule, true), names(rows, rule, false),
                UnbrokenRules.reasons().getOrDefault(rule, ""))).toList();
    }

    private static ImmutableList<String> names(List<FaultRow> rows, Rule rule, boolean made) {
        return rows.stream().filter(row -> row.blamed().contains(rule) && row.fault().rules().contains(rule) == made)
                .map(row -> row.fault().name()).collect(ImmutableList.toImmutableList());
    }

    boolean rejectsSomething() {
        return !broken.isEmpty() || !blamed.isEmpty();
    }

    /** What is wrong with this rule, empty if nothing is. */
    String trouble() {
        boolean must = rule.level() == Level.MUST && !rule.observability().isEmpty();
        if (must && !rejectsSomething() && reason.isEmpty()) {
            return "rejects nothing, and nobody says why";
        }
        return rejectsSomething() && !reason.isEmpty() ? "rejects something, and there is a reason why it does not" : "";
    }
}
