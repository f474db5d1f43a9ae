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

    /** The same trace, as somebody tells it who does not see deaths, and who comes late. */
    private static final String LATE = """
            {"seen":{"name":"replied","request":"r0","kind":"purge","result":{"was_old":true,"killed":true}}}
            {"quiet":{"kind":"held","suspended":[]}}
            {"quiet":{"kind":"idle","suspended":[]}}
            {"apply":{"name":"load","module":"m","identical":false},"response":"ok"}
            {"apply":{"name":"purge","request":"r1","module":"m","from":"c"},"response":"ok"}
            """;

    private static String header(String field) {
        return HEADER.replace("1,", "2,").replace("}", "," + field + "}");
    }

    @Test
    @DisplayName("what a source cannot see need not be told, and all else is judged")
    void unseen() throws IOException {
        String killed = WRONG.replace("false", "true");
        String seen = file("seen.ndjson", HEADER + PURGE + killed + "{\"quiet\":{\"kind\":\"idle\",\"suspended\":[]}}\n");
        assertEquals(1, Shell.run("check", seen).code(), "p1 and p2 were not seen to die");
        String unseen = file("unseen.ndjson", Files.readString(Path.of(seen)).replace(HEADER, header("\"unseen\":[\"deaths\"]")));
        assertEquals(0, Shell.run("check", unseen).code());
        Shell stalled = Shell.run("check", "--test", file("stalled.ndjson", header("\"unseen\":[\"deaths\"]") + PURGE + STALLED));
        assertEquals(1, stalled.code());
        Golden.check("check-unseen.txt", text(stalled));
    }

    @Test
    @DisplayName("what begins in the middle is judged from its first idle quiet, and how much was skipped is said")
    void middle() throws IOException {
        String begin = header("\"begins\":\"middle\"") + LATE;
        String stranger = DOWN.replace("p1", "somebody else");
        String good = file("good.ndjson", begin + stranger + WRONG.replace("false", "true"));
        assertEquals("""
                good.ndjson: begins in the middle, 2 events before the first idle quiet skipped
                1 trace, 5 legal events (2 skipped): 1 conforms
                verdict: conforms
                """, text(Shell.run("check", good)));
        Shell bad = Shell.run("check", file("bad.ndjson", begin + stranger + WRONG));
        assertEquals(1, bad.code());
        Golden.check("check-middle.txt", text(bad));
        Shell never = Shell.run("check", file("never.ndjson", begin.replace("idle", "stalled")));
        assertEquals(3, never.code());
        assertTrue(
                text(never).contains(
                        "never.ndjson: inconclusive, nothing can be judged: it begins in the middle, and none of its 5 events is an"),
                never.out());
        Shell fun = Shell.run("check", file("fun.ndjson", begin + """
                {"apply":{"name":"call_fun","call":"c1","process":"c","fun":"f"},"response":"ok"}
                """));
        assertEquals(3, fun.code());
        assertTrue(text(fun).contains("fun.ndjson:7: inconclusive, the fun \"f\" was made before the trace began"), fun.out());
    }

    @Test
    @DisplayName("where more die of whom nobody knew than are reckoned with, nothing is said")
    void strangers() throws IOException {
        StringBuilder deaths = new StringBuilder(header("\"begins\":\"middle\"") + LATE);
        for (int i = 0; i < 12; i++) {
            deaths.append(DOWN.replace("p1", "q" + i));
        }
        assertEquals(0, Shell.run("check", file("twelve.ndjson", deaths.toString())).code());
        Shell more = Shell.run("check", file("more.ndjson", deaths + DOWN));
        assertEquals(3, more.code(), more.out());
        assertTrue(text(more).contains("more.ndjson:19: inconclusive, the oracle's bound was hit at: down(p1, killed)"), more.out());
    }

    @Test
    @DisplayName("what several threads do at once is recorded as histories, and judged")
    void histories() throws IOException {
        Path traces = folder.resolve("traces");
        assertEquals(0, Shell.run("run", "--cases", "concurrent-everybody", "--record", traces.toString()).code());
        List<String> some;
        try (Stream<Path> files = Files.list(traces)) {
            some = files.sorted().limit(4).map(Path::toString).toList();
        }
        assertTrue(Files.readString(Path.of(some.get(0))).lines().findFirst().orElseThrow().endsWith("\"history\":true}"));
        Shell check = Shell.run(Stream.concat(Stream.of("check"), some.stream()).toArray(String[]::new));
        assertEquals(0, check.code(), check.out());
        assertTrue(check.out().contains("4 traces, "), check.out());
    }

    /** Two clients ask at once, and one of the answers is that of nobody. */
    private static final String HISTORY = """
            {"by":"a","from":1,"to":2,"apply":{"name":"load","module":"m","identical":false},"response":"ok"}
            {"by":"a","from":3,"to":4,"apply":{"name":"spawn","process":"c","where":{"name":"nowhere"},"traits":[]},"response":"ok"}
            {"by":"seen","from":5,"to":5,"quiet":{"kind":"idle","suspended":[]}}
            {"by":"a","from":6,"to":9,"apply":{"name":"load","module":"m","identical":false},"response":"ok"}
            {"by":"b","from":7,"to":9,"apply":{"name":"purge","request":"r1","module":"m","from":"c"},"response":"ok"}
            {"by":"seen","from":10,"to":10,"seen":{"name":"replied","request":"r1","kind":"purge","result":{"was_old":OLD,"killed":false}}}
            {"by":"seen","from":11,"to":11,"quiet":{"kind":"idle","suspended":[]}}
            {"by":"b","from":12,"to":13,"apply":{"name":"check_old_code","module":"m"},"response":"true"}
            """;

    @Test
    @DisplayName("a history is legal if some order is; if none is, the shortest prefix is explained")
    void orders() throws IOException {
        String header = header("\"history\":true");
        assertEquals(0, Shell.run("check", file("early.ndjson", header + HISTORY.replace("OLD", "false"))).code());
        String late = file("late.ndjson", header + HISTORY.replace("OLD", "true"));
        Shell shell = Shell.run("check", late);
        assertEquals(1, shell.code(), shell.out());
        Golden.check("check-history.txt", text(shell));
        Golden.check("check-history.json", text(Shell.run("check", "--json", late)));
        Shell wrong = Shell.run("check", file("wrong.ndjson", header + HISTORY));
        assertEquals(2, wrong.code());
        Shell effect = Shell.run("check", file("effect.ndjson", header + """
                {"by":"p","from":1,"to":2,"seen":{"name":"effect","effect":{"name":"completed","module":"m"}}}
                """));
        assertEquals(2, effect.code(), effect.out());
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
