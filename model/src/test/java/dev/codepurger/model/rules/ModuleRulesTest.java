package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    private static final Stimulus LOAD = new Stimulus.Load("m", false);
    private static final Stimulus DELETE = new Stimulus.Delete("m");
    private static final Stimulus BEGIN = new Stimulus.BeginOnLoad("m");

    @Test
    void aLoadMakesTheCurrentCodeOld() {
        Story story = Story.seed().spawn("p").load("m").checkOldCode(false).load("m");
        accepts(story.copy().checkOldCode(true).call("k", "p").returned("k", "2").idle());
        rejects(Rule.MODULE_1, story.copy().checkOldCode(false));
        rejects(story.copy().call("k", "p").returned("k", "1"));
    }

    @Test
    void aThirdVersionIsRefused() {
        Story story = Story.seed().spawn("p").load("m").load("m");
        accepts(story.copy().does(LOAD, Response.NOT_PURGED).call("k", "p").returned("k", "2"));
        accepts(story.copy().does(BEGIN, Response.NOT_PURGED));
        rejects(Rule.MODULE_2, story.copy().does(LOAD));
        rejects(Rule.MODULE_2, story.copy().does(BEGIN));
    }

    @Test
    void aDeleteMakesTheCurrentCodeOld() {
        Story story = Story.seed().spawn("p").load("m").does(DELETE);
        accepts(story.copy().checkOldCode(true).call("k", "p").returned("k", "undef").does(DELETE, Response.NOT_PURGED));
        rejects(Rule.MODULE_3, story.copy().checkOldCode(false));
        rejects(Rule.MODULE_3, story.copy().call("k", "p").returned("k", "1"));
        rejects(story.copy().does(DELETE, Response.UNDEFINED));
    }

    @Test
    void aDeleteIsRefusedWhileThereIsOldCode() {
        Story story = Story.seed().load("m").load("m");
        accepts(story.copy().does(DELETE, Response.NOT_PURGED));
        rejects(Rule.MODULE_3, story.copy().does(DELETE));
        accepts(Story.seed().does(DELETE, Response.UNDEFINED));
    }

    @Test
    void aLoadWithoutCurrentCodeLeavesTheOldCode() {
        Story story = Story.seed().spawn("p", "c").load("m").spawnIn("m", "v1").does(DELETE).load("m");
        accepts(story.copy().checkOldCode(true).call("k", "p").returned("k", "2").softPurge("r").softPurged("r", false));
        rejects(story.copy().checkOldCode(false));
    }

    @Test
    void onLoadCodeThatHasNotEndedKeepsOthersOut() {
        Story story = Story.seed().load("m").does(BEGIN);
        accepts(story.copy().does(LOAD, Response.ON_LOAD_PENDING).does(BEGIN, Response.ON_LOAD_PENDING).does(DELETE,
                Response.ON_LOAD_PENDING));
        rejects(story.copy().does(LOAD));
        rejects(story.copy().does(DELETE));
        rejects(story.copy().does(BEGIN, Response.NOT_PURGED));
    }

    @Test
    void completeRemovesTheOldCodeOnly() {
        Story story = Story.seed().spawn("c", "p").load("m").load("m").spawnIn("m", "x").purge("r").purged("r", true, false);
        accepts(story.copy().call("k", "p").returned("k", "2").alive("x", true).idle());
        rejects(Rule.MODULE_4, story.copy().call("k", "p").returned("k", "undef"));
    }

    @Test
    void pendingCodeIsNotCallable() {
        Story story = Story.seed().spawn("c", "p").does(BEGIN).call("k", "p");
        accepts(story.copy().returned("k", "undef").checkOldCode(false));
        rejects(Rule.MODULE_5, story.copy().returned("k", "1"));
        Story spawned = Story.seed().does(BEGIN).does(new Stimulus.Spawn("q", new Where.InModule("m", Residence.WAITING)));
        accepts(spawned.copy().sees(new Label.Down("q", "undef")).idle());
        rejects(spawned.copy().idle());
    }

    @Test
    void aPurgeDoesNotTouchPendingCode() {
        Story story = Story.seed().load("m").spawn("c", "p").does(BEGIN).does(new Stimulus.Spawn("l", new Where.InOnLoad("m"))).purge("r");
        accepts(story.copy().purged("r", false, false).idle().alive("l", true).finish("f", true).finished("f").call("k", "p")
                .returned("k", "2"));
        rejects(story.copy().killed("l"));
        rejects(story.copy().purged("r", true, true));
    }

    @Test
    void abortLeavesBothVersions() {
        Story story = Story.seed().victims(1).spawn("p").softPurge("r").softPurged("r", false);
        accepts(story.copy().checkOldCode(true).call("k", "p").returned("k", "2").alive("v1", true).does(LOAD, Response.NOT_PURGED));
        rejects(Rule.MODULE_6, story.copy().checkOldCode(false));
    }

    @Test
    void aCallByNameRunsTheCurrentCode() {
        Story story = Story.seed().load("m").spawn("c").spawnIn("m", "v1").load("m").call("k", "v1");
        accepts(story.copy().returned("k", "2").softPurge("r").softPurged("r", false));
        rejects(Rule.MODULE_7, story.copy().returned("k", "1"));
        rejects(Rule.MODULE_7, story.copy().returned("k", "undef"));
    }

    @Test
    void aCallLoadsAnOfferedModule() {
        Story story = Story.seed().spawn("p").does(new Stimulus.Offer("m")).call("k", "p");
        accepts(story.copy().returned("k", "1").call("k2", "p").returned("k2", "1"));
        rejects(Rule.LAMBDA_5, story.copy().returned("k", "undef"));
    }

    @Test
    void whoeverLeavesDoesNotReferToTheOldCode() {
        Story story = Story.seed().victims(1).does(new Stimulus.Leave("v1")).purge("r");
        accepts(story.copy().purged("r", true, false).idle().alive("v1", true));
        rejects(Rule.MODULE_7, story.copy().killed("v1"));
        accepts(story.copy().purged("r", true, false).load("m").softPurge("s").softPurged("s", false));
        rejects(story.copy().purged("r", true, false).load("m").softPurge("s").softPurged("s", true));
    }

    @Test
    void whatCannotActHasNoEffect() {
        Story story = Story.seed().load("m").makeFun("f").spawn("p", "q").pause("p").does(new Stimulus.Suspend("q"));
        accepts(story.copy().does(new Stimulus.Purge("r", "m", "p"), Response.NO_EFFECT).idle());
        accepts(story.copy().does(new Stimulus.Exit("q"), Response.NO_EFFECT).alive("q", true));
        accepts(story.copy().does(new Stimulus.Call("k", "gone", "m"), Response.NO_EFFECT).alive("gone", false));
        accepts(story.copy().does(new Stimulus.Suspend("q"), Response.NO_EFFECT).does(new Stimulus.Unsuspend("q")).call("k", "q")
                .returned("k", "1"));
        accepts(story.copy().does(new Stimulus.Resume("q"), Response.NO_EFFECT).does(new Stimulus.Pause("purger"), Response.NO_EFFECT));
        accepts(story.copy().does(new Stimulus.CallFun("k", "p", "unknown"), Response.NO_EFFECT));
        accepts(story.copy().does(new Stimulus.MakeFun("g", "unknown"), Response.UNDEFINED).alive("purger", true));
        accepts(story.copy().does(new Stimulus.Spawn("p", new Where.Nowhere()), Response.NO_EFFECT));
        accepts(story.copy().does(new Stimulus.Spawn("z", new Where.OnFun("unknown")), Response.NO_EFFECT).alive("z", false));
        rejects(story.copy().does(new Stimulus.Purge("r", "m", "p")));
    }
}
