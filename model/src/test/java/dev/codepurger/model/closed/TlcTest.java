package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Manifest.Entry;
import dev.codepurger.model.explore.Bisimulation;
import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.explore.Graph;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Profile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * TLC, given the description in {@code spec/tla}, finds what the manifest says, and so what the model has; and its graph is that of
 * the model, step by step.
 */
@Tag("slow")
class TlcTest {

    private static final List<String> RULES = List.of("LIVE-1", "LIVE-2", "KILL-8", "LIVE-3", "LIVE-4", "LIVE-5");

    /** All worlds with one purger; with the other those in which it makes a difference, unless {@code -Dcodepurger.tlc=all}. */
    static List<Entry> entries() throws IOException {
        List<Entry> all = Manifest.read();
        return all.stream().filter(entry -> entry.profile().endsWith("hardened") || System.getProperty("codepurger.tlc", "").equals("all")
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
    @DisplayName("TLC finds the same numbers, the same properties broken, and a graph that is strongly bisimilar")
    void agrees(Entry entry, @TempDir Path folder) throws IOException, InterruptedException, URISyntaxException {
        String said = Tlc.run(folder, "-continue", "-dump", "dot,actionlabels", dump(folder).toString(), "-config",
                entry.profile() + ".cfg",
                entry.module());
        assertNumbers(entry, said);
        assertEquals(entry.violated(), Pattern.compile("Invariant (\\w+) is violated").matcher(said).results()
                .map(result -> result.group(1).replace('_', '-')).collect(Collectors.toCollection(TreeSet::new)), said);
        assertSameGraph(entry, TlcGraph.read(dump(folder)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("large")
    @DisplayName("TLC finds the same numbers in large worlds")
    void agreesInLarge(Entry entry, @TempDir Path folder) throws IOException, InterruptedException, URISyntaxException {
        String config = entry.purger().limitsRequests() ? "count_limited.cfg" : "count.cfg";
        assertNumbers(entry, Tlc.run(5 + entry.states() / 50_000, folder, "-config", config, entry.module()));
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

    // ------------------------------------------------------------------------------------------------------------ bisimulation

    private static Path dump(Path folder) {
        return folder.resolve("graph.dot");
    }

    /** The same states, and the same steps between them, if only the labels are looked at. */
    private static void assertSameGraph(Entry entry, TlcGraph other) {
        Configuration configuration = Configurations.find(entry.configuration()).orElseThrow();
        ClosedWorld world = new ClosedWorld(configuration, entry.purger());
        assertEquals(states(world), new TreeSet<>(other.states()));
        assertEquals(Optional.empty(), Bisimulation.difference(Graph.of(world, 1_000_000), other.graph()));
    }

    private static Set<String> states(ClosedWorld world) {
        Set<String> texts = new TreeSet<>();
        new Explorer<>(world, (Move move) -> move.kind().mustHappen(),
                List.<Property<ClosedState, Move>>of(new Property.Always<>("seen", "is seen",
                        state -> texts.add(StateValues.text(StateValues.of(world.configuration(), state))))),
                1_000_000).explore();
        return texts;
    }

    @Test
    @DisplayName("a step that one side does not have, or calls otherwise, makes the graphs differ")
    void knockedOut(@TempDir Path folder) throws IOException, InterruptedException, URISyntaxException {
        Tlc.run(folder, "-dump", "dot,actionlabels", dump(folder).toString(), "-config", "hardened.cfg", "MC_finish_among_purges");
        Graph theirs = TlcGraph.read(dump(folder)).graph();
        Graph ours = Graph.of(new ClosedWorld(Configurations.find("finish-among-purges").orElseThrow(), Profile.HARDENED), 1_000);
        assertEquals(Optional.empty(), Bisimulation.difference(ours, theirs));
        for (Graph.Edge edge : ours.edges()) {
            Graph without = new Graph(ours.states(),
                    ours.edges().stream().filter(one -> !one.equals(edge)).collect(ImmutableList.toImmutableList()),
                    true);
            assertTrue(Bisimulation.difference(without, theirs).isPresent(), "without " + edge);
            Graph renamed = new Graph(ours.states(), ours.edges().stream()
                    .map(one -> one.equals(edge) ? new Graph.Edge(one.source(), "LEAVE p", one.target()) : one)
                    .collect(ImmutableList.toImmutableList()), true);
            assertTrue(Bisimulation.difference(theirs, renamed).isPresent(), "other label at " + edge);
        }
    }

    // ------------------------------------------------------------------------------------------------------------ what must happen

    /** The worlds without an end, in which no claim about rest says anything, and those in which something does not happen in the end. */
    static List<Entry> fair() throws IOException {
        return Manifest.read().stream().filter(entry -> !entry.unkept().isEmpty() || (entry.profile().endsWith("hardened")
                && Configurations.find(entry.configuration()).orElseThrow().isEndless())).toList();
    }

    @ParameterizedTest
    @MethodSource("fair")
    @DisplayName("TLC finds the same promises kept, and the same ones not, under the same assumptions")
    void ends(Entry entry, @TempDir Path folder) throws IOException, InterruptedException, URISyntaxException {
        Path file = Manifest.FOLDER.resolve(entry.profile() + "_ever.cfg");
        String all = Files.readString(file);
        Set<String> kept = new TreeSet<>(RULES.stream().filter(rule -> !entry.unkept().contains(rule)).toList());
        assertEquals(RULES.size(), Pattern.compile("EVER_\\w+").matcher(all).results().count());
        assertTrue(violatesNothing(folder.resolve("kept"), all, kept, entry), "of those that are kept");
        for (String rule : entry.unkept()) {
            assertFalse(violatesNothing(folder.resolve(rule), all, Set.of(rule), entry), rule);
        }
    }

    /** TLC does not say which of several it means, so those that are violated are given to it one by one. */
    private static boolean violatesNothing(Path folder, String all, Set<String> rules, Entry entry)
            throws IOException, InterruptedException, URISyntaxException {
        Path config = Files.createDirectories(folder).resolve("some.cfg");
        String properties = rules.stream().map(rule -> "EVER_" + rule.replace('-', '_')).collect(Collectors.joining(" "));
        Files.writeString(config, all.substring(0, all.indexOf("PROPERTIES")) + "PROPERTIES " + properties + "\n");
        String said = Tlc.run(folder, "-config", config.toAbsolutePath().toString(), entry.module());
        boolean violated = said.contains("Temporal properties were violated");
        if (!violated) {
            assertEquals(entry.states(), number(said, "(?m)^\\d+ states generated, (\\d+) distinct states found, 0 states left"), said);
            assertTrue(said.contains("No error has been found"), said);
        }
        return !violated;
    }
}
