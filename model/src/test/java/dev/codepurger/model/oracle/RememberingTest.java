package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a memory holds, and what it does not. */
class RememberingTest {

    private final Memory memory = new Memory(Profile.SEED, OracleOptions.DEFAULT);

    private static Label ok(Stimulus stimulus) {
        return new Label.Did(stimulus, Response.OK);
    }

    private static Label load(String module) {
        return ok(new Stimulus.Load(module, false));
    }

    private static Label spawn(String process) {
        return ok(new Stimulus.Spawn(process, new Where.Nowhere()));
    }

    private static PurgeOracle modules(PurgeOracle oracle, int from, int to) {
        PurgeOracle after = oracle;
        for (int i = from; i < to; i++) {
            after = after.observe(load("m" + i));
        }
        return after;
    }

    private static PurgeOracle processes(PurgeOracle oracle, int from, int to) {
        PurgeOracle after = oracle;
        for (int i = from; i < to; i++) {
            after = after.observe(spawn("p" + i));
        }
        return after;
    }

    @Test
    @DisplayName("What was judged once is looked up the next time")
    void whatWasJudgedIsLookedUp() {
        Story story = Story.seed().victims(1).purge("r").killed("v1").purged("r", true, true).idle();
        assertEquals(Verdict.CONFORMS, PurgeOracle.remembering(memory).observeAll(story.trace()).verdict());
        long held = memory.held();
        assertTrue(held > 0);

        assertEquals(Verdict.CONFORMS, PurgeOracle.remembering(memory).observeAll(story.trace()).verdict());
        assertEquals(held, memory.held());
    }

    @Test
    @DisplayName("What is illegal is illegal the next time too")
    void whatIsIllegalStaysSo() {
        Story story = Story.seed().victims(1).purge("r").killed("c");
        assertEquals(Verdict.VIOLATED, PurgeOracle.remembering(memory).observeAll(story.trace()).verdict());
        long held = memory.held();

        assertEquals(Verdict.VIOLATED, PurgeOracle.remembering(memory).observeAll(story.trace()).verdict());
        assertEquals(held, memory.held());
    }

    @Test
    @DisplayName("A process started by a name that is known is judged as without a memory")
    void aNameThatIsUsedAgain() {
        Story story = Story.seed().victims(1).kill("c").spawn("c").purge("r");
        PurgeOracle oracle = PurgeOracle.remembering(memory).observeAll(story.trace());
        assertEquals(story.oracle().legalNext(), oracle.legalNext());
        assertEquals(Verdict.VIOLATED,
                oracle.observeAll(story.copy().idle().trace().subList(story.trace().size(), story.trace().size() + 1)).verdict());
    }

    @Test
    @DisplayName("An oracle that knows of more than three hundred modules and processes goes on without the memory")
    void manyModulesAreNotRemembered() {
        // The purger and its module are there from the beginning, and there is something else that every world needs.
        assertRememberedNoMore(modules(PurgeOracle.remembering(memory), 0, 290), load("m290"), load("m291"));
    }

    /** The last is remembered, and what is beyond it is not. */
    private void assertRememberedNoMore(PurgeOracle oracle, Label last, Label beyond) {
        long before = memory.held();
        PurgeOracle large = oracle.observe(last);
        long held = memory.held();
        assertTrue(held > before);

        assertEquals(Verdict.CONFORMS, large.observe(beyond).verdict());
        assertEquals(held, memory.held());
    }

    @Test
    @DisplayName("An oracle that knows of more than three hundred processes that are all alike goes on without the memory")
    void manyProcessesAreNotRemembered() {
        assertRememberedNoMore(processes(PurgeOracle.remembering(memory), 0, 300), spawn("p300"), spawn("p301"));
    }

    /** Of victims that are all different, each paused while the purger is held, any may have been killed before it was. */
    private PurgeOracle paused(int processes) {
        PurgeOracle oracle = PurgeOracle.remembering(memory).observe(load("m")).observe(spawn("c"));
        Iterator<Set<Trait>> traits = Sets.powerSet(EnumSet.allOf(Trait.class)).iterator();
        for (int i = 1; i <= 8; i++) {
            oracle = oracle.observe(
                    ok(new Stimulus.Spawn("v" + i, new Where.InModule("m", Residence.WAITING), ImmutableSet.copyOf(traits.next()))));
        }
        oracle = oracle.observe(load("m")).observe(ok(new Stimulus.Purge("r", "m", "c"))).observe(ok(new Stimulus.Hold()));
        for (int i = 1; i <= processes; i++) {
            oracle = oracle.observe(ok(new Stimulus.Pause("v" + i)));
        }
        return oracle;
    }

    @Test
    @DisplayName("Of a set of more than two thousand worlds nothing is held but that a label leads to it")
    void manyWorldsAreNotRemembered() {
        PurgeOracle few = paused(4);
        long held = memory.held();
        PurgeOracle many = few.observe(ok(new Stimulus.Pause("v5")));
        assertTrue(few.stateCount() < 2_000 && many.stateCount() > 2_000, () -> few.stateCount() + " and " + many.stateCount());
        assertEquals(held + 1, memory.held());
        assertEquals(Verdict.CONFORMS, many.observe(ok(new Stimulus.Release())).verdict());
        assertEquals(held + 1, memory.held());
    }

    @Test
    @DisplayName("A memory that holds too much begins anew")
    void tooMuchIsForgotten() {
        Memory small = new Memory(Profile.SEED, OracleOptions.DEFAULT, 50);
        PurgeOracle oracle = modules(PurgeOracle.remembering(small), 0, 3);
        long full = small.held();
        PurgeOracle after = modules(oracle, 3, 4);
        long left = small.held();
        assertTrue(left < full, () -> full + " and then " + left);
        assertEquals(Verdict.CONFORMS, modules(after, 4, 5).verdict());
    }

    @Test
    @DisplayName("What was forgotten is found out again")
    void whatWasForgottenIsFoundOutAgain() {
        Memory small = new Memory(Profile.SEED, OracleOptions.DEFAULT, 50);
        PurgeOracle oracle = modules(PurgeOracle.remembering(small), 0, 4);
        long left = small.held();
        assertEquals(oracle.legalNext(), PurgeOracle.remembering(small).legalNext());
        assertTrue(small.held() > left);
    }

    @Test
    @DisplayName("Nothing is remembered with effects, with relaxed rules, or from the middle on")
    void whatCannotBeRememberedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Memory(Profile.SEED, OracleOptions.DEFAULT.withEffects(true)));
        assertThrows(IllegalArgumentException.class,
                () -> new Memory(Profile.SEED, OracleOptions.DEFAULT.relaxing(ImmutableSet.of(Rule.KILL_1))));
        assertThrows(IllegalArgumentException.class,
                () -> new Memory(Profile.SEED, OracleOptions.DEFAULT.missing(new Gaps(ImmutableSet.of(), true))));
    }

    @Test
    @DisplayName("What may be returned is asked for in the words of the trace")
    void whatMayBeReturned() {
        Story story = Story.seed().spawn("a", "b").kill("a").spawn("c").kill("c").killed("a", "c");
        PurgeOracle oracle = PurgeOracle.remembering(memory).observeAll(story.trace());
        for (String process : List.of("a", "b", "c")) {
            assertEquals(story.oracle().legalResponses(new Stimulus.Alive(process)), oracle.legalResponses(new Stimulus.Alive(process)));
        }
        assertEquals(Set.of(Response.TRUE), oracle.legalResponses(new Stimulus.Alive("b")));
    }
}
