package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

class LambdaRulesTest {

    private static Story fun() {
        return Story.seed().load("m").makeFun("f").spawn("c", "p", "t");
    }

    /** p is suspended in a fun of old code, whose purge the tester t holds; v1 lingers. */
    private static Story suspended(TestType type) {
        return fun().spawnIn("m", "v1").load("m").testPurge("r", type, "t").started("r").callFun("k", "p", "f").quiet(QuietKind.HELD, "p");
    }

    private static Story continued(Story story) {
        return story.goOn("r", "t").continued("r");
    }

    @Test
    void aCallerIsSuspendedWhileThePurgeIsPending() {
        Story story = fun().load("m").testPurge("r", TestType.HARD, "t").started("r").callFun("k", "p", "f");
        accepts(story.copy().quiet(QuietKind.HELD, "p"));
        rejects(Rule.LAMBDA_1, story.copy().returned("k", "1"));
        rejects(story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void withoutAPurgeTheOldCodeRuns() {
        Story story = fun().load("m").callFun("k", "p", "f");
        accepts(story.copy().returned("k", "1").idle());
        rejects(story.copy().returned("k", "2"));
        rejects(story.copy().quiet(QuietKind.IDLE, "p"));
    }

    @Test
    void afterAnAbortTheCallSucceedsInTheOldCode() {
        Story story = continued(suspended(TestType.SOFT)).complete("r", "t");
        accepts(story.copy().returned("k", "1").tested("r", false).idle());
        rejects(Rule.LAMBDA_2, story.copy().returned("k", "badfun"));
        rejects(story.copy().returned("k", "2"));
    }

    /** Callers are resumed one by one: one may have gone on while another has not heard of it. */
    @Test
    void whoeverIsBeingResumedMayBeFoundStillWaiting() {
        Stimulus.Exit exit = new Stimulus.Exit("p");
        Story story = continued(suspended(TestType.SOFT)).complete("r", "t").tested("r", false);
        accepts(story.copy().does(exit, Response.NO_EFFECT).returned("k", "1").does(exit));
        accepts(story.copy().does(exit));
        rejects(story.copy().returned("k", "1").does(exit, Response.NO_EFFECT));
        // Who was not suspended is through with its call when it is asked for anything else.
        rejects(fun().load("m").callFun("k", "p", "f").does(exit, Response.NO_EFFECT));
    }

    @Test
    void beforeTheAbortItDoesNotReturn() {
        Story story = continued(suspended(TestType.SOFT));
        accepts(story.copy().quiet(QuietKind.HELD, "p"));
        rejects(story.copy().returned("k", "1"));
    }

    @Test
    void afterCompletionWithAnotherVersionItIsABadfun() {
        Story story = continued(suspended(TestType.HARD)).complete("r", "t").killed("v1");
        accepts(story.copy().returned("k", "badfun").tested("r", true, true).idle());
        rejects(Rule.LAMBDA_3, story.copy().returned("k", "undef"));
        rejects(Rule.LAMBDA_3, story.copy().returned("k", "2"));
        accepts(story.copy().returned("k", "badfun").load("m").callFun("k2", "p", "f").returned("k2", "badfun"));
        Story pending = fun().load("m").purge("s").purged("s", true, false).load("m").testPurge("r", TestType.HARD, "t").started("r")
                .callFun("k", "p", "f");
        accepts(pending.copy().returned("k", "badfun").quiet(QuietKind.HELD));
        rejects(Rule.LAMBDA_3, pending.copy().quiet(QuietKind.HELD, "p"));
    }

    private static Story purgedWithoutCurrent(boolean offered) {
        Story story = fun().does(new Stimulus.Delete("m"));
        return (offered ? story.does(new Stimulus.Offer("m")) : story).testPurge("r", TestType.HARD, "t").started("r")
                .callFun("k", "p", "f").quiet(QuietKind.HELD, "p").goOn("r", "t").continued("r").complete("r", "t")
                .tested("r", true, false);
    }

    @Test
    void afterCompletionWithoutAnyCodeItIsUndef() {
        accepts(purgedWithoutCurrent(false).returned("k", "undef").idle().callFun("k2", "p", "f").returned("k2", "undef"));
        rejects(Rule.LAMBDA_4, purgedWithoutCurrent(false).returned("k", "badfun"));
    }

    @Test
    void afterCompletionTheCodeIsLoadedIfItCanBe() {
        Story story = purgedWithoutCurrent(true);
        accepts(story.copy().returned("k", "2").idle().call("k2", "p").returned("k2", "2").callFun("k3", "p", "f").returned("k3", "2"));
        rejects(Rule.LAMBDA_5, story.copy().returned("k", "undef"));
        rejects(story.copy().returned("k", "badfun"));
    }

    @Test
    void aSuspendedCallerCanBeKilled() {
        Story story = suspended(TestType.HARD).kill("p");
        accepts(story.copy().killed("p").quiet(QuietKind.HELD).goOn("r", "t").continued("r").complete("r", "t").killed("v1")
                .tested("r", true, true).idle());
        rejects(Rule.LAMBDA_6, story.copy().quiet(QuietKind.HELD, "p"));
        rejects(story.copy().killed("p").returned("k", "badfun"));
    }

    @Test
    void nobodyIsSuspendedForCodeThatIsCurrent() {
        Story story = fun().does(new Stimulus.Load("m", true)).testPurge("r", TestType.HARD, "t").started("r").callFun("k", "p", "f");
        accepts(story.copy().returned("k", "2").quiet(QuietKind.HELD));
        rejects(Rule.LAMBDA_7, story.copy().quiet(QuietKind.HELD, "p"));
    }

    @Test
    void aCallerThatWasSuspendedBeforeItsCodeWasCurrentAgainRunsTheCurrentCode() {
        Story story = fun().does(new Stimulus.Delete("m")).testPurge("r", TestType.HARD, "t").started("r").callFun("k", "p", "f")
                .quiet(QuietKind.HELD, "p").does(new Stimulus.Load("m", true));
        accepts(story.copy().quiet(QuietKind.HELD, "p").callFun("k2", "c", "f").returned("k2", "2").quiet(QuietKind.HELD, "p"));
        rejects(story.copy().returned("k", "2"));
        Story completed = story.copy().goOn("r", "t").continued("r").complete("r", "t").tested("r", true, false);
        accepts(completed.copy().returned("k", "2").idle());
        rejects(Rule.LAMBDA_7, completed.copy().returned("k", "badfun"));
    }

    @Test
    void aCallerThatWasSuspendedStaysSoWhenTheModuleIsLoaded() {
        Story story = fun().does(new Stimulus.Delete("m")).does(new Stimulus.Offer("m")).testPurge("r", TestType.HARD, "t").started("r")
                .callFun("k", "p", "f").quiet(QuietKind.HELD, "p").call("k2", "c").returned("k2", "2");
        accepts(story.copy().quiet(QuietKind.HELD, "p").goOn("r", "t").continued("r").complete("r", "t").returned("k", "badfun"));
        rejects(story.copy().returned("k", "badfun"));
    }

    @Test
    void aProcessSpawnedOnAnOldFunIsSuspendedToo() {
        Story story = fun().load("m").testPurge("r", TestType.HARD, "t").started("r").does(new Stimulus.Spawn("q", new Where.OnFun("f")));
        accepts(story.copy().quiet(QuietKind.HELD, "q").goOn("r", "t").continued("r").complete("r", "t").tested("r", true, false)
                .sees(new Label.Down("q", "badfun")).idle());
        rejects(Rule.LAMBDA_8, story.copy().quiet(QuietKind.HELD));
        rejects(story.copy().killed("q"));
    }

    @Test
    void aProcessSpawnedOnAFunThatRunsRefersToItsCode() {
        Story story = fun().load("m").does(new Stimulus.Spawn("q", new Where.OnFun("f"))).idle().softPurge("s");
        accepts(story.copy().softPurged("s", false));
        rejects(story.copy().softPurged("s", true));
    }

    @Test
    void aProcessSpawnedOnAFunWithoutCodeExits() {
        Story story = fun().does(new Stimulus.Delete("m")).purge("r").purged("r", true, false)
                .does(new Stimulus.Spawn("q", new Where.OnFun("f")));
        accepts(story.copy().sees(new Label.Down("q", "undef")).idle());
        rejects(story.copy().sees(new Label.Down("q", "badfun")));
        rejects(story.copy().idle());
    }

    @Test
    void everySuspendedCallerIsResumed() {
        Story hard = continued(suspended(TestType.HARD)).complete("r", "t").killed("v1").tested("r", true, true);
        accepts(hard.copy().returned("k", "badfun").idle());
        rejects(Rule.LAMBDA_9, hard.copy().quiet(QuietKind.IDLE, "p"));
        Story soft = continued(suspended(TestType.SOFT)).complete("r", "t").tested("r", false);
        accepts(soft.copy().returned("k", "1").idle());
        rejects(Rule.LAMBDA_9, soft.copy().quiet(QuietKind.IDLE, "p"));
        rejects(Rule.LIVE_2, soft.copy().quiet(QuietKind.IDLE, "p"));
    }

    @Test
    void aSuspendedCallIsNotAReferenceToTheOldCode() {
        Story story = fun().load("m").testPurge("r", TestType.SOFT, "t").started("r").callFun("k", "p", "f").quiet(QuietKind.HELD, "p")
                .goOn("r", "t").continued("r").complete("r", "t");
        accepts(story.copy().tested("r", true).returned("k", "badfun"));
        rejects(story.copy().tested("r", false));
    }
}
