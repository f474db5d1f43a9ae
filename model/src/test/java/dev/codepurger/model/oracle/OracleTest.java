package dev.codepurger.model.oracle;

import static dev.codepurger.model.oracle.Verdict.CONFORMS;
import static dev.codepurger.model.oracle.Verdict.INCONCLUSIVE;
import static dev.codepurger.model.oracle.Verdict.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Awaited;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle itself: verdicts, what would have been legal, how it stays small. */
class OracleTest {

    @Test
    void acceptsAPurgeInWhichVictimsDieInAnyOrder() {
        assertEquals(CONFORMS, Story.seed().victims(3).purge("r").killed("v2", "v3", "v1").purged("r", true, true).idle().verdict());
    }

    @Test
    void acceptsAReplySeenBeforeTheDeathsThatCameFirst() {
        assertEquals(CONFORMS, Story.seed().victims(2).purge("r").purged("r", true, true).killed("v1", "v2").idle().verdict());
    }

    @Test
    void acceptsThatAKillWasIssuedToAProcessThatHadEndedByItself() {
        Story story = Story.seed().victims(1).purge("r").does(new Stimulus.Exit("v1")).sees(new Label.Down("v1", "normal"));
        assertEquals(CONFORMS, story.copy().purged("r", true, true).idle().verdict());
        assertEquals(CONFORMS, story.copy().purged("r", true, false).idle().verdict());
    }

    @Test
    void acceptsADeathSeenBeforeTheSnapshotThatStillListsTheDead() {
        Story story = Story.withEffects().victims(1).purge("r").does(new Stimulus.Exit("v1")).shows(new Effect.Prepared("m", true))
                .sees(new Label.Down("v1", "normal"));
        assertEquals(CONFORMS, story.copy().shows(new Effect.Snapshot(Story.names("c", "purger", "v1"))).verdict());
        assertEquals(CONFORMS, story.copy().shows(new Effect.Snapshot(Story.names("c", "purger"))).verdict());
        assertEquals(VIOLATED, story.copy().shows(new Effect.Snapshot(Story.names("purger"))).verdict());
    }

    @Test
    void rejectsAWrongAnswer() {
        assertEquals(VIOLATED, Story.seed().victims(1).purge("r").killed("v1").purged("r", false, false).verdict());
    }

    @Test
    void rejectsAnAnswerToARequestThatWasNeverMade() {
        assertEquals(VIOLATED, Story.seed().victims(1).purged("r", false, false).verdict());
    }

    @Test
    void rejectsASecondAnswer() {
        assertEquals(VIOLATED, Story.seed().spawn("c").purge("r").purged("r", false, false).purged("r", false, false).verdict());
    }

    @Test
    void rejectsQuietWhileAnAnswerIsOwed() {
        assertEquals(VIOLATED, Story.seed().spawn("c").purge("r").idle().verdict());
    }

    @Test
    void rejectsTheDeathOfABystander() {
        assertEquals(VIOLATED, Story.seed().victims(1).spawn("x").purge("r").killed("x").verdict());
    }

    @Test
    void rejectsAResponseThatTheModuleTableForbids() {
        assertEquals(VIOLATED, Story.seed().victims(1).load("m").verdict());
        assertEquals(CONFORMS, Story.seed().victims(1).does(new Stimulus.Load("m", false), Response.NOT_PURGED).verdict());
    }

    @Test
    void aVerdictIsFinal() {
        assertEquals(VIOLATED, Story.seed().spawn("c").purge("r").idle().purged("r", false, false).idle().verdict());
    }

    @Test
    void isImmutableSoThatATraceCanBeContinuedInSeveralWays() {
        PurgeOracle before = Story.seed().victims(1).purge("r").oracle();
        PurgeOracle good = before.observe(new Label.Down("v1", "killed"));
        PurgeOracle bad = before.observe(new Label.Down("c", "killed"));
        assertEquals(CONFORMS, before.verdict());
        assertEquals(CONFORMS, good.verdict());
        assertEquals(VIOLATED, bad.verdict());
    }

    @Test
    void saysWhatWouldBeLegal() {
        PurgeOracle oracle = Story.seed().victims(1).purge("r").oracle();
        Set<Label> expected = Set.of(new Label.Down("v1", "killed"),
                new Label.Replied("r", Label.RequestKind.PURGE, new Result.Hard(true, true)));
        assertEquals(expected, oracle.legalNext());
        assertEquals(EnumSet.of(Response.TRUE, Response.FALSE), oracle.legalResponses(new Stimulus.Alive("v1")));
        assertEquals(EnumSet.of(Response.TRUE), oracle.legalResponses(new Stimulus.Alive("c")));
    }

    @Test
    void aProcessDoesOneThingAfterTheOther() {
        Story story = Story.seed().load("m").spawn("p").call("k", "p");
        assertEquals(EnumSet.of(Response.OK), story.oracle().legalResponses(new Stimulus.Call("k2", "p", "m")));
        assertEquals(CONFORMS, story.copy().call("k2", "p").returned("k", "1").returned("k2", "1").idle().verdict());
        assertEquals(VIOLATED, story.copy().call("k2", "p").returned("k2", "1").verdict());
    }

    @Test
    void saysThatQuietWouldBeLegalWhenNothingIsUnderWay() {
        assertEquals(Set.of(new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.of())), Story.seed().victims(1).oracle().legalNext());
    }

    @Test
    void isInconclusiveWhenItsBoundIsHit() {
        OracleOptions tiny = OracleOptions.DEFAULT.withStateBound(20);
        assertEquals(INCONCLUSIVE, new Story(Profile.SEED, tiny).victims(8).purge("r").hold().verdict());
    }

    /** v1 or v2 may be dead by now, and v3 is like one of them that is not; but it was paused, and the purger is held since before. */
    @Test
    void whoeverIsLetGoIsNotOneOfThoseWhoMayHaveDiedBefore() {
        Story story = Story.seed().victims(3).pause("v3").purge("r").hold().resume("v3");
        assertEquals(CONFORMS, story.copy().killed("v1").killed("v2").release().killed("v3").purged("r", true, true).idle().verdict());
        assertEquals(VIOLATED, story.copy().killed("v3").verdict());
        assertEquals(VIOLATED, story.copy().alive("v3", false).verdict());
    }

    @Test
    void staysSmallWhenManyAreLetGoAtOnce() {
        Story story = Story.seed().victims(25);
        for (int i = 2; i <= 25; i += 2) {
            story.pause("v" + i);
        }
        story.purge("r");
        for (int i = 1; i <= 25; i += 2) {
            story.killed("v" + i);
        }
        story.quiet(QuietKind.BLOCKED);
        for (int i = 2; i <= 25; i += 2) {
            story.resume("v" + i);
        }
        assertEquals(1, story.oracle().stateCount());
        assertTrue(story.oracle().closureCount() < 1_000, () -> "too many states: " + story.oracle().closureCount());
        for (int i = 24; i >= 2; i -= 2) {
            story.killed("v" + i);
        }
        assertEquals(CONFORMS, story.purged("r", true, true).idle().verdict());
    }

    @Test
    void describesTheStatesThatArePossible() {
        List<String> states = Story.seed().victims(2).purge("r").oracle().describeStates(3);
        assertEquals(1, states.size());
        assertTrue(states.get(0).contains("2 of crowd of v1 in m v1"), states.get(0));
    }

    /** The bound of the design: 25 victims, 100 idle processes, under 10,000 states. */
    @ParameterizedTest
    @Tag("slow")
    @ValueSource(ints = {1, 5, 10, 25})
    void staysSmallHoweverManyVictimsThereAre(int victims) {
        Story story = Story.seed();
        for (int i = 1; i <= 100; i++) {
            story.spawn("idle" + i);
        }
        story.victims(victims).purge("r");
        List<String> order = new ArrayList<>();
        for (int i = 1; i <= victims; i++) {
            order.add("v" + i);
        }
        Collections.shuffle(order, new Random(1));
        PurgeOracle oracle = story.oracle();
        for (String victim : order) {
            oracle = oracle.observe(new Label.Down(victim, "killed"));
            assertTrue(oracle.closureCount() < 10_000, () -> "too many states: " + victim);
        }
        oracle = oracle.observe(new Label.Replied("r", Label.RequestKind.PURGE, new Result.Hard(true, true)));
        assertEquals(CONFORMS, oracle.verdict());
        assertEquals(1, oracle.stateCount());
        assertFalse(oracle.legalNext().isEmpty());
    }

    @Test
    @DisplayName("Told from the middle of a life, it is inconclusive too when its bound is hit")
    void isInconclusiveInTheMiddleWhenItsBoundIsHit() {
        OracleOptions tiny = OracleOptions.DEFAULT.missing(new Gaps(ImmutableSet.of(), true)).withStateBound(20);
        assertEquals(INCONCLUSIVE, new Story(Profile.SEED, tiny).victims(8).purge("r").hold().verdict());
    }

    /** The answer of v1, which has been let go, may have been consumed, and its death too. */
    @Test
    @DisplayName("Without effects the purger may wait for more messages or fewer; with them for one number only")
    void saysWhatMayBeAwaited() {
        PurgeOracle black = Story.seed().victims(2).pause("v1", "v2").purge("r").quiet(QuietKind.BLOCKED).resume("v1").oracle();
        assertEquals(Set.of(3, 4), black.awaited().stream().map(Awaited::count).collect(Collectors.toSet()));
        PurgeOracle seeing = Story.withEffects().victims(2).pause("v1", "v2").purge("r")
                .shows(new Effect.Prepared("m", true), new Effect.Snapshot(Story.names("purger", "c", "v1", "v2")))
                .shows(new Effect.Requested("v2"), new Effect.Requested("v1"), new Effect.Requested("c"), new Effect.Requested("purger"))
                .shows(new Effect.Answered("purger", false), new Effect.Answered("c", false)).oracle();
        assertEquals(Set.of(2), seeing.awaited().stream().map(Awaited::count).collect(Collectors.toSet()));
    }
}
