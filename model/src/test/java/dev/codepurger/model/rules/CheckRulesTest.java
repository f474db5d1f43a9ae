package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;

import dev.codepurger.model.oracle.Story;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckRulesTest {

    private static Story resident(Residence residence) {
        return Story.seed().load("m").spawn("c").does(new Stimulus.Spawn("v", new Where.InModule("m", residence))).load("m");
    }

    @Test
    void whoeverIsBornBeforePrepareReturnsIsAsked() {
        Story story = Story.seed().victims(0).does(new Stimulus.StallPrepare()).purge("r").quiet(QuietKind.BLOCKED).spawn("x").pause("x")
                .does(new Stimulus.Unstall());
        accepts(story.copy().quiet(QuietKind.BLOCKED).resume("x").purged("r", true, false));
        rejects(Rule.CHECK_1, story.copy().purged("r", true, false));
    }

    @Test
    void theSnapshotHoldsWhoeverIsAlive() {
        Story story = Story.withEffects().victims(1).purge("r").shows(new Effect.Prepared("m", true));
        accepts(story.copy().shows(new Effect.Snapshot(Story.names("c", "purger", "v1"))));
        rejects(story.copy().shows(new Effect.Snapshot(Story.names("c", "v1"))));
        rejects(story.copy().shows(new Effect.Requested("c")));
    }

    @Test
    void aCheckWaitsForEveryAnswer() {
        Story story = Story.seed().victims(1).spawn("x").pause("x").purge("r").killed("v1");
        accepts(story.copy().quiet(QuietKind.BLOCKED).resume("x").purged("r", true, true).idle());
        rejects(Rule.CHECK_2, story.copy().purged("r", true, true));
    }

    @Test
    void aForgedAnswerDoesNotCount() {
        Story story = Story.seed().victims(0).spawn("x").pause("x").purge("r").quiet(QuietKind.BLOCKED)
                .does(new Stimulus.ForgeCheckReply("x", false));
        accepts(story.copy().quiet(QuietKind.BLOCKED));
        rejects(Rule.CHECK_3, story.copy().purged("r", true, false));
    }

    @Test
    void aStaleAnswerDoesNotCount() {
        Story story = Story.seed().victims(2).softPurge("s").softPurged("s", false).does(new Stimulus.Leave("v2"))
                .does(new Stimulus.Exit("v1")).sees(new Label.Down("v1", "normal")).purge("r");
        accepts(story.copy().purged("r", true, false).idle().alive("v2", true));
        rejects(Rule.CHECK_3, story.copy().killed("v2"));
        rejects(Rule.CHECK_3, story.copy().purged("r", true, true));
    }

    @Test
    void aForgedDownDoesNotCount() {
        Story story = Story.seed().victims(1).spawn("x").pause("x", "v1").purge("r").quiet(QuietKind.BLOCKED).hold().resume("v1")
                .quiet(QuietKind.BLOCKED).pause("v1").release().quiet(QuietKind.BLOCKED).resume("x").quiet(QuietKind.BLOCKED)
                .does(new Stimulus.ForgeDown("v1"));
        accepts(story.copy().quiet(QuietKind.BLOCKED).resume("v1").killed("v1").purged("r", true, true));
        rejects(Rule.CHECK_4, story.copy().purged("r", true, true));
    }

    @ParameterizedTest
    @EnumSource(names = "FUN_ONLY", mode = EnumSource.Mode.EXCLUDE)
    void whoeverIsInTheCodeRefersToIt(Residence residence) {
        Story soft = resident(residence).softPurge("r");
        accepts(soft.copy().softPurged("r", false));
        rejects(soft.copy().softPurged("r", true));
        Story hard = resident(residence).purge("r");
        accepts(hard.copy().killed("v").purged("r", true, true));
        rejects(hard.copy().idle());
    }

    @Test
    void aReturnAddressIsAReferenceAndAFunIsNot() {
        rejects(Rule.CHECK_5, resident(Residence.ON_STACK).softPurge("r").softPurged("r", true));
        accepts(resident(Residence.FUN_ONLY).softPurge("r").softPurged("r", true));
        rejects(Rule.CHECK_5, resident(Residence.FUN_ONLY).purge("r").killed("v"));
    }

    @Test
    void whoeverDiesBeforeItAnswersIsNotWaitedFor() {
        Story story = Story.seed().victims(0).spawn("x").pause("x").purge("r").quiet(QuietKind.BLOCKED).kill("x").resume("x").killed("x");
        accepts(story.copy().purged("r", true, false).idle());
        rejects(Rule.CHECK_6, story.copy().quiet(QuietKind.STALLED));
        rejects(story.copy().purged("r", true, true));
    }

    @Test
    void aSoleVictimThatExitsByItselfMayHaveBeenKilledOrNot() {
        Story story = Story.seed().victims(1).purge("r").does(new Stimulus.Exit("v1"));
        accepts(story.copy().sees(new Label.Down("v1", "normal")).purged("r", true, false));
        accepts(story.copy().sees(new Label.Down("v1", "normal")).purged("r", true, true));
        accepts(story.copy().killed("v1").purged("r", true, true));
        rejects(story.copy().killed("v1").purged("r", true, false));
    }

    @Test
    void aSuspendedProcessAnswersAndDiesAsOthersDo() {
        Story story = Story.seed().victims(1).spawn("x").does(new Stimulus.Suspend("v1")).does(new Stimulus.Suspend("x"));
        accepts(story.copy().softPurge("r").softPurged("r", false));
        accepts(story.copy().purge("r").killed("v1").purged("r", true, true).idle());
        rejects(story.copy().purge("r").killed("v1").quiet(QuietKind.BLOCKED));
        rejects(Rule.CHECK_7, story.copy().purge("r").killed("v1").quiet(QuietKind.STALLED));
        rejects(Rule.CHECK_7, story.copy().softPurge("r").softPurged("r", true));
        rejects(Rule.CHECK_7, story.copy().purge("r").killed("x"));
    }

    @ParameterizedTest
    @EnumSource
    void traitsChangeNothing(Trait trait) {
        Story story = Story.seed().load("m").spawn("c")
                .does(Stimulus.Spawn.with("v", new Where.InModule("m", Residence.WAITING), Set.of(trait))).load("m").purge("r");
        accepts(story.copy().killed("v").purged("r", true, true).idle());
        rejects(story.copy().purged("r", true, false));
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRTY", "LOW_PRIORITY"})
    void whatAProcessWaitsForIsNoReasonToWaitForIt(Trait trait) {
        Story story = Story.seed().load("m").spawn("c")
                .does(Stimulus.Spawn.with("v", new Where.InModule("m", Residence.WAITING), Set.of(trait))).load("m").purge("r");
        rejects(Rule.CHECK_7, story.copy().quiet(QuietKind.STALLED));
        rejects(Rule.CHECK_7, story.copy().purged("r", true, false));
    }

    @Test
    void whoeverIsBornAfterTheSnapshotIsNotAsked() {
        Story story = Story.seed().victims(0).spawn("x").pause("x").purge("r").quiet(QuietKind.BLOCKED).spawn("y").pause("y").resume("x");
        accepts(story.copy().purged("r", true, false).idle());
        rejects(Rule.CHECK_8, story.copy().quiet(QuietKind.BLOCKED));
    }
}
