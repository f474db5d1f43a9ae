package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.JunkKind;
import dev.codepurger.spec.Rule;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueRulesTest {

    /** A hard purge of m whose check the paused x keeps open; n has old code too. */
    private static Story openCheck(Story story) {
        return story.victims(0).load("n").load("n").spawn("x").pause("x").purge("r").quiet(QuietKind.BLOCKED);
    }

    private static Stimulus purgeN(String request) {
        return new Stimulus.Purge(request, "n", "c");
    }

    private static Stimulus softPurgeN(String request) {
        return new Stimulus.SoftPurge(request, "n", "c");
    }

    @Test
    void requestsThatArriveDuringACheckAreServedAfterItInOrder() {
        Story story = openCheck(Story.seed()).does(purgeN("a")).does(softPurgeN("b")).quiet(QuietKind.BLOCKED).resume("x")
                .purged("r", true, false);
        accepts(story.copy().purged("a", true, false).softPurged("b", true).idle());
        rejects(Rule.QUEUE_1, story.copy().softPurged("b", true));
        rejects(Rule.QUEUE_1, story.copy().idle());
        rejects(story.copy().purged("a", false, false));
    }

    @ParameterizedTest
    @EnumSource(names = {"MALFORMED_PURGE", "MALFORMED_SOFT_PURGE", "MALFORMED_TEST_PURGE"})
    void malformedRequestsAreSavedToo(JunkKind kind) {
        Story story = Story.withEffects().victims(0).spawn("x").pause("x").purge("r")
                .shows(new Effect.Prepared("m", true), new Effect.Snapshot(Story.names("purger", "c", "x")), new Effect.Requested("x"),
                        new Effect.Requested("c"), new Effect.Requested("purger"))
                .does(new Stimulus.Junk(kind));
        String tag = kind.name().substring("MALFORMED_".length()).toLowerCase(Locale.ROOT);
        accepts(story.copy().shows(new Effect.Saved(tag)));
        rejects(Rule.QUEUE_2, story.copy().shows(new Effect.Dropped(tag)));
    }

    @Test
    void malformedRequestsDoNotDisturbTheirNeighbours() {
        Story story = openCheck(Story.seed()).does(purgeN("a")).does(new Stimulus.Junk(JunkKind.MALFORMED_PURGE)).does(softPurgeN("b"))
                .resume("x");
        accepts(story.copy().purged("r", true, false).purged("a", true, false).softPurged("b", true).idle());
        rejects(story.copy().purged("r", true, false).purged("a", true, false).idle());
    }

    @Test
    void requestsSavedLaterGoBehindThoseSavedBefore() {
        Story story = openCheck(Story.seed()).spawn("t")
                .does(new Stimulus.TestPurge("t1", "n", TestType.HARD, "t")).does(purgeN("a")).quiet(QuietKind.BLOCKED).resume("x")
                .purged("r", true, false).started("t1").quiet(QuietKind.HELD).pause("x").does(softPurgeN("b")).goOn("t1", "t")
                .quiet(QuietKind.BLOCKED).resume("x").continued("t1").complete("t1", "t").tested("t1", true, false);
        accepts(story.copy().purged("a", false, false).softPurged("b", true).idle());
        rejects(Rule.QUEUE_3, story.copy().softPurged("b", true));
    }

    @Test
    void savedRequestsComeBeforeThoseInTheMailbox() {
        Story story = Story.seed().victims(0).load("n").load("n").spawn("t", "x").testPurge("t1", TestType.HARD, "t").started("t1")
                .pause("x").does(purgeN("a")).goOn("t1", "t").quiet(QuietKind.BLOCKED).resume("x").continued("t1").does(purgeN("b"))
                .complete("t1", "t").tested("t1", true, false);
        accepts(story.copy().purged("a", true, false).purged("b", false, false).idle());
        rejects(Rule.QUEUE_4, story.copy().purged("b", true, false));
        rejects(story.copy().purged("a", false, false));
    }

    @Test
    void theSeedDropsAFinishThatACheckMeets() {
        Story story = openCheck(Story.seed()).does(new Stimulus.BeginOnLoad("l"))
                .does(new Stimulus.FinishAfterOnLoad("f", "l", true, "c")).quiet(QuietKind.BLOCKED).resume("x").purged("r", true, false);
        accepts(story.copy().idle().does(new Stimulus.FinishAfterOnLoad("g", "l", true, "c")).finished("g").idle());
        rejects(Rule.QUEUE_5, story.copy().finished("f"));
    }

    @Test
    void aHardenedPurgerSavesAFinishThatACheckMeets() {
        Story story = openCheck(Story.hardened()).does(new Stimulus.BeginOnLoad("l"))
                .does(new Stimulus.FinishAfterOnLoad("f", "l", true, "c")).does(purgeN("a")).quiet(QuietKind.BLOCKED).resume("x")
                .purged("r", true, false);
        accepts(story.copy().finished("f").purged("a", true, false).idle());
        rejects(Rule.QUEUE_6, story.copy().purged("a", true, false));
    }

    @Test
    void aSavedRequestIsJudgedWhenItsTurnComes() {
        Story story = Story.seed().victims(0).spawn("x", "t").pause("x").purge("r").quiet(QuietKind.BLOCKED)
                .does(new Stimulus.TestPurge("t1", "n", TestType.HARD, "t")).does(purgeN("a")).quiet(QuietKind.BLOCKED).resume("x")
                .purged("r", true, false).started("t1").quiet(QuietKind.HELD).load("n").load("n").goOn("t1", "t").continued("t1")
                .complete("t1", "t").tested("t1", false, false);
        accepts(story.copy().purged("a", true, false).idle());
        rejects(Rule.QUEUE_7, story.copy().purged("a", false, false));
    }

    @Test
    void aSavedSoftPurgeIsJudgedWhenItsTurnComes() {
        Story story = Story.seed().victims(0).spawn("x", "t").pause("x").purge("r").quiet(QuietKind.BLOCKED)
                .does(new Stimulus.TestPurge("t1", "n", TestType.HARD, "t")).does(softPurgeN("a")).quiet(QuietKind.BLOCKED).resume("x")
                .purged("r", true, false).started("t1").quiet(QuietKind.HELD).load("n").spawnIn("n", "v").load("n").goOn("t1", "t")
                .continued("t1").complete("t1", "t").tested("t1", false, false);
        accepts(story.copy().softPurged("a", false).idle());
        rejects(Rule.QUEUE_7, story.copy().softPurged("a", true));
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOM", "TUPLE", "INTEGER", "EXIT_MESSAGE", "UNKNOWN_TAG"})
    void everythingElseIsDropped(JunkKind kind) {
        Story story = openCheck(Story.seed()).does(new Stimulus.Junk(kind)).does(purgeN("a")).quiet(QuietKind.BLOCKED).resume("x");
        accepts(story.copy().purged("r", true, false).purged("a", true, false).idle());
        rejects(story.copy().purgerDown("badarg"));
        rejects(story.copy().purged("r", true, false).idle());
    }

    @Test
    void whatIsDroppedIsNotSaved() {
        Story story = Story.withEffects().victims(0).spawn("x").pause("x").purge("r")
                .shows(new Effect.Prepared("m", true), new Effect.Snapshot(Story.names("purger", "c", "x")), new Effect.Requested("x"),
                        new Effect.Requested("c"), new Effect.Requested("purger"))
                .does(new Stimulus.Junk(JunkKind.ATOM));
        accepts(story.copy().shows(new Effect.Dropped("garbage")));
        rejects(Rule.QUEUE_8, story.copy().shows(new Effect.Saved("garbage")));
    }
}
