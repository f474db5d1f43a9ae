package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codepurger.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small changes of the purger of this Erlang, in real nodes. */
@Tag("slow")
class SystematicMutantsTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void programs() {
        Programs.require("erl", "erlang-base");
    }

    @Test
    @DisplayName("one is killed, one takes the node down, one survives, and one cannot be loaded")
    void fates() throws IOException {
        Shell shell = Shell.run("purger-mutants", "--systematic", "--mutants", "cpc_reverse-1.clause*", "--mutants",
                "cpc_list_rm-2.clause-dropped.1",
                "--mutants", "handle_request-2.clause-dropped.1", "--mutants", "handle_request-2.clause-dropped.4", "--cases",
                "check-forged-down-frees-no-slot", "--report", folder.toString());
        assertEquals(1, shell.code(), shell.out() + shell.err());
        assertTrue(shell.out().contains("cpc_list_rm-2.clause-dropped.1  takes the node down by check-forged-down-frees-no-slot"),
                shell.out());
        assertTrue(shell.out().contains("handle_request-2.clause-dropped.1  killed by check-forged-down-frees-no-slot"), shell.out());
        assertTrue(shell.out().contains("handle_request-2.clause-dropped.4  not loadable"), shell.out());
        assertTrue(shell.out().contains("nothing is said about it: cpc_reverse-1."), shell.out());
        JsonNode file = new ObjectMapper().readTree(Files.readString(folder.resolve("purger-variants.mutation.json"))).path("files")
                .path("erts_code_purger.erl");
        JsonNode mutant = file.path("mutants").get(0);
        String line = file.path("source").asText().lines().toList().get(mutant.path("location").path("start").path("line").asInt() - 1);
        assertTrue(line.contains("handle_request("), line);
    }

    @Test
    @DisplayName("what only the functions of the module do wrong is seen when they are called")
    void functions() throws IOException {
        Shell shell = Shell.run("purger-mutants", "--systematic", "--mutants", "purge-1.message-not-sent.1", "--cases",
                "purge-without-old-code", "--report", folder.toString());
        assertEquals(0, shell.code(), shell.out() + shell.err());
        JsonNode mutant = new ObjectMapper().readTree(Files.readString(folder.resolve("purger-variants.mutation.json"))).path("files")
                .path("erts_code_purger.erl").path("mutants").get(0);
        assertEquals("Killed", mutant.path("status").asText());
        assertTrue(mutant.path("statusReason").asText().contains("asked by its functions: not legal here: quiet(idle)"), mutant.toString());
    }

    @Test
    @DisplayName("a survivor with a reason is accepted; wrong use is told")
    void triage() throws IOException {
        Path known = Files.writeString(folder.resolve("triage.json"), "{\"scope\": [\"\"], \"undetected\": [{\"mutant\": "
                + "\"cpc_reverse-1.clause-dropped.1\", \"verdict\": \"equivalent\", \"reason\": \"the other clause does the same\"}]}");
        Shell shell = Shell.run("purger-mutants", "--systematic", "--mutants", "cpc_reverse-1.clause-dropped.1", "--cases",
                "kill-limit-two",
                "--triage", known.toString());
        assertEquals(0, shell.code(), shell.out() + shell.err());
        assertTrue(shell.out().contains("1 mutants: 1 accepted with a reason; score 100.0%"), shell.out());
        assertEquals(2, Shell.run("purger-mutants", "--triage", known.toString()).code());
        assertEquals(2, Shell.run("purger-mutants", "--systematic", "--mutants", "nothing").code());
    }
}
