package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.all;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.isThere;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.one;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.world.Local.Ask;
import dev.codepurger.model.world.Local.Watch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How those who are dying come to be dead, and what is known of the dead. */
class DeathsTest {
    private static final Pid X = new Pid(2, "x");
    private static final ImmutableList<Pid> NOBODY = ImmutableList.of();
    private static final Local SEEN = nowhere().dead(Local.Reason.KILLED);

    private static World with(Local local, KillState kill) {
        return world(draft -> {
            add(draft, "x", local);
            draft.phase = check(1, 0, kill);
        });
    }

    private static World buried(Local dead, KillState kill, Settings settings) {
        return one(with(dead, kill), settings, draft -> Deaths.bury(draft, X, dead));
    }

    @Test
    @DisplayName("whoever has been seen dead, and is still to be heard of, has no name any more")
    void bury() {
        Local watched = SEEN.watch(Watch.KILL, Window.ANY);
        KillState kill = new KillState(ImmutableList.of(X), NOBODY, true);
        World buried = buried(watched, kill, SETTINGS);
        assertFalse(isThere(buried, "x"));
        assertEquals(List.of(watched), buried.locals(Deaths.PID));
        assertEquals(check(1, 0, new KillState(ImmutableList.of(Deaths.PID), NOBODY, true)), buried.phase);
        assertEquals(with(watched, kill), buried(watched, kill, SETTINGS.namingEverybody()), "unless everybody keeps his name");
    }

    @ParameterizedTest
    @EnumSource(names = {"TESTER", "TESTER_LATE"})
    @DisplayName("a tester keeps its name")
    void aTesterKeepsItsName(Watch watch) {
        Local watched = SEEN.watch(watch, Window.ANY);
        assertEquals(with(watched, KillState.NONE), buried(watched, KillState.NONE, SETTINGS));
    }

    @Test
    @DisplayName("a victim that waits loses its name where it waits")
    void aVictimThatWaits() {
        KillState kill = new KillState(NOBODY, ImmutableList.of(X), true);
        World world = world(draft -> draft.phase = check(1, 0, kill));
        World buried = one(world, SETTINGS, draft -> Deaths.bury(draft, X, SEEN));
        assertEquals(check(1, 0, new KillState(NOBODY, ImmutableList.of(Deaths.PID), true)), buried.phase);
    }

    private static List<Ask> answers(World world) {
        return all(world, SETTINGS, draft -> Deaths.die(draft, X, world.locals(X).get(0))).stream()
                .map(after -> after.locals(X).get(0).ask())
                .toList();
    }

    @Test
    @DisplayName("who refers to the old code may have said so before it died, if it was asked")
    void answersOfTheDead() {
        assertEquals(List.of(Ask.FALSE, Ask.TRUE), answers(with(asked(inOld(), Ask.ASKED), KillState.NONE)));
        assertEquals(List.of(Ask.FALSE), answers(with(asked(inCurrent(), Ask.ASKED), KillState.NONE)));
        assertEquals(List.of(Ask.NONE), answers(with(inOld(), KillState.NONE)));
        assertEquals(List.of(Ask.TRUE), answers(with(asked(inOld(), Ask.TRUE), KillState.NONE)));
    }

    @Test
    @DisplayName("who is listed may have said so if there is a request that it can have got")
    void answersOfTheListed() {
        assertEquals(List.of(Ask.LISTED, Ask.TRUE), answers(with(asked(inOld(), Ask.LISTED), KillState.NONE)));
        World placed = world(draft -> {
            add(draft, "x", asked(inOld(), Ask.LISTED));
            add(draft, "y", asked(inOld(), Ask.ASKED));
            draft.phase = check(1, 1);
        });
        assertEquals(List.of(Ask.LISTED), answers(placed));
    }

    private static World forgotten(World world) {
        return one(world, SETTINGS, Deaths::forget);
    }

    @Test
    @DisplayName("where deaths are not seen nobody has a use for the dead whom the purger does not know")
    void forget() {
        World world = world(draft -> {
            add(draft, "dead", nowhere().dead());
            add(draft, "alive", nowhere());
            add(draft, "watched", nowhere().dead().watch(Watch.TESTER, Window.ANY));
            add(draft, "seen", SEEN.watch(Watch.KILL, Window.ANY));
        });
        World left = forgotten(world);
        assertFalse(isThere(left, "dead"));
        assertTrue(isThere(left, "alive"));
        assertTrue(isThere(left, "watched"));
        assertTrue(isThere(left, "seen"), "what has been seen is not looked at again");
    }

    private static World crowd(Local one, Local other) {
        return world(draft -> {
            Pid crowd = new Pid(3, "crowd");
            draft.crowds = ImmutableMap.of(crowd, Crowd.of(Map.of("a", 2, "b", 4)));
            draft.groups.add(new Group(crowd, one, 1));
            draft.groups.add(new Group(crowd, other, 1));
        });
    }

    @Test
    @DisplayName("a crowd is forgotten when all of it are dead and nobody refers to it")
    void forgetACrowd() {
        World dead = crowd(nowhere().dead(), nowhere().dying(Local.Reason.KILLED).dead());
        assertTrue(forgotten(dead).crowds.isEmpty());
        assertFalse(isThere(forgotten(dead), "crowd"));
        World oneAlive = crowd(nowhere().dead(), nowhere());
        assertEquals(oneAlive, forgotten(oneAlive));
        World oneWatched = crowd(nowhere().dead(), nowhere().dead().watch(Watch.KILL, Window.ANY));
        assertEquals(oneWatched, forgotten(oneWatched));
        World known = dead.changed(SETTINGS,
                draft -> draft.mailbox = ImmutableList.of(new Message.Down(new Pid(3, "crowd"), false, false)));
        assertEquals(known, forgotten(known));
    }
}
