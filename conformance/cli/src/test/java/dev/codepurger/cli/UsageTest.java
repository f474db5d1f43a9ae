package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    private static final String LINE = "codepurger1 subject=model profile=seed limit=10 seed=1 effects=false timeout=1000ms "
            + "case=purge-kills-lingerers";

    private static void wrong(Shell shell, String... messages) {
        assertEquals(2, shell.code(), shell.err());
        for (String message : messages) {
            assertTrue(shell.err().contains(message), shell.err());
        }
        assertEquals("", shell.out());
    }

    @ParameterizedTest(name = "codepurger {0}: {1}")
    @CsvSource(delimiter = '|', value = {"'' | Usage: codepurger", "fly | there is no command \"fly\"; there are run, rules,",
            "run fast | Unmatched argument", "run --subject nobody | there is no subject \"nobody\"; there are",
            "run --profile nobody | there are seed, hardened",
            "run --cases nothing-* | no case and no rule of a case fits \"nothing-*\"",
            "run --timeout 5 | is not a time such as 500ms, 10s or 2m", "run --timeout -1s | not a time",
            "run --timeout 1441m | \"1441m\" is longer than a day", "run --seed x | \"x\" is not a whole number",
            "run --otp-limit 0 | --otp-limit wants a number from 1",
            "run --profile seed --otp-limit 3 | a profile with such a limit: otp-25",
            "run --jobs 0 | --jobs wants a number from 1 to 64, not 0", "run --jobs 65 | not 65", "run --jobs many | --jobs",
            "run --scheduler chaos | --scheduler", "run --json | --json goes with --list", "run --colour red | --colour",
            "rules NOPE-1 | no rule fits \"NOPE-1\"; there are DISPATCH-1", "rules QUEUE-6 --profile seed | of the profile seed",
            "rules --profile nobody | there is no profile", "bench nothing | there is no bench \"nothing\"; there are explore, oracle",
            "replay hello | this is no replay line", "replay codepurger1 subject=model | the field profile is missing",
            "replay | Missing required parameter"})
    void wrongUsage(String command, String message) {
        wrong(Shell.run(command.isEmpty() ? new String[0] : command.split(" ")), message);
    }

    @ParameterizedTest(name = "replay with {1} instead of {0}: {2}")
    @CsvSource(delimiter = '|', value = {"subject=model|subject=nobody|there is no subject", "profile=seed|profile=x|there is no profile",
            "case=purge-kills-lingerers|case=gone|there is no case \"gone\"", "limit=10|limit=10 limit=10|stands twice",
            "seed=1|seed=|the field seed cannot have the value", "limit=10|limit=10 steps=load(|in the steps, at character 5",
            "limit=10|limit=10 steps=fly()|expected one of"})
    void garbledLine(String good, String bad, String message) {
        wrong(Shell.run("replay", LINE.replace(good, bad)), message);
    }

    @Test
    @DisplayName("what there is instead of an unknown pattern is listed")
    void lists() {
        wrong(Shell.run("run", "--cases", "nothing"), "purge-kills-lingerers", "generated-kills");
    }

    @Test
    @DisplayName("a name with control characters is shown harmlessly")
    void hostileName() {
        Shell shell = Shell.run("run", "--subject", "\u001b[2Jx\ny");
        wrong(shell, "\\u001b[2Jx\\u000ay");
        assertTrue(shell.err().indexOf('\u001b') < 0);
    }

    @Test
    @DisplayName("a report folder that cannot be written is said before anything runs")
    void reportFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        wrong(Shell.run("run", "--subject", "model", "--report", ""), "--report wants the name of a folder");
        wrong(Shell.run("run", "--subject", "model", "--report", file.toString()), "cannot be written: there is a file of that name");
        wrong(Shell.run("run", "--subject", "model", "--report", file.resolve("below").toString()), "cannot be written");
        Path taken = Files.createDirectories(folder.resolve("taken/report.json")).getParent();
        wrong(Shell.run("run", "--subject", "model", "--report", String.valueOf(taken)), "report.json is a folder there");
        wrong(Shell.run("run", "--subject", "model", "--report", folder.resolve("x".repeat(300)).toString()), "x: File name too long");
    }

    @Test
    @DisplayName("an error of the machine is an internal error, and no verdict")
    void error() {
        StringWriter err = new StringWriter();
        Console console = Console.of(new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                throw new OutOfMemoryError("for the test");
            }

            @Override
            public void flush() {
                // Nothing is kept.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        }), new PrintWriter(err));
        assertEquals(4, new Cli(console).run("bench"));
        assertTrue(err.toString().startsWith("codepurger: internal error: java.lang.OutOfMemoryError: for the test"), err.toString());
    }

    @Test
    @DisplayName("help and version go to standard output and are no error")
    void help() {
        Shell help = Shell.run("--help");
        assertAll(() -> assertEquals(0, help.code()), () -> assertTrue(help.out().contains("replay"), help.out()),
                () -> assertEquals("", help.err()), () -> assertTrue(help.out().contains("3 inconclusive")));
        assertEquals(0, Shell.run("run", "--help").code());
        assertTrue(Shell.run("--version").out().startsWith("codepurger "));
        assertTrue(Shell.run("run", "-V").out().startsWith("codepurger "));
    }

    @Test
    @DisplayName("lists are one a line, and JSON on demand")
    void plainLists() {
        assertTrue(Shell.run("subjects").out().lines().anyMatch(line -> line.startsWith("model ")));
        assertTrue(Shell.run("subjects").out().lines().anyMatch(line -> line.matches("exec:COMMAND +as it claims +a program .*")));
        assertTrue(Shell.run("subjects", "--json").out().contains("\"kill-limit\""));
        assertTrue(Shell.run("subjects", "--json").out().replaceAll("\\s", "").contains("{\"form\":\"exec:COMMAND\","));
        assertEquals(6, Shell.run("rules", "SOFT-?").out().lines().count() + 1);
        assertTrue(Shell.run("rules", "KILL-3").out().contains("last in, first out"));
        assertTrue(Shell.run("rules", "KILL-3", "--json").out().contains("\"id\" : \"KILL-3\""));
        assertTrue(Shell.run("run", "--list", "--cases", "purge-*").out().startsWith("purge-"));
        assertTrue(Shell.run("run", "--list", "--json", "--cases", "KILL-1").out().contains("\"generated-kills\""));
        assertTrue(Shell.run("bench").out().contains("\noracle "));
    }
}
