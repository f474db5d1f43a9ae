package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.lts.Tried;
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
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What keeps the oracle small changes none of its verdicts: it is held to the model it comes from. */
@Tag("slow")
class OracleAgreesWithModelTest {
    private static final Settings SEED = Settings.of(Profile.SEED.withKillLimit(2));
    private static final Settings HARDENED = Settings.of(Profile.HARDENED.withKillLimit(2));

    /** Makes the full closure before every label. */
    record Patient(OpenSystem<World, Label> system) implements Tried<World, Label> {
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

    /** Where few are asked at once the effects show who they are. */
    @Property(tries = 60)
    void acceptsWhatTheModelShowsOnTheEffectChannelOfFewRequests(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int limit) {
        Settings few = Settings.of(Profile.OTP_25.withRequestsInFlight(limit));
        Settings effects = few.withEffects(true);
        List<Label> trace = walk(effects, seed, 45);
        assertTrue(accepts(new PurgeWorld(effects), trace));
        assertTrue(accepts(new PurgeWorld(few), trace.stream().filter(label -> !(label instanceof Label.Showed)).toList()));
    }

    @Property(tries = 80)
    void isAsStrictAsTheFullClosure(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int change) {
        PurgeWorld world = new PurgeWorld(SEED);
        List<Label> changed = changed(walk(SEED, seed, 30), change, new Random(seed));
        assertEquals(accepts(new Patient(world), changed), accepts(world, changed), () -> "trace " + changed);
    }

    @Property(tries = 80)
    void isAsStrictAsIfEveryProcessHadAName(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int change) {
        List<Label> changed = changed(walk(SEED, seed, 30), change, new Random(seed));
        assertEquals(acceptsByDefinition(changed), accepts(new PurgeWorld(SEED), changed), () -> "trace " + changed);
    }

    /** Where processes are paused and let go while a check is open, those that were alike before must be told apart where they can be. */
    @Property(tries = 150)
    void isAsStrictAsIfEveryProcessHadANameWhereTheyArePaused(@ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int change) {
        List<Label> trace = new Walk(new PurgeWorld(SEED), seed, Walk.Habit.PAUSING).take(40, world -> {});
        List<Label> changed = changed(trace, change, new Random(seed));
        boolean accepted = accepts(new PurgeWorld(SEED), changed);
        assertEquals(acceptsByDefinition(changed), accepted, () -> "trace " + changed);
        Statistics.collect(accepted);
        Statistics.coverage(checker -> {
            checker.check(true).percentage(percent -> percent > 10);
            checker.check(false).percentage(percent -> percent > 10);
        });
    }

    /** Where few are asked at once it is left open who they are, as long as nobody can tell. */
    @Property(tries = 300)
    void isAsStrictAsIfItWereDecidedWhoIsAsked(@ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int change,
            @ForAll @IntRange(min = 1, max = 4) int limit, @ForAll boolean pausing) {
        Settings few = Settings.of(Profile.OTP_25.withRequestsInFlight(limit));
        Walk walk = pausing ? new Walk(new PurgeWorld(few), seed, Walk.Habit.PAUSING) : new Walk(new PurgeWorld(few), seed);
        List<Label> changed = changed(walk.take(40, world -> {}), change, new Random(seed));
        boolean accepted = accepts(new PurgeWorld(few), changed);
        assertEquals(accepts(new Patient(new PurgeWorld(few.namingEverybody())), changed), accepted, () -> "trace " + changed);
        Statistics.collect(accepted);
        Statistics.coverage(checker -> {
            checker.check(true).percentage(percent -> percent > 10);
            checker.check(false).percentage(percent -> percent > 10);
        });
    }

    /** The other way round: what is shown where it is decided who is asked is accepted where it is left open. */
    @Property(tries = 100)
    void acceptsWhatIsShownWhereItIsDecidedWhoIsAsked(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int limit,
            @ForAll boolean pausing) {
        Settings few = Settings.of(Profile.OTP_25_HARDENED.withRequestsInFlight(limit));
        PurgeWorld decided = new PurgeWorld(few.namingEverybody());
        Walk walk = pausing ? new Walk(decided, seed, Walk.Habit.PAUSING) : new Walk(decided, seed);
        List<Label> trace = walk.take(60, world -> {});
        assertTrue(accepts(new PurgeWorld(few), trace), () -> "trace " + trace);
    }

    /** Every process has a pid of its own, and every internal step is taken before every label. */
    private static boolean acceptsByDefinition(List<Label> trace) {
        return accepts(new Patient(new PurgeWorld(SEED.namingEverybody())), trace);
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

    /** The same of what the harness does to let go: it may as well come before any internal step. */
    @Property(tries = 60)
    void lettingGoComesAsWellBeforeInternalSteps(@ForAll long seed, @ForAll boolean effects) {
        PurgeWorld system = new PurgeWorld(SEED.withEffects(effects).namingEverybody());
        List<Label> lettingGo = Stream.concat(Stream.of("v1", "v2", "v3", "v4").<Stimulus>map(Stimulus.Resume::new),
                Stream.of(new Stimulus.Release(), new Stimulus.Unstall())).<Label>map(s -> new Label.Did(s, Response.OK)).toList();
        new Walk(system, seed, Walk.Habit.PAUSING).take(60, world -> {
            for (Label label : lettingGo) {
                if (system.persistent(world, label)) {
                    Set<World> first = Set.copyOf(new StateSet<>(system, system.after(world, label), 100_000).closure().orElseThrow());
                    for (World next : system.internal(world)) {
                        assertTrue(first.containsAll(system.after(next, label)), () -> label + " after a step of " + world);
                    }
                }
            }
        });
    }

    static List<Label> changed(List<Label> trace, int change, Random random) {
        List<Label> changed = new ArrayList<>(trace);
        // In the second half, for a change of the beginning is noticed at once.
        int at = trace.size() / 2 + random.nextInt((trace.size() + 1) / 2);
        switch (change) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(at, trace.get(at));
            case 2 -> changed.set(at, trace.get(random.nextInt(trace.size())));
            case 3 -> {
                if (at > 0) {
                    changed.set(at - 1, trace.get(at));
                    changed.set(at, trace.get(at - 1));
                }
            }
            default -> {
                String one = "v" + (1 + random.nextInt(4));
                String other = "v" + (1 + random.nextInt(4));
                changed.subList(at, changed.size()).replaceAll(label -> exchanged(label, one, other));
            }
        }
        return changed;
    }

    /** What the harness does stays, and what it sees of the one it sees of the other. */
    private static Label exchanged(Label label, String one, String other) {
        if (label instanceof Label.Down down) {
            return new Label.Down(down.process().equals(one) ? other : down.process().equals(other) ? one : down.process(), down.reason());
        }
        return label;
    }
}
