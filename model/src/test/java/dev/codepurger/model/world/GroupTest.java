package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Pid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Groups, and what is on its way to them, are values. */
class GroupTest {
    private static final Pid A = new Pid(2, "a");
    private static final Pid B = new Pid(4, "b");
    private static final Label.Observation STARTED = new Label.Started("r");

    @Test
    @DisplayName("groups that differ in pid, state or number are not equal")
    void differ() {
        Group group = new Group(A, nowhere(), 1);
        assertEquals(group, new Group(A, nowhere(), 1));
        assertNotEquals(group, new Group(B, nowhere(), 1));
        assertNotEquals(group, new Group(A, nowhere().paused(true), 1));
        assertNotEquals(group, new Group(A, nowhere(), 2));
        assertFalse(group.equals((Object) "group"));
    }

    @Test
    @DisplayName("what one process says to one keeps its order, and nothing else does")
    void sameChannel() {
        Pending one = new Pending(A, true, STARTED);
        assertTrue(one.sameChannel(new Pending(A, true, new Label.Continued("r"))));
        assertFalse(one.sameChannel(new Pending(A, false, STARTED)));
        assertFalse(one.sameChannel(new Pending(B, true, STARTED)));
    }

    @Test
    @DisplayName("what goes to different processes has one form, however it came")
    void oneForm() {
        Pending toA = new Pending(A, true, STARTED);
        Pending toB = new Pending(B, true, STARTED);
        assertEquals(ImmutableList.of(toA, toB), Pendings.add(ImmutableList.of(toB), toA));
        assertEquals(ImmutableList.of(toA, toB), Pendings.add(ImmutableList.of(toA), toB));
        assertEquals(ImmutableList.of(toB), Pendings.remove(ImmutableList.of(toA, toB), 0));
    }
}
