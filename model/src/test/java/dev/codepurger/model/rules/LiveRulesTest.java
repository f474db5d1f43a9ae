package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

class LiveRulesTest {

    @Test
    void everyRequestIsAnswered() {
        Story story = Story.seed().victims(1).purge("r").killed("v1");
        accepts(story.copy().purged("r", true, true).idle());
        rejects(Rule.LIVE_1, story.copy().idle());
    }

    @Test
    void thePurgerReturnsToIdle() {
        Story story = Story.seed().victims(0).purge("r").purged("r", true, false);
        accepts(story.copy().idle().purge("s").purged("s", false, false));
        rejects(Rule.LIVE_3, story.copy().quiet(QuietKind.STALLED));
        rejects(story.copy().quiet(QuietKind.BLOCKED));
        rejects(story.copy().quiet(QuietKind.HELD));
        rejects(story.copy().quiet(QuietKind.DOWN));
    }

    @Test
    void theDeathOfATesterDoesNotStopThePurger() {
        Story story = Story.seed().victims(0).spawn("t").testPurge("r", TestType.SOFT, "t").started("r").kill("t").killed("t");
        accepts(story.copy().idle().purge("s").purged("s", false, false).idle());
        rejects(Rule.LIVE_4, story.copy().quiet(QuietKind.HELD));
    }

    @Test
    void aCheckInWhichNothingIsMissingEnds() {
        Story story = Story.seed().victims(2).purge("r").killed("v1", "v2");
        accepts(story.copy().purged("r", true, true));
        rejects(Rule.LIVE_5, story.copy().quiet(QuietKind.STALLED));
        rejects(Story.seed().victims(2).softPurge("r").quiet(QuietKind.STALLED));
    }

    @Test
    void whileNobodyIsPausedACheckIsNeverAtRest() {
        Story story = Story.seed().victims(2).purge("r");
        rejects(story.copy().quiet(QuietKind.STALLED));
        rejects(story.copy().quiet(QuietKind.BLOCKED));
    }
}
