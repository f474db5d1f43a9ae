package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which rules cases have blamed so far, and how many ran. */
public final class RuleFindings {
    private final Map<Rule, List<String>> blamed = new EnumMap<>(Rule.class);
    private int ran;
    private int failed;
    private int inconclusive;

    /** One more case has ended. */
    public void add(CaseResult result) {
        ran += result.status() == CaseResult.Status.SKIPPED ? 0 : 1;
        failed += result.status() == CaseResult.Status.FAILED ? 1 : 0;
        inconclusive += result.status() == CaseResult.Status.INCONCLUSIVE ? 1 : 0;
        result.blamed().forEach(rule -> blamed.computeIfAbsent(rule, first -> new ArrayList<>()).add(result.of().id()));
    }

    /** Those of the rules that have not been blamed. */
    public ImmutableSet<Rule> missing(ImmutableSet<Rule> rules) {
        return Sets.difference(rules, blamed.keySet()).immutableCopy();
    }

    /** The rules that were blamed, each with the cases that showed it. */
    public ImmutableMap<Rule, ImmutableList<String>> blamed() {
        ImmutableMap.Builder<Rule, ImmutableList<String>> all = ImmutableMap.builder();
        blamed.forEach((rule, ids) -> all.put(rule, ImmutableList.copyOf(ids)));
        return all.buildOrThrow();
    }

    /** How many cases ran. */
    public int ran() {
        return ran;
    }

    /** How many of them failed. */
    public int failed() {
        return failed;
    }

    /** Of how many nothing can be said. */
    public int inconclusive() {
        return inconclusive;
    }
}
