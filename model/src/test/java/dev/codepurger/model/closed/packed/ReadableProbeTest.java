package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configurations;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadableProbeTest {

    private static final PackedWorld WORLD = new PackedWorld(
            new ClosedWorld(Configurations.find("kill-limit").orElseThrow(), Profile.HARDENED));

    private static long decides(List<Property<ClosedState, Move>> properties, boolean rests, long open) {
        long[] words = new long[WORLD.words()];
        WORLD.initial(words);
        return new ReadableProbe(WORLD, properties).decides(words, rests, open);
    }

    private static boolean decides(Property<ClosedState, Move> property, boolean rests) {
        return decides(List.of(property), rests, 1) != 0;
    }

    private static boolean isIdle(ClosedState state) {
        return state.phase() instanceof Phase.WaitForRequest;
    }

    @Test
    @DisplayName("a claim of states is decided by one that breaks it, a goal by one that meets it")
    void states() {
        assertFalse(decides(new Property.Always<>("a", "idle", ReadableProbeTest::isIdle), false));
        assertTrue(decides(new Property.Always<>("a", "busy", state -> !isIdle(state)), false));
        assertTrue(decides(new Property.Reachable<>("a", "idle", ReadableProbeTest::isIdle), false));
        assertFalse(decides(new Property.Reachable<>("a", "busy", state -> !isIdle(state)), false));
    }

    @Test
    @DisplayName("a claim of states at rest is decided only by one at rest")
    void rest() {
        Property<ClosedState, Move> busy = new Property.AtRest<>("a", "busy", state -> !isIdle(state));
        assertTrue(decides(busy, true));
        assertFalse(decides(busy, false));
        assertFalse(decides(new Property.AtRest<>("a", "idle", ReadableProbeTest::isIdle), true));
    }

    @Test
    @DisplayName("a claim of steps is decided if one of the steps from here breaks it")
    void steps() {
        assertTrue(decides(new Property.EveryStep<>("a", "nobody dies", (s, move, t) -> move.kind() != Move.Kind.DIE), false));
        assertFalse(decides(new Property.EveryStep<>("a", "no answers", (s, move, t) -> move.kind() != Move.Kind.ANSWER), false));
        assertFalse(decides(new Property.EveryStep<>("a", "from idleness", (s, move, t) -> isIdle(s) && !t.equals(s)), false));
    }

    @Test
    @DisplayName("only what is open is looked at, and each that is decided is told")
    void open() {
        Property<ClosedState, Move> met = new Property.Reachable<>("a", "met", state -> true);
        Property<ClosedState, Move> unmet = new Property.Reachable<>("a", "unmet", state -> false);
        Property<ClosedState, Move> decided = new Property.Reachable<>("a", "decided", state -> {
            throw new AssertionError("it is decided already");
        });
        assertEquals(0b1001, decides(List.of(met, unmet, decided, met, decided), false, 0b1011));
        assertEquals(0, decides(List.of(decided), false, 0));
    }
}
