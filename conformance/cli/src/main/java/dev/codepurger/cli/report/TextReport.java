package dev.codepurger.cli.report;

import static java.util.Comparator.comparingInt;

import dev.codepurger.cli.Console;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.explain.Explanation;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.ExpectedFailure;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run found, for a reader. */
public final class TextReport {
    private static final int EXPLAINED = 5;

    private final Console console;
    private final RuleCatalogue rules;
    private final CaseCatalogue cases;

    /** On a console. */
    public TextReport(Console console, RuleCatalogue rules, CaseCatalogue cases) {
        this.console = console;
        this.rules = rules;
        this.cases = cases;
    }

    /** For whoever stands in the root folder, where the launcher is. */
    static Explanation explanation(RuleCatalogue rules) {
        return new Explanation(rules, "./codepurger replay ");
    }

    /** Says what is about to run. */
    public void begin(SubjectInfo subject, RunOptions options, int planned) {
        String claimed = subject.profile().name().equals(options.profile().name()) ? "" : " (it claims " + subject.profile().name() + ")";
        console.out(Printable.line("subject " + subject.name() + " " + subject.version() + ", profile " + options.profile().name()
                + claimed + ", seed " + options.seed() + ", " + extent(planned, cases.cases().size())));
        console.flush();
    }

    private static String extent(int planned, int cases) {
        String some = cases + (cases == 1 ? " case" : " cases");
        return planned == cases ? some : some + " in " + planned + " runs, through both channels";
    }

    /** Shows what a replay did, whatever came of it. Of the rules it says nothing: some steps of a case are not the case. */
    public void replayed(RunResult result) {
        for (CaseResult one : result.results()) {
            if (one.status() == Status.PASSED) {
                console.out("");
                console.out(Explanation.title(one));
                one.attempt().ifPresent(attempt -> Explanation.sequence(attempt).forEach(console::out));
            }
        }
        troubles(result);
        skips(result);
        console.out("");
        verdict(result);
    }

    /** Says what came of it. */
    public void end(RunResult result) {
        troubles(result);
        skips(result);
        RuleSummary summary = new RuleSummary(rules, cases, result);
        console.out("");
        console.out("rules:");
        summary.families().forEach(line -> console.out("  " + line));
        console.out("");
        String channels = summary.channels();
        if (!channels.isEmpty()) {
            console.out(channels);
        }
        console.out(counts(result));
        if (!result.reached().isEmpty()) {
            console.out("generated sequences come to " + result.reached().values().stream().filter(count -> count > 0).count() + " of "
                    + result.reached().size() + " situations");
        }
        List<String> confirmed = summary.confirmedDefects();
        if (!confirmed.isEmpty()) {
            console.out("defects of the profile confirmed: " + String.join(", ", confirmed));
        }
        expected(result);
        verdict(result);
    }

    private void expected(RunResult result) {
        for (ExpectedFailure one : result.options().expected().all()) {
            long cases = result.expectedFailures().stream().filter(failure -> failure.blamed().contains(one.rule())).count();
            if (cases > 0) {
                console.out(Printable.line("expected to be violated, and violated in " + cases + (cases == 1 ? " case: " : " cases: ")
                        + one.rule() + ", " + one.reason() + " (" + one.link() + ")"));
            }
        }
        for (ExpectedFailure one : result.unexpectedPasses()) {
            console.out(Printable
                    .line("expected to be violated, and held in every case: " + one.rule() + "; take it from the list, where it says: "
                            + one.reason() + " (" + one.link() + ")"));
        }
    }

    private void verdict(RunResult result) {
        if (result.interrupted()) {
            console.out("ended from outside: this is a part of the run");
        }
        console.out("verdict: " + result.verdict().words());
    }

    /** The shortest in full: those are the ones to look at first, and a subject that fails everywhere would bury them. */
    private void troubles(RunResult result) {
        List<CaseResult> troubles = result.results().stream()
                .filter(one -> one.status() == Status.FAILED || one.status() == Status.INCONCLUSIVE)
                .sorted(comparingInt(TextReport::length))
                .toList();
        for (CaseResult one : troubles.stream().limit(EXPLAINED).toList()) {
            console.out("");
            explanation(rules).of(one).forEach(console::out);
        }
        if (troubles.size() > EXPLAINED) {
            console.out("");
            console.out((troubles.size() - EXPLAINED) + " more, which are longer; run one alone with --cases, or all with --report:");
            for (CaseResult one : troubles.stream().skip(EXPLAINED).toList()) {
                String blamed = one.blamed().isEmpty() ? "" : " " + String.join(", ", one.blamed().stream().map(Rule::id).toList());
                console.out("  " + one.status() + " " + one.of().name() + blamed);
            }
        }
    }

    private static int length(CaseResult one) {
        // Failures before cases of which nothing can be said.
        int trace = one.attempt().map(attempt -> attempt.trace().size()).orElse(0);
        return one.status() == Status.FAILED ? trace : Integer.MAX_VALUE;
    }

    private void skips(RunResult result) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        result.results().stream().filter(one -> one.status() == Status.SKIPPED)
                .forEach(one -> reasons.merge(one.reason(), 1, Integer::sum));
        if (!reasons.isEmpty()) {
            console.out("");
            reasons.forEach((reason, count) -> console.out(Printable.line("skipped " + count + ": " + reason)));
        }
    }

    private static String counts(RunResult result) {
        StringBuilder line = new StringBuilder();
        line.append("planned ").append(result.planned()).append(", ran ").append(result.ran());
        line.append(", passed ").append(result.count(Status.PASSED)).append(", failed ").append(result.count(Status.FAILED));
        if (result.count(Status.EXPECTED) > 0) {
            line.append(", failed as expected ").append(result.count(Status.EXPECTED));
        }
        line.append(", inconclusive ").append(result.count(Status.INCONCLUSIVE));
        line.append(", skipped ").append(result.count(Status.SKIPPED));
        if (result.missing() > 0) {
            line.append(", missing ").append(result.missing());
        }
        return line.toString();
    }
}
