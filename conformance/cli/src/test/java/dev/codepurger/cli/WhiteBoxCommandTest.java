package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhiteBoxCommandTest {
    private static final String HEADER = "{\"log\":1,\"otp\":\"25\",\"erts\":\"13\",\"purger\":\"<0.1.0>\",\"requests_in_flight\":0,\"seed\":1}";
    private static final String REQUEST = "[\"purge\",\"m\",\"<0.2.0>\",\"#Ref<1>\"]";
    private static final List<String> LOG = List.of(HEADER, "{\"event\":\"receive\",\"message\":" + REQUEST + "}",
            "{\"event\":\"take\",\"message\":" + REQUEST + ",\"saved\":[]}", "{\"event\":\"prepare\",\"module\":\"m\",\"result\":false}",
            "{\"event\":\"send\",\"to\":\"<0.2.0>\",\"message\":[\"reply\",\"purge\",[false,false],\"#Ref<1>\"]}", "{\"event\":\"end\"}");

    @TempDir
    private Path folder = Path.of("");

    private Shell run(List<String> lines, String... more) throws IOException {
        Path log = Files.write(folder.resolve("log"), lines);
        String[] words = new String[more.length + 3];
        words[0] = "white-box";
        words[1] = "--log";
        words[2] = log.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Shell.run(words);
    }

    @Test
    @DisplayName("a log without a difference conforms")
    void conforms() throws IOException {
        Shell shell = run(LOG);
        assertEquals("Erlang/OTP 25, erts 13, profile seed\nconsumed: 1 messages (purge 1)\nverdict: conforms\n", shell.out());
        assertEquals(0, shell.code(), shell.err());
    }

    @Test
    @DisplayName("a difference is shown with both sides, and fails")
    void differs() throws IOException {
        Shell shell = run(LOG.stream().map(line -> line.replace("[false,false]", "[true,false]")).toList());
        assertTrue(shell.out().contains(
                ">>> message       [\"reply\",\"purge\",[false,false],\"#Ref<1>\"]     [\"reply\",\"purge\",[true,false],\"#Ref<1>\"]"),
                shell.out());
        assertTrue(shell.out().endsWith("verdict: violated\n"), shell.out());
        assertEquals(1, shell.code(), shell.err());
    }

    @Test
    @DisplayName("a model that breaks a rule is seen to differ, if it comes to that rule")
    void broken() throws IOException {
        assertTrue(run(LOG, "--break", "PURGE-1").out().startsWith("PURGE-1       seen at line 5, after 1 messages\n"));
        assertEquals("KILL-3        not asked: the model came to no choice of this rule\nverdict: conforms\n",
                run(LOG, "--break", "KILL-3").out());
    }

    @Test
    @DisplayName("a log that stops too early is inconclusive")
    void stops() throws IOException {
        Shell shell = run(LOG.subList(0, 4));
        assertTrue(shell.out().contains("the log stops before its end"), shell.out());
        assertEquals(3, shell.code(), shell.err());
    }

    @ParameterizedTest(name = "codepurger white-box {0}: {1}")
    @CsvSource(delimiter = '|', value = {"--messages 0 | --messages wants at least 1", "--otp-limit -1 | --otp-limit at least 0",
            "--schedulers 0 | --schedulers wants a number from 1 to 64", "--break KILL-3 | --break goes with --log",
            "--log x --record y | --record is for the log of a node", "--log /nowhere/log | the log \"/nowhere/log\" cannot be read",
            "--record /nowhere/log | the file \"/nowhere/log\" cannot be written"})
    void wrongUsage(String options, String message) {
        Shell shell = Shell.run(("white-box " + options).split(" "));
        assertTrue(shell.err().contains(message), shell.err());
        assertEquals(2, shell.code());
    }

    @Test
    @DisplayName("what is no log, or a rule that is none, is wrong usage")
    void noLog() throws IOException {
        assertTrue(run(List.of("hello")).err().contains("line 1 of the log is not JSON"));
        assertTrue(run(LOG, "--break", "NOPE-1").err().contains("there is no rule \"NOPE-1\""));
    }
}
