package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

/** The two waits of a session; what the death of the tester does is in {@link TesterRulesTest}. */
class HandshakeRulesTest {

    private static Story requested(Story story, int victims, TestType type) {
        return story.victims(victims).spawn("t", "d").testPurge("r", type, "t");
    }

    private static Story started(int victims, TestType type) {
        return requested(Story.seed(), victims, type).started("r").quiet(QuietKind.HELD);
    }

    /** A session for a module without old code. */
    private static Story startedForNothing(TestType type) {
        return Story.seed().load("m").spawn("t", "d").testPurge("r", type, "t").started("r").quiet(QuietKind.HELD);
    }

    private static Story continued(int victims, TestType type) {
        return started(victims, type).goOn("r", "t").continued("r");
    }

    @Test
    void nobodyIsAskedBeforeContinue() {
        Story story = requested(Story.seed(), 1, TestType.HARD);
        accepts(story.copy().started("r").quiet(QuietKind.HELD).alive("v1", true).checkOldCode(true));
        rejects(Rule.HANDSHAKE_1, story.copy().killed("v1"));
        rejects(story.copy().quiet(QuietKind.HELD));
        rejects(Rule.HANDSHAKE_1, story.copy().started("r").killed("v1"));
    }

    @Test
    void theOldCodeIsThereUntilComplete() {
        Story story = continued(1, TestType.HARD);
        rejects(Rule.HANDSHAKE_2, story.copy().alive("v1", true));
        accepts(story.copy().checkOldCode(true).complete("r", "t").tested("r", true, true).checkOldCode(false).killed("v1").idle());
        rejects(Rule.HANDSHAKE_2, story.copy().checkOldCode(false));
        rejects(Rule.HANDSHAKE_2, started(0, TestType.HARD).goOn("r", "t").tested("r", true, false));
    }

    @Test
    void theResultComesOnceAndAfterComplete() {
        Story story = continued(1, TestType.HARD).killed("v1").complete("r", "t");
        accepts(story.copy().tested("r", true, true).idle());
        rejects(Rule.HANDSHAKE_3, story.copy().tested("r", true, true).tested("r", true, true));
        rejects(Rule.HANDSHAKE_3, story.copy().idle());
        rejects(Rule.HANDSHAKE_3, story.copy().tested("r", true, true).checkOldCode(true));
        rejects(story.copy().tested("r", true));
    }

    @Test
    void aSoftSessionAnswersAsASoftPurge() {
        accepts(continued(1, TestType.SOFT).complete("r", "t").tested("r", false).idle().checkOldCode(true));
        accepts(continued(0, TestType.SOFT).complete("r", "t").tested("r", true).idle().checkOldCode(false));
        rejects(continued(1, TestType.SOFT).complete("r", "t").tested("r", true));
        rejects(continued(0, TestType.SOFT).complete("r", "t").tested("r", false));
    }

    @Test
    void withoutOldCodeBothHandshakesHappen() {
        Story story = startedForNothing(TestType.HARD).goOn("r", "t");
        accepts(story.copy().continued("r").complete("r", "t").tested("r", false, false).idle());
        rejects(Rule.HANDSHAKE_4, story.copy().tested("r", false, false));
        accepts(startedForNothing(TestType.SOFT).goOn("r", "t").continued("r").complete("r", "t").tested("r", true).idle());
    }

    @Test
    void codeThatBecomesOldWhileNothingIsPurgedStays() {
        Story story = startedForNothing(TestType.HARD).makeFun("f").load("m").callFun("k", "d", "f");
        accepts(story.copy().returned("k", "1").goOn("r", "t").continued("r").complete("r", "t").tested("r", false, false)
                .checkOldCode(true));
        rejects(story.copy().quiet(QuietKind.HELD, "d"));
        rejects(story.copy().returned("k", "1").goOn("r", "t").continued("r").complete("r", "t").tested("r", false, false)
                .checkOldCode(false));
    }

    @Test
    void anybodyMaySendTheTwoWords() {
        Story story = started(0, TestType.HARD).goOn("r", "d");
        accepts(story.copy().continued("r").complete("r", "d").tested("r", true, false).idle());
        rejects(Rule.HANDSHAKE_5, story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void onlyTheRightWordEndsAWait() {
        Story wrongRef = started(1, TestType.HARD).goOn("other", "t");
        accepts(wrongRef.copy().quiet(QuietKind.HELD));
        rejects(Rule.HANDSHAKE_6, wrongRef.copy().killed("v1"));
        Story wrongWord = started(1, TestType.HARD).complete("r", "t");
        accepts(wrongWord.copy().quiet(QuietKind.HELD));
        rejects(wrongWord.copy().continued("r"));
        Story second = continued(1, TestType.HARD).killed("v1").quiet(QuietKind.HELD).goOn("r", "t");
        accepts(second.copy().quiet(QuietKind.HELD));
        rejects(second.copy().tested("r", true, true));
        Story forged = started(1, TestType.HARD).does(new Stimulus.ForgeDown("t"));
        accepts(forged.copy().quiet(QuietKind.HELD));
        rejects(forged.copy().killed("v1"));
    }

    @Test
    void requestsStayInTheMailboxWhileItWaits() {
        Story story = continued(0, TestType.HARD).does(new Stimulus.Purge("a", "m", "c")).does(new Stimulus.SoftPurge("b", "m", "c"));
        accepts(story.copy().quiet(QuietKind.HELD).complete("r", "t").tested("r", true, false).purged("a", false, false)
                .softPurged("b", true).idle());
        rejects(story.copy().purged("a", true, false));
        rejects(Rule.HANDSHAKE_7, story.copy().complete("r", "t").tested("r", true, false).softPurged("b", true));
    }

    @Test
    void theSeedLosesAnEarlyComplete() {
        Story story = requested(Story.seed(), 0, TestType.HARD).started("r").complete("r", "t").pause("c").goOn("r", "t")
                .quiet(QuietKind.BLOCKED).resume("c").continued("r");
        accepts(story.copy().quiet(QuietKind.HELD).complete("r", "t").tested("r", true, false).idle());
        rejects(Rule.HANDSHAKE_8, story.copy().tested("r", true, false));
    }

    @Test
    void withoutOldCodeAnEarlyCompleteIsAccepted() {
        Story story = startedForNothing(TestType.HARD).complete("r", "t").goOn("r", "t").continued("r");
        accepts(story.copy().tested("r", false, false).idle());
        rejects(Rule.HANDSHAKE_9, story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void aContinueBeforeItsRequestIsLost() {
        Story story = Story.seed().victims(0).spawn("t").goOn("r", "t").idle().testPurge("r", TestType.HARD, "t").started("r");
        accepts(story.copy().quiet(QuietKind.HELD));
        rejects(Rule.HANDSHAKE_10, story.copy().continued("r"));
        Story inCheck = Story.hardened().victims(0).spawn("t").pause("t").purge("p").quiet(QuietKind.BLOCKED).goOn("r", "c")
                .quiet(QuietKind.BLOCKED).does(new Stimulus.TestPurge("r", "n", TestType.HARD, "c")).quiet(QuietKind.BLOCKED).resume("t")
                .purged("p", true, false).started("r");
        accepts(inCheck.copy().quiet(QuietKind.HELD));
        rejects(Rule.HANDSHAKE_10, inCheck.copy().continued("r"));
    }

    @Test
    void aHardenedPurgerKeepsAnEarlyComplete() {
        Story story = requested(Story.hardened(), 0, TestType.HARD).started("r").complete("r", "t").pause("c").goOn("r", "t")
                .quiet(QuietKind.BLOCKED).resume("c").continued("r");
        accepts(story.copy().tested("r", true, false).idle());
        rejects(Rule.HANDSHAKE_11, story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void aHardenedPurgerKeepsTheWordsOfASavedSession() {
        Story story = Story.hardened().victims(0).spawn("t", "x").pause("x").purge("p").quiet(QuietKind.BLOCKED)
                .does(new Stimulus.TestPurge("r", "n", TestType.SOFT, "t")).goOn("r", "t").complete("r", "t").quiet(QuietKind.BLOCKED)
                .resume("x").purged("p", true, false).started("r");
        accepts(story.copy().continued("r").tested("r", true).idle());
        rejects(Rule.HANDSHAKE_11, story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void aHardenedPurgerForgetsTheWordsOfASessionThatHasEnded() {
        Story story = requested(Story.hardened(), 0, TestType.HARD).started("r").complete("r", "t").complete("r", "t").pause("c")
                .goOn("r", "t").quiet(QuietKind.BLOCKED).resume("c").continued("r").tested("r", true, false)
                .testPurge("r", TestType.HARD, "t").started("r").goOn("r", "t").continued("r");
        accepts(story.copy().quiet(QuietKind.HELD));
        rejects(story.copy().tested("r", false, false));
    }

    @Test
    void aSecondSessionStartsAfterTheFirst() {
        Story story = started(0, TestType.HARD).testPurge("s", TestType.HARD, "d");
        accepts(story.copy().quiet(QuietKind.HELD).goOn("r", "t").continued("r").complete("r", "t").tested("r", true, false).started("s"));
        rejects(Rule.HANDSHAKE_17, story.copy().started("s"));
    }

    @Test
    void theSeedLosesTheContinueOfASecondSession() {
        Story story = started(0, TestType.HARD).testPurge("s", TestType.HARD, "d").goOn("s", "d").pause("c").goOn("r", "t")
                .quiet(QuietKind.BLOCKED).resume("c").continued("r").complete("r", "t").tested("r", true, false).started("s");
        accepts(story.copy().quiet(QuietKind.HELD).goOn("s", "d").continued("s").complete("s", "d").tested("s", false, false).idle());
        rejects(Rule.QUEUE_8, story.copy().continued("s"));
    }

    @Test
    void thePurgerAsTesterWaitsForTheWordsOfOthers() {
        Story story = Story.seed().victims(1).testPurge("r", TestType.HARD, "purger");
        accepts(story.copy().quiet(QuietKind.HELD).goOn("r", "c").killed("v1").quiet(QuietKind.HELD).complete("r", "c").idle()
                .checkOldCode(false));
        rejects(Rule.HANDSHAKE_18, story.copy().killed("v1"));
        rejects(story.copy().idle());
    }

    @Test
    void theVerdictOfASoftSessionIsFixedAtContinued() {
        Story story = continued(1, TestType.SOFT).does(new Stimulus.Leave("v1")).complete("r", "t");
        accepts(story.copy().tested("r", false).checkOldCode(true).idle());
        rejects(story.copy().tested("r", true));
        rejects(Rule.HANDSHAKE_19, story.copy().tested("r", false).checkOldCode(false));
    }
}
