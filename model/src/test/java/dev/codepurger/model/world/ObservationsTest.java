package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Pid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be seen of a world, and what it is then. */
class ObservationsTest {
    private static final Settings EFFECTS = SETTINGS.withEffects(true);
    private static final Settings MIDDLE = SETTINGS.missing(new Gaps(ImmutableSet.of(), true));
    private static final Effect A_ASKED = new Effect.Requested("a");
    private static final Effect B_ASKED = new Effect.Requested("b");
    private static final Effect STALE = new Effect.Dropped("DOWN");

    private static boolean canReturn(Settings settings, String ran, String call, String told) {
        World world = world(draft -> {
            Pid pid = add(draft, "x", nowhere());
            draft.pending = ImmutableList.of(new Pending(pid, false, new Label.Returned("k", ran)));
        });
        return !Observations.after(world, settings, new Label.Returned(call, told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, k, 17, true", "2, k, 2, true", "-1, k, undef, false", "undef, k, 17, false", "undef, k, undef, true",
            "-1, other, 17, false"})
    @DisplayName("in the middle of a life any version may be told for another, but no version for a failure")
    void versionsInTheMiddle(String ran, String call, String told, boolean possible) {
        assertEquals(possible, canReturn(MIDDLE, ran, call, told));
    }

    @Test
    @DisplayName("from the beginning on a version is what it is")
    void versionsFromTheBeginning() {
        assertTrue(canReturn(SETTINGS, "2", "k", "2"));
        assertFalse(canReturn(SETTINGS, "2", "k", "3"));
    }

    private static boolean byPurger(Local local, String process) {
        return Observations.isDeathByPurger(world(draft -> add(draft, "x", local)), process);
    }

    @Test
    @DisplayName("whoever is dying and not watched by the purger dies of something else")
    void isDeathByPurger() {
        Local dying = nowhere().dying(Local.Reason.KILLED);
        assertFalse(byPurger(dying, "x"));
        assertTrue(byPurger(dying, "other"));
        assertTrue(byPurger(dying.watch(Local.Watch.KILL, Window.ANY), "x"));
        assertFalse(byPurger(dying.watch(Local.Watch.TESTER, Window.ANY), "x"));
        assertTrue(byPurger(nowhere(), "x"), "nobody is dying");
        assertTrue(byPurger(dying.dead(), "x"), "dead already");
        assertTrue(byPurger(dying.paused(true), "x"), "cannot die yet");
    }

    private static World due(Due due, Local.Ask other) {
        return world(draft -> {
            add(draft, "a", asked(inCurrent(), Local.Ask.LISTED));
            add(draft, "b", asked(inCurrent(), other));
            draft.phase = check(1, 1);
            draft.due(due);
        });
    }

    private static int shown(World world, Effect effect) {
        return Observations.after(world, EFFECTS, new Label.Showed(effect)).size();
    }

    @Test
    @DisplayName("where it is open who was asked, nobody can be shown who cannot have been asked")
    void whoWasAsked() {
        Due either = new Due(ImmutableSet.of(A_ASKED, B_ASKED), 1);
        assertEquals(1, shown(due(either, Local.Ask.LISTED), A_ASKED));
        assertEquals(0, shown(due(either, Local.Ask.TRUE), A_ASKED), "it was b");
        assertEquals(1, shown(due(Due.all(ImmutableSet.of(A_ASKED)), Local.Ask.TRUE), A_ASKED), "it is not open");
        assertFalse(Observations.possible(due(either, Local.Ask.TRUE), EFFECTS).contains(new Label.Showed(A_ASKED)));
        assertTrue(Observations.possible(due(either, Local.Ask.LISTED), EFFECTS).contains(new Label.Showed(A_ASKED)));
        assertTrue(Observations.possible(due(Due.all(ImmutableSet.of(A_ASKED)), Local.Ask.TRUE), EFFECTS)
                .contains(new Label.Showed(A_ASKED)));
    }

    @Test
    @DisplayName("signals of sessions that have ended may be dropped at any time; all else is shown when it is due")
    void whatIsDropped() {
        Due asked = Due.all(ImmutableSet.of(A_ASKED));
        assertEquals(1, shown(due(asked, Local.Ask.LISTED), STALE));
        assertEquals(2, shown(due(Due.all(ImmutableSet.of(STALE)), Local.Ask.LISTED), STALE), "this one, or another");
        assertEquals(0, shown(due(asked, Local.Ask.LISTED), B_ASKED));
        assertEquals(0, shown(due(asked, Local.Ask.LISTED), new Effect.Dropped("purge")));
        World shown = Observations.after(due(asked, Local.Ask.LISTED), EFFECTS, new Label.Showed(A_ASKED)).get(0);
        assertEquals(ImmutableList.of(), shown.effects);
    }
}
