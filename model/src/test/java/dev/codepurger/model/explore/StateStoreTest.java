package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StateStoreTest {

    /** With the states (5, 6) and (7, 8). */
    private static StateStore store() {
        StateStore store = new StateStore(2, new Space(Long.MAX_VALUE), null);
        long[] words = {5, 6, 7, 8};
        for (int from = 0; from < words.length; from += 2) {
            store.write(words, from);
            store.keep();
        }
        return store;
    }

    @Test
    @DisplayName("a state equals the same words, wherever they begin, and no others")
    void compared() {
        long[] words = {0, 7, 8, 9};
        assertTrue(store().equals(1, words, 1));
        assertFalse(store().equals(0, words, 1));
        assertFalse(store().equals(1, words, 2));
        assertFalse(store().equals(1, new long[]{7, 9}, 0), "the last word counts");
    }

    @Test
    @DisplayName("the first word of a state can be read alone")
    void first() {
        assertEquals(5, store().first(0));
        assertEquals(7, store().first(1));
    }
}
