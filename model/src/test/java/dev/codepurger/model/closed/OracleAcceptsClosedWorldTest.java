package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed world is one that the oracle's world knows: what is seen on any way through it is legal, rest included. */
class OracleAcceptsClosedWorldTest {

    private static final int WALKS = 60;
    /** Some worlds have ways without an end. */
    private static final int LONGEST = 150;

    static Stream<Arguments> worlds() {
        return Worlds.withPurgers().map(one -> Arguments.of(one.configuration(), one.profile()));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    @DisplayName("walks through a closed world, seen from outside, are legal")
    void legal(Configuration configuration, Profile profile) {
        ClosedWorld world = new ClosedWorld(configuration, profile);
        for (int seed = 0; seed < WALKS; seed++) {
            List<Label> trace = walk(world, seed);
            assertEquals(Verdict.CONFORMS, judge(world, trace), "seed " + seed + ": " + trace);
        }
    }

    @Test
    @DisplayName("a walk of another purger is not")
    void illegal() {
        Configuration configuration = Configurations.find("finish-in-check").orElseThrow();
        ClosedWorld hardened = new ClosedWorld(configuration, Profile.HARDENED);
        ClosedWorld seed = new ClosedWorld(configuration, Profile.SEED);
        assertTrue(Stream.iterate(0, n -> n + 1).limit(WALKS).map(n -> walk(seed, n))
                .anyMatch(trace -> judge(hardened, trace) == Verdict.VIOLATED));
    }

    private static Verdict judge(ClosedWorld world, List<Label> trace) {
        return PurgeOracle.of(world.profile(), OracleOptions.DEFAULT).observeAll(trace).verdict();
    }

    private static List<Label> walk(ClosedWorld world, int seed) {
        // Seeds that are near each other would begin alike.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Seen seen = new Seen(world.configuration());
        List<Label> trace = new ArrayList<>(seen.before());
        ClosedState state = world.initial();
        List<Transition<ClosedState, Move>> steps = world.from(state);
        for (int i = 0; i < LONGEST && !steps.isEmpty(); i++) {
            if (steps.stream().noneMatch(step -> step.label().kind().mustHappen())) {
                trace.add(seen.atRest(state));
            }
            Transition<ClosedState, Move> step = steps.get(random.nextInt(steps.size()));
            trace.addAll(seen.of(state, step.label(), step.target()));
            state = step.target();
            steps = world.from(state);
        }
        if (steps.isEmpty()) {
            trace.add(seen.atRest(state));
        }
        return trace;
    }
}
