package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codepurger.model.purger.Pid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Processes that are counted. */
class GroupsTest {
    private static final Pid A = new Pid(2, "a");
    private static final Pid B = new Pid(4, "b");
    private static final Local PAUSED = nowhere().paused(true);

    private static Group group(Pid pid, Local local, int count) {
        return new Group(pid, local, count);
    }

    @Test
    @DisplayName("the order in which they came makes no difference")
    void canonical() {
        List<Group> one = List.of(group(A, nowhere(), 1), group(A, PAUSED, 1), group(B, nowhere(), 1));
        List<Group> other = List.of(one.get(2), one.get(1), one.get(0));
        assertEquals(Groups.canonical(one), Groups.canonical(other));
        assertEquals(B, Groups.canonical(other).get(2).pid());
    }

    @Test
    @DisplayName("those who are alike are counted together, and the forgotten not at all")
    void add() {
        List<Group> groups = new ArrayList<>(List.of(group(A, nowhere(), 1)));
        Groups.add(groups, group(A, nowhere(), 2));
        Groups.add(groups, group(A, PAUSED, 1));
        Groups.add(groups, group(B, nowhere(), 1));
        Groups.add(groups, group(B, nowhere().dead(Local.Reason.KILLED), 1));
        assertEquals(List.of(group(A, nowhere(), 3), group(A, PAUSED, 1), group(B, nowhere(), 1)), groups);
    }

    @Test
    @DisplayName("as many are taken as there are, and of the same kind")
    void remove() {
        List<Group> groups = new ArrayList<>(List.of(group(A, PAUSED, 3), group(B, nowhere(), 1), group(A, nowhere(), 3)));
        Groups.remove(groups, group(A, nowhere(), 2));
        assertEquals(List.of(group(A, PAUSED, 3), group(B, nowhere(), 1), group(A, nowhere(), 1)), groups);
        Groups.removeOne(groups, group(A, nowhere(), 7));
        assertEquals(List.of(group(A, PAUSED, 3), group(B, nowhere(), 1)), groups);
        assertThrows(IllegalStateException.class, () -> Groups.remove(groups, group(A, PAUSED, 4)));
        assertThrows(IllegalStateException.class, () -> Groups.remove(groups, group(A, nowhere(), 1)));
        assertEquals(List.of(group(A, PAUSED, 3), group(B, nowhere(), 1)), groups);
    }
}
