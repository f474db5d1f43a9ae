package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.spec.Rule;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class RunTest {
    private static final Pattern REPLAY = Pattern.compile("codepurger replay '(.*)'");

    @TempDir
    private Path folder = Path.of("");

    private static Shell run(String subject, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "run";
        args[1] = "--subject";
        args[2] = subject;
        System.arraycopy(more, 0, args, 3, more.length);
        return Shell.run(args);
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
    }

    private Document xml() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve("junit.xml").toFile());
    }

    @Test
    @DisplayName("a limit of requests chooses the profile, and reaches the subject")
    void limited() {
        Shell shell = run("fault:lost-down", "--otp-limit", "2", "--cases", "purge-kills-lingerers", "--channel", "black-box");
        assertTrue(shell.out().contains(" profile=otp-25 limit=10 requests=2 "), shell.out());
    }

    @Test
    @DisplayName("the model conforms, and its report lists every rule with its cases or a reason")
    void conforms() throws Exception {
        Shell shell = run("model", "--cases", "purge-*", "--report", folder.toString());
        assertEquals(0, shell.code(), shell.out());
        assertTrue(shell.out().contains("verdict: conforms"), shell.out());
        assertEquals("", shell.err());
        JsonNode report = report();
        assertEquals("conforms", report.get("verdict").asText());
        assertEquals(report.get("cases").get("planned").asInt(), report.get("cases").get("passed").asInt());
        assertEquals(Rule.values().length, report.get("rules").size());
        for (JsonNode rule : report.get("rules")) {
            assertTrue(rule.get("cases").asInt() > 0 || !rule.get("reason").asText().isEmpty(), rule.toString());
        }
        assertEquals(report.get("cases").get("ran").asText(), xml().getDocumentElement().getAttribute("tests"));
    }

    @Test
    @DisplayName("the same seed gives the same report, but for environment and timings")
    void repeats() throws IOException {
        run("model", "--cases", "generated-handshakes", "--seed", "5", "--report", folder.toString());
        ObjectNode first = (ObjectNode) report();
        run("model", "--cases", "generated-handshakes", "--seed", "5", "--report", folder.toString());
        ObjectNode second = (ObjectNode) report();
        first.remove("timings");
        second.remove("timings");
        assertEquals(first, second);
    }

    @Test
    @DisplayName("a liar is found out: table, legal alternatives, rule and a line that replays it")
    void liar() throws Exception {
        Shell shell = run("stub:lies", "--cases", "purge-kills-lingerers", "--report", folder.toString());
        assertEquals(1, shell.code(), shell.out());
        assertTrue(shell.out().contains("FAILED purge-kills-lingerers"), shell.out());
        assertTrue(shell.out().contains("not legal here: replied("), shell.out());
        assertTrue(shell.out().contains("Legal here would have been:"), shell.out());
        assertTrue(shell.out().contains("verdict: violated"), shell.out());
        assertEquals("1", xml().getDocumentElement().getAttribute("failures"));
        Matcher replay = REPLAY.matcher(shell.out());
        assertTrue(replay.find());
        Shell again = Shell.run("replay", replay.group(1));
        assertEquals(1, again.code(), again.out());
        Matcher second = REPLAY.matcher(again.out());
        assertTrue(second.find());
        assertEquals(replay.group(1), second.group(1));
        assertEquals(replay.group(1), report().get("failures").get(0).get("replay").asText());
    }

    @Test
    @DisplayName("a replay of what conforms shows what was done")
    void replayConforms() {
        Shell shell = Shell.run("replay", "codepurger1 subject=model profile=seed limit=10 seed=1 effects=false timeout=1000ms "
                + "case=purge-kills-lingerers steps=load(m,false);settle");
        assertEquals(0, shell.code(), shell.out());
        assertTrue(shell.out().contains("quiet(idle)"), shell.out());
        assertFalse(shell.out().contains("rules:"), "some steps of a case say nothing about its rules: " + shell.out());
    }

    @Test
    @DisplayName("a replay of steps claims nothing for the case that they are not")
    void replayOfForeignSteps() {
        Shell shell = Shell.run("replay", "codepurger1 subject=model profile=seed limit=10 seed=1 effects=false timeout=1000ms "
                + "case=queue-finish-in-check-is-dropped steps=load(m,false);settle");
        assertEquals(0, shell.code(), shell.out());
        assertTrue(shell.out().contains("PASSED queue-finish-in-check-is-dropped: Steps that were given, in the place of the case"),
                shell.out());
        assertFalse(shell.out().contains("confirmed"), shell.out());
        assertFalse(shell.out().contains("hold"), shell.out());
    }

    @Test
    @DisplayName("a subject that does not answer is inconclusive, with its time-out, and the rest still runs")
    void hangs() {
        Shell shell = run("stub:hangs", "--timeout", "100ms", "--cases", "purge-kills-lingerers", "--cases",
                "soft-nobody-lingers");
        assertEquals(3, shell.code(), shell.out());
        assertTrue(shell.out().contains("the subject did not answer within 100 ms"), shell.out());
        assertTrue(shell.out().contains("planned 2, ran 2, passed 1, failed 0, inconclusive 1"), shell.out());
        assertTrue(shell.out().contains("verdict: inconclusive"), shell.out());
    }

    @Test
    @DisplayName("a subject that throws fails, and its message is shown")
    void breaks() throws Exception {
        Shell shell = run("stub:throws", "--cases", "purge-kills-lingerers", "--report", folder.toString());
        assertEquals(1, shell.code(), shell.out());
        assertTrue(shell.out().contains("the subject threw java.lang.IllegalStateException: out of order \\u001b[2J"), shell.out());
        assertFalse(shell.out().contains("\nverdict: conforms"), "nothing that a subject says stands on a line of its own: " + shell.out());
        assertEquals("1", xml().getDocumentElement().getAttribute("errors"));
        assertHarmless(shell.out());
    }

    @Test
    @DisplayName("nothing that a subject says reaches the terminal, the XML or the JSON raw")
    void hostile() throws Exception {
        Shell shell = run("stub:hostile", "--cases", "purge-kills-lingerers", "--report", folder.toString());
        assertEquals(1, shell.code());
        assertHarmless(shell.out());
        assertHarmless(Files.readString(folder.resolve("report.json")));
        assertHarmless(Files.readString(folder.resolve("junit.xml")));
        assertTrue(xml().getElementsByTagName("failure").item(0).getTextContent().contains("\\u001b"));
    }

    private static void assertHarmless(String text) {
        assertFalse(text.codePoints().anyMatch(c -> c != '\n' && (c < ' ' || (c > '~' && c < 0xa0) || c == 0x202e)), text);
    }

    @Test
    @DisplayName("a case that is skipped says why, and a run of skips alone is no success")
    void skips() {
        Shell shell = run("stub:lies", "--cases", "generated-effects");
        assertEquals(3, shell.code());
        assertTrue(shell.out().contains("skipped 1: the subject lacks effects"), shell.out());
    }

    @Test
    @DisplayName("a run that is ended from outside writes what it has, marked as a part")
    void interrupted() throws Exception {
        StubFamily.gate = new CountDownLatch(1);
        StubFamily.waiting = new CountDownLatch(1);
        Interrupts interrupts = new Interrupts();
        CompletableFuture<Shell> running = CompletableFuture.supplyAsync(() -> Shell.run(interrupts, "run", "--subject", "stub:waits",
                "--report", folder.toString(), "--cases", "soft-nobody-lingers", "--cases", "purge-kills-lingerers"));
        assertTrue(StubFamily.waiting.await(20, TimeUnit.SECONDS));
        OptionalInt code = interrupts.interrupt();
        StubFamily.gate.countDown();
        assertEquals(OptionalInt.of(3), code);
        assertTrue(report().get("interrupted").asBoolean());
        assertEquals("inconclusive", report().get("verdict").asText());
        assertEquals(3, running.get(20, TimeUnit.SECONDS).code());
        assertEquals(OptionalInt.empty(), interrupts.interrupt());
        assertEquals("1", xml().getDocumentElement().getAttribute("tests"));
        assertEquals("1", xml().getDocumentElement().getAttribute("errors"));
        assertEquals("ended from outside: this is a part of the run, 2 of 2 cases are missing",
                xml().getElementsByTagName("error").item(0).getAttributes().getNamedItem("message").getTextContent());
    }

    @Test
    @DisplayName("a report that cannot be written any more is said, with what was found, and is no success")
    void reportGone() throws Exception {
        StubFamily.gate = new CountDownLatch(1);
        StubFamily.waiting = new CountDownLatch(1);
        Path reports = Files.createDirectory(folder.resolve("reports"));
        CompletableFuture<Shell> running = CompletableFuture.supplyAsync(() -> Shell.run("run", "--subject", "stub:waits",
                "--report", reports.toString(), "--cases", "purge-kills-lingerers"));
        assertTrue(StubFamily.waiting.await(20, TimeUnit.SECONDS));
        Files.delete(reports);
        StubFamily.gate.countDown();
        Shell shell = running.get(20, TimeUnit.SECONDS);
        assertEquals(4, shell.code(), shell.out());
        assertTrue(shell.out().contains("verdict: conforms"), shell.out());
        assertTrue(shell.err().contains("cannot be written: " + reports), shell.err());
        assertFalse(shell.out().contains("reports: "), shell.out());
    }

    @Test
    @DisplayName("a service that cannot be loaded is wrong input, and said in one line")
    void brokenService() throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.codepurger.conformance.subject.SubjectFamily"), "no.such.Family\n");
        Process process = start(folder.toString(), "subjects");
        assertEquals(List.of("codepurger: a subject or a source of cases on the class path cannot be loaded: "
                + "dev.codepurger.conformance.subject.SubjectFamily: Provider no.such.Family not found"),
                process.inputReader().lines().toList());
        assertEquals(2, process.waitFor());
    }

    @Test
    @DisplayName("the process itself exits with the code of the verdict, also when it is ended")
    void process() throws Exception {
        assertEquals(2, start("", "run", "--subject", "nobody").waitFor());
        Process waits = start("", "run", "--subject", "stub:waits", "--timeout", "60s", "--cases", "purge-*", "--report",
                folder.toString());
        // Its first line stands before the first case.
        BufferedReader lines = waits.inputReader();
        assertTrue(lines.readLine().startsWith("subject stub:waits"));
        // Not Process.destroy(), which would close the streams.
        assertTrue(waits.toHandle().destroy());
        assertTrue(lines.lines().anyMatch("ended from outside: this is a part of the run"::equals));
        assertTrue(waits.waitFor(20, TimeUnit.SECONDS));
        assertEquals(3, waits.exitValue());
        assertTrue(report().get("interrupted").asBoolean());
    }

    /** Starts a process of its own, with one more entry on the class path, unless that is empty. */
    private static Process start(String more, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path") + (more.isEmpty() ? "" : File.pathSeparator + more), Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
