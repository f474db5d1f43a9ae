package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.Test;

class SoftRulesTest {

    @Test
    void withoutOldCodeTheAnswerIsTrueAndWaitsForNobody() {
        Story story = Story.seed().load("m").spawn("c", "x").pause("x").softPurge("r");
        accepts(story.copy().softPurged("r", true).idle());
        rejects(Rule.SOFT_1, story.copy().softPurged("r", false));
        rejects(Rule.SOFT_1, story.copy().quiet(QuietKind.BLOCKED));
    }

    @Test
    void whenNobodyRefersToTheOldCodeItIsRemoved() {
        Story story = Story.seed().victims(0).softPurge("r");
        accepts(story.copy().softPurged("r", true).checkOldCode(false).load("m").idle());
        rejects(Rule.SOFT_2, story.copy().softPurged("r", false));
        rejects(Rule.SOFT_2, story.copy().softPurged("r", true).checkOldCode(true));
    }

    @Test
    void whenAProcessRefersToTheOldCodeItStays() {
        Story story = Story.seed().victims(2).softPurge("r");
        accepts(story.copy().softPurged("r", false).checkOldCode(true).idle().alive("v1", true));
        rejects(Rule.SOFT_3, story.copy().softPurged("r", true));
        rejects(Rule.SOFT_3, story.copy().softPurged("r", false).checkOldCode(false));
    }

    @Test
    void nobodyIsKilled() {
        Story story = Story.seed().victims(2).softPurge("r");
        accepts(story.copy().softPurged("r", false).idle());
        rejects(Rule.SOFT_4, story.copy().killed("v2"));
    }

    @Test
    void nobodyIsMonitored() {
        Story story = Story.withEffects().victims(1).softPurge("r").shows(new Effect.Prepared("m", true),
                new Effect.Snapshot(Story.names("purger", "c", "v1")), new Effect.Requested("c"), new Effect.Requested("purger"),
                new Effect.Requested("v1"), new Effect.Answered("c", false), new Effect.Answered("v1", true));
        accepts(story.copy().shows(new Effect.Aborted("m")).softPurged("r", false));
        rejects(Rule.SOFT_4, story.copy().shows(new Effect.Monitored("v1")));
    }

    @Test
    void theFirstTrueAnswerEndsIt() {
        Story story = Story.seed().victims(2).pause("v2").softPurge("r");
        accepts(story.copy().softPurged("r", false).idle().resume("v2").idle());
        rejects(Rule.SOFT_5, story.copy().quiet(QuietKind.BLOCKED));
    }

    @Test
    void afterTheLastOneHasLeftItSucceeds() {
        Story story = Story.seed().victims(1).softPurge("r").softPurged("r", false).does(new Stimulus.Leave("v1")).softPurge("s");
        accepts(story.copy().softPurged("s", true).idle().alive("v1", true));
        rejects(story.copy().softPurged("s", false));
    }
}
