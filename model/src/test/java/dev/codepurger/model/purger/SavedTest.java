package dev.codepurger.model.purger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class SavedTest {
    private static final Pid C = new Pid(1, "c");
    private static final Message A = new Message.Purge("m", C, "a");
    private static final Message B = new Message.TestPurge("m", Message.TestType.SOFT, C, "b");
    private static final Message GO = new Message.Continue("b");
    private static final Message END = new Message.Complete("b");

    @Test
    void keepsRequestsInOrder() {
        Saved saved = Saved.NOTHING.and(A).and(B);
        assertEquals(ImmutableList.of(A, B), saved.requests());
        assertEquals(ImmutableList.of(B), saved.rest().requests());
        assertEquals(ImmutableList.of(A, GO, B), saved.insert(1, GO).requests());
    }

    @Test
    void knowsItsSessionsByTheirRefs() {
        Saved saved = Saved.NOTHING.and(A).and(B);
        assertTrue(saved.hasSession("b"));
        assertFalse(saved.hasSession("a"));
        assertFalse(saved.hasSession("c"));
    }

    @Test
    void keepsTakesAndForgetsWords() {
        Saved saved = Saved.NOTHING.and(A).keep(GO).keep(END).keep(GO);
        assertEquals(ImmutableList.of(END, GO), saved.take(GO).kept());
        assertEquals(ImmutableList.of(GO, GO), saved.take(END).kept());
        assertEquals(Saved.NOTHING.and(A), saved.forget("b"));
        assertEquals(saved, saved.forget("a"));
        assertEquals(ImmutableList.of(A), saved.take(END).requests());
    }
}
