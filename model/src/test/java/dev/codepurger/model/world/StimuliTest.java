package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.CLIENT;
import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Saved;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stalls, and what stimuli have in common. */
class StimuliTest {

    private static List<Stall> stalled(World world) {
        return new PurgeWorld(SETTINGS).respond(world, new Stimulus.StallPrepare()).stream().map(outcome -> outcome.world().stall).toList();
    }

    private static World prepared(boolean old) {
        return world(draft -> draft.phase = new Phase.Prepared(new Message.Purge("m", CLIENT, "r"), old, -1, Saved.NOTHING));
    }

    @Test
    @DisplayName("a stall can come too late only for a prepare that has found old code and is under way")
    void aStallThatComesTooLate() {
        assertEquals(List.of(Stall.STALLED), stalled(world(draft -> {})));
        assertEquals(List.of(Stall.STALLED), stalled(prepared(false)));
        assertEquals(List.of(Stall.STALLED, Stall.LATE), stalled(prepared(true)));
    }

    @Test
    @DisplayName("a second stall changes nothing")
    void aSecondStall() {
        for (Stall before : List.of(Stall.STALLED, Stall.LATE)) {
            assertEquals(List.of(before), stalled(prepared(true).changed(SETTINGS, draft -> draft.stall = before)));
        }
    }

    private static boolean letsGo(Local local, Stimulus stimulus) {
        return Stimuli.letsGo(world(draft -> add(draft, "x", local)), stimulus);
    }

    @Test
    @DisplayName("only what was stopped can be let go")
    void letsGo() {
        assertTrue(letsGo(nowhere().paused(true), new Stimulus.Resume("x")));
        assertFalse(letsGo(nowhere(), new Stimulus.Resume("x")));
        assertFalse(letsGo(nowhere().paused(true), new Stimulus.Resume("nobody")));
        assertFalse(letsGo(nowhere().paused(true), new Stimulus.Unsuspend("x")));
    }
}
