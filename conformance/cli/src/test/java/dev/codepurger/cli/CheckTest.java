package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codepurger.cli.report.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces as users have them: files, and a stream that grows. */
class CheckTest {
    private static final String HEADER = "{\"format\":\"codepurger-trace\",\"version\":1,\"profile\":\"seed\"}\n";
    /** Two victims and a bystander; the answer denies the kills. */
    private static final String PURGE = """
            {"apply":{"name":"load","module":"m","identical":false},"response":"ok"}
            {"apply":{"name":"spawn","process":"p1","where":{"name":"in_module","module":"m","residence":"waiting"},"traits":[]},"response":"ok"}
            {"apply":{"name":"spawn","process":"p2","where":{"name":"in_module","module":"m","residence":"waiting"},"traits":[]},"response":"ok"}
            {"apply":{"name":"load","module":"m","identical":false},"response":"ok"}
            {"apply":{"name":"spawn","process":"c","where":{"name":"nowhere"},"traits":[]},"response":"ok"}
            {"apply":{"name":"purge","request":"r1","module":"m","from":"c"},"response":"ok"}
            """;
    private static final String DOWN = "{\"seen\":{\"name\":\"down\",\"process\":\"p1\",\"reason\":\"killed\"}}\n";
    private static final String WRONG = "{\"seen\":{\"name\":\"replied\",\"request\":\"r1\",\"kind\":\"purge\",\"result\":{\"was_old\":true,\"killed\":false}}}\n";
    private static final String STALLED = "{\"quiet\":{\"kind\":\"stalled\",\"suspended\":[]}}\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String text(Shell shell) {
        return shell.out().replace(System.lineSeparator(), "\n").replace(folder.toString() + "/", "");
    }

    @Test
    @DisplayName("what the reference does is recorded and accepted")
    void recorded() throws IOException {
        Path traces = folder.resolve("traces");
        Shell run = Shell.run("run", "--cases", "purge-kills-*", "--cases", "generated-handshakes", "--record", traces.toString());
        assertEquals(0, run.code(), run.err());
        try (Stream<Path> files = Files.list(traces)) {
            List<String> all = files.map(Path::toString).sorted().toList();
            assertTrue(run.out().contains("traces: " + all.size() + " in"), run.out());
            Shell check = Shell.run(Stream.concat(Stream.of("check"), all.stream()).toArray(String[]::new));
            assertEquals(0, check.code(), check.out());
            assertTrue(check.out().contains(all.size() + " traces, ") && all.size() > 2, check.out());
        }
        Shell again = Shell.run("run", "--cases", "purge-kills-*", "--record", traces.toString());
        assertEquals(2, again.code());
        assertTrue(again.err().contains("--record wants an empty folder"), again.err());
    }

    @Test
    @DisplayName("what a faulty purger does is recorded and rejected, for the rule that it breaks")
    void faulty() throws IOException {
        Path traces = folder.resolve("traces");
        assertEquals(1, Shell.run("run", "--subject", "fault:lost-down", "--scheduler", "seeded", "--cases", "purge-kills-lingerers",
                "--channel", "black-box", "--record", traces.toString()).code());
        Shell check = Shell.run("check", traces.resolve("trace-000001.ndjson").toString());
        assertEquals(1, check.code(), check.out());
        assertTrue(check.out().contains("LIVE-5 (MUST)"), check.out());
    }

    @Test
    @DisplayName("an explanation is as it was, in each of its forms")
    void golden() throws IOException {
        String bad = file("bad.ndjson", HEADER + PURGE + DOWN + WRONG);
        Shell all = Shell.run("check", "--diagram", "--test", bad);
        assertEquals(1, all.code(), all.err());
        Golden.check("check.txt", text(all));
        Golden.check("check.json", text(Shell.run("check", "--json", bad)));
        Golden.check("check-stuck.txt", text(Shell.run("check", file("stuck.ndjson", HEADER + PURGE + DOWN + STALLED))));
    }

    @Test
    @DisplayName("files that are no traces are said with line and column, and the others are checked")
    void manyFiles() throws IOException {
        String good = file("good.ndjson", HEADER + PURGE);
        String held = file("held.ndjson", HEADER + PURGE + "{\"seen\":{\"name\":\"down\"}}\n");
        Shell shell = Shell.run("check", held, folder.resolve("gone").toString(), folder.toString(), good);
        assertEquals(2, shell.code(), shell.out());
        assertAll(() -> assertTrue(shell.err().contains("held.ndjson:8:9: expected a string as seen.process, found nothing"), shell.err()),
                () -> assertTrue(shell.err().contains("gone: cannot be read: there is no such file"), shell.err()),
                () -> assertTrue(shell.err().contains(": cannot be read: it is a folder"), shell.err()),
                () -> assertEquals("4 traces, 12 legal events: 1 conforms, 3 not a trace\nverdict: wrong input\n", text(shell)));
        assertEquals(1, Shell.run("check", held, file("bad.ndjson", HEADER + PURGE + WRONG)).code());
    }

    @Test
    @DisplayName("the replay line that is printed judges the trace again")
    void replays() throws IOException {
        String out = Shell.run("check", file("bad.ndjson", HEADER + PURGE + DOWN + WRONG)).out();
        String line = out.substring(out.indexOf("'codepurger1") + 1, out.indexOf('\'', out.indexOf("'codepurger1") + 1));
        Shell again = Shell.run("replay", line);
        assertEquals(1, again.code(), again.err());
        assertTrue(again.out().contains("not legal: replied(r1, purge, {true,false})"), again.out());
        Shell garbled = Shell.run("replay", line.replace("load(", "fly("));
        assertEquals(2, garbled.code());
        assertTrue(garbled.err().contains("this is no replay line: event 1:"), garbled.err());
    }

    @Test
    @DisplayName("another profile can be judged by")
    void profile() throws IOException {
        String finish = file("finish.ndjson", HEADER + """
                {"apply":{"name":"spawn","process":"c","where":{"name":"nowhere"},"traits":[]},"response":"ok"}
                {"apply":{"name":"finish_after_on_load","request":"f1","module":"m","keep":true,"from":"c"},"response":"ok"}
                {"seen":{"name":"purger_down","reason":"badarg"}}
                """);
        assertEquals(0, Shell.run("check", finish).code());
        assertEquals(1, Shell.run("check", "--profile", "hardened", finish).code());
    }

    @Test
    @DisplayName("where the trace ends with a purger that waits, it is said for what")
    void waits() throws IOException {
        String held = file("held.ndjson", HEADER + """
                {"apply":{"name":"load","module":"m","identical":false},"response":"ok"}
                {"apply":{"name":"spawn","process":"t","where":{"name":"nowhere"},"traits":[]},"response":"ok"}
                {"apply":{"name":"test_purge","request":"t1","module":"m","type":"hard","from":"t"},"response":"ok"}
                {"seen":{"name":"started","ref":"t1"}}
                {"quiet":{"kind":"held","suspended":[]}}
                """);
        assertEquals("held.ndjson: at the end the purger waits for continue(t1)\n1 trace, 5 legal events: 1 conforms\nverdict: conforms\n",
                text(Shell.run("check", held)));
    }

    private static Shell check(InputStream in) {
        return check(in, new Interrupts(), "check", "-");
    }

    private static Shell check(InputStream in, Interrupts interrupts, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = Console.of(in, new PrintWriter(out), new PrintWriter(err));
        int code = new Cli(console, interrupts).run(args);
        console.flush();
        return new Shell(code, out.toString(), err.toString());
    }

    /** Gives a trace, and then ends the program from outside. */
    private static final class Ended extends InputStream {
        private final InputStream trace;
        private final Interrupts interrupts = new Interrupts();
        private OptionalInt code = OptionalInt.empty();

        Ended(String trace) {
            this.trace = new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            return trace.read();
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = trace.read(into, from, count);
            if (read < 0) {
                code = interrupts.interrupt();
            }
            return read;
        }
    }

    @Test
    @DisplayName("who ends it from outside is told what is known of all files, and a violation that was found counts")
    void ended() throws IOException {
        Ended alone = new Ended(HEADER + PURGE);
        Shell shell = check(alone, alone.interrupts, "check", "-");
        assertEquals(OptionalInt.of(3), alone.code);
        assertTrue(shell.out().contains("-: inconclusive, ended from outside: 6 events were legal so far"), shell.out());
        assertTrue(shell.out().contains("verdict: inconclusive"), shell.out());

        String bad = file("bad.ndjson", HEADER + PURGE + WRONG);
        Ended second = new Ended(HEADER + PURGE);
        Shell both = check(second, second.interrupts, "check", "--json", bad, "-");
        assertEquals(OptionalInt.of(1), second.code);
        JsonNode json = new ObjectMapper().readTree(both.out());
        assertEquals(List.of("violated", "inconclusive"), json.findValuesAsText("verdict"));
    }

    @Test
    @DisplayName("standard input is judged while it grows: a violation ends the check though more could come")
    void grows() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(writer, 1 << 16);
        writer.write((HEADER + PURGE + WRONG).getBytes(StandardCharsets.UTF_8));
        // Nobody closes the other end.
        Shell shell = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check(in));
        assertEquals(1, shell.code(), shell.err());
        assertTrue(shell.out().contains("-:8: violated at event 7"), shell.out());
        writer.close();
    }
}
