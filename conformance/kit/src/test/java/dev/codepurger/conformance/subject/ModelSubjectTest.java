package dev.codepurger.conformance.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSubjectTest {

    @ParameterizedTest(name = "the model conforms to itself, seed {0}")
    @ValueSource(longs = {1, 2})
    void conforms(long seed) throws SubjectException {
        for (Profile profile : List.of(Profile.SEED, Profile.HARDENED)) {
            RunResult result = run(profile, seed);
            assertEquals(Verdict.CONFORMS, result.verdict(), () -> result.results().stream().filter(one -> !one.reason().isEmpty())
                    .map(one -> one.of().id() + ": " + one.reason() + "\n  " + one.replay()).toList().toString());
        }
    }

    @Test
    @DisplayName("the same seed walks the same way")
    void repeats() throws SubjectException {
        assertEquals(traces(run(Profile.SEED, 3)), traces(run(Profile.SEED, 3)));
    }

    private static List<?> traces(RunResult result) {
        return result.results().stream().map(one -> one.attempt().map(attempt -> attempt.trace())).toList();
    }

    private static RunResult run(Profile profile, long seed) throws SubjectException {
        SubjectProvider model = SubjectRegistry.load().find("model").orElseThrow();
        return new SuiteRunner(CaseCatalogue.load(), model, RunOptions.of(profile).withSeed(seed), new OracleJudges())
                .run(RunListener.SILENT);
    }
}
