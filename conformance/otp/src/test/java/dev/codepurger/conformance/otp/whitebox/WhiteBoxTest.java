package dev.codepurger.conformance.otp.whitebox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that were recorded on a node of OTP 25.2.3, replayed. */
class WhiteBoxTest {
    private static final int NOTED = 53;

    private static List<String> recorded(String name) {
        try (InputStream in = Objects.requireNonNull(WhiteBoxTest.class.getResourceAsStream(name + ".ndjson.gz"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static WhiteBoxResult replay(List<String> lines) {
        PurgerLog log = PurgerLog.of(lines.iterator());
        return WhiteBox.replay(log, log.profile());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            seed, 0
            otp-25, 4
            """)
    @DisplayName("a recorded log has no difference, and says what profile it is of")
    void noDifference(String name, int limit) {
        List<String> lines = recorded(name);
        PurgerLog log = PurgerLog.of(lines.iterator());
        assertEquals(limit == 0 ? Profile.SEED : Profile.OTP_25.withRequestsInFlight(limit), log.profile());
        WhiteBoxResult result = WhiteBox.replay(log, log.profile());
        assertEquals("", String.join("\n", result.difference().map(Difference::lines).orElseGet(ImmutableList::of)));
        assertTrue(result.ended());
        long received = lines.stream().filter(line -> line.contains("\"event\":\"receive\"")).count();
        // All but some deaths that were flushed.
        assertTrue(result.all() > received * 9 / 10 && result.all() <= received, result.all() + " of " + received);
    }

    @Test
    @DisplayName("a model that breaks a rule is seen to be wrong, for every rule that it comes to")
    void brokenModels() {
        Set<Rule> seen = EnumSet.noneOf(Rule.class);
        Set<Rule> notSeen = EnumSet.noneOf(Rule.class);
        for (String name : List.of("seed", "otp-25")) {
            List<String> lines = recorded(name);
            Profile profile = PurgerLog.of(lines.iterator()).profile();
            for (Rule rule : Rule.values()) {
                WhiteBox.Broken broken = WhiteBox.replayBreaking(rule, () -> PurgerLog.of(lines.iterator()), profile);
                if (broken.asked()) {
                    (broken.result().difference().isPresent() ? seen : notSeen).add(rule);
                }
            }
        }
        notSeen.removeAll(seen);
        assertEquals(Set.of(), notSeen);
        assertTrue(seen.size() >= NOTED, seen.toString());
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "open":7     | "open":6     | >>> open          7                                             6
            "reason":"kill" | "reason":"bye" | >>> reason        kill                                          bye
            "kills":1,   | "kills":2,   | >>> kills         1                                             2
            "event":"abort" | "event":"complete" | >>> event         abort                                         complete
            """)
    @DisplayName("a log that says something else is seen to differ in that place, and both sides are shown")
    void changedLogs(String right, String wrong, String shown) {
        List<String> lines = new ArrayList<>(recorded("seed"));
        int at = 0;
        while (!lines.get(at).contains(right)) {
            at++;
        }
        lines.set(at, lines.get(at).replace(right, wrong));
        Difference difference = replay(lines).difference().orElseThrow();
        assertEquals(at + 1, difference.line());
        assertTrue(difference.lines().contains(shown), String.join("\n", difference.lines()));
    }

    @Test
    @DisplayName("an event that is missing is seen to be missing")
    void missingEvents() {
        List<String> lines = recorded("seed");
        for (String event : List.of("take", "prepare", "snapshot", "request", "check", "monitor", "exit", "demonitor", "complete", "abort",
                "finish", "prepare_on_load", "send")) {
            List<String> fewer = new ArrayList<>(lines);
            assertTrue(fewer.remove(lines.stream().filter(line -> line.contains("\"event\":\"" + event + "\"")).findFirst().orElseThrow()));
            assertTrue(replay(fewer).difference().isPresent(), event);
        }
    }

    @Test
    @DisplayName("a log that stops before its end conforms as far as it goes, and is known not to be all")
    void cutShort() {
        WhiteBoxResult result = replay(recorded("seed").subList(0, 1000));
        assertTrue(result.difference().isEmpty());
        assertFalse(result.ended());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"log":1,"purger":"<0.1.0>"} | line 1 of the log has no "requests_in_flight"
            {"log":1,"purger":"<0.1.0>","requests_in_flight":-1} | line 1 of the log: "requests_in_flight" should be a number
            {"hello":1} | this is no log of a purger
            [] | line 1 of the log is no JSON object
            hello | line 1 of the log is not JSON
            """)
    @DisplayName("what is no log is said to be none")
    void noLog(String line, String message) {
        LogException e = assertThrows(LogException.class, () -> PurgerLog.of(List.of(line).iterator()).profile());
        assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
        assertEquals("the log is empty", assertThrows(LogException.class, () -> PurgerLog.of(List.<String>of().iterator())).getMessage());
    }

    @Test
    @DisplayName("a line that lacks something is named")
    void poorLine() {
        List<String> lines = List.of("{\"log\":1,\"purger\":\"<0.1.0>\",\"requests_in_flight\":0}", "{\"event\":\"receive\"}");
        assertEquals("line 2 of the log has no \"message\"", assertThrows(LogException.class, () -> replay(lines)).getMessage());
    }
}
