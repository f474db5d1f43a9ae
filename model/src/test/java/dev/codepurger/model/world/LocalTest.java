package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What matters of one process is a value. */
class LocalTest {

    private static UnaryOperator<Local> by(UnaryOperator<Local> change) {
        return change;
    }

    static Stream<UnaryOperator<Local>> changes() {
        return Stream.of(by(local -> local.in(new Instance("m", 1))), by(local -> local.paused(true)), by(local -> local.suspended(true)),
                by(local -> local.slow(true)), by(local -> local.call(new Local.Call("k", "m", null))),
                by(local -> local.ask(Local.Ask.ASKED, Window.ANY)), by(local -> local.ask(Local.Ask.NONE, Window.after(1))),
                by(local -> local.stale(Local.Stale.TRUE)), by(local -> local.watch(Local.Watch.KILL, Window.ANY)),
                by(local -> local.watch(Local.Watch.NONE, Window.after(1))), by(Local::mortal),
                by(local -> local.dying(Local.Reason.KILLED)),
                by(local -> local.dying(Local.Reason.NORMAL)), by(Local::dead), by(local -> local.dead(Local.Reason.KILLED)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("processes that differ in one thing are not alike")
    void differ(UnaryOperator<Local> change) {
        assertNotEquals(nowhere(), change.apply(nowhere()));
        assertEquals(change.apply(nowhere()), change.apply(nowhere()));
        assertEquals(change.apply(nowhere()).hashCode(), change.apply(nowhere()).hashCode());
        assertEquals(1, changes().filter(other -> other.apply(nowhere()).equals(change.apply(nowhere()))).count());
    }

    @Test
    @DisplayName("the same death may have been seen or not")
    void seenOrNot() {
        assertNotEquals(nowhere().dying(Local.Reason.KILLED).dead(), nowhere().dead(Local.Reason.KILLED));
        assertFalse(nowhere().equals((Object) "nowhere"));
    }

    @Test
    @DisplayName("whoever could be killed unseen stays when he is known to be alive; the dying and the dead do not change")
    void staying() {
        assertEquals(nowhere(), nowhere().mortal().staying());
        assertEquals(nowhere(), nowhere().staying());
        for (Local other : List.of(nowhere().dying(Local.Reason.KILLED), nowhere().dead())) {
            assertSame(other, other.staying());
            assertSame(other, other.mortal());
        }
    }

    @Test
    @DisplayName("only of the dead who were seen, and have nothing left to say, there is nothing left to tell")
    void forgotten() {
        Local seen = nowhere().dead(Local.Reason.KILLED);
        assertTrue(seen.forgotten());
        assertFalse(nowhere().dead().forgotten());
        assertFalse(seen.ask(Local.Ask.FALSE, Window.ANY).forgotten());
        assertFalse(seen.watch(Local.Watch.KILL, Window.ANY).forgotten());
        assertFalse(seen.stale(Local.Stale.FALSE).forgotten());
    }
}
