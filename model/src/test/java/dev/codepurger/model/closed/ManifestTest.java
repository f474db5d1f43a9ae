package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.closed.Manifest.Entry;
import dev.codepurger.model.closed.packed.PackedExploration;
import dev.codepurger.model.closed.packed.PackedWorld;
import dev.codepurger.model.explore.Bisimulation;
import dev.codepurger.model.explore.Exploration;
import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.explore.Finding;
import dev.codepurger.model.explore.Graph;
import dev.codepurger.model.explore.Liveness;
import dev.codepurger.model.explore.Resources;
import dev.codepurger.model.purger.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code -Dcodepurger.golden.update=true} writes the manifest anew. */
class ManifestTest {

    private static Exploration<ClosedState, Move> explore(Configuration configuration, Profile profile) {
        return new Explorer<>(new ClosedWorld(configuration, profile), (Move move) -> move.kind().mustHappen(),
                Claims.of(configuration, profile),
                1_000_000).explore();
    }

    private static Entry entry(Configuration configuration, Profile profile) {
        return entry(configuration, profile, explore(configuration, profile), unkept(configuration, profile));
    }

    private static Entry entry(Configuration configuration, Profile profile, Exploration<ClosedState, Move> found,
            Set<String> unkept) {
        assertTrue(found.complete(), configuration.name());
        Set<String> violated = found.findings().stream().filter(finding -> !finding.holds()).map(finding -> finding.property().name())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Entry(configuration.name(), profile.name(), found.counts().states(), found.counts().edges(), found.counts().depth(),
                violated, unkept);
    }

    private static Set<String> unkept(Configuration configuration, Profile profile) {
        Liveness<ClosedState, Move> liveness = new Liveness<>(new ClosedWorld(configuration, profile),
                Promises.assumptions(configuration), 1_000_000);
        return Promises.of(configuration).stream().filter(promise -> !liveness.check(promise).holds())
                .map(promise -> Promises.rule(promise).id()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("every named world, with each of its two purgers, has the numbers of the manifest")
    void numbers() throws IOException {
        List<Entry> entries = Worlds.withPurgers().map(one -> entry(one.configuration(), one.profile())).toList();
        if (Boolean.getBoolean("codepurger.golden.update")) {
            Manifest.write(entries, Manifest.large());
        }
        assertEquals(Manifest.read(), entries);
    }

    /** Every way through these ends, which stands in for what must happen in the end. The claims of the larger ones take some minutes, and are looked at with {@code -Dcodepurger.tlc=all}. */
    @Tag("slow")
    @Test
    @DisplayName("the large worlds have the numbers of the manifest, and every claim holds")
    void large() throws IOException {
        assertEquals(Configurations.large().stream().map(Configuration::name).toList(),
                Manifest.large().stream().map(Entry::configuration).toList());
        for (Entry entry : Manifest.large()) {
            if (entry.states() < 1_000_000 || System.getProperty("codepurger.tlc", "").equals("all")) {
                assertEquals(entry, largeEntry(Configurations.find(entry.configuration()).orElseThrow(), entry.purger()));
            }
        }
    }

    private static Entry largeEntry(Configuration configuration, Profile profile) {
        PackedWorld packed = new PackedWorld(new ClosedWorld(configuration, profile));
        PackedExploration explored = PackedExploration.of(packed, Claims.of(configuration, profile), 100_000_000,
                Resources.of(Runtime.getRuntime().availableProcessors()), progress -> {});
        assertTrue(explored.survey().everyWayEnds(), "what holds of states at rest says what happens in the end");
        return entry(configuration, profile, explored.exploration(), Set.of());
    }

    @Test
    @DisplayName("the seed loses a request in two worlds and dies in a third, in no more steps than it must, and the hardened purger in none")
    void defects() throws IOException {
        List<Entry> broken = Manifest.read().stream().filter(entry -> !entry.violated().isEmpty()).toList();
        assertEquals(List.of("finish-in-check seed", "finish-twice seed", "early-complete seed"),
                broken.stream().map(Entry::toString).toList());
        assertEquals(List.of(12, 5, 11), broken.stream().map(ManifestTest::stepsToViolation).toList());
    }

    /** What is claimed of states at rest says all about what happens in the end only if no way goes on for ever. */
    @Test
    @DisplayName("every way through a world comes to an end, but for the worlds that are made to have none")
    void ends() {
        Worlds.withPurgers().forEach(one -> {
            Graph graph = Graph.of(new ClosedWorld(one.configuration(), one.profile()), 1_000_000);
            assertTrue(graph.complete());
            assertEquals(one.configuration().isEndless(), graph.hasCycle(), one.toString());
        });
        assertEquals(5, Configurations.of(Profile.OTP_25).stream().filter(Configuration::isEndless).count());
    }

    @Tag("slow")
    @Test
    @DisplayName("where no check meets the request limit, a purger that has one is like one that has none")
    void unmetLimit() {
        for (Configuration configuration : Configurations.all()) {
            for (List<Profile> pair : List.of(List.of(Profile.SEED, Profile.OTP_25), List.of(Profile.HARDENED, Profile.OTP_25_HARDENED))) {
                List<Graph> graphs = pair.stream().map(profile -> Graph.of(new ClosedWorld(configuration, profile), 1_000_000)).toList();
                assertEquals(Optional.empty(), Bisimulation.difference(graphs.get(0), graphs.get(1)), configuration.name() + " " + pair);
            }
        }
    }

    private static int stepsToViolation(Entry entry) {
        Finding<ClosedState, Move> finding = explore(Configurations.find(entry.configuration()).orElseThrow(), entry.purger()).findings()
                .stream().filter(one -> !one.holds()).findFirst().orElseThrow();
        assertEquals("LIVE-1", finding.property().name());
        return finding.trace().orElseThrow().steps().size();
    }
}
