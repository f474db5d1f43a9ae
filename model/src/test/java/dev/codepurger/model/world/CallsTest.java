package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever is about to call, and whoever waits in a call. */
class CallsTest {
    private static final Local CALLING = nowhere().call(new Local.Call("k", null, "f"));
    private static final Local WAITING = nowhere().call(new Local.Call("k", null, "f").block());

    @Test
    @DisplayName("a call is due unless it waits, or its process is stopped or dead")
    void isDue() {
        assertTrue(Calls.isDue(CALLING));
        assertFalse(Calls.isDue(nowhere()));
        assertFalse(Calls.isDue(WAITING));
        assertFalse(Calls.isDue(CALLING.paused(true)));
        assertFalse(Calls.isDue(CALLING.suspended(true)));
        assertFalse(Calls.isDue(nowhere().dead().call(new Local.Call("k", null, "f"))));
        assertTrue(Calls.isDue(CALLING.dying(Local.Reason.KILLED)));
    }

    @Test
    @DisplayName("only who waits for the end of a purge is blocked")
    void isBlocked() {
        assertTrue(Calls.isBlocked(WAITING));
        assertFalse(Calls.isBlocked(CALLING));
        assertFalse(Calls.isBlocked(nowhere()));
        assertFalse(Calls.isBlocked(nowhere().call(new Local.Call("k", null, "f").block().resume())));
    }

    /** What a call of a module without current code can come to. */
    private static List<String> outcomes(Settings settings) {
        World world = world(draft -> {
            draft.module("n", Module.UNKNOWN);
            add(draft, "x", nowhere().call(new Local.Call("k", "n", null)));
        });
        return Calls.steps(world, settings).stream()
                .map(after -> ((Label.Returned) after.pending.get(0).observation()).outcome())
                .toList();
    }

    @Test
    @DisplayName("in the middle of a life nobody knows whether a module was offered to the error handler")
    void loadOnDemand() {
        assertEquals(List.of("undef"), outcomes(SETTINGS));
        assertEquals(List.of("undef", "1"), outcomes(SETTINGS.missing(new Gaps(ImmutableSet.of(), true))));
    }
}
