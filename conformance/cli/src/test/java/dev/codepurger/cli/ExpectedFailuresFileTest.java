package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run --expected-failures}. */
class ExpectedFailuresFileTest {
    private static final String KILL_1 = """
            {"rule": "KILL-1", "subject": "fault:*", "profile": "seed", "reason": "it was <made> so", "link": "https://example.org/1"}""";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("expected.json"), text);
    }

    @Test
    @DisplayName("what is known not to hold fails nothing, and stands in every report")
    void expected() throws Exception {
        Shell shell = Shell.run("run", "--subject", "fault:kill-limit-11", "--scheduler", "seeded", "--cases", "kill-limit-two",
                "--cases", "kill-limit-*-victims",
                "--expected-failures", file("[" + KILL_1 + "]").toString(), "--report", folder.toString());

        assertEquals(0, shell.code(), shell.out() + shell.err());
        assertTrue(shell.out().contains("violated as expected: KILL-1"), shell.out());
        assertTrue(shell.out().contains("failed 0, failed as expected 4,"), shell.out());
        assertTrue(shell.out().contains("violated in 4 cases: KILL-1, it was <made> so (https://example.org/1)"), shell.out());
        JsonNode report = new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
        assertEquals(4, report.get("cases").get("expectedFailures").asInt());
        assertEquals(4, report.get("expectations").get(0).get("cases").asInt());
        assertEquals("kill-limit-two", report.get("expectedFailures").get(0).get("case").asText());
        String xml = Files.readString(folder.resolve("junit.xml"));
        assertTrue(xml.contains("failures=\"0\"") && xml.contains("skipped=\"4\""), xml);
        assertTrue(xml.contains("violates, as expected, KILL-1 (it was &lt;made"), xml);
    }

    @Test
    @DisplayName("where only a part of the suite is run, nothing has to be violated")
    void part() throws IOException {
        Path expected = file("[" + KILL_1.replace("fault:*", "model") + "]");
        Shell part = Shell.run("run", "--subject", "model", "--cases", "kill-limit-*", "--expected-failures", expected.toString());
        assertEquals(0, part.code(), part.out() + part.err());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{} | line 1: a list is wanted", "[3] | line 1: an object is wanted",
            "[{\"rule\": 3}] | line 1: rule wants a text", "[{\"rule\": \" \"}] | line 1: rule wants a text",
            "[{\"role\": \"x\"}] | there is no field \"role\"; there are rule, subject, profile, reason, link",
            "[{\"rule\": \"KILL-1\"}] | line 1: subject is missing", "[ | cannot be read: JsonEOFException",
            "[{\"rule\": \"KILL-1\", \"rule\": \"KILL-1\"}] | Duplicate field 'rule'", "[] [] | nothing may come after the list"})
    void wrong(String text, String message) throws IOException {
        refused(text, message);
    }

    @Test
    @DisplayName("unknown rules and profiles, and what stands twice, are refused")
    void unknown() throws IOException {
        refused("[\n" + KILL_1.replace("KILL-1", "KILL-77") + "]", "line 2: there is no rule \"KILL-77\"");
        refused("[" + KILL_1.replace("seed", "sea") + "]", "there is no profile \"sea\"; there are seed");
        refused("[" + KILL_1.replace("KILL-1", "QUEUE-6") + "]", "QUEUE-6 is not a rule of the profile seed");
        refused("[" + KILL_1 + ",\n" + KILL_1 + "]", "line 2: KILL-1 of seed stands twice for \"fault:*\"");
    }

    private void refused(String text, String message) throws IOException {
        Shell shell = Shell.run("run", "--expected-failures", file(text).toString());
        assertEquals(2, shell.code());
        assertTrue(shell.err().contains(message), shell.err());
        assertTrue(shell.err().startsWith("codepurger: the expected failures in \""), shell.err());
        assertEquals("", shell.out());
    }

    @Test
    @DisplayName("a file that is not there is one clear line")
    void missing() {
        Shell shell = Shell.run("run", "--expected-failures", folder.resolve("nothing").toString());
        assertEquals(2, shell.code());
        assertTrue(shell.err().contains("cannot be read: NoSuchFileException"), shell.err());
    }
}
