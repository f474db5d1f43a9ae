package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StateTableTest {

    @Test
    @DisplayName("a state is added once, whichever worker comes to it again")
    void once() {
        Space space = new Space(Long.MAX_VALUE);
        List<StateStore> stores = List.of(new StateStore(1, space, null), new StateStore(1, space, null));
        StateTable table = new StateTable(space, stores, 0);
        long[] state = {3};
        long hash = StateTable.hash(state, 0, 1);
        assertTrue(table.add(state, 0, hash, 0));
        assertFalse(table.add(state, 0, hash, 0));
        assertFalse(table.add(state, 0, hash, 1));
        assertEquals(List.of(1L, 0L), stores.stream().map(StateStore::size).toList());
    }
}
