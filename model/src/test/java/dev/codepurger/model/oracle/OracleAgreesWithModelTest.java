package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** What keeps the oracle small changes none of its verdicts: it is held to the model it comes from. */
@Tag("slow")
class OracleAgreesWithModelTest {
    private static final Settings SEED = Settings.of(Profile.SEED.withKillLimit(2));
    private static final Settings HARDENED = Settings.of(Profile.HARDENED.withKillLimit(2));

    /** Makes the full closure before every label. */
    record Patient(OpenSystem<World, Label> system) implements OpenSystem<World, Label> {
        @Override
        public World initial() {
            return system.initial();
        }

        @Override
        public List<World> internal(World state) {
            return system.internal(state);
        }

        @Override
        public List<World> after(World state, Label label) {
            return system.after(state, label);
        }

        @Override
        public List<Label> outputs(World state) {
            return system.outputs(state);
        }

        @Override
        public boolean persistent(World state, Label label) {
            return false;
        }

        @Override
        public boolean unnoticed(Label label) {
            return false;
        }
    }

    private static boolean accepts(OpenSystem<World, Label> system, List<Label> trace) {
        StateSet<World, Label> states = new StateSet<>(system, List.of(system.initial()), 100_000);
        for (Label label : trace) {
            Optional<StateSet<World, Label>> next = states.after(label);
            // A trace that needs more states than the bound tells nothing.
            Assume.that(next.isPresent());
            states = next.orElseThrow();
            if (states.size() == 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Label> walk(Settings settings, long seed, int steps) {
        return new Walk(new PurgeWorld(settings), seed).take(steps, world -> {});
    }

    @Property(tries = 100)
    void acceptsWhatTheModelShows(@ForAll long seed) {
        assertTrue(accepts(new PurgeWorld(SEED), walk(SEED, seed, 80)));
        assertTrue(accepts(new PurgeWorld(HARDENED), walk(HARDENED, seed, 80)));
    }

    @Property(tries = 60)
    void acceptsWhatTheModelShowsOnTheEffectChannelAndWithoutIt(@ForAll long seed) {
        Settings effects = SEED.withEffects(true);
        List<Label> trace = walk(effects, seed, 45);
        assertTrue(accepts(new PurgeWorld(effects), trace));
        assertTrue(accepts(new PurgeWorld(SEED), trace.stream().filter(label -> !(label instanceof Label.Showed)).toList()));
    }

    @Property(tries = 80)
    void isAsStrictAsTheFullClosure(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int change) {
        PurgeWorld world = new PurgeWorld(SEED);
        List<Label> changed = changed(walk(SEED, seed, 30), change, new Random(seed));
        assertEquals(accepts(new Patient(world), changed), accepts(world, changed), () -> "trace " + changed);
    }

    /** Asking after a process by name takes it out of its crowd, and tells nothing. */
    @Property(tries = 80)
    void isAsStrictAsIfEveryProcessHadAName(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int change) {
        List<Label> counted = changed(walk(SEED, seed, 30), change, new Random(seed));
        List<Label> named = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            named.add(counted.get(i));
            if (i == 6) {
                for (String victim : List.of("v1", "v2", "v3")) {
                    named.add(new Label.Did(new Stimulus.Alive(victim), Response.TRUE));
                }
            }
        }
        boolean started = counted.size() > 6 && counted.subList(0, 7).equals(walk(SEED, seed, 0).subList(0, 7));
        if (started) {
            PurgeWorld world = new PurgeWorld(SEED);
            assertEquals(accepts(world, named), accepts(world, counted), () -> "trace " + counted);
        }
    }

    /** That is why the oracle need not look behind a state that shows what it looks for. */
    @Property(tries = 40)
    void observationsAreNotTakenAwayByInternalSteps(@ForAll long seed) {
        PurgeWorld system = new PurgeWorld(SEED);
        new Walk(system, seed).take(60, world -> {
            for (Label seen : system.outputs(world)) {
                for (World next : system.persistent(world, seen) ? system.internal(world) : List.<World>of()) {
                    assertTrue(!system.after(next, seen).isEmpty(), () -> seen + " was taken away in " + world);
                }
            }
        });
    }

    private static List<Label> changed(List<Label> trace, int change, Random random) {
        List<Label> changed = new ArrayList<>(trace);
        int at = random.nextInt(trace.size());
        switch (change) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(at, trace.get(at));
            case 2 -> changed.set(at, trace.get(random.nextInt(trace.size())));
            default -> {
                if (at > 0) {
                    changed.set(at - 1, trace.get(at));
                    changed.set(at, trace.get(at - 1));
                }
            }
        }
        return changed;
    }
}
