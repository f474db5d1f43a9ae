package dev.codepurger.model.oracle;

import static dev.codepurger.model.oracle.Verdict.CONFORMS;
import static dev.codepurger.model.oracle.Verdict.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where.OnFun;
import dev.codepurger.spec.Rule;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each fault shows in a trace, and the rule that it breaks is named. */
class BlameTest {

    private static void assertBlamed(Rule rule, Story story) {
        assertEquals(VIOLATED, story.verdict());
        assertTrue(story.blame().contains(rule), () -> story.blame().toString());
    }

    /** Answers in a known order: v1 first. The kills hit paused victims, so none of them is confirmed. */
    private static Story tenKilledTwoWaiting() {
        Story story = Story.seed().victims(12);
        for (int i = 1; i <= 12; i++) {
            story.pause("v" + i);
        }
        story.purge("r").quiet(QuietKind.BLOCKED).hold();
        for (int i = 1; i <= 12; i++) {
            story.resume("v" + i).quiet(QuietKind.BLOCKED).pause("v" + i);
        }
        return story.release().quiet(QuietKind.BLOCKED);
    }

    @Test
    @Tag("slow")
    void oneLostDownAmongTwelveVictims() {
        Story story = Story.seed().victims(12).purge("r");
        for (int i = 1; i <= 12; i++) {
            story.killed("v" + i);
        }
        assertBlamed(Rule.KILL_6, story.quiet(QuietKind.STALLED));
        assertTrue(story.blame().contains(Rule.LIVE_5));
    }

    @Test
    @Tag("slow")
    void theEleventhVictimIsNotKilledWhileTenKillsAreOutstanding() {
        Story eleventhLives = tenKilledTwoWaiting().resume("v11").quiet(QuietKind.BLOCKED);
        assertEquals(CONFORMS, eleventhLives.verdict());
        assertBlamed(Rule.KILL_1, tenKilledTwoWaiting().resume("v11").killed("v11"));
    }

    @Test
    @Tag("slow")
    void theLastToWaitIsKilledFirst() {
        Story lastIn = tenKilledTwoWaiting().resume("v11", "v1").killed("v1").quiet(QuietKind.BLOCKED).resume("v12").killed("v12");
        assertEquals(CONFORMS, lastIn.verdict());
        assertBlamed(Rule.KILL_3, tenKilledTwoWaiting().resume("v11", "v1").killed("v1", "v11"));
    }

    @Test
    void aSoftPurgeThatKills() {
        assertBlamed(Rule.SOFT_4, Story.seed().victims(3).softPurge("r").killed("v1"));
    }

    @Test
    void aStaleAnswerThatIsAccepted() {
        Story story = Story.seed().victims(3).pause("v3").softPurge("s").softPurged("s", false).purge("r").quiet(QuietKind.BLOCKED)
                .killed("v1", "v2");
        assertEquals(VIOLATED, story.verdict());
        Story twice = Story.seed().victims(1).spawn("x", "y").pause("x", "y").softPurge("s").softPurged("s", false).purge("r").killed("v1")
                .quiet(QuietKind.BLOCKED).resume("x");
        assertEquals(CONFORMS, twice.copy().quiet(QuietKind.BLOCKED).verdict());
        assertBlamed(Rule.CHECK_3, twice.copy().purged("r", true, true));
    }

    @Test
    void aQueueServedBackwards() {
        Story story = Story.seed().victims(0).does(new Stimulus.Load("n", false)).does(new Stimulus.Load("n", false)).spawn("t")
                .testPurge("t1", TestType.HARD, "t").started("t1").quiet(QuietKind.HELD)
                .does(new Stimulus.TestPurge("a", "n", TestType.HARD, "c"))
                .does(new Stimulus.TestPurge("b", "n", TestType.HARD, "c")).goOn("t1", "t").continued("t1").complete("t1", "t")
                .tested("t1", true, false);
        assertEquals(CONFORMS, story.copy().started("a").verdict());
        assertBlamed(Rule.QUEUE_1, story.copy().started("b"));
    }

    @Test
    void aTesterWhoseDeathBetweenTheHandshakesGoesUnnoticed() {
        Story story = Story.seed().victims(1).spawn("t").testPurge("r", TestType.HARD, "t").started("r").quiet(QuietKind.HELD).pause("v1")
                .goOn("r", "t").quiet(QuietKind.BLOCKED).kill("t").killed("t").quiet(QuietKind.BLOCKED).resume("v1").killed("v1");
        assertEquals(CONFORMS, story.copy().idle().verdict());
        assertBlamed(Rule.HANDSHAKE_13, story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void callersLeftSuspended() {
        Story story = Story.seed().load("m").does(new Stimulus.MakeFun("f", "m")).spawn("c", "p").spawnIn("m", "v1").load("m").pause("v1")
                .softPurge("s").quiet(QuietKind.BLOCKED).does(new Stimulus.CallFun("k", "p", "f")).quiet(QuietKind.BLOCKED, "p")
                .resume("v1");
        assertEquals(CONFORMS, story.copy().softPurged("s", false).returned("k", "1").idle().verdict());
        assertBlamed(Rule.LAMBDA_9, story.copy().softPurged("s", false).quiet(QuietKind.IDLE, "p"));
    }

    @Test
    void aKillBeforeTheMonitorShowsOnTheEffectChannelOnly() {
        Story story = Story.withEffects().victims(1).purge("r").shows(new Effect.Prepared("m", true),
                new Effect.Snapshot(Story.names("purger", "c", "v1")), new Effect.Requested("v1"), new Effect.Requested("c"),
                new Effect.Requested("purger"), new Effect.Answered("v1", true));
        assertEquals(CONFORMS, story.copy().shows(new Effect.Monitored("v1"), new Effect.KillIssued("v1")).verdict());
        assertBlamed(Rule.KILL_2, story.copy().shows(new Effect.KillIssued("v1")));
    }

    @Test
    void aProcessSpawnedOnAnOldFunThatIsNotSuspended() {
        Story story = Story.seed().load("m").does(new Stimulus.MakeFun("f", "m")).load("m").spawn("c", "t")
                .testPurge("r", TestType.HARD, "t")
                .started("r").does(new Stimulus.Spawn("p", new OnFun("f")));
        assertEquals(CONFORMS, story.copy().quiet(QuietKind.HELD, "p").verdict());
        assertBlamed(Rule.LAMBDA_8, story.copy().quiet(QuietKind.HELD));
    }

    private static ImmutableSortedSet<Rule> among(Rule rule, int states, Story story) {
        return Blame.among(Set.of(rule), Set.of(), states, story.trace(), Profile.SEED, OracleOptions.DEFAULT);
    }

    @Test
    @DisplayName("What comes after the violation has to be explained too")
    void aTraceThatGoesOnAfterTheViolation() {
        Story killed = Story.seed().victims(3).softPurge("r").killed("v1", "v2");
        assertBlamed(Rule.SOFT_4, killed);
        assertEquals(Set.of(), killed.copy().killed("c").blame());
    }

    @Test
    @DisplayName("Of rules that are looked into later some are named too")
    void rulesThatAreLookedIntoLater() {
        Story killed = Story.seed().victims(3).softPurge("r").killed("v1");
        assertEquals(Set.of(Rule.SOFT_4),
                Blame.among(Set.of(), Set.of(Rule.SOFT_4), 200, killed.trace(), Profile.SEED, OracleOptions.DEFAULT));
    }

    @Test
    @DisplayName("Where no state may be looked at nobody is blamed")
    void nothingMayBeLookedAt() {
        assertEquals(Set.of(), among(Rule.SOFT_4, 0, Story.seed().victims(3).softPurge("r").killed("v1")));
    }

    /** Six are enough only if all those that the relaxed rule does not touch are looked up. */
    @Test
    @DisplayName("A state that was looked at with all rules obeyed costs next to nothing")
    void whatIsRememberedIsCheap() {
        assertEquals(Set.of(Rule.SOFT_4), among(Rule.SOFT_4, 6, Story.seed().victims(3).softPurge("r").killed("v1")));
    }

    /** There is no old code but by a load long ago; what came in between did not depend on it. */
    @Test
    @DisplayName("A rule that decided something long ago is tried there next")
    void aDecisionLongAgo() {
        Story story = Story.seed().victims(3).softPurge("r");
        for (int i = 0; i < 20; i++) {
            story.alive("c", true);
        }
        assertEquals(Set.of(Rule.MODULE_1), among(Rule.MODULE_1, 300, story.softPurged("r", true)));
    }
}
