package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.ExpectedFailure;
import dev.codepurger.conformance.run.ExpectedFailures;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is known not to hold: judged with faults, which do just that. */
class ExpectedFailuresTest {
    private static final CaseCatalogue KILLS = CaseCatalogue.load().matching(List.of("kill-l*", "generated-kills"));

    private static ExpectedFailures expecting(String subject, Rule... rules) {
        List<ExpectedFailure> list = Stream.of(rules)
                .map(rule -> new ExpectedFailure(rule, "fault:*", "seed", "it was made so", "https://example.org")).toList();
        return ExpectedFailures.of(list, subject, "seed");
    }

    private static RunResult run(String subject, ExpectedFailures expected) {
        RunOptions options = new RunOptions(3, RunOptions.DEFAULT_TIMEOUT, Profile.SEED, ImmutableMap.of("scheduler", "seeded"),
                Channels.BOTH, expected);
        return new SuiteRunner(KILLS, Game.subject(subject), options, new OracleJudges()).run(RunListener.SILENT, 2);
    }

    @Test
    @DisplayName("a rule that is known not to hold may be violated, and whatever follows from it")
    void expected() {
        RunResult result = run("fault:kill-limit-11", expecting("fault:kill-limit-11", Rule.KILL_1));

        assertEquals(List.of(), result.failures());
        assertTrue(result.count(Status.EXPECTED) > 2, () -> result.results().toString());
        assertTrue(result.expectedFailures().stream().allMatch(one -> one.blamed().contains(Rule.KILL_1) && one.replay().isPresent()));
        assertEquals(List.of(), result.unexpectedPasses());
        assertEquals(Verdict.CONFORMS, result.verdict());
    }

    @Test
    @DisplayName("that some rule is known not to hold excuses nothing else")
    void somethingElse() {
        RunResult result = run("fault:first-in-first-out", expecting("fault:first-in-first-out", Rule.KILL_1));

        assertEquals(Verdict.VIOLATED, result.verdict());
        assertTrue(result.failures().stream().anyMatch(one -> one.blamed().contains(Rule.KILL_3)), () -> result.failures().toString());
        assertFalse(result.failures().stream().anyMatch(one -> one.blamed().contains(Rule.KILL_1)), () -> result.failures().toString());
    }

    @Test
    @DisplayName("a rule that holds after all fails the run, unless only a part of the suite was run")
    void unexpectedPass() {
        ExpectedFailures expected = ExpectedFailures.of(
                List.of(new ExpectedFailure(Rule.KILL_3, "ref*", "seed", "was first in, first out", "https://example.org")), "reference",
                "seed");
        RunResult result = run("reference", expected);

        assertEquals(List.of(), result.failures());
        assertEquals(List.of(Rule.KILL_3), result.unexpectedPasses().stream().map(ExpectedFailure::rule).toList());
        assertEquals(Verdict.VIOLATED, result.verdict());
        assertEquals(Verdict.CONFORMS, run("reference", expected.inPart()).verdict());
    }

    @Test
    @DisplayName("a list may be for many subjects and profiles; what is about others does not count")
    void others() {
        assertEquals(ExpectedFailures.NONE, expecting("reference", Rule.KILL_1));
        assertEquals(1, expecting("fault:x", Rule.KILL_1).all().size());
    }

    @Test
    @DisplayName("each says why, and is about a rule of the profile")
    void complete() {
        assertThrows(IllegalArgumentException.class, () -> new ExpectedFailure(Rule.KILL_1, "*", "seed", " ", "https://example.org"));
        assertThrows(IllegalArgumentException.class, () -> new ExpectedFailure(Rule.KILL_1, "*", "seed", "why", ""));
        assertThrows(IllegalArgumentException.class,
                () -> new ExpectedFailure(Rule.QUEUE_5, "*", "hardened", "why", "https://example.org"));
    }
}
