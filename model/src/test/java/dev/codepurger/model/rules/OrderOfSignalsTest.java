package dev.codepurger.model.rules;

import static dev.codepurger.model.rules.Judged.accepts;
import static dev.codepurger.model.rules.Judged.rejects;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signals come in any order, but what has come when all is quiet comes before all that is sent later. The seed drops a finish in a check. */
class OrderOfSignalsTest {
    private static final Stimulus FINISH = new Stimulus.FinishAfterOnLoad("f", "l", true, "c");

    /** A hard check of m that x keeps open, and pending code of l. */
    private static Story openCheck(int victims) {
        return Story.seed().does(new Stimulus.BeginOnLoad("l")).victims(victims).spawn("x").pause("x");
    }

    @Test
    void anAnswerThatIsThereComesBeforeWhatIsSentLater() {
        Story story = openCheck(0).purge("r").quiet(QuietKind.BLOCKED).hold().resume("x").quiet(QuietKind.BLOCKED).does(FINISH).release()
                .purged("r", true, false);
        accepts(story.copy().finished("f").idle());
        rejects(story.copy().idle());
    }

    @Test
    void anAnswerComesBehindWhatWasThereWhenItWasPossible() {
        Story story = openCheck(0).purge("r").quiet(QuietKind.BLOCKED).hold().does(FINISH).quiet(QuietKind.BLOCKED).resume("x").release()
                .purged("r", true, false);
        accepts(story.copy().idle());
        rejects(story.copy().finished("f"));
    }

    @Test
    void anAnswerThatIsNotThereYetMayComeBeforeOrAfter() {
        Story story = openCheck(0).purge("r").quiet(QuietKind.BLOCKED).hold().resume("x").does(FINISH).release().purged("r", true, false);
        accepts(story.copy().finished("f").idle());
        accepts(story.copy().idle());
    }

    /** The kill of v1 is outstanding, and nothing else is missing. */
    private static Story outstanding() {
        return openCheck(1).pause("v1").purge("r").quiet(QuietKind.BLOCKED).hold().resume("v1").quiet(QuietKind.BLOCKED).pause("v1")
                .release()
                .quiet(QuietKind.BLOCKED).resume("x").quiet(QuietKind.BLOCKED).hold();
    }

    @Test
    void aDownThatIsThereComesBeforeWhatIsSentLater() {
        Story story = outstanding().resume("v1").killed("v1").quiet(QuietKind.BLOCKED).does(FINISH).release().purged("r", true, true);
        accepts(story.copy().finished("f").idle());
        rejects(story.copy().idle());
    }

    @Test
    void aDownComesBehindWhatWasThereWhenItWasPossible() {
        Story story = outstanding().does(FINISH).quiet(QuietKind.BLOCKED).resume("v1").killed("v1").release().purged("r", true, true);
        accepts(story.copy().idle());
        rejects(story.copy().finished("f"));
    }

    @Test
    void whatIsSeenOfADeadProcessIsNotOwed() {
        Story story = Story.seed().victims(0).purge("r").kill("c").killed("c");
        accepts(story.copy().idle());
        rejects(story.copy().idle().purged("r", true, false));
    }

    @Test
    void answersThatComeFirstAreShownFirst() {
        Story story = Story.withEffects().victims(0).spawn("x").pause("x").purge("r").hold()
                .shows(new Effect.Prepared("m", true), new Effect.Snapshot(Story.names("c", "purger", "x")), new Effect.Requested("c"),
                        new Effect.Requested("purger"), new Effect.Requested("x"))
                .quiet(QuietKind.BLOCKED).purge("r2").release();
        accepts(story.copy().shows(new Effect.Answered("purger", false), new Effect.Answered("c", false), new Effect.Saved("purge")));
        assertEquals(Set.of(new Label.Showed(new Effect.Answered("purger", false)), new Label.Showed(new Effect.Answered("c", false))),
                story.oracle().legalNext());
        rejects(story.copy().shows(new Effect.Saved("purge")));
        rejects(story.copy().shows(new Effect.Answered("c", false), new Effect.Saved("purge")));
    }

    /** What is shown of a prepare is shown before it returns, or after: nobody can tell. */
    @Test
    void aStallKeepsNoPrepareThatHasReturned() {
        Effect.Snapshot without = new Effect.Snapshot(Story.names("c", "purger"));
        Effect.Snapshot with = new Effect.Snapshot(Story.names("c", "late", "purger"));
        Story story = Story.withEffects().victims(0).purge("r").shows(new Effect.Prepared("m", true)).does(new Stimulus.StallPrepare())
                .spawn("late");
        accepts(story.copy().shows(without));
        accepts(story.copy().shows(with));
        Story stalled = story.copy().quiet(QuietKind.BLOCKED);
        accepts(stalled);
        rejects(stalled.copy().shows(with));
        accepts(stalled.copy().does(new Stimulus.Unstall()).shows(with));
        // The next one is kept.
        Story next = story.copy().shows(with, new Effect.Requested("c"), new Effect.Requested("late"), new Effect.Requested("purger"),
                new Effect.Answered("c", false), new Effect.Answered("late", false), new Effect.Answered("purger", false),
                new Effect.Completed("m")).purged("r", true, false).idle().does(new Stimulus.Load("m", false)).purge("r2")
                .shows(new Effect.Prepared("m", true));
        accepts(next.copy().quiet(QuietKind.BLOCKED));
        rejects(next.copy().shows(with));
    }
}
