package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsCommandTest {

    private static void contains(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test
    @DisplayName("a fault that is rejected for its rules with every seed is a success, and takes no more cases than need be")
    void rejected() {
        Shell shell = Shell.run("faults", "--faults", "lost-*", "--seeds", "1-3");
        assertEquals(0, shell.code(), shell.out());
        contains(shell.out(), "2 faults, seeds 1-3, scheduler seeded", "KILL-6, LIVE-5  3/3       3/3       1 ",
                "6 of 6 trials of 2 faults", "verdict: conforms");
    }

    @Test
    @DisplayName("a fault that the cases do not show is a failure, and the rule is named")
    void notRejected() {
        Shell shell = Shell.run("faults", "--faults", "kill-limit-11", "--cases", "module-delete", "--seeds", "7");
        assertEquals(1, shell.code(), shell.out());
        contains(shell.out(), "0/1", "    seed 7: not rejected, so not for KILL-1", "verdict: violated");
    }

    @Test
    @DisplayName("subjects that must conform are run first, if that is asked for")
    void conforming() {
        Shell shell = Shell.run("faults", "--faults", "lost-down", "--cases", "purge-kills-*", "--seeds", "1", "--conforming", "1-2");
        assertEquals(0, shell.code(), shell.out());
        contains(shell.out(), "reference conforms with 2 of 2 seeds", "model conforms with 2 of 2 seeds");
    }

    @Test
    @Tag("slow")
    @DisplayName("a full run says which faults each rule rejects, on the screen and in a report")
    void full(@TempDir Path folder) throws IOException {
        Shell shell = Shell.run("faults", "--faults", "soft-purge-completes", "--cases", "soft-*", "--full", "--report", folder.toString());
        assertEquals(0, shell.code(), shell.out());
        contains(shell.out(), "1 fault, seed 1,", "rule          broken by             also blamed for",
                "SOFT-3        soft-purge-completes",
                "DISPATCH-9                          none: it is about the client functions");
        JsonNode report = new ObjectMapper().readTree(Files.readString(folder.resolve("faults.json")));
        assertEquals("conforms", report.path("verdict").asText());
        assertEquals("soft-purge-completes", report.path("faults").path(0).path("fault").asText());
        assertTrue(report.path("faults").path(0).path("trials").path(0).path("blamed").path("SOFT-3").size() > 1);
        JsonNode rules = report.path("rules");
        assertTrue(rules.size() > 90, rules::toString);
        rules.forEach(rule -> assertEquals(rule.path("id").asText().equals("SOFT-3") ? 1 : 0, rule.path("brokenBy").size()));
    }

    @Test
    @DisplayName("with --json nothing but JSON goes to standard output")
    void json() throws IOException {
        Shell shell = Shell.run("faults", "--faults", "lost-down", "--seeds", "2", "--json");
        JsonNode report = new ObjectMapper().readTree(shell.out());
        assertEquals(2, report.path("faults").path(0).path("trials").path(0).path("seed").asInt());
        assertEquals(1, report.path("faults").path(0).path("rejectedForRules").asInt());
    }

    @ParameterizedTest(name = "codepurger {0}: {1}")
    @CsvSource(delimiter = '|', value = {"faults --faults nothing | no fault fits \"nothing\"; there are kill-limit-11,",
            "faults --seeds 5-1 | \"5-1\" ends before it begins", "faults --seeds x | \"x\" is no seed and no range of seeds",
            "faults --cases nothing | no case and no rule of a case fits \"nothing\"", "faults --report | Missing required parameter"})
    void wrongUsage(String command, String message) {
        Shell shell = Shell.run(command.split(" "));
        assertEquals(2, shell.code(), shell.err());
        contains(shell.err(), message);
        assertEquals("", shell.out());
    }
}
