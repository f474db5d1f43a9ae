package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.spec.Rule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample adapter conforms, and each of its mistakes is found. */
@Tag("slow")
class PythonSampleTest {
    private static final String COMMAND = "python3 '" + Python.SAMPLE + "'";

    @BeforeAll
    static void pythonIsThere() {
        Python.require();
    }

    @ParameterizedTest
    @CsvSource({"seed, BLACK_BOX", "hardened, EFFECTS"})
    @DisplayName("the sample conforms, by each profile and through each channel, and keeps strictly to the protocol")
    void conforms(String profile, Channels channels) throws SubjectException {
        RunResult result = Runs.run(COMMAND, CaseCatalogue.load(), Profiles.find(profile).orElseThrow(), channels,
                ImmutableMap.of("strict-protocol", "true"));
        assertEquals(List.of(), result.results().stream().filter(one -> one.replay().isPresent())
                .map(one -> one.of().name() + ": " + one.reason() + "\n" + one.replay()).toList());
        assertEquals(Verdict.CONFORMS, result.verdict());
        assertTrue(result.ran() > 150, () -> "only " + result.ran() + " cases ran");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kill-limit, kill-limit-*, KILL_1
            kill-order, kill-last-in-first-out, KILL_3
            queue-reversed, queue-*, QUEUE_1
            early-reply, purge-*, PURGE_4
            no-snapshot, check-*, CHECK_2
            deaf-handshake, handshake-*, HANDSHAKE_12
            """)
    @DisplayName("the sample with a mistake in it is rejected, by the rule that it breaks")
    void rejected(String mistake, String cases, Rule rule) throws SubjectException {
        RunResult result = Runs.run(COMMAND + " --broken " + mistake, CaseCatalogue.load().matching(cases), Runs.LONG, ImmutableMap.of());
        assertEquals(Verdict.VIOLATED, result.verdict());
        List<CaseResult> failures = result.failures();
        assertTrue(failures.stream().anyMatch(one -> one.blamed().contains(rule)),
                () -> rule + " is not among "
                        + failures.stream().map(one -> one.of().id() + " " + one.blamed() + " " + one.reason()).toList());
    }
}
