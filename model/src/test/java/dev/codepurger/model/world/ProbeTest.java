package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What others may ask of a world. */
class ProbeTest {
    private static final Probe PROBE = Probe.of(MadeWorlds.world(draft -> {
        draft.funs = ImmutableMap.of("f", new Fun("m", 1));
        add(draft, "old", inOld());
        add(draft, "current", inCurrent().paused(true));
        add(draft, "asked", asked(nowhere(), Local.Ask.ASKED));
        add(draft, "dying", nowhere().dying(Local.Reason.KILLED));
        add(draft, "calls", nowhere().call(new Local.Call("k", null, "f")));
        add(draft, "waits", nowhere().call(new Local.Call(null, null, "f").block()));
        add(draft, "calls m", nowhere().call(new Local.Call("k2", "m", null)));
        draft.mailbox = ImmutableList.of(World.MARK, new Message.ExitSignal());
    }));

    @Test
    @DisplayName("where a process is, and how")
    void processes() {
        assertTrue(PROBE.isInCode("old"));
        assertFalse(PROBE.isInCode("asked"));
        assertFalse(PROBE.isInCode("nobody"));
        assertTrue(PROBE.isPaused("current"));
        assertFalse(PROBE.isPaused("old"));
        assertTrue(PROBE.isAlive("old"));
        assertFalse(PROBE.isAlive("dying"));
        assertFalse(PROBE.isAlive("nobody"));
        assertTrue(PROBE.lingers("old", "m"));
        assertFalse(PROBE.lingers("current", "m"));
        assertEquals(ImmutableSet.of(new Pid(6, "asked")), PROBE.asked());
    }

    @Test
    @DisplayName("who calls a fun, and who waits")
    void calls() {
        Probe.Calling waits = new Probe.Calling("waits", Optional.empty(), "f", true);
        assertEquals(ImmutableList.of(new Probe.Calling("calls", Optional.of("k"), "f", false), waits), PROBE.calling());
        assertEquals(ImmutableList.of(waits), PROBE.suspended());
    }

    @Test
    @DisplayName("modules, funs, messages and the purger")
    void theRest() {
        assertTrue(PROBE.hasCurrent("m") && PROBE.hasOld("m"));
        assertFalse(PROBE.hasCurrent("n") || PROBE.hasOld("n") || PROBE.hasAside("m"));
        assertEquals(Optional.of("m"), PROBE.moduleOf("f"));
        assertEquals(Optional.empty(), PROBE.moduleOf("g"));
        assertEquals(ImmutableList.of(new Message.ExitSignal()), PROBE.mailbox());
        assertEquals(new Phase.WaitForRequest(), PROBE.phase());
    }
}
