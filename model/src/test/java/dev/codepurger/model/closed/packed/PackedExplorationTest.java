package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.closed.Claims;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configurations;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.closed.Worlds;
import dev.codepurger.model.explore.Exploration;
import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.explore.Finding;
import dev.codepurger.model.explore.PackedExplorer;
import dev.codepurger.model.explore.Probe;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.explore.Resources;
import dev.codepurger.model.explore.Survey;
import dev.codepurger.model.explore.Trace;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.purger.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackedExplorationTest {

    private static final Resources TWO = Resources.of(2);

    static Stream<Arguments> worlds() {
        return Worlds.withPurgers().filter(one -> PackedWorld.canPack(one.configuration()))
                .map(one -> Arguments.of(one.configuration().name(), one.profile().name(), one.configuration(), one.profile()));
    }

    private static PackedExploration explore(PackedWorld packed, boolean claims) {
        return PackedExploration.of(packed, claims ? Claims.of(packed.world().configuration(), packed.world().profile()) : List.of(),
                10_000_000, TWO,
                progress -> {});
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("worlds")
    @DisplayName("the packed exploration finds what the readable one finds, with counterexamples of the same length")
    void sameAsReadable(String name, String profile, Configuration configuration, Profile purger) {
        ClosedWorld world = new ClosedWorld(configuration, purger);
        Exploration<ClosedState, Move> readable = new Explorer<>(world, (Move move) -> move.kind().mustHappen(),
                Claims.of(configuration, purger),
                1_000_000).explore();
        PackedExploration explored = explore(new PackedWorld(world), true);
        assertTrue(explored.survey().everyWayEnds(), "a world with a way round has no packed form");
        Exploration<ClosedState, Move> packed = explored.exploration();
        assertEquals(readable.counts(), packed.counts());
        assertEquals(summary(readable), summary(packed));
        packed.findings().forEach(finding -> finding.trace().ifPresent(trace -> assertIsWay(world, trace)));
    }

    /** Each property with what was found of it, and the length of the way. */
    private static List<String> summary(Exploration<ClosedState, Move> found) {
        return found.findings().stream().map(finding -> finding.property().name() + " " + finding.holds() + " "
                + finding.trace().map(trace -> trace.steps().size()).orElse(-1)).toList();
    }

    @Test
    @DisplayName("the way is to the state that breaks a claim or meets a goal, and with the step where it is that which breaks it")
    void ways() {
        ClosedWorld world = new ClosedWorld(Configurations.find("kill-limit").orElseThrow(), Profile.HARDENED);
        List<Property<ClosedState, Move>> properties = List.of(new Property.Always<>("busy", "never met", state -> false),
                new Property.Reachable<>("first", "met at once", state -> true),
                new Property.Reachable<>("never", "not to be met", state -> false),
                new Property.Always<>("ever", "never broken", state -> true),
                new Property.EveryStep<>("asks", "nobody asks", (from, move, to) -> move.kind() != Move.Kind.REQUEST),
                new Property.EveryStep<>("kills", "nobody is killed", (from, move, to) -> move.kind() != Move.Kind.KILLED));
        Exploration<ClosedState, Move> found = PackedExploration.of(new PackedWorld(world), properties, 10_000_000, TWO, progress -> {})
                .exploration();
        assertTrue(found.complete());
        assertEquals(properties, found.findings().stream().map(Finding::property).toList());
        assertEquals(List.of(false, true, false, true, false, false), found.findings().stream().map(Finding::holds).toList());
        assertEquals(List.of("[]", "[]", "none", "none", "[REQUEST]",
                "[REQUEST, PURGER, PURGER, ANSWER, PURGER, KILLED]"),
                found.findings().stream().map(finding -> finding.trace()
                        .map(trace -> trace.steps().stream().map(step -> step.label().kind().toString()).toList().toString())
                        .orElse("none"))
                        .toList());
        found.findings().forEach(finding -> finding.trace().ifPresent(trace -> assertIsWay(world, trace)));
    }

    private static void assertIsWay(ClosedWorld world, Trace<ClosedState, Move> trace) {
        ClosedState at = trace.start();
        assertEquals(world.initial(), at);
        for (Transition<ClosedState, Move> step : trace.steps()) {
            assertTrue(world.from(at).contains(step), step.toString());
            at = step.target();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("worlds")
    @DisplayName("by symmetry, the states stand for as many as there are, and the claims fare the same")
    void symmetry(String name, String profile, Configuration configuration, Profile purger) {
        ClosedWorld world = new ClosedWorld(configuration, purger);
        PackedExploration all = explore(new PackedWorld(world), true);
        PackedExploration reduced = explore(new PackedWorld(world, true), true);
        assertStandsFor(all.survey(), reduced.survey());
        assertEquals(summary(all.exploration()), summary(reduced.exploration()));
        reduced.exploration().findings().forEach(finding -> finding.trace().ifPresent(trace -> assertIsWay(world, trace)));
    }

    private static void assertStandsFor(Survey all, Survey reduced) {
        assertEquals(all.counts().states(), reduced.unreducedStates());
        assertEquals(all.counts().edges(), reduced.unreducedEdges());
        assertEquals(all.counts().depth(), reduced.counts().depth());
    }

    @Tag("slow")
    @Test
    @DisplayName("four that are alike, and a tester: a 24th part is hardly more than what is looked at")
    void manyAlike() {
        ClosedWorld world = new ClosedWorld(Configurations.find("crowd-alike").orElseThrow(), Profile.HARDENED);
        Survey all = explore(new PackedWorld(world), false).survey();
        Survey reduced = explore(new PackedWorld(world, true), false).survey();
        assertStandsFor(all, reduced);
        assertTrue(reduced.counts().states() < all.counts().states() / 12, reduced.toString());
        List<Finding<ClosedState, Move>> broken = explore(new PackedWorld(world, true), true).exploration().findings().stream()
                .filter(finding -> !finding.holds()).toList();
        assertEquals(List.of(), broken);
    }

    @Test
    @DisplayName("by symmetry, those who have still to be asked are exchanged like all others")
    void alikeAndUnasked() {
        ClosedWorld world = new ClosedWorld(Configurations.find("crowd-limited").orElseThrow(), Profile.OTP_25_HARDENED);
        assertStandsFor(explore(new PackedWorld(world), false).survey(), explore(new PackedWorld(world, true), false).survey());
    }

    @Tag("slow")
    @Test
    @DisplayName("in a large world too, the packed world is the readable one in every state and every step")
    void everyStateOfLargeWorld() {
        PackedWorld packed = new PackedWorld(new ClosedWorld(Configurations.find("crowd-100k").orElseThrow(), Profile.SEED));
        Survey survey = new PackedExplorer(packed, packed.identity(), () -> comparing(packed), List.of("differs"), 1_000_000, TWO,
                progress -> {}).explore();
        assertEquals(136_182, survey.counts().states());
        // The way to a state in which they differ.
        assertEquals(List.of(), survey.ways().values().stream().flatMap(List::stream).map(packed::unpack).toList());
    }

    private static Probe comparing(PackedWorld packed) {
        Stepper stepper = packed.stepper();
        return (words, rests, open) -> {
            ClosedState state = packed.unpack(words);
            List<ClosedState> targets = new ArrayList<>();
            stepper.from(words, (label, target) -> targets.add(packed.unpack(target)));
            return packed.world().from(state).stream().map(Transition::target).toList().equals(targets) ? 0 : 1;
        };
    }
}
