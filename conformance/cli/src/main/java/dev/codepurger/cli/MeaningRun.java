package dev.codepurger.cli;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.cli.mutation.Change;
import dev.codepurger.cli.mutation.Fate;
import dev.codepurger.cli.mutation.MutationReport;
import dev.codepurger.cli.mutation.MutationReport.Source;
import dev.codepurger.cli.mutation.MutationReport.Test;
import dev.codepurger.cli.mutation.MutationSummary;
import dev.codepurger.cli.mutation.ReportedMutant;
import dev.codepurger.cli.mutation.Span;
import dev.codepurger.cli.mutation.SpecFiles;
import dev.codepurger.cli.mutation.TestByMutant;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.concurrent.ConcurrentCases;
import dev.codepurger.conformance.generate.GeneratedCases;
import dev.codepurger.conformance.reference.UnbrokenRules;
import dev.codepurger.conformance.run.Detections;
import dev.codepurger.conformance.run.Detections.Detection;
import dev.codepurger.conformance.run.Detections.Until;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs cases against mutants, one after the other, and reports on them. */
final class MeaningRun {
    /** The name of the kind. */
    static final String KIND = "mutants";
    /** Where subjects stand of which nobody says what they break. */
    private static final String SUBJECTS = "subjects.txt";

    private final Context context;
    private final CaseCatalogue cases;
    /** Generated cases and those of several threads take long, and are there for what nobody thought of. */
    private final CaseCatalogue lengthy;
    private final SeedRange seeds;
    private final Until until;
    private final SpecFiles spec;
    private final List<String> given = new ArrayList<>();

    /**
     * With these.
     *
     * @param all the cases
     * @param everyCase whether generated cases, and those of several threads, meet mutants too that others have detected
     * @param seeds the first is for all cases, the others for those about the rules of a mutant that has not been detected
     * @param until when a mutant is left
     */
    MeaningRun(Context context, CaseCatalogue all, boolean everyCase, SeedRange seeds, Until until) {
        this.context = context;
        Set<String> late = everyCase ? Set.of()
                : Stream.concat(new GeneratedCases().cases().stream(), new ConcurrentCases().cases().stream())
                        .map(ConformanceCase::id).collect(Collectors.toSet());
        cases = those(all, one -> !late.contains(one.id()));
        lengthy = those(all, one -> late.contains(one.id()));
        this.seeds = seeds;
        this.until = until;
        spec = new SpecFiles(context.rules());
    }

    private static CaseCatalogue those(CaseCatalogue cases, Predicate<ConformanceCase> wanted) {
        return new CaseCatalogue(cases.cases().stream().filter(wanted).collect(ImmutableList.toImmutableList()));
    }

    /** Runs the cases against one of them. */
    ReportedMutant of(MeaningMutant mutant) {
        Detections found = run(cases, mutant, seeds.from());
        // A walk, or a race, may go otherwise the next time.
        for (long seed = seeds.from() + 1; seed <= seeds.to() && !found.detected(); seed++) {
            found = found.and(run(about(mutant.rules()), mutant, seed));
        }
        return reported(mutant, found.detected() ? found : found.and(run(lengthy, mutant, seeds.from())));
    }

    private Detections run(CaseCatalogue some, MeaningMutant mutant, long seed) {
        return Detections.of(some, mutant.rules(), mutant.provider(), mutant.options().apply(seed), context.judges(), until);
    }

    private CaseCatalogue about(ImmutableSet<Rule> rules) {
        return rules.isEmpty() ? cases : those(cases, one -> one.rules().stream().anyMatch(rules::contains));
    }

    private ReportedMutant reported(MeaningMutant mutant, Detections found) {
        Fate fate = fate(mutant, found);
        String outcome = switch (fate) {
            case KILLED -> "detected";
            case TIMEOUT -> "timed out";
            case IGNORED -> "cannot be detected";
            default -> "not detected";
        };
        String reason = fate == Fate.IGNORED ? mutant.reason()
                : found.found().stream().findFirst().map(one -> one.by() + ": " + one.reason()).orElse("");
        return place(mutant, fate, outcome).judged(fate, outcome, reason).breaking(ids(mutant.rules())).tested(
                found.found().stream().map(Detection::by).distinct().collect(ImmutableList.toImmutableList()), found.ran().asList(),
                blamed(found), found.found().stream().findFirst().map(Detection::steps).orElse(0), found.time().toMillis());
    }

    private static Fate fate(MeaningMutant mutant, Detections found) {
        if (found.detected()) {
            return Fate.KILLED;
        }
        if (!found.timedOut().isEmpty()) {
            return Fate.TIMEOUT;
        }
        return mutant.reason().isEmpty() ? Fate.SURVIVED : Fate.IGNORED;
    }

    /** At the rule that it breaks. */
    private ReportedMutant place(MeaningMutant mutant, Fate fate, String outcome) {
        Optional<Rule> rule = mutant.rules().stream().findFirst();
        if (rule.isEmpty()) {
            given.add(mutant.id());
            String text = Joiner.on('\n').join(given);
            return ReportedMutant.of(mutant.id(), SUBJECTS, mutant.operator(), new Change(Span.ofLine(text, given.size()), mutant.id()),
                    mutant.description(), fate, outcome);
        }
        return ReportedMutant.of(mutant.id(), spec.file(rule.get()), mutant.operator(), spec.change(rule.get(), mutant.description()),
                mutant.description(), fate, outcome);
    }

    private static ImmutableMap<String, ImmutableList<String>> blamed(Detections found) {
        Map<Rule, ImmutableSet.Builder<String>> all = new TreeMap<>();
        found.found().forEach(one -> one.blamed()
                .forEach(rule -> all.computeIfAbsent(rule, absent -> ImmutableSet.builder()).add(one.by())));
        return all.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(entry -> entry.getKey().id(), entry -> entry.getValue().build().asList()));
    }

    static ImmutableSet<String> ids(ImmutableSet<Rule> rules) {
        return rules.stream().map(Rule::id).collect(ImmutableSet.toImmutableSet());
    }

    /** All of them in a report. */
    MutationReport report(List<ReportedMutant> reported, Optional<MutationSummary> before) {
        ImmutableMap.Builder<String, Source> files = ImmutableMap.<String, Source>builder().putAll(spec.files());
        if (!given.isEmpty()) {
            files.put(SUBJECTS, new Source("text", String.join("\n", given) + "\n"));
        }
        String late = lengthy.cases().isEmpty() ? "" : ", and " + lengthy.cases().size() + " lengthy ones where they detect nothing";
        return new MutationReport(KIND, "Faults of meaning", cases.cases().size() + " cases" + late + ", " + seeds, until == Until.ALL,
                files.buildOrThrow(),
                ImmutableList.<Test>builder().addAll(tests(cases)).addAll(tests(lengthy)).build(),
                ImmutableList.copyOf(SpecFiles.tested(UnbrokenRules.reasons())),
                ImmutableList.copyOf(reported), before);
    }

    /** The cases as tests. */
    static ImmutableList<Test> tests(CaseCatalogue cases) {
        return cases.cases().stream().map(one -> new Test(one.id(), one.title(), file(one), ids(one.rules())))
                .collect(ImmutableList.toImmutableList());
    }

    /** Ids of one family of cases begin alike. */
    private static String file(ConformanceCase one) {
        int end = one.id().indexOf('-');
        return "cases/" + (end < 0 ? one.id() : one.id().substring(0, end));
    }

    /** One of them in a line. */
    static String line(ReportedMutant one) {
        String detected = one.killedBy().isEmpty() ? one.outcome() + (one.reason().isEmpty() ? "" : ": " + one.reason())
                : one.outcome() + " by " + one.killedBy().get(0) + " after " + one.steps() + " steps, by " + one.killedBy().size() + " of "
                        + one.ranBy().size() + " cases"
                        + (one.blamed().isEmpty() ? "" : ", blamed " + String.join(", ", one.blamed().keySet()));
        return one.id() + "  " + detected;
    }

    /** Which cases find nothing that others do not. */
    List<String> cases(MutationReport report) {
        if (!report.everyTest()) {
            return List.of();
        }
        List<TestByMutant> tests = TestByMutant.of(report).stream().filter(one -> cases.find(one.test().id()).isPresent()).toList();
        List<String> lines = new ArrayList<>();
        lines.add(counted(tests.stream().filter(one -> !one.alone().isEmpty()).toList(), "detect something that no other case does"));
        lines.add(counted(tests.stream().filter(one -> one.alone().isEmpty() && !one.killed().isEmpty()).toList(),
                "detect only what others detect too"));
        lines.add(counted(tests.stream().filter(one -> one.killed().isEmpty()).toList(), "detect nothing"));
        return lines;
    }

    private static String counted(List<TestByMutant> tests, String what) {
        return tests.size() + " cases " + what + ": " + String.join(", ", tests.stream().map(one -> one.test().id()).toList());
    }
}
