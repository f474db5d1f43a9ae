package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

/** When the tester of a session dies. */
class TesterRulesTest {

    private static Story started(int victims, TestType type) {
        return Story.seed().victims(victims).spawn("t", "d").testPurge("r", type, "t").started("r").quiet(QuietKind.HELD);
    }

    @Test
    void atStartedTheSessionRunsToItsEnd() {
        Story story = started(1, TestType.HARD).kill("t").killed("t");
        accepts(story.copy().killed("v1").idle().checkOldCode(false));
        rejects(Rule.HANDSHAKE_12, story.copy().quiet(QuietKind.HELD));
        rejects(story.copy().idle());
        rejects(story.copy().continued("r"));
    }

    @Test
    void aSoftSessionIsAbortedIfSomebodyLingers() {
        accepts(started(1, TestType.SOFT).kill("t").killed("t").idle().checkOldCode(true));
        accepts(started(0, TestType.SOFT).kill("t").killed("t").idle().checkOldCode(false));
        rejects(started(1, TestType.SOFT).kill("t").killed("t").idle().checkOldCode(false));
    }

    @Test
    void betweenTheHandshakesTheSessionEndsWithItsCheck() {
        Story story = started(1, TestType.HARD).pause("v1").goOn("r", "t").quiet(QuietKind.BLOCKED).does(new Stimulus.Exit("t"))
                .sees(new Label.Down("t", "normal")).quiet(QuietKind.BLOCKED).resume("v1").killed("v1");
        accepts(story.copy().idle().checkOldCode(false));
        rejects(Rule.HANDSHAKE_13, story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void atContinuedTheSessionEnds() {
        Story hard = started(1, TestType.HARD).goOn("r", "t").continued("r").kill("t").killed("t", "v1");
        accepts(hard.copy().idle().checkOldCode(false));
        rejects(Rule.HANDSHAKE_14, hard.copy().quiet(QuietKind.HELD));
        Story soft = started(1, TestType.SOFT).goOn("r", "t").continued("r").kill("t").killed("t");
        accepts(soft.copy().idle().checkOldCode(true));
        rejects(soft.copy().tested("r", false));
    }

    @Test
    void beforeItsRequestIsTakenTheSessionRunsWithoutWaiting() {
        Story story = Story.seed().victims(1).spawn("t").hold().testPurge("r", TestType.HARD, "t").kill("t").killed("t").release();
        accepts(story.copy().killed("v1").idle().checkOldCode(false));
        rejects(Rule.HANDSHAKE_15, story.copy().quiet(QuietKind.HELD));
        rejects(story.copy().started("r"));
    }

    @Test
    void withNothingToPurgeTheSessionEndsByItself() {
        Story story = Story.seed().load("m").spawn("t").testPurge("r", TestType.HARD, "t").started("r").kill("t").killed("t");
        accepts(story.copy().idle());
        rejects(story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void aTesterInTheOldCodeIsKilledByItsOwnSession() {
        Story story = Story.seed().load("m").spawnIn("m", "t").load("m").testPurge("r", TestType.HARD, "t").started("r").goOn("r", "t");
        accepts(story.copy().killed("t").idle().checkOldCode(false));
        rejects(Rule.HANDSHAKE_16, story.copy().continued("r"));
        rejects(story.copy().killed("t").quiet(QuietKind.HELD));
    }

    @Test
    void aSoftSessionSeesItsOwnTester() {
        Story story = Story.seed().load("m").spawnIn("m", "t").load("m").testPurge("r", TestType.SOFT, "t").started("r").goOn("r", "t")
                .continued("r").complete("r", "t");
        accepts(story.copy().tested("r", false).idle());
        rejects(story.copy().tested("r", true));
    }

    @Test
    void aSuspendedTesterCannotAnswerAndKillingItFreesThePurger() {
        Story story = Story.seed().load("m").makeFun("f").spawn("t", "d").load("m").testPurge("r", TestType.HARD, "t").started("r")
                .callFun("k", "t", "f").quiet(QuietKind.HELD, "t");
        accepts(story.copy().does(new Stimulus.Continue("r", "t"), Response.NO_EFFECT)
                .quiet(QuietKind.HELD, "t").kill("t").killed("t").idle());
        accepts(story.copy().goOn("r", "d").quiet(QuietKind.HELD, "t").complete("r", "d").returned("k", "badfun").continued("r")
                .tested("r", true, false));
        rejects(Rule.LAMBDA_10, Story.seed().load("m").makeFun("f").spawn("t").spawnIn("m", "v1").load("m")
                .testPurge("r", TestType.HARD, "t").started("r").callFun("k", "t", "f").killed("v1"));
        rejects(Rule.LIVE_4, story.copy().kill("t").killed("t").quiet(QuietKind.HELD));
    }
}
