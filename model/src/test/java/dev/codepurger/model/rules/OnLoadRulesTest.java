package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

class OnLoadRulesTest {

    private static Story pending() {
        return Story.seed().load("m").spawn("c", "p").does(new Stimulus.BeginOnLoad("m"));
    }

    /** v1 lingers in old code, there is no current code, and l is in the pending code. */
    private static Story pendingWithOldCode() {
        return Story.seed().load("m").makeFun("f").spawn("c", "p").spawnIn("m", "v1").does(new Stimulus.Delete("m"))
                .does(new Stimulus.BeginOnLoad("m")).does(new Stimulus.Spawn("l", new Where.InOnLoad("m")));
    }

    @Test
    void keptCodeBecomesCurrentAndTheCurrentCodeOld() {
        Story story = pending().finish("r", true);
        accepts(story.copy().finished("r").checkOldCode(true).call("k", "p").returned("k", "2").idle());
        rejects(Rule.ONLOAD_1, story.copy().finished("r").checkOldCode(false));
        rejects(story.copy().finished("r").call("k", "p").returned("k", "1"));
        rejects(Rule.DISPATCH_4, story.copy().idle());
    }

    @Test
    void nobodyIsAskedWhenTheCodeIsKept() {
        Story story = pending().pause("p").finish("r", true);
        accepts(story.copy().finished("r").idle());
        rejects(Rule.ONLOAD_1, story.copy().quiet(QuietKind.BLOCKED));
    }

    @Test
    void oldCodeStaysOldWhenThereIsNoCurrentCode() {
        Story story = pendingWithOldCode().finish("r", true).finished("r");
        accepts(story.copy().checkOldCode(true).softPurge("s").softPurged("s", false));
        rejects(story.copy().checkOldCode(false));
    }

    @Test
    void failedCodeIsRemovedAndTheCurrentCodeIsNotTouched() {
        Story story = pending().finish("r", false);
        accepts(story.copy().finished("r").checkOldCode(false).call("k", "p").returned("k", "1").idle());
        accepts(story.copy().finished("r").load("m").call("k", "p").returned("k", "3").idle());
        rejects(Rule.ONLOAD_2, story.copy().finished("r").checkOldCode(true));
        rejects(story.copy().finished("r").call("k", "p").returned("k", "2"));
    }

    @Test
    void everybodyIsAskedBeforeFailedCodeIsRemoved() {
        Story story = pending().pause("p").finish("r", false);
        accepts(story.copy().quiet(QuietKind.BLOCKED).checkOldCode(true).resume("p").finished("r").checkOldCode(false));
        rejects(Rule.CHECK_2, story.copy().finished("r"));
    }

    @Test
    void processesInFailedCodeAreKilled() {
        Story story = pending().does(new Stimulus.Spawn("l", new Where.InOnLoad("m"))).finish("r", false);
        accepts(story.copy().killed("l").finished("r").idle());
        rejects(story.copy().finished("r").alive("l", true));
        rejects(Rule.ONLOAD_3, story.copy().finished("r").idle());
    }

    @Test
    void processesInKeptCodeAreNotKilled() {
        Story story = pending().does(new Stimulus.Spawn("l", new Where.InOnLoad("m"))).finish("r", true).finished("r");
        accepts(story.copy().idle().alive("l", true));
        rejects(story.copy().killed("l"));
    }

    @Test
    void oldCodeIsSetAsideAndSpared() {
        Story story = pendingWithOldCode().finish("r", false).killed("l");
        accepts(story.copy().finished("r").checkOldCode(true).idle().alive("v1", true).softPurge("s").softPurged("s", false));
        rejects(Rule.ONLOAD_4, pendingWithOldCode().finish("r", false).killed("v1"));
        rejects(Rule.ONLOAD_4, story.copy().finished("r").checkOldCode(false));
    }

    @Test
    void funsOfCodeThatWasSetAsideCanBeCalled() {
        Story story = pendingWithOldCode().pause("l", "v1").finish("r", false).quiet(QuietKind.BLOCKED).callFun("k", "p", "f");
        accepts(story.copy().returned("k", "1").quiet(QuietKind.BLOCKED));
        rejects(Rule.ONLOAD_4, story.copy().quiet(QuietKind.BLOCKED, "p"));
        rejects(story.copy().returned("k", "undef"));
    }

    @Test
    void whileItIsRemovedFailedCodeCountsAsOld() {
        Story story = pending().pause("p").finish("r", false).quiet(QuietKind.BLOCKED);
        accepts(story.copy().checkOldCode(true).does(new Stimulus.Delete("m"), Response.NOT_PURGED).does(new Stimulus.Load("m", false),
                Response.NOT_PURGED));
        rejects(story.copy().checkOldCode(false));
        rejects(story.copy().load("m"));
    }

    @Test
    void aFinishWithoutPendingCodeTakesThePurgerDown() {
        Story story = Story.seed().load("m").spawn("c").finish("r", true);
        accepts(story.copy().purgerDown("badarg").quiet(QuietKind.DOWN));
        rejects(Rule.ONLOAD_5, story.copy().refused("r"));
        rejects(story.copy().finished("r"));
        rejects(pending().finish("r", true).finish("s", true).finished("r").finished("s"));
    }

    /** Between the purger's crash and the end of the node there is a moment. */
    @Test
    void whatIsDoneBeforeTheCrashIsSeenMayStillTakeEffect() {
        Story story = Story.seed().load("m").spawn("c").finish("r", true);
        Stimulus.BeginOnLoad begin = new Stimulus.BeginOnLoad("m");
        accepts(story.copy().does(begin).purgerDown("badarg").quiet(QuietKind.DOWN));
        accepts(story.copy().does(begin, Response.NO_EFFECT).purgerDown("badarg"));
        rejects(story.copy().purgerDown("badarg").does(begin));
        rejects(story.copy().purgerDown("badarg").kill("purger"));
        rejects(Story.seed().load("m").kill("purger").does(new Stimulus.Load("m", false)));
    }

    @Test
    void aHardenedPurgerAnswersAFinishWithoutPendingCode() {
        Story story = Story.hardened().load("m").spawn("c").finish("r", false);
        accepts(story.copy().refused("r").idle());
        rejects(Rule.ONLOAD_6, story.copy().purgerDown("badarg"));
        rejects(story.copy().finished("r"));
        rejects(story.copy().idle());
    }
}
