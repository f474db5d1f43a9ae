package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.one;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Versions that nobody knows any more are not counted. */
class VersionsTest {

    private static Module row(int loads, int current, int old, int pending, int aside) {
        return new Module(code(current), code(old), code(pending), true, code(aside), true, true, true, loads);
    }

    private static Code code(int version) {
        return new Code(version, version);
    }

    private static Versions used(int from, Integer... used) {
        return new Versions(ImmutableSortedSet.copyOf(used), from);
    }

    @Test
    @DisplayName("those in use keep their order, and those above follow them")
    void now() {
        Versions versions = used(9, 2, 5);
        assertEquals(List.of(1, 2, 3, 4), List.of(versions.now(2), versions.now(5), versions.now(9), versions.now(10)));
    }

    @Test
    @DisplayName("nothing changes where there is no gap")
    void isSame() {
        assertTrue(used(3, 1, 2).isSame());
        assertFalse(used(3, 1).isSame());
        assertFalse(used(4, 1, 2).isSame());
        assertTrue(used(1).isSame());
    }

    @Test
    @DisplayName("code in each place, funs and processes know a version")
    void whoKnowsAVersion() {
        World world = world(draft -> {
            draft.module("m", row(20, 4, 6, 8, 10));
            draft.module("n", Module.UNKNOWN.load(false));
            draft.funs = ImmutableMap.of("f", new Fun("m", 12), "g", new Fun("n", 13));
            add(draft, "x", Local.fresh(new Instance("m", 14)));
            add(draft, "y", Local.fresh(new Instance("n", 15)));
            add(draft, "z", MadeWorlds.nowhere());
        });
        assertEquals(used(20, 4, 6, 8, 10, 12, 14), Versions.in(List.of(world), "m"));
        World fewer = world.changed(SETTINGS,
                draft -> draft.module("m", new Module(null, null, null, false, null, false, false, false, 7)));
        assertEquals(used(7, 4, 6), Versions.in(List.of(world, fewer), "m"), "the least number of loads counts");
    }

    @Test
    @DisplayName("all that knows a version of a module knows it by its new number")
    void count() {
        World world = world(draft -> {
            draft.module("m", row(20, 4, 6, 8, 10));
            draft.module("n", row(20, 4, 6, 8, 10));
            draft.funs = ImmutableMap.of("f", new Fun("m", 6), "g", new Fun("n", 6));
            add(draft, "x", Local.fresh(new Instance("m", 10)));
            add(draft, "y", Local.fresh(new Instance("n", 10)));
        });
        World counted = one(world, SETTINGS, draft -> Versions.count(draft, ImmutableMap.of("m", used(20, 4, 6, 8, 10))));
        assertEquals(row(5, 1, 2, 3, 4), counted.module("m"));
        assertEquals(row(20, 4, 6, 8, 10), counted.module("n"));
        assertEquals(ImmutableMap.of("f", new Fun("m", 2), "g", new Fun("n", 6)), counted.funs);
        assertEquals(new Instance("m", 4), MadeWorlds.local(counted, "x").in());
        assertEquals(new Instance("n", 10), MadeWorlds.local(counted, "y").in());
        assertEquals(world, one(world, SETTINGS, draft -> Versions.count(draft, ImmutableMap.of())));
    }

    @Test
    @DisplayName("where there is no code there is none afterwards")
    void noCode() {
        Module empty = new Module(null, null, null, false, null, false, false, false, 3);
        assertEquals(new Module(null, null, null, false, null, false, false, false, 1), used(3).now(empty));
    }
}
