package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.spec.Rule;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample adapter conforms, and each of its mistakes is found. */
@Tag("slow")
class PythonSampleTest {
    private static final Path SAMPLE = Path.of("..", "..", "samples", "python", "purger.py");
    private static final String COMMAND = "python3 '" + SAMPLE + "'";

    @BeforeAll
    static void pythonIsThere() {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
        assumeTrue(there, "there is no python3 on the path; install it (Debian: apt-get install python3)");
    }

    @Test
    @DisplayName("the sample conforms, and keeps strictly to the protocol")
    void conforms() throws SubjectException {
        RunResult result = Runs.run(COMMAND, CaseCatalogue.load(), Runs.LONG, ImmutableMap.of("strict-protocol", "true"));
        assertEquals(List.of(), result.results().stream().filter(one -> one.replay().isPresent())
                .map(one -> one.of().name() + ": " + one.reason() + "\n" + one.replay()).toList());
        assertEquals(Verdict.CONFORMS, result.verdict());
        assertTrue(result.ran() > 150, () -> "only " + result.ran() + " cases ran");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kill-limit, kill-*, KILL_1
            kill-order, KILL-3, KILL_3
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
