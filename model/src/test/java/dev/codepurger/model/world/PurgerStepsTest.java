package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.isThere;
import static dev.codepurger.model.world.MadeWorlds.local;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.purger.Phase;
import dev.codepurger.spec.Rule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which answers a check can take next. */
class PurgerStepsTest {
    private static final Settings EFFECTS = SETTINGS.withEffects(true);

    private static World checking(int open, int left, Local x, Local y) {
        return world(draft -> {
            add(draft, "x", x);
            add(draft, "y", y);
            draft.phase = check(open, left);
        });
    }

    private static Local asks(Local local) {
        return asked(local, Local.Ask.ASKED);
    }

    @Test
    @DisplayName("answers of false that end a check are taken together, where nobody sees them one by one")
    void answersThatEndACheck() {
        World world = checking(2, 0, asks(inCurrent()), asks(inCurrent()));
        List<World> steps = PurgerSteps.of(world, SETTINGS);
        assertEquals(1, steps.size());
        assertInstanceOf(Phase.Finish.class, steps.get(0).phase);
        assertEquals(2, PurgerSteps.of(world, EFFECTS).size());
        assertEquals(2, PurgerSteps.of(world, SETTINGS.relaxing(Rule.PURGE_6)).stream()
                .filter(step -> step.phase.equals(check(1, 0))).count());
    }

    @Test
    @DisplayName("where processes are left to be asked one answer of false makes room for another process")
    void anAnswerMakesRoom() {
        List<World> steps = PurgerSteps.of(checking(1, 1, asks(inCurrent()), asked(inOld(), Local.Ask.LISTED)), SETTINGS);
        assertEquals(1, steps.size());
        assertEquals(Local.Ask.NONE, local(steps.get(0), "x").ask());
        assertEquals(1, assertInstanceOf(Phase.Check.class, steps.get(0).phase).unanswered());
    }

    @Test
    @DisplayName("who refers to the old code does not make room with an answer of false")
    void whoRefersDoesNotAnswerFalse() {
        List<World> steps = PurgerSteps.of(checking(1, 1, asks(inOld()), asked(inCurrent(), Local.Ask.LISTED)), SETTINGS);
        assertEquals(1, steps.size());
        assertTrue(assertInstanceOf(Phase.Check.class, steps.get(0).phase).kill().killed());
        assertTrue(isThere(steps.get(0), "x"));
    }

    @Test
    @DisplayName("where an answer is to be shown next, only that of its process is tried")
    void onlyTheAnswerThatIsShown() {
        World world = checking(2, 0, asks(inCurrent()), asks(inCurrent()));
        List<World> steps = PurgerSteps.of(world, EFFECTS, new Effect.Answered("x", false));
        assertEquals(1, steps.size());
        assertEquals(Local.Ask.NONE, local(steps.get(0), "x").ask());
        assertEquals(List.of(), PurgerSteps.of(world, EFFECTS, new Effect.Killed("x")));
    }
}
