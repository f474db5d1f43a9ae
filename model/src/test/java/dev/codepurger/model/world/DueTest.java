package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Effects that have not been shown. */
class DueTest {
    private static final Effect A = new Effect.Requested("a");
    private static final Effect B = new Effect.Requested("b");

    @Test
    @DisplayName("it is open which have happened where there are fewer than there can be")
    void isOpen() {
        assertFalse(Due.all(ImmutableSet.of(A, B)).isOpen());
        assertTrue(new Due(ImmutableSet.of(A, B), 1).isOpen());
    }

    @Test
    @DisplayName("what has been shown is due no more")
    void without() {
        assertEquals(Due.all(ImmutableSet.of(B)), Due.all(ImmutableSet.of(A, B)).without(A));
        assertNull(Due.all(ImmutableSet.of(B)).without(B));
        assertNull(new Due(ImmutableSet.of(A, B), 1).without(A), "one was all");
        assertTrue(Due.all(ImmutableSet.of(A)).contains(A));
        assertFalse(Due.all(ImmutableSet.of(A)).contains(B));
    }
}
