package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.all;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.local;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.one;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.world.Local.Ask;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests of which it is open who got them. */
class InFlightTest {
    private static final Settings EFFECTS = SETTINGS.withEffects(true);
    private static final Effect A_ASKED = new Effect.Requested("a");
    private static final Effect B_ASKED = new Effect.Requested("b");

    private static int free(World world) {
        return InFlight.free(world.phase, world.groups);
    }

    /** Three listed, of whom as many have been asked as requests are open. */
    private static World listed(int open) {
        return world(draft -> {
            add(draft, "a", asked(inCurrent(), Ask.LISTED));
            add(draft, "b", asked(inCurrent(), Ask.LISTED));
            add(draft, "d", asked(inCurrent(), Ask.LISTED));
            draft.phase = check(open, 3 - open);
        });
    }

    @Test
    @DisplayName("a request is free unless somebody is known to have it, or it is lost")
    void free() {
        assertEquals(2, free(listed(2)));
        assertEquals(0, free(world(draft -> draft.phase = check(2, 0))), "nobody is listed");
        assertEquals(0, free(world(draft -> add(draft, "a", asked(nowhere(), Ask.LISTED)))), "there is no check");
        World placed = world(draft -> {
            add(draft, "a", asked(nowhere(), Ask.TRUE));
            add(draft, "b", asked(nowhere(), Ask.PERHAPS), 4);
            draft.phase = check(3, 2);
        });
        assertEquals(2, free(placed));
        assertEquals(0, free(placed.changed(SETTINGS, draft -> draft.phase = check(3, 4))), "two are lost");
        assertEquals(0, free(world(draft -> {
            add(draft, "a", asked(nowhere(), Ask.ASKED));
            add(draft, "b", asked(nowhere(), Ask.PERHAPS), 4);
            draft.phase = check(1, 1);
        })), "somebody has the only one");
    }

    @Test
    @DisplayName("where everybody has been asked nobody is left to be asked")
    void everybodyHasBeenAsked() {
        World settled = one(world(draft -> {
            add(draft, "a", asked(inOld(), Ask.LISTED));
            add(draft, "b", inOld());
            draft.phase = check(1, 0);
        }), SETTINGS, InFlight::settle);
        assertEquals(Ask.ASKED, local(settled, "a").ask());
        assertEquals(Ask.NONE, local(settled, "b").ask());
    }

    @Test
    @DisplayName("with room whoever does not refer to the old code, and is not paused, may have answered already")
    void perhaps() {
        World open = world(draft -> {
            add(draft, "a", asked(inCurrent(), Ask.LISTED));
            add(draft, "b", asked(inOld(), Ask.LISTED));
            add(draft, "d", asked(inCurrent(), Ask.LISTED).paused(true));
            add(draft, "e", inCurrent());
            add(draft, "g", inCurrent().ask(Ask.LISTED, Window.after(1)));
            draft.phase = check(2, 2);
        });
        World settled = one(open, SETTINGS, InFlight::settle);
        assertEquals(List.of(Ask.PERHAPS, Ask.LISTED, Ask.LISTED, Ask.NONE, Ask.LISTED), List.of(local(settled, "a").ask(),
                local(settled, "b").ask(), local(settled, "d").ask(), local(settled, "e").ask(), local(settled, "g").ask()));
        assertEquals(open, one(open, EFFECTS, InFlight::settle), "with effects it shows");
        World noRoom = world(draft -> {
            add(draft, "a", asked(inCurrent(), Ask.LISTED));
            add(draft, "b", asked(inOld(), Ask.ASKED));
            draft.phase = check(1, 1);
        });
        assertEquals(Ask.LISTED, local(one(noRoom, SETTINGS, InFlight::settle), "a").ask());
    }

    @Test
    @DisplayName("whoever has certainly not been asked answers behind a message that comes now, and whoever may have been asked need not")
    void appended() {
        World full = world(draft -> {
            add(draft, "a", asked(inOld(), Ask.LISTED));
            add(draft, "b", asked(inOld(), Ask.ASKED));
            draft.phase = check(1, 1);
        });
        World later = one(full, SETTINGS, draft -> draft.append(new Message.ExitSignal()));
        assertEquals(Window.after(1), local(later, "a").answer());
        assertEquals(Window.ANY, local(later, "b").answer());
        World room = one(listed(2), SETTINGS, draft -> draft.append(new Message.ExitSignal()));
        assertEquals(Window.ANY, local(room, "a").answer());
    }

    @Test
    @DisplayName("where effects show who was asked, it is open until they do")
    void requestAndShow() {
        World some = one(listed(3), EFFECTS, draft -> InFlight.requestAndShow(draft, 2));
        assertEquals(Ask.LISTED, local(some, "a").ask());
        assertEquals(2, some.effects.get(0).count());
        assertEquals(3, some.effects.get(0).effects().size());
        World everybody = one(listed(3), EFFECTS, draft -> InFlight.requestAndShow(draft, 3));
        assertEquals(Ask.ASKED, local(everybody, "a").ask());
        assertEquals(3, everybody.effects.get(0).count());
    }

    private static boolean requested(World world, Due due) {
        boolean[] possible = {false};
        World after = one(world, EFFECTS, draft -> possible[0] = InFlight.requested(draft, "a", due));
        assertEquals(world.phase instanceof Phase.Check ? Ask.ASKED : Ask.LISTED, local(after, "a").ask());
        return possible[0];
    }

    private static World other(Ask ask) {
        return world(draft -> {
            add(draft, "a", asked(inCurrent(), Ask.LISTED));
            add(draft, "b", asked(inCurrent(), ask));
            draft.phase = check(1, 1);
        });
    }

    @Test
    @DisplayName("one cannot have been asked where as many as were asked have answered")
    void requested() {
        Due either = new Due(ImmutableSet.of(A_ASKED, B_ASKED), 1);
        assertFalse(requested(other(Ask.TRUE), either));
        assertTrue(requested(other(Ask.LISTED), either));
        assertTrue(requested(other(Ask.NONE), either));
        assertTrue(requested(other(Ask.TRUE), new Due(ImmutableSet.of(A_ASKED), 1)), "that was before");
        assertTrue(requested(other(Ask.TRUE), new Due(ImmutableSet.of(A_ASKED, B_ASKED), 2)));
        assertTrue(requested(world(draft -> add(draft, "a", asked(inCurrent(), Ask.LISTED))), either), "the check has ended");
    }

    @Test
    @DisplayName("whoever is shown to have been asked may have answered")
    void requestedAndAnswered() {
        World answered = world(draft -> {
            add(draft, "a", asked(inCurrent(), Ask.TRUE));
            add(draft, "b", asked(inCurrent(), Ask.LISTED));
            draft.phase = check(1, 1);
        });
        boolean[] possible = {false};
        one(answered, EFFECTS, draft -> possible[0] = InFlight.requested(draft, "a", new Due(ImmutableSet.of(A_ASKED, B_ASKED), 1)));
        assertTrue(possible[0]);
    }

    @Test
    @DisplayName("free requests can all be with those who are paused, if these are enough")
    void canBeStuck() {
        assertFalse(InFlight.canBeStuck(listed(1)));
        World onePaused = listed(1).changed(SETTINGS, draft -> pause(draft, "a"));
        assertTrue(InFlight.canBeStuck(onePaused));
        assertFalse(InFlight.canBeStuck(listed(2).changed(SETTINGS, draft -> pause(draft, "a"))));
        assertFalse(InFlight.canBeStuck(world(draft -> {
            add(draft, "a", asked(inCurrent(), Ask.LISTED));
            add(draft, "b", inCurrent().paused(true));
            draft.phase = check(1, 0);
        })), "who is paused was not asked");
        assertFalse(InFlight.canBeStuck(world(draft -> add(draft, "a", nowhere().paused(true)))), "nothing is free");
    }

    private static void pause(Draft draft, String name) {
        for (Group group : List.copyOf(draft.groups)) {
            if (group.pid().name().equals(name)) {
                draft.change(group.pid(), group.local(), group.local().paused(true));
            }
        }
    }

    private static long countAsked(World world) {
        return world.groups.stream().filter(group -> group.local().ask() == Ask.ASKED).mapToInt(Group::count).sum();
    }

    @Test
    @DisplayName("when all is quiet the free requests are with some of those who are paused; any of them")
    void decidesWhoGotThem() {
        World paused = listed(1).changed(SETTINGS, draft -> {
            pause(draft, "a");
            pause(draft, "b");
        });
        List<World> ways = all(paused, SETTINGS, InFlight::decide);
        assertEquals(2, ways.size());
        for (World way : ways) {
            assertEquals(1, countAsked(way));
            assertTrue(way.groups.stream().allMatch(group -> group.count() > 0));
            assertEquals(paused.phase, way.phase);
        }
    }

    @Test
    @DisplayName("when all is quiet and there is room, all who are not paused have answered")
    void decidesWhoHasAnswered() {
        World room = world(draft -> {
            add(draft, "a", asked(inCurrent(), Ask.LISTED).paused(true));
            add(draft, "b", asked(inCurrent(), Ask.PERHAPS), 2);
            draft.phase = check(2, 1);
        });
        World decided = one(room, SETTINGS, InFlight::decide);
        assertEquals(Ask.ASKED, local(decided, "a").ask());
        assertEquals(Ask.NONE, local(decided, "b").ask());
        assertEquals(check(1, 0), decided.phase);
    }

    @Test
    @DisplayName("when all is quiet because the purger is held, anybody may have been asked")
    void decidesForAHeldPurger() {
        List<World> ways = all(listed(1).changed(SETTINGS, draft -> draft.held = true), SETTINGS, InFlight::decide);
        assertEquals(3, ways.size());
        assertTrue(ways.stream().allMatch(way -> countAsked(way) == 1));
    }

    @Test
    @DisplayName("where no request is free nothing is to be decided")
    void nothingIsToBeDecided() {
        World placed = world(draft -> {
            add(draft, "a", asked(inOld(), Ask.ASKED));
            add(draft, "b", asked(inOld(), Ask.LISTED).paused(true));
            add(draft, "d", asked(inCurrent(), Ask.PERHAPS));
            draft.phase = check(1, 2);
        });
        assertEquals(ImmutableList.of(placed), all(placed, SETTINGS, InFlight::decide));
    }
}
