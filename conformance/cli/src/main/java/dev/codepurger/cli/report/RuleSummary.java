package dev.codepurger.cli.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.explain.Table;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.spec.Family;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import dev.codepurger.spec.RuleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A run, rule by rule. */
public final class RuleSummary {
    private static final int NAMED = 6;
    private static final ImmutableSet<Status> JUDGED = ImmutableSet.of(Status.PASSED, Status.FAILED, Status.EXPECTED);

    private final RuleCatalogue texts;
    private final ImmutableList<ConformanceCase> plan;
    private final RunResult result;

    /**
     * One rule in a run.
     *
     * @param rule the rule
     * @param cases how many cases of the run were about it
     * @param failed how many failures were blamed on it
     * @param skipped how many of its cases were skipped
     * @param blackBox how many of its cases were judged without the effect channel
     * @param effects how many of its cases were judged with the effect channel
     * @param reason why no case judged it; empty if one did
     * @param standing what can be said of it
     */
    public record Row(Rule rule, int cases, int failed, int skipped, int blackBox, int effects, String reason,
            Standing standing) {
    }

    /** What a run says of a rule. */
    public enum Standing {
        /** Its cases ran, and no violation was laid to it. */
        HOLDS("hold"),
        /** A violation was laid to it. */
        VIOLATED("violated"),
        /** It was violated, which was expected. */
        EXPECTED("violated as expected"),
        /** Its cases did not end well, but nothing was laid to it. */
        UNCLEAR("unclear"),
        /** No case judged it. */
        NOT_JUDGED("not judged");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** Of a run of these cases. */
    public RuleSummary(RuleCatalogue texts, CaseCatalogue cases, RunResult result) {
        this.texts = texts;
        plan = result.options().channels().plan(cases.cases(), result.subject());
        this.result = result;
    }

    /** Every rule, in the order of the document. */
    public ImmutableList<Row> rows() {
        return Arrays.stream(Rule.values()).map(this::row).collect(ImmutableList.toImmutableList());
    }

    /** The defects that the profile states and the subject showed: rules marked as defects whose cases ran and passed. */
    public List<String> confirmedDefects() {
        return Arrays.stream(Rule.values()).filter(rule -> rule.isDefect() && rule.holdsFor(result.options().profile().name()))
                .filter(rule -> {
                    List<CaseResult> about = about(rule);
                    return about.stream().anyMatch(one -> one.status() == Status.PASSED)
                            && about.stream().noneMatch(one -> one.status() == Status.FAILED);
                }).map(Rule::id).toList();
    }

    private List<CaseResult> about(Rule rule) {
        return result.results().stream().filter(one -> one.of().rules().contains(rule)).toList();
    }

    private Row row(Rule rule) {
        List<ConformanceCase> planned = plan.stream().filter(one -> one.rules().contains(rule)).toList();
        List<CaseResult> about = about(rule);
        int skipped = (int) about.stream().filter(one -> one.status() == Status.SKIPPED).count();
        int failed = (int) result.failures().stream().filter(one -> one.blamed().contains(rule)).count();
        String reason = reason(rule, planned, about, skipped);
        return new Row(rule, planned.size(), failed, skipped, judged(rule, about, false), judged(rule, about, true), reason,
                standing(rule, failed, reason, about));
    }

    private int judged(Rule rule, List<CaseResult> about, boolean effects) {
        if (!rule.holdsFor(result.options().profile().name())) {
            return 0;
        }
        return (int) about.stream().filter(one -> one.of().effects() == effects)
                .filter(one -> JUDGED.contains(one.status())).count();
    }

    private Standing standing(Rule rule, int failed, String reason, List<CaseResult> about) {
        if (failed > 0) {
            return Standing.VIOLATED;
        }
        if (result.expectedFailures().stream().anyMatch(one -> one.blamed().contains(rule))) {
            return Standing.EXPECTED;
        }
        if (!reason.isEmpty()) {
            return Standing.NOT_JUDGED;
        }
        return about.stream().anyMatch(one -> one.status() == Status.PASSED || one.status() == Status.EXPECTED) ? Standing.HOLDS
                : Standing.UNCLEAR;
    }

    /** A line for each family of rules that has some in this profile. */
    public List<String> families() {
        String profile = result.options().profile().name();
        Table table = new Table();
        for (Family family : Family.values()) {
            List<Row> all = rows().stream().filter(row -> row.rule().family() == family && row.rule().holdsFor(profile)).toList();
            List<String> parts = new ArrayList<>();
            for (Standing standing : Standing.values()) {
                List<String> ids = all.stream().filter(row -> row.standing() == standing).map(row -> row.rule().id()).toList();
                if (!ids.isEmpty()) {
                    boolean named = standing != Standing.HOLDS && ids.size() <= NAMED;
                    parts.add(ids.size() + " of " + all.size() + " " + standing.words() + (named ? ": " + String.join(", ", ids) : ""));
                }
            }
            if (!all.isEmpty()) {
                table.row(family.toString(), String.join("; ", parts));
            }
        }
        return table.lines("  ");
    }

    /** Through which channels the rules of this profile were seen, in one line; empty if none was. */
    public String channels() {
        List<Row> blackBox = rows().stream().filter(row -> row.blackBox() > 0).toList();
        List<Row> effects = rows().stream().filter(row -> row.effects() > 0).toList();
        if (effects.isEmpty()) {
            return blackBox.isEmpty() ? "" : "rules judged black-box: " + blackBox.size() + ", with effects: none";
        }
        List<String> only = effects.stream().filter(row -> row.blackBox() == 0).map(row -> row.rule().id()).toList();
        return "rules judged black-box: " + blackBox.size() + ", with effects: " + effects.size()
                + (only.isEmpty() || only.size() > NAMED ? "" : " (only so: " + String.join(", ", only) + ")");
    }

    private String reason(Rule rule, List<ConformanceCase> planned, List<CaseResult> about, int skipped) {
        String profile = result.options().profile().name();
        if (!rule.holdsFor(profile)) {
            return "not a rule of the profile " + profile;
        }
        if (planned.isEmpty()) {
            return rule.observability().isEmpty()
                    ? texts.find(rule.id()).flatMap(RuleText::reason).map(prose -> prose.plain().replace('\n', ' ')).orElse("")
                    : "no case of this run is about it";
        }
        if (about.isEmpty()) {
            return "the run ended before its cases";
        }
        if (skipped == about.size()) {
            Set<String> reasons = new TreeSet<>(about.stream().map(CaseResult::reason).toList());
            return "skipped: " + String.join("; ", reasons);
        }
        return "";
    }
}
