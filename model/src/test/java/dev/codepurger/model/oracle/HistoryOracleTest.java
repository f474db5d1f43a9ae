package dev.codepurger.model.oracle;

import static dev.codepurger.model.oracle.Verdict.CONFORMS;
import static dev.codepurger.model.oracle.Verdict.INCONCLUSIVE;
import static dev.codepurger.model.oracle.Verdict.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.model.world.Unseen;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories: what overlaps may have happened in any order, what does not has its order; what fits no order is violated. */
class HistoryOracleTest {

    private static final HistoryOracle ORACLE = new HistoryOracle(Profile.SEED, OracleOptions.DEFAULT);
    private static final Label IDLE = new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of());

    private final Map<String, List<Event>> lines = new LinkedHashMap<>();

    private HistoryOracleTest add(String line, Label label, long from, long to) {
        lines.computeIfAbsent(line, name -> new ArrayList<>()).add(new Event(label, from, to));
        return this;
    }

    private HistoryOracleTest ok(String line, Stimulus stimulus, long from, long to) {
        return add(line, new Label.Did(stimulus, Response.OK), from, to);
    }

    private HistoryOracleTest purged(String request, boolean old, boolean killed, long at) {
        return add("subject", new Label.Replied(request, RequestKind.PURGE, new Result.Hard(old, killed)), at, at);
    }

    private History history() {
        ImmutableMap.Builder<String, ImmutableList<Event>> all = ImmutableMap.builder();
        lines.forEach((name, events) -> all.put(name, ImmutableList.copyOf(events)));
        return new History(all.buildOrThrow());
    }

    /** Two clients, and old code with somebody in it. */
    private HistoryOracleTest scene() {
        return ok("harness", new Stimulus.Load("m", false), 1, 2)
                .ok("harness", new Stimulus.Spawn("v", new Where.InModule("m", Residence.WAITING)), 3, 4)
                .ok("harness", new Stimulus.Load("m", false), 5, 6).ok("harness", new Stimulus.Spawn("a", new Where.Nowhere()), 7, 8)
                .ok("harness", new Stimulus.Spawn("b", new Where.Nowhere()), 9, 10);
    }

    @Test
    void overlappingRequestsAreServedInAnyOrder() {
        scene().ok("a", new Stimulus.Purge("r1", "m", "a"), 11, 20).ok("b", new Stimulus.Purge("r2", "m", "b"), 12, 19)
                .add("subject", new Label.Down("v", "killed"), 21, 21).purged("r2", true, true, 22).purged("r1", false, false, 23)
                .add("harness", IDLE, 24, 25);

        assertEquals(CONFORMS, ORACLE.judge(history()).verdict());
    }

    @Test
    void requestsOneAfterTheOtherAreServedInTheirOrder() {
        scene().ok("a", new Stimulus.Purge("r1", "m", "a"), 11, 12).ok("b", new Stimulus.Purge("r2", "m", "b"), 13, 19)
                .add("subject", new Label.Down("v", "killed"), 21, 21).purged("r2", true, true, 22).purged("r1", false, false, 23)
                .add("harness", IDLE, 24, 25);

        HistoryVerdict verdict = ORACLE.judge(history());

        assertEquals(VIOLATED, verdict.verdict());
        assertEquals(List.of(new Label.Replied("r2", RequestKind.PURGE, new Result.Hard(true, true))),
                verdict.refused().stream().map(Event::label).toList());
        assertTrue(verdict.legal().contains(new Label.Replied("r1", RequestKind.PURGE, new Result.Hard(true, true))),
                verdict.legal()::toString);
    }

    @Test
    void aViolationIsCutToWhatWasKnownWhenItHappened() {
        scene().ok("a", new Stimulus.Purge("r1", "m", "a"), 11, 12).purged("r1", false, false, 13)
                .ok("b", new Stimulus.Purge("r2", "m", "b"), 14, 19).purged("r2", false, false, 20).add("harness", IDLE, 24, 25);

        HistoryVerdict verdict = ORACLE.judge(history());

        assertEquals(VIOLATED, verdict.verdict());
        assertEquals(7, verdict.history().size());
        assertTrue(verdict.history().events().stream().allMatch(event -> event.to() <= 13));
    }

    @Test
    void aStimulusThatHadNotReturnedMayHaveTakenEffectOrNot() {
        scene().add("a", new Label.Did(new Stimulus.Purge("r1", "m", "a"), Response.OK), 11, Event.OPEN);
        assertEquals(CONFORMS, ORACLE.judge(history()).verdict());

        add("subject", new Label.Down("v", "killed"), 21, 21);
        assertEquals(CONFORMS, ORACLE.judge(history()).verdict());
    }

    @Test
    void theRuleIsTheOneWhoseRelaxationExplainsTheHistory() {
        scene().ok("a", new Stimulus.SoftPurge("r1", "m", "a"), 11, 20)
                .add("b", new Label.Did(new Stimulus.Alive("a"), Response.TRUE), 12, 13)
                .add("subject", new Label.Down("v", "killed"), 21, 21);

        HistoryVerdict verdict = ORACLE.judge(history());

        assertEquals(VIOLATED, verdict.verdict());
        assertTrue(ORACLE.blame(verdict.history()).contains(Rule.SOFT_4), () -> ORACLE.blame(verdict.history()).toString());
    }

    @Test
    void aBoundThatIsHitIsSaid() {
        scene().ok("a", new Stimulus.Purge("r1", "m", "a"), 11, 12).purged("r1", false, false, 13);

        assertEquals(INCONCLUSIVE,
                new HistoryOracle(Profile.SEED, OracleOptions.DEFAULT.withStateBound(3)).judge(history()).verdict());
    }

    @Test
    void anActorDoesOneThingAtATime() {
        scene().ok("a", new Stimulus.Purge("r1", "m", "a"), 11, 15).ok("a", new Stimulus.Purge("r2", "m", "a"), 14, 16);

        assertThrows(IllegalArgumentException.class, this::history);
        assertThrows(IllegalArgumentException.class, () -> new Event(IDLE, 2, 1));
    }

    /** What the model does one by one is explained whatever it is made to overlap with. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void walksOfTheModelWithWiderIntervalsAreExplained(long seed) {
        PurgeWorld system = new PurgeWorld(new Settings(Profile.SEED.withKillLimit(2), false, ImmutableSet.of()));
        List<Label> trace = new Walk(system, seed).take(40, world -> {
        });
        int time = 0;
        for (Label label : trace) {
            time += 10;
            long stretch = label instanceof Label.Did ? (seed * 7 + time / 10) % 3 * 9 : 0;
            String line = label instanceof Label.Did ? "actor" + time / 10 % 4 : "subject";
            add(line, label, time - stretch, time);
        }

        HistoryVerdict verdict = new HistoryOracle(Profile.SEED.withKillLimit(2), OracleOptions.DEFAULT).judge(history());

        assertEquals(CONFORMS, verdict.verdict(), () -> trace + "\n" + verdict.refused());
    }

    /** What can be shown can still be shown after anything else that can happen, in the system or to it. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void whatNobodyNoticesIsNotTakenAway(long seed) {
        PurgeWorld system = new PurgeWorld(new Settings(Profile.SEED.withKillLimit(2), false, ImmutableSet.of()));
        int[] looked = {0};
        new Walk(system, seed).take(150, world -> {
            for (Label seen : system.outputs(world)) {
                if (system.unnoticed(seen)) {
                    system.internal(world).forEach(next -> assertFalse(system.after(next, seen).isEmpty(), () -> seen + " in " + world));
                    for (Stimulus stimulus : List.of(new Stimulus.Kill("c"), new Stimulus.Load("m", false), new Stimulus.Delete("n"))) {
                        system.respond(world, stimulus)
                                .forEach(
                                        outcome -> assertFalse(system.after(outcome.world(), seen).isEmpty(), () -> seen + " in " + world));
                    }
                    looked[0]++;
                }
            }
        });
        assertTrue(looked[0] > 0, "nothing to look at");
    }

    /** The same verdict, looked for with and without the short cut, on walks that were tampered with. */
    @Test
    void theShortCutChangesNoVerdict() {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long seed = 31; seed < 41; seed++) {
            PurgeWorld system = new PurgeWorld(new Settings(Profile.SEED.withKillLimit(2), false, ImmutableSet.of()));
            List<Label> trace = new Walk(system, seed).take(26, world -> {
            });
            for (int gap = 8; gap < trace.size() - 1; gap += 2) {
                List<Label> tampered = new ArrayList<>(trace);
                tampered.add(gap, tampered.remove(gap + 1));
                lines.clear();
                for (int i = 0; i < tampered.size(); i++) {
                    String line = tampered.get(i) instanceof Label.Did ? "actor" + i % 3 : "subject";
                    add(line, tampered.get(i), 10L * i, 10L * i + (i % 2) * 5L);
                }
                Verdict quick = new HistorySearch<>(system, history(), 200_000).search();
                Verdict slow = new HistorySearch<>(new OracleAgreesWithModelTest.Patient(system), history(), 200_000).search();
                assertEquals(slow, quick, () -> tampered.toString());
                verdicts.merge(quick, 1, Integer::sum);
            }
        }
        assertTrue(verdicts.getOrDefault(VIOLATED, 0) > 0 && verdicts.getOrDefault(CONFORMS, 0) > 0, verdicts::toString);
    }

    /** Two modules that have nothing to do with each other; m is said to have old code, and has none. */
    private HistoryOracleTest wrongAboutOneOfTwoModules() {
        return ok("a", new Stimulus.Load("n", false), 1, 2).ok("b", new Stimulus.Load("m", false), 3, 4)
                .add("b", new Label.Did(new Stimulus.CheckOldCode("m"), Response.TRUE), 5, 6);
    }

    @Test
    @DisplayName("A violation is shown in the module in which it is, though all before it conform")
    void modulesAreJudgedApart() {
        HistoryVerdict verdict = ORACLE.judge(wrongAboutOneOfTwoModules().history());

        assertEquals(VIOLATED, verdict.verdict());
        assertEquals(2, verdict.history().size());
        assertTrue(verdict.legal().contains(new Label.Did(new Stimulus.CheckOldCode("m"), Response.FALSE)), verdict.legal()::toString);
    }

    @Test
    @DisplayName("With effects, relaxed rules or something unseen modules are not judged apart")
    void modulesAreJudgedTogether() {
        wrongAboutOneOfTwoModules();
        for (OracleOptions options : List.of(OracleOptions.DEFAULT.withEffects(true),
                OracleOptions.DEFAULT.relaxing(ImmutableSet.of(Rule.KILL_1)),
                OracleOptions.DEFAULT.missing(Gaps.of(Unseen.RETURNS)))) {
            HistoryVerdict verdict = new HistoryOracle(Profile.SEED, options).judge(history());

            assertEquals(VIOLATED, verdict.verdict(), options::toString);
            assertEquals(3, verdict.history().size(), options::toString);
        }
    }

    @Test
    @DisplayName("A whole history that conforms is said to, if it is taken apart or not")
    void modulesThatConform() {
        ok("a", new Stimulus.Load("n", false), 1, 2);
        assertEquals(CONFORMS, ORACLE.judge(history()).verdict());
        ok("b", new Stimulus.Load("m", false), 3, 4);
        assertEquals(CONFORMS, ORACLE.judge(history()).verdict());
        assertEquals(history(), ORACLE.judge(history()).history());
    }

    @Test
    @DisplayName("Of the states in which a history is stuck five are shown")
    void fiveStatesAreShown() {
        scene().ok("a", new Stimulus.Purge("r1", "m", "a"), 11, 12).purged("r1", false, false, 13);

        assertEquals(5, ORACLE.judge(history()).states().size());
    }

    @Test
    @DisplayName("Rules that are to be looked into later are blamed if none of the first is")
    void rulesThatAreLookedIntoLater() {
        History killed = scene().ok("a", new Stimulus.SoftPurge("r1", "m", "a"), 11, 20)
                .add("subject", new Label.Down("v", "killed"), 21, 21).history();

        assertEquals(Set.of(Rule.SOFT_4), ORACLE.blame(killed, Set.of(Rule.QUEUE_1), Set.of(Rule.SOFT_4)));
    }

    @Test
    @DisplayName("Where it takes too many states to make a violated history shorter, the whole of it is shown")
    void aHistoryThatCannotBeMadeShorter() {
        scene().ok("a", new Stimulus.Purge("r1", "m", "a"), 11, 12).ok("b", new Stimulus.Load("n", false), 11, 19)
                .ok("c", new Stimulus.Load("k", false), 11, 19).purged("r1", false, false, 20);

        HistoryVerdict verdict = new HistoryOracle(Profile.SEED, OracleOptions.DEFAULT.withStateBound(9)).together(history());

        assertEquals(VIOLATED, verdict.verdict());
        assertEquals(history(), verdict.history());
    }
}
