package dev.codepurger.conformance.junit;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.explain.Explanation;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.run.ReplayLine;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.spec.RuleCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.AssertionFailedError;

/** Runs cases, and says in the way of JUnit what came of them. */
final class Judgement {
    private final CaseRunner runner;

    Judgement(SubjectProvider subject, RunOptions options, Judges judges) {
        runner = new CaseRunner(subject, options, judges);
    }

    /** With everything that the line says, whose profile there is. */
    static Judgement of(ReplayLine line, SubjectProvider subject) {
        return new Judgement(subject,
                new RunOptions(line.seed(), line.timeout(), Profiles.find(line.profile()).orElseThrow(), line.settings()),
                new OracleJudges());
    }

    /** A suite of which every test is skipped would be green, and worth nothing. */
    void requireSomethingToJudge(List<ConformanceCase> cases) {
        TreeSet<String> reasons = new TreeSet<>();
        for (ConformanceCase one : cases) {
            Optional<String> reason = runner.reasonToSkip(one);
            if (reason.isEmpty()) {
                return;
            }
            reasons.add(reason.get());
        }
        throw new AssertionFailedError(
                "every case would be skipped, and nothing judged: " + Printable.line(String.join("; ", reasons)));
    }

    void judge(ConformanceCase one) {
        say(runner.run(one));
    }

    /** What several did at once is judged again as it was written down; anything else is done again. */
    void replay(ConformanceCase one, ReplayLine line) {
        say(line.history().isPresent() ? runner.judge(one, line.history().get(), line) : runner.run(one));
    }

    private static void say(CaseResult result) {
        switch (result.status()) {
            case PASSED -> {
                // Nothing to say.
            }
            case SKIPPED, EXPECTED -> Assumptions.abort(Printable.line(result.reason()));
            case FAILED, INCONCLUSIVE -> throw new AssertionFailedError(String.join("\n",
                    new Explanation(RuleCatalogue.load(), "-D" + ConformanceTests.REPLAY + "=").of(result)));
        }
    }
}
