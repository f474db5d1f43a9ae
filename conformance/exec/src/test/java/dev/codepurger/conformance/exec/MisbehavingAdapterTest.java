package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program does instead of answering costs one case, and is said in one line. */
@Tag("slow")
class MisbehavingAdapterTest {
    private static final ImmutableMap<String, String> NOTHING = ImmutableMap.of();

    private static String reason(String habit, Duration timeout, Verdict verdict) throws SubjectException {
        RunResult result = Runs.run(Runs.misbehaving(habit), Runs.loads(1), timeout, NOTHING);
        assertEquals(verdict, result.verdict(), () -> result.results().toString());
        String reason = result.results().get(0).reason();
        assertFalse(reason.codePoints().anyMatch(Character::isISOControl), reason);
        assertTrue(reason.length() < 1500, reason);
        return reason;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '^', textBlock = """
            garbage # the adapter gave a wrong answer to load(m,false): line 3 is not JSON (column 2): "\\u001b[2J\\u0007verdict: conforms"
            list # the adapter gave a wrong answer to load(m,false): line 3 is not a JSON object: "[1,2]"
            deep # the adapter gave a wrong answer to load(m,false): line 3 is not JSON: "[[[
            twice-named # the adapter gave a wrong answer to load(m,false): line 3 is not JSON (column
            not-utf-8 # the adapter gave a wrong answer to load(m,false): line 3 is not UTF-8: (not shown)
            endless-line # the adapter gave a wrong answer to load(m,false): line 3 is longer than 1048576 bytes: (not shown)
            out-of-order # the adapter gave a wrong answer to load(m,false): line 3 answers request 2 once more, or late; 3 was asked: "{
            never-asked # the adapter gave a wrong answer to load(m,false): line 3 answers request 1003, which was never made: "{
            without-response # the adapter gave a wrong answer to load(m,false): line 3 has a wrong part: response is missing, and should be one of ok,
            wrong-response # the adapter gave a wrong answer to load(m,false): line 3 has a wrong part: response is "
            error # the adapter cannot carry out load(m,false): "out of \\u001b[31m memory"
            closed # the adapter closed its standard input or output instead of answering load(m,false)
            crash-at-settle # the adapter ended with exit code 5 instead of answering settle
            killed # the adapter ended with exit code 137 instead of answering load(m,false)
            crash # the adapter ended with exit code 7 instead of answering load(m,false); its standard error says: first line | \\u001b[2J\\u0007verdict: conforms
            """)
    @DisplayName("a wrong answer breaks its case, and is said in one line that a terminal can show")
    void breaks(String habit, String line) throws SubjectException {
        String reason = reason(habit, Runs.LONG, Verdict.VIOLATED);
        assertEquals(line, reason.substring(0, Math.min(reason.length(), line.length())), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless-lines", "twice"})
    @DisplayName("a line that nobody asked for is said to be one, or, if it comes late, an answer to what was answered")
    void unasked(String habit) throws SubjectException {
        String reason = reason(habit, Runs.LONG, Verdict.VIOLATED);
        assertTrue(reason.matches("the adapter (wrote line 4 unasked, before settle"
                + "|gave a wrong answer to settle: line 4 answers request 3 once more, or late; 4 was asked): .*"), reason);
    }

    @Test
    @DisplayName("of a flood of standard error, the end is shown")
    void flood() throws SubjectException {
        String reason = reason("flood", Runs.LONG, Verdict.VIOLATED);
        assertTrue(
                reason.startsWith("the adapter ended with exit code 8 instead of answering load(m,false); its standard error ends: ...x"),
                reason);
        assertTrue(reason.endsWith("x | the end"), reason);
    }

    @Test
    @DisplayName("who writes to standard error without an end, and answers, passes")
    void babble() throws SubjectException {
        RunResult result = Runs.run(Runs.misbehaving("babble"), Runs.loads(2), Runs.LONG, NOTHING);
        assertEquals(Verdict.CONFORMS, result.verdict(), () -> result.results().toString());
    }

    @Test
    @DisplayName("who does not answer settle, or never comes to the end of a line, is inconclusive")
    void neverReady() throws SubjectException {
        assertEquals("the subject did not answer settle within 1250 ms",
                reason("silent-at-settle", Duration.ofSeconds(1), Verdict.INCONCLUSIVE));
        assertEquals("the subject did not answer load(m,false) within 3000 ms",
                reason("trickle", Duration.ofSeconds(3), Verdict.INCONCLUSIVE));
    }

    @Test
    @DisplayName("who does not answer is inconclusive")
    void silent() throws SubjectException {
        assertEquals("the subject did not answer load(m,false) within 3000 ms; its standard error says: lost in thought",
                reason("silent", Duration.ofSeconds(3), Verdict.INCONCLUSIVE));
    }

    @Test
    @DisplayName("who cannot tell whether it is at rest is inconclusive")
    void restless() throws SubjectException {
        assertEquals("the subject did not come to rest within 30000 ms", reason("restless", Runs.LONG, Verdict.INCONCLUSIVE));
    }

    @Test
    @DisplayName("who behaves passes, and is started once for many cases")
    void behaves(@TempDir Path folder) throws SubjectException, IOException {
        Path starts = folder.resolve("starts");
        RunResult result = Runs.run(Runs.misbehaving("nothing", starts), Runs.loads(5), Runs.LONG, NOTHING);
        assertEquals(Verdict.CONFORMS, result.verdict(), () -> result.results().toString());
        assertEquals(1, Files.readAllLines(starts).size());
    }

    @Test
    @DisplayName("with two jobs there are two, and no more, that work at once")
    void together(@TempDir Path folder) throws SubjectException, IOException {
        Path starts = folder.resolve("starts");
        RunResult result = Runs.run(Runs.misbehaving("together", starts), Runs.loads(7), Runs.LONG, NOTHING, 2);
        assertEquals(Verdict.CONFORMS, result.verdict(), () -> result.results().toString());
        assertEquals(7, result.count(CaseResult.Status.PASSED));
        assertEquals(2, Files.readAllLines(starts).size());
    }

    @Test
    @DisplayName("after a crash it is started again, and the run goes on")
    void startedAgain(@TempDir Path folder) throws SubjectException, IOException {
        Path starts = folder.resolve("starts");
        RunResult result = Runs.run(Runs.misbehaving("crash", starts), Runs.loads(3), Runs.LONG, NOTHING);
        assertEquals(List.of(CaseResult.Status.FAILED, CaseResult.Status.FAILED, CaseResult.Status.FAILED),
                result.results().stream().map(CaseResult::status).toList());
        assertEquals(3, Files.readAllLines(starts).size());
    }

    @Test
    @DisplayName("one that ends instead of beginning a case costs this case alone")
    void endsAtReset(@TempDir Path folder) throws SubjectException, IOException {
        Path starts = folder.resolve("starts");
        RunResult result = Runs.run(Runs.misbehaving("crash-at-second-reset", starts), Runs.loads(3), Runs.LONG, NOTHING);
        assertEquals(List.of(CaseResult.Status.PASSED, CaseResult.Status.FAILED, CaseResult.Status.PASSED),
                result.results().stream().map(CaseResult::status).toList(), () -> result.results().toString());
        assertEquals("the subject could not be started: the adapter ended with exit code 6 instead of answering reset",
                result.results().get(1).reason());
        assertEquals(2, Files.readAllLines(starts).size());
    }

    @Test
    @DisplayName("it ends with the run, and whatever it has started ends with it")
    void childrenEnd(@TempDir Path folder) throws Exception {
        Path starts = folder.resolve("starts");
        Runs.run(Runs.misbehaving("parent", starts), Runs.loads(1), Runs.LONG, NOTHING);
        List<String> pids = Files.readAllLines(starts);
        assertEquals(2, pids.size());
        for (String pid : pids) {
            assertEnds(pid);
        }
    }

    @Test
    @DisplayName("whoever belonged to it when a case began ends with it, even if it ended by itself")
    void orphansEnd(@TempDir Path folder) throws Exception {
        Path starts = folder.resolve("starts");
        RunResult result = Runs.run(Runs.misbehaving("orphans", starts), Runs.loads(2), Runs.LONG, NOTHING);
        assertEquals(List.of(CaseResult.Status.PASSED, CaseResult.Status.FAILED),
                result.results().stream().map(CaseResult::status).toList(), () -> result.results().toString());
        List<String> pids = Files.readAllLines(starts);
        assertEquals(2, pids.size());
        assertEnds(pids.get(1));
    }

    /** It was killed, and is perhaps not yet gone; where nobody buries the dead, as in some containers, it is without a program for ever. */
    private static void assertEnds(String pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElse(null);
        if (process == null) {
            return;
        }
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            assertTrue(process.info().command().isEmpty(), () -> process + " still runs");
        }
    }

    @Test
    @DisplayName("what it says beyond the protocol is ignored, unless it is to be strict")
    void strict() throws SubjectException {
        String command = Runs.misbehaving("more-than-asked");
        assertEquals(Verdict.CONFORMS, Runs.run(command, Runs.loads(1), Runs.LONG, NOTHING).verdict());
        RunResult strict = Runs.run(command, Runs.loads(1), Runs.LONG, ImmutableMap.of("strict-protocol", "true"));
        assertEquals(Verdict.VIOLATED, strict.verdict());
        String reason = strict.results().get(0).reason();
        assertTrue(reason.contains("line 3 does not fit the schema apply_answer: ") && reason.contains("mood"), reason);
    }

    @Test
    @DisplayName("nobody is judged who cannot say who it is, or cannot be started")
    void nobody() {
        assertEquals(
                "the adapter gave a wrong answer to hello: line 1 has a wrong part: protocol is missing, and should be a number from 1 to 1: ",
                said(Runs.misbehaving("no-hello")).replaceAll("\"\\{.*", ""));
        assertEquals("the adapter ended with exit code 3 instead of answering hello", said(Runs.misbehaving("dead")));
        String missing = said("no-such-program-anywhere");
        assertTrue(missing.startsWith("the adapter \"no-such-program-anywhere\" cannot be started: "), missing);
    }

    private static String said(String command) {
        return String.valueOf(assertThrows(SubjectException.class, () -> Runs.find(command)).getMessage());
    }
}
