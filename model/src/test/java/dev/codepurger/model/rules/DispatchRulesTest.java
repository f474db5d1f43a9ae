package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.JunkKind;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchRulesTest {

    @Test
    void aPurgeOfAModuleThatNobodyEverLoadedIsAnswered() {
        Story story = Story.seed().spawn("c").does(new Stimulus.Purge("r", "unknown", "c"));
        accepts(story.copy().purged("r", false, false).idle());
        rejects(Rule.DISPATCH_1, story.copy().idle());
    }

    @ParameterizedTest
    @EnumSource
    void junkIsDroppedWhenIdle(JunkKind kind) {
        Story story = Story.seed().spawn("c").does(new Stimulus.Junk(kind));
        accepts(story.copy().idle().purge("r").purged("r", false, false));
        rejects(Rule.DISPATCH_2, story.copy().purgerDown("badarg"));
    }

    @Test
    void forgedSignalsAreDroppedWhenIdle() {
        Story story = Story.seed().victims(1).does(new Stimulus.ForgeDown("v1")).does(new Stimulus.ForgeCheckReply("v1", true));
        accepts(story.copy().idle().alive("v1", true));
        rejects(Rule.DISPATCH_2, story.copy().purgerDown("badarg"));
    }

    @Test
    void aHeldPurgerFindsEverythingInOrder() {
        Story story = Story.seed().victims(0).spawn("d").hold().purge("r1").does(new Stimulus.Purge("r2", "m", "d"))
                .quiet(QuietKind.BLOCKED).release();
        accepts(story.copy().purged("r1", true, false).purged("r2", false, false).idle());
        accepts(story.copy().purged("r2", false, false).purged("r1", true, false).idle());
        rejects(Rule.DISPATCH_3, story.copy().purged("r2", true, false));
        rejects(story.copy().idle());
    }

    @Test
    void aRequestIsAnsweredOnce() {
        Story story = Story.seed().victims(0).softPurge("r").softPurged("r", true);
        accepts(story.copy().idle());
        rejects(Rule.DISPATCH_4, story.copy().softPurged("r", true));
        rejects(story.copy().purged("r", true, false));
    }

    @Test
    void aRequestIsAnsweredByItsKindAndItsRef() {
        Story story = Story.seed().victims(0).spawn("x").pause("x").softPurge("r").does(new Stimulus.Purge("s", "m", "c"))
                .quiet(QuietKind.BLOCKED).resume("x");
        accepts(story.copy().softPurged("r", true).purged("s", false, false).idle());
        rejects(Rule.DISPATCH_4, story.copy().sees(new Label.Replied("r", RequestKind.PURGE, new Result.Soft(true))));
        rejects(Rule.DISPATCH_4, story.copy().sees(new Label.Replied("s", RequestKind.PURGE, new Result.Soft(true))));
    }

    @Test
    void theRequestOfADeadRequesterIsCarriedOut() {
        Story story = Story.seed().victims(1).hold().purge("r").kill("c").killed("c").release();
        accepts(story.copy().killed("v1").idle().checkOldCode(false));
        rejects(Rule.DISPATCH_5, story.copy().idle());
        rejects(story.copy().purged("r", true, true));
    }

    @Test
    void anExitSignalDoesNotEndThePurger() {
        Story story = Story.seed().does(new Stimulus.Junk(JunkKind.EXIT_MESSAGE));
        accepts(story.copy().idle());
        rejects(Rule.DISPATCH_6, story.copy().purgerDown("killed"));
    }

    @Test
    void aKilledPurgerTakesTheNodeWithIt() {
        Story story = Story.seed().victims(1).purge("r").kill("purger");
        accepts(story.copy().purgerDown("killed").quiet(QuietKind.DOWN));
        accepts(story.copy().killed("v1").purged("r", true, true).purgerDown("killed").quiet(QuietKind.DOWN));
        rejects(story.copy().quiet(QuietKind.DOWN));
        rejects(Rule.DISPATCH_7, Story.seed().spawn("c").kill("purger").idle());
    }

    @Test
    void whenTheNodeIsDownNothingHasAnEffect() {
        Story story = Story.seed().spawn("c").kill("purger").purgerDown("killed").quiet(QuietKind.DOWN);
        accepts(story.copy().does(new Stimulus.Load("m", false), Response.NO_EFFECT));
        accepts(story.copy().does(new Stimulus.Purge("r", "m", "c"), Response.NO_EFFECT).quiet(QuietKind.DOWN));
        rejects(story.copy().load("m"));
        rejects(story.copy().purgerDown("killed"));
    }

    @Test
    void aTestPurgeOfAnotherTypeDoesNothing() {
        Story story = Story.seed().victims(1).spawn("t").testPurge("r", TestType.OTHER, "t");
        accepts(story.copy().idle().alive("v1", true).checkOldCode(true));
        rejects(Rule.DISPATCH_8, story.copy().started("r"));
    }

    @Test
    void whoeverIsDyingMayStillSendOrNot() {
        Stimulus purge = new Stimulus.Purge("r", "m", "c");
        Story story = Story.seed().victims(0).kill("c");
        accepts(story.copy().does(purge).killed("c").idle().checkOldCode(false));
        accepts(story.copy().does(purge, Response.NO_EFFECT).killed("c").idle().checkOldCode(true));
        accepts(story.copy().killed("c").does(purge, Response.NO_EFFECT).idle());
        rejects(story.copy().killed("c").does(purge));
    }

    @Test
    void whoeverIsCallingSendsAfterwards() {
        Story story = Story.seed().load("m").spawn("c").call("k", "c").purge("r");
        accepts(story.copy().returned("k", "1").purged("r", false, false).idle());
        rejects(story.copy().idle());
        rejects(Story.seed().load("m").spawn("c").call("k", "c").does(new Stimulus.Purge("r", "m", "c"), Response.NO_EFFECT));
    }

    @Test
    void thePurgerMaySendToItself() {
        Story story = Story.seed().load("m").spawn("t").testPurge("r", TestType.HARD, "t").started("r").goOn("r", "purger");
        accepts(story.copy().continued("r").complete("r", "purger").tested("r", false, false).idle());
        rejects(story.copy().quiet(QuietKind.HELD));
    }
}
