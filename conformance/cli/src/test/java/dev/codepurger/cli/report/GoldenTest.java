package dev.codepurger.cli.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.cli.Console;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.ExpectedFailure;
import dev.codepurger.conformance.run.ExpectedFailures;
import dev.codepurger.conformance.run.ReplayLine;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GoldenTest {
    private static final RuleCatalogue RULES = RuleCatalogue.load();

    private static ConformanceCase one(String id, Rule rule) {
        return ConformanceCase.of(id, "Something must happen").rules(rule).plays(session -> session.load("m"));
    }

    private static final ConformanceCase PASSES = one("case-passes", Rule.ONLOAD_5);
    private static final ConformanceCase FAILS = one("case-fails", Rule.KILL_3);
    private static final ConformanceCase HANGS = one("case-hangs", Rule.LIVE_1);
    private static final ConformanceCase SKIPPED = one("case-skipped", Rule.KILL_2);
    private static final CaseCatalogue CASES = new CaseCatalogue(ImmutableList.of(PASSES, FAILS, HANGS, SKIPPED));

    private static RunResult result() {
        Attempt passed = new Attempt(Ending.PASSED, "", ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of(),
                true);
        Attempt failed = new Attempt(Ending.VIOLATED, "not legal here: down(p1, killed)",
                ImmutableList.of(new Step.Do(new Stimulus.Purge("r1", "m", "client")), new Step.Settle()),
                ImmutableList.of(new Label.Did(new Stimulus.Load("m", false), Response.OK),
                        new Label.Did(new Stimulus.Purge("r1", "m", "client"), Response.OK),
                        new Label.Quiet(Label.QuietKind.BLOCKED, ImmutableSortedSet.of()),
                        new Label.Did(new Stimulus.Resume("p3"), Response.OK), new Label.Down("p1", "killed")),
                ImmutableList.of("down(p3, killed)"), ImmutableList.of("purger checks m, outstanding [p4], waiting [p1, p3]"), true);
        RunOptions options = RunOptions.of(Profile.SEED);
        ReplayLine line = new ReplayLine("reference", "seed", 2, 1, false, options.timeout(), ImmutableMap.of("scheduler", "seeded"),
                FAILS.id(), Optional.of(failed.steps()));
        CaseResult fails = new CaseResult(FAILS, Status.FAILED, failed.message(), Optional.of(failed), ImmutableSet.of(Rule.KILL_3),
                Optional.of(line), Duration.ofMillis(12));
        CaseResult hangs = new CaseResult(HANGS, Status.INCONCLUSIVE, "the subject did not answer within 10000 ms", Optional.of(
                Attempt.none(Ending.TIMED_OUT, "")), ImmutableSet.of(), Optional.of(line), Duration.ofSeconds(10));
        SubjectInfo info = SubjectInfo.full("reference", "1", "a subject", Profile.SEED, Set.of("hardened")).without(Capability.EFFECTS,
                Capability.CONCURRENT);
        return new RunResult(info, options, 4, ImmutableList.of(CaseResult.passed(PASSES, passed, Duration.ofMillis(3)), fails, hangs,
                CaseResult.skipped(SKIPPED, "the subject lacks effects")), false);
    }

    @Test
    @DisplayName("the printed report is as it was")
    void text() throws IOException {
        StringWriter out = new StringWriter();
        Console console = Console.of(new PrintWriter(out), new PrintWriter(new StringWriter()));
        TextReport report = new TextReport(console, RULES, CASES);
        report.begin(result().subject(), result().options(), 4);
        report.end(result());
        console.flush();
        Golden.check("report.txt", out.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    @DisplayName("report.json is as it was")
    void json() throws IOException {
        Golden.check("report.json", new JsonReport(RULES, CASES, result(), ImmutableMap.of("java", "21")).text());
    }

    @Test
    @DisplayName("junit.xml is as it was")
    void xml() throws IOException {
        Golden.check("junit.xml", new JunitXml(RULES, result()).text());
    }

    /** One rule that was expected to be violated is, and another one is not. */
    private static RunResult expected() {
        ExpectedFailures list = ExpectedFailures.of(ImmutableList.of(
                new ExpectedFailure(Rule.KILL_3, "reference", "seed", "it is an <old> one", "https://example.org/3"),
                new ExpectedFailure(Rule.ONLOAD_5, "reference", "seed", "it was mended", "https://example.org/5")), "reference", "seed");
        RunResult result = result();
        CaseResult failed = result.failures().get(0);
        CaseResult known = new CaseResult(FAILS, Status.EXPECTED, "violates, as expected, KILL-3 (it is an <old> one)", failed.attempt(),
                failed.blamed(), failed.replay(), failed.time());
        return new RunResult(result.subject(), result.options().withExpected(list), 2,
                ImmutableList.of(result.results().get(0), known), false);
    }

    private static final CaseCatalogue TWO = new CaseCatalogue(ImmutableList.of(PASSES, FAILS));

    @Test
    @DisplayName("what is said of expected failures is as it was")
    void expectations() throws IOException {
        StringWriter out = new StringWriter();
        Console console = Console.of(new PrintWriter(out), new PrintWriter(new StringWriter()));
        new TextReport(console, RULES, TWO).end(expected());
        console.flush();
        Golden.check("expected.txt", out.toString().replace(System.lineSeparator(), "\n"));
        Golden.check("expected.json", new JsonReport(RULES, TWO, expected(), ImmutableMap.of("java", "21")).text());
        Golden.check("expected.xml", new JunitXml(RULES, expected()).text());
    }
}
