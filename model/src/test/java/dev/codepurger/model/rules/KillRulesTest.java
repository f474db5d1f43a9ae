package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KillRulesTest {

    /** Two slots; all have answered, v1 first, and are paused: the kills of v1 and v2 are outstanding, v4 is the next of those that wait. */
    private static Story twoKilledTwoWaiting() {
        Story story = new Story(Profile.SEED.withKillLimit(2), OracleOptions.DEFAULT).victims(4).pause("v1", "v2", "v3", "v4").purge("r")
                .quiet(QuietKind.BLOCKED).hold();
        for (int i = 1; i <= 4; i++) {
            story.resume("v" + i).quiet(QuietKind.BLOCKED).pause("v" + i);
        }
        return story.release().quiet(QuietKind.BLOCKED);
    }

    private static Story asked() {
        return Story.withEffects().victims(1).purge("r").shows(new Effect.Prepared("m", true),
                new Effect.Snapshot(Story.names("purger", "c", "v1")), new Effect.Requested("v1"), new Effect.Requested("c"),
                new Effect.Requested("purger"), new Effect.Answered("v1", true));
    }

    @Test
    void noMoreKillsAreOutstandingThanTheLimit() {
        Story story = twoKilledTwoWaiting();
        accepts(story.copy().resume("v1").killed("v1"));
        accepts(story.copy().resume("v3").quiet(QuietKind.BLOCKED));
        rejects(Rule.KILL_1, story.copy().resume("v3").killed("v3"));
    }

    @Test
    void aVictimIsMonitoredBeforeItIsKilled() {
        accepts(asked().shows(new Effect.Monitored("v1"), new Effect.KillIssued("v1")));
        rejects(Rule.KILL_2, asked().shows(new Effect.KillIssued("v1")));
    }

    @Test
    void aHardPurgeShowsItsEffectsInOrder() {
        Story story = asked().shows(new Effect.Monitored("v1"), new Effect.KillIssued("v1"), new Effect.Answered("c", false),
                new Effect.Answered("purger", false));
        accepts(story.copy().shows(new Effect.Killed("v1"), new Effect.Completed("m")).killed("v1").purged("r", true, true).idle());
        rejects(Rule.KILL_5, story.copy().shows(new Effect.Completed("m")));
        rejects(story.copy().shows(new Effect.Killed("v1")).shows(new Effect.Aborted("m")));
    }

    @Test
    void theLastThatBeganToWaitIsKilledFirst() {
        Story story = twoKilledTwoWaiting();
        accepts(story.copy().resume("v4", "v2").killed("v2", "v4").quiet(QuietKind.BLOCKED).alive("v4", false));
        rejects(Rule.KILL_3, story.copy().resume("v3", "v2").killed("v2", "v3"));
        rejects(story.copy().resume("v4", "v2").killed("v2").quiet(QuietKind.BLOCKED));
    }

    @Test
    void theFlagTellsOfAKillAndNotOfADeath() {
        Story story = Story.seed().victims(1).purge("r").killed("v1");
        accepts(story.copy().purged("r", true, true));
        rejects(Rule.KILL_4, story.copy().purged("r", true, false));
        Story died = Story.seed().victims(1).does(new Stimulus.Exit("v1")).sees(new Label.Down("v1", "normal")).purge("r");
        accepts(died.copy().purged("r", true, false));
        rejects(Rule.KILL_4, died.copy().purged("r", true, true));
    }

    @Test
    void aKillIsNotADeath() {
        Story story = twoKilledTwoWaiting().resume("v2").killed("v2");
        accepts(story.copy().quiet(QuietKind.BLOCKED));
        rejects(Rule.KILL_5, story.copy().purged("r", true, true));
    }

    @Test
    void everyDownFreesASlot() {
        Story story = twoKilledTwoWaiting().resume("v1", "v2", "v3", "v4").killed("v1", "v2", "v4", "v3");
        accepts(story.copy().purged("r", true, true).idle());
        rejects(Rule.KILL_6, story.copy().quiet(QuietKind.STALLED));
    }

    @Test
    void aVictimThatDiedByItselfWhileItWaitedCountsAsKilled() {
        Story story = twoKilledTwoWaiting().resume("v4").does(new Stimulus.Exit("v4")).sees(new Label.Down("v4", "normal"));
        accepts(story.copy().resume("v1", "v2", "v3").killed("v1", "v2", "v3").purged("r", true, true).idle());
        rejects(story.copy().resume("v1", "v2", "v3").killed("v1", "v2", "v3", "v4"));
    }

    @Test
    void aWaitingVictimIsKilledEvenIfItHasLeft() {
        Story story = twoKilledTwoWaiting().resume("v3").does(new Stimulus.Leave("v3")).resume("v1", "v2", "v4").killed("v1", "v2", "v4");
        accepts(story.copy().killed("v3").purged("r", true, true).idle());
        rejects(Rule.KILL_7, story.copy().purged("r", true, true).idle());
    }

    @Test
    void theKillCannotBeTrapped() {
        Story story = Story.seed().load("m").spawn("c")
                .does(Stimulus.Spawn.with("v", new Where.InModule("m", Residence.BUSY), Set.of(Trait.TRAP_EXIT))).load("m").purge("r");
        accepts(story.copy().killed("v").purged("r", true, true));
        rejects(story.copy().sees(new Label.Down("v", "normal")));
        rejects(Rule.KILL_8, story.copy().quiet(QuietKind.STALLED));
    }

    @Test
    void aVictimIsKilledAtOnceWhileASlotIsFree() {
        Story story = Story.seed().victims(2).spawn("x").pause("x", "v2").purge("r");
        accepts(story.copy().killed("v1").quiet(QuietKind.BLOCKED));
        rejects(Rule.KILL_9, story.copy().quiet(QuietKind.BLOCKED));
    }

    @Test
    void twentyFiveVictimsAreAllKilled() {
        Story story = Story.seed().victims(25).purge("r");
        for (int i = 25; i >= 1; i--) {
            story.killed("v" + i);
        }
        accepts(story.copy().purged("r", true, true).idle());
        rejects(story.copy().idle());
    }
}
