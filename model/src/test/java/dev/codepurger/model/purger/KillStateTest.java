package dev.codepurger.model.purger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class KillStateTest {
    private static final Pid A = new Pid(1, "a");
    private static final Pid B = new Pid(2, "b");
    private static final Pid X = new Pid(9, "x");

    @Test
    void outstandingKillsAreABag() {
        KillState ab = KillState.NONE.killing(A).killing(B);
        assertEquals(ab, KillState.NONE.killing(B).killing(A));
        assertEquals(ImmutableList.of(A, A, B), ab.killing(A).outstanding());
        assertEquals(ImmutableList.of(B), ab.without(A).outstanding());
        assertEquals(new KillState(ImmutableList.of(), ImmutableList.of(), true), ab.without(A).without(B));
    }

    @Test
    void theFlagIsSetByAKillAndStaysSet() {
        assertEquals(false, KillState.NONE.waitingFirst(A).killed());
        assertEquals(true, KillState.NONE.killing(A).without(A).waitingFirst(B).notWaiting(B).killed());
    }

    @Test
    void waitingVictimsAreAStack() {
        KillState waiting = KillState.NONE.waitingFirst(A).waitingFirst(B);
        assertEquals(ImmutableList.of(B, A), waiting.waiting());
        assertEquals(ImmutableList.of(A), waiting.notWaiting(B).waiting());
        assertEquals(ImmutableList.of(B, X), waiting.renameWaiting(1, X).waiting());
    }

    @Test
    void aProcessIsRenamedWhereverItStands() {
        KillState kill = KillState.NONE.killing(A).killing(B).waitingFirst(A);
        assertEquals(new KillState(ImmutableList.of(B, X), ImmutableList.of(X), true), kill.rename(A, X));
        assertEquals(kill, kill.rename(X, A));
    }
}
