package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.closed.Manifest.Entry;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * TLC, given the description in {@code spec/tla}, finds what the manifest says, and so what the model has. Each run is a process of its own, for
 * TLC keeps its state in statics.
 */
@Tag("slow")
class TlcTest {

    /** All worlds with one purger; with the other those in which it makes a difference, unless {@code -Dcodepurger.tlc=all}. */
    static List<Entry> entries() throws IOException {
        List<Entry> all = Manifest.read();
        return all.stream().filter(entry -> entry.profile().equals("hardened") || System.getProperty("codepurger.tlc", "").equals("all")
                || !sameNumbers(entry, other(entry, all))).toList();
    }

    /** The large worlds, up to what takes TLC some minutes; with {@code -Dcodepurger.tlc=all} only. */
    static List<Entry> large() throws IOException {
        boolean all = System.getProperty("codepurger.tlc", "").equals("all");
        return Manifest.large().stream().filter(entry -> all && entry.states() < 2_000_000).toList();
    }

    private static Entry other(Entry entry, List<Entry> all) {
        return all.stream().filter(one -> one.configuration().equals(entry.configuration()) && !one.equals(entry)).findFirst()
                .orElseThrow();
    }

    private static boolean sameNumbers(Entry one, Entry other) {
        return one.states() == other.states() && one.edges() == other.edges() && one.violated().equals(other.violated());
    }

    @ParameterizedTest
    @MethodSource("entries")
    @DisplayName("TLC finds the same numbers, and the same properties broken")
    void agrees(Entry entry, @TempDir Path folder) throws IOException, InterruptedException, URISyntaxException {
        String said = run(entry, entry.profile(), folder);
        assertNumbers(entry, said);
        assertEquals(entry.violated(), Pattern.compile("Invariant (\\w+) is violated").matcher(said).results()
                .map(result -> result.group(1).replace('_', '-')).collect(Collectors.toCollection(TreeSet::new)), said);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("large")
    @DisplayName("TLC finds the same numbers in large worlds")
    void agreesInLarge(Entry entry, @TempDir Path folder) throws IOException, InterruptedException, URISyntaxException {
        assertNumbers(entry, run(entry, "count", folder));
    }

    private static void assertNumbers(Entry entry, String said) {
        // It counts the beginning as a step, and states on the way instead of steps.
        assertEquals(entry.edges() + 1, number(said, "(\\d+) states generated, \\d+ distinct states found, 0 states left"), said);
        assertEquals(entry.states(), number(said, "(\\d+) distinct states found, 0 states left"), said);
        assertEquals(entry.depth() + 1, number(said, "depth of the complete state graph search is (\\d+)"), said);
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return Long.parseLong(matcher.group(1));
    }

    private static String run(Entry entry, String config, Path folder) throws IOException, InterruptedException, URISyntaxException {
        File said = folder.resolve("said.txt").toFile();
        // It unpacks its standard modules into the folder for temporary files.
        Process process = new ProcessBuilder(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g",
                "-Djava.io.tmpdir=" + folder, "-cp", jar(), "tlc2.TLC", "-deadlock", "-continue", "-workers", "1", "-metadir",
                folder.resolve("states").toString(), "-config", config + ".cfg", entry.module())
                .directory(Manifest.FOLDER.toFile()).redirectErrorStream(true).redirectOutput(said).start();
        try {
            assertTrue(process.waitFor(minutes(entry), TimeUnit.MINUTES), "TLC takes more than " + minutes(entry) + " minutes");
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said.toPath(), StandardCharsets.UTF_8);
    }

    private static int minutes(Entry entry) {
        return 5 + entry.states() / 50_000;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jar() throws URISyntaxException {
        try {
            Class<?> tlc = Class.forName("tlc2.TLC", false, TlcTest.class.getClassLoader());
            return Path.of(tlc.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
