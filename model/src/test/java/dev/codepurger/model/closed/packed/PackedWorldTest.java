package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configurations;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.closed.Worlds;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.purger.Profile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackedWorldTest {

    /** All worlds that are explored by the readable model, and of the large ones the first so many states. */
    private static final int BOUND = 20_000;

    static Stream<Arguments> worlds() {
        return packable(Worlds.withPurgers());
    }

    static Stream<Arguments> large() {
        return packable(Worlds.with(Configurations.large(), Profile.HARDENED, Profile.SEED, Profile.OTP_25_HARDENED, Profile.OTP_25));
    }

    private static Stream<Arguments> packable(Stream<Worlds.WithPurger> worlds) {
        return worlds.filter(one -> PackedWorld.canPack(one.configuration()))
                .map(one -> Arguments.of(one.configuration().name(), one.profile().name(), one.configuration(), one.profile()));
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("large")
    @DisplayName("of a large world, the beginning is")
    void sameAtFirst(String name, String profile, Configuration configuration, Profile purger) {
        same(name, profile, configuration, purger);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("worlds")
    @DisplayName("the packed world is the readable one, state by state and step by step")
    void same(String name, String profile, Configuration configuration, Profile purger) {
        ClosedWorld readable = new ClosedWorld(configuration, purger);
        PackedWorld packed = new PackedWorld(readable);
        Stepper stepper = packed.stepper();
        Set<ClosedState> seen = new HashSet<>(Set.of(readable.initial()));
        Queue<ClosedState> queue = new ArrayDeque<>(seen);
        long[] words = new long[packed.words()];
        packed.initial(words);
        assertEquals(readable.initial(), packed.unpack(words));
        while (!queue.isEmpty()) {
            ClosedState state = queue.remove();
            packed.pack(state, words);
            long[] before = words.clone();
            assertEquals(state, packed.unpack(words));
            List<Step> expected = readable.from(state).stream().map(Step::of).toList();
            List<Step> actual = new ArrayList<>();
            stepper.from(words, (label, target) -> actual.add(new Step(packed.kind(label), packed.who(label), packed.unpack(target))));
            assertEquals(expected, actual, state.toString());
            assertEquals(packed.unpack(before), packed.unpack(words));
            expected.stream().map(Step::target).filter(target -> seen.size() < BOUND && seen.add(target)).forEach(queue::add);
        }
    }

    @Test
    @DisplayName("a word that was kept for a tester who died is forgotten with its session")
    void wordOfDeadTester() {
        Configuration configuration = new Configuration("any", "any", new Configuration.Codes(true, true, false),
                ImmutableList.of(Plan.of("p", Place.OLD), Plan.of("c", Place.REMOTE).asks(Ask.PURGE),
                        Plan.of("t", Place.REMOTE, Freedom.DIE, Freedom.EAGER).asks(Ask.TEST_PURGE)),
                0, 1, 0, ImmutableSet.of());
        same("any", "hardened", configuration, Profile.HARDENED);
    }

    @Test
    @DisplayName("the packed form of a world is told from that of another, and from that by symmetry")
    void identity() {
        ClosedWorld world = new ClosedWorld(Configurations.find("queue").orElseThrow(), Profile.HARDENED);
        ClosedWorld seed = new ClosedWorld(Configurations.find("queue").orElseThrow(), Profile.SEED);
        ClosedWorld other = new ClosedWorld(Configurations.find("loads").orElseThrow(), Profile.HARDENED);
        assertEquals("off", new PackedWorld(world).identity().get("symmetry"));
        assertEquals("on", new PackedWorld(world, true).identity().get("symmetry"));
        assertEquals(4, Stream.of(new PackedWorld(world), new PackedWorld(world, true), new PackedWorld(seed), new PackedWorld(other))
                .map(PackedWorld::identity).distinct().count());
    }

    private record Step(Move.Kind kind, String who, ClosedState target) {
        static Step of(Transition<ClosedState, Move> step) {
            return new Step(step.label().kind(), step.label().who(), step.target());
        }
    }
}
