package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An oracle that remembers says what one says that does not. */
@Tag("slow")
class MemoryTest {
    private static final List<Profile> PROFILES = List.of(Profile.SEED.withKillLimit(2), Profile.HARDENED,
            Profile.OTP_25.withRequestsInFlight(2));
    /** One of them forgets all the time. */
    private static final Map<Profile, List<Memory>> MEMORIES = PROFILES.stream().collect(Collectors.toMap(one -> one,
            one -> List.of(new Memory(one, OracleOptions.DEFAULT), new Memory(one, OracleOptions.DEFAULT, 500))));

    @Property(tries = 150)
    void saysTheSameOfWalks(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int profile, @ForAll boolean pausing,
            @ForAll @IntRange(min = 0, max = 5) int change) {
        Profile judged = PROFILES.get(profile);
        Walk walk = new Walk(new PurgeWorld(Settings.of(judged)), seed, pausing ? Walk.Habit.PAUSING : Walk.Habit.ANYTHING);
        List<Label> trace = OracleAgreesWithModelTest.changed(walk.take(60, world -> {}), change, new Random(seed));
        MEMORIES.getOrDefault(judged, List.of()).forEach(memory -> compare(judged, memory, trace));
    }

    private static PurgeOracle compare(Profile profile, Memory memory, List<Label> trace) {
        return compare(profile, memory, OracleOptions.DEFAULT, trace);
    }

    /** Lets an oracle with a memory and one without judge the same. */
    static PurgeOracle compare(Profile profile, Memory memory, OracleOptions options, List<Label> trace) {
        PurgeOracle plain = PurgeOracle.of(profile, options);
        PurgeOracle remembering = PurgeOracle.remembering(memory);
        for (Label label : trace) {
            if (plain.stateCount() < 100) {
                assertEquals(plain.legalNext(), remembering.legalNext(), () -> "legal next in " + trace);
                assertEquals(plain.awaited(), remembering.awaited(), () -> "awaited in " + trace);
            }
            if (label instanceof Label.Did did) {
                assertEquals(plain.legalResponses(did.stimulus()), remembering.legalResponses(did.stimulus()), () -> did + " in " + trace);
            }
            plain = plain.observe(label);
            remembering = remembering.observe(label);
            assertEquals(plain.verdict(), remembering.verdict(), () -> label + " in " + trace);
        }
        return remembering;
    }

    /** A life that goes on and on comes to the same again and again; its versions and names do not. */
    @Test
    void remembersWhatComesAgain() {
        Memory memory = new Memory(Profile.SEED, OracleOptions.DEFAULT);
        PurgeOracle oracle = compare(Profile.SEED, memory, life(1, 20));
        long held = memory.held();
        oracle = oracle.observeAll(life(20, 1000));
        assertEquals(Verdict.CONFORMS, oracle.verdict());
        assertEquals(held, memory.held(), "what is held");
        assertEquals(ImmutableSet.of(new Label.Returned("call1000", "1000")), ImmutableSet.copyOf(pendingCall(oracle).legalNext()));
    }

    private static PurgeOracle pendingCall(PurgeOracle oracle) {
        return oracle.observe(ok(new Stimulus.Call("call1000", "c", "m")));
    }

    private static List<Label> life(int from, int to) {
        List<Label> labels = new ArrayList<>();
        if (from == 1) {
            labels.add(ok(new Stimulus.Load("m", false)));
            labels.add(ok(new Stimulus.Spawn("c", new Where.Nowhere())));
        }
        for (int i = from; i < to; i++) {
            labels.add(ok(new Stimulus.Spawn("v" + i, new Where.InModule("m", Residence.WAITING))));
            labels.add(ok(new Stimulus.Load("m", false)));
            labels.add(ok(new Stimulus.Call("call" + i, "c", "m")));
            labels.add(new Label.Returned("call" + i, Integer.toString(i + 1)));
            labels.add(ok(new Stimulus.Purge("r" + i, "m", "c")));
            labels.add(new Label.Down("v" + i, "killed"));
            labels.add(new Label.Replied("r" + i, RequestKind.PURGE, new Result.Hard(true, true)));
            labels.add(new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.of()));
        }
        return labels;
    }

    /** Where a name is used again it may mean another process in each state; from then on nothing is remembered, and all is judged alike. */
    @Test
    void aNameThatIsUsedAgainIsJudgedTheSame() {
        Memory memory = new Memory(Profile.SEED, OracleOptions.DEFAULT);
        List<Label> trace = new ArrayList<>(life(1, 4));
        Stimulus spawn = new Stimulus.Spawn("c", new Where.Nowhere());
        trace.addAll(List.of(ok(new Stimulus.Kill("c")), ok(spawn)));
        trace.add(ok(new Stimulus.Purge("r9", "m", "c")));
        trace.add(new Label.Replied("r9", RequestKind.PURGE, new Result.Hard(false, false)));
        trace.add(new Label.Down("c", "killed"));
        PurgeOracle oracle = compare(Profile.SEED, memory, trace);
        compare(Profile.SEED, memory, trace.subList(0, trace.size() - 1));
        assertTrue(oracle.stateCount() >= 0);
    }

    @Test
    void aSnapshotCanBeGoneOnFromInSeveralWays() {
        PurgeOracle kept = PurgeOracle.remembering(new Memory(Profile.SEED, OracleOptions.DEFAULT)).observeAll(life(1, 30));
        PurgeOracle one = kept.observeAll(life(30, 40));
        assertEquals(Verdict.CONFORMS, one.verdict());
        assertEquals(Verdict.CONFORMS, kept.observeAll(life(30, 35)).verdict());
        assertEquals(Verdict.VIOLATED, kept.observeAll(life(31, 35)).verdict(), "a version too many");
        assertEquals(Verdict.CONFORMS, one.observeAll(life(40, 41)).verdict());
    }

    @Test
    void whatCannotBeRememberedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Memory(Profile.SEED, OracleOptions.DEFAULT.withEffects(true)));
        assertThrows(IllegalArgumentException.class,
                () -> new Memory(Profile.SEED, OracleOptions.DEFAULT.relaxing(ImmutableSet.of(Rule.KILL_1))));
    }

    private static Label ok(Stimulus stimulus) {
        return new Label.Did(stimulus, Response.OK);
    }
}
