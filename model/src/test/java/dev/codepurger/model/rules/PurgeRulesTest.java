package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

class PurgeRulesTest {

    private static final String SELF = "erts_code_purger";

    @Test
    void withoutOldCodeTheAnswerDoesNotWaitForAnybody() {
        Story story = Story.seed().load("m").spawn("c", "x").pause("x").purge("r");
        accepts(story.copy().purged("r", false, false).idle());
        rejects(Rule.PURGE_1, story.copy().purged("r", true, false));
        rejects(Rule.PURGE_1, story.copy().purged("r", false, true));
        rejects(Rule.PURGE_1, story.copy().quiet(QuietKind.BLOCKED));
    }

    @Test
    void withoutOldCodeThereIsNoSnapshot() {
        Story story = Story.withEffects().load("m").spawn("c").purge("r").shows(new Effect.Prepared("m", false));
        accepts(story.copy().purged("r", false, false).idle());
        rejects(Rule.PURGE_1, story.copy().shows(new Effect.Snapshot(Story.names("c", "purger"))));
    }

    @Test
    void theMarkIsSetBeforePrepareReturns() {
        Story story = Story.seed().load("m").makeFun("f").spawn("c", "p").load("m").does(new Stimulus.StallPrepare()).purge("r")
                .quiet(QuietKind.BLOCKED).callFun("k", "p", "f");
        accepts(story.copy().quiet(QuietKind.BLOCKED, "p").does(new Stimulus.Unstall()).returned("k", "badfun").purged("r", true, false));
        rejects(Rule.PURGE_2, story.copy().returned("k", "1"));
        rejects(story.copy().purged("r", true, false));
    }

    @Test
    void theResultSaysWhetherThereWasOldCodeAndWhetherAKillWasIssued() {
        Story nobody = Story.seed().victims(0).purge("r");
        accepts(nobody.copy().purged("r", true, false));
        rejects(Rule.PURGE_3, nobody.copy().purged("r", false, false));
        rejects(Rule.KILL_4, nobody.copy().purged("r", true, true));
        Story one = Story.seed().victims(1).purge("r");
        accepts(one.copy().purged("r", true, true).killed("v1").idle());
        rejects(Rule.PURGE_3, one.copy().purged("r", false, true));
    }

    @Test
    void theOldCodeIsThereUntilTheCheckHasEnded() {
        Story story = Story.seed().victims(1).pause("v1").purge("r").quiet(QuietKind.BLOCKED);
        accepts(story.copy().checkOldCode(true).resume("v1").killed("v1").purged("r", true, true));
        rejects(Rule.PURGE_4, story.copy().checkOldCode(false));
    }

    @Test
    void theOldCodeIsGoneWithTheReply() {
        Story story = Story.seed().victims(1).purge("r").purged("r", true, true);
        accepts(story.copy().checkOldCode(false).load("m"));
        rejects(Rule.PURGE_4, story.copy().checkOldCode(true));
    }

    @Test
    void whoeverReferredToTheOldCodeIsDeadAfterwards() {
        Story story = Story.seed().victims(1).purge("r");
        accepts(story.copy().purged("r", true, true).alive("v1", false));
        rejects(story.copy().purged("r", true, true).alive("v1", true));
        rejects(Rule.PURGE_5, story.copy().purged("r", true, false));
    }

    @Test
    void whoeverDoesNotReferToTheOldCodeSurvives() {
        Story story = Story.seed().victims(1).spawnIn("m", "x").load("n").spawnIn("n", "y").purge("r").killed("v1");
        accepts(story.copy().purged("r", true, true).idle().alive("x", true).alive("y", true).alive("c", true));
        rejects(Rule.PURGE_6, story.copy().killed("x"));
        rejects(Rule.PURGE_6, story.copy().killed("y"));
    }

    @Test
    void aHardPurgeOfThePurgersOwnOldCodeKillsThePurger() {
        Story story = Story.seed().spawn("c").load(SELF).does(new Stimulus.Purge("r", SELF, "c"));
        accepts(story.copy().purgerDown("killed").quiet(QuietKind.DOWN));
        rejects(Rule.PURGE_7, story.copy().quiet(QuietKind.STALLED));
        rejects(story.copy().purged("r", true, false));
        rejects(story.copy().purgerDown("badarg"));
    }

    @Test
    void aSoftPurgeOfThePurgersOwnOldCodeIsRefused() {
        Story story = Story.seed().spawn("c").load(SELF).does(new Stimulus.SoftPurge("r", SELF, "c"));
        accepts(story.copy().softPurged("r", false).idle());
        rejects(story.copy().softPurged("r", true));
    }
}
