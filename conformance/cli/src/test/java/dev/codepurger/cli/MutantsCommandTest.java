package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codepurger.conformance.reference.Fault;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantsCommandTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("there is a mutant for every fault and for every rule")
    void catalogue() {
        Shell shell = Shell.run("mutants", "--list");
        assertEquals(0, shell.code());
        assertEquals(Fault.all().size() + Rule.values().length, shell.out().lines().count());
    }

    @Test
    @DisplayName("says of each which cases and rules detect it and after how many steps, and which case detects what no other does")
    void detected() throws IOException {
        Shell shell = Shell.run("mutants", "--mutants", "fault:first-in-first-out", "--mutants", "relaxed:KILL-3", "--mutants",
                "fault:lost-down",
                "--cases", "kill-last-in-first-out", "--cases", "kill-waiting-*", "--report", folder.toString());
        assertEquals(0, shell.code(), shell.out());
        assertTrue(shell.out().contains("relaxed:KILL-3  detected by kill-last-in-first-out after "), shell.out());
        assertTrue(shell.out().contains("1 cases detect something that no other case does: kill-last-in-first-out"), shell.out());
        assertTrue(shell.out().contains("3 mutants: 3 killed; score 100.0%"), shell.out());
        JsonNode report = new ObjectMapper().readTree(Files.readString(folder.resolve("mutants.mutation.json")));
        JsonNode file = report.path("files").path("spec/KILL.md");
        JsonNode mutant = file.path("mutants").get(0);
        String line = file.path("source").asText().lines().toList().get(mutant.path("location").path("start").path("line").asInt() - 1);
        assertTrue(line.startsWith("### KILL-3 "), line);
        assertTrue(Files.readString(folder.resolve("mutation.html")).contains("Faults of meaning"));
    }

    @Test
    @DisplayName("a mutant that no case detects is told, and compared with the summary before")
    void survives() throws IOException {
        Path before = Files.writeString(folder.resolve("before.json"),
                "{\"kind\": \"mutants\", \"counts\": {\"Killed\": 1}, \"undetected\": []}");
        Shell shell = Shell.run("mutants", "--mutants", "fault:kill-limit-11", "--cases", "module-delete", "--baseline", before.toString());
        assertEquals(1, shell.code(), shell.out());
        assertTrue(shell.out().contains("fault:kill-limit-11  not detected"), shell.out());
        assertTrue(shell.out().contains("newly undetected: fault:kill-limit-11"), shell.out());
    }

    @Test
    @DisplayName("a subject of the user's can be a mutant, and one that conforms is not detected")
    void given() {
        Shell shell = Shell.run("mutants", "--subject", "fault:lost-down", "--subject", "model", "--cases", "kill-limit-two", "--seeds",
                "1");
        assertEquals(1, shell.code(), shell.out());
        assertTrue(shell.out().contains("fault:lost-down  detected by kill-limit-two"), shell.out());
        assertTrue(shell.out().contains("model  not detected"), shell.out());
        assertFalse(shell.out().contains("relaxed:"), shell.out());
    }

    @Test
    @DisplayName("wrong use is told")
    void usage() {
        assertEquals(2, Shell.run("mutants", "--mutants", "nothing*").code());
        assertEquals(2, Shell.run("mutants", "--mutants", "fault:lost-down", "--baseline", folder.resolve("none").toString()).code());
        assertEquals(2, Shell.run("run", "--subject", "relaxed:NO-1").code());
    }
}
