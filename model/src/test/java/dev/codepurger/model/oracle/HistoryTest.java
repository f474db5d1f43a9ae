package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.oracle.HistorySearch.Places;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events, and what was known of them at one moment. */
class HistoryTest {

    private static final Label LOAD = new Label.Did(new Stimulus.Load("m", false), Response.OK);
    private static final Label IDLE = new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.of());

    private static History history(Event... events) {
        return new History(ImmutableMap.of("one", ImmutableList.copyOf(events)));
    }

    @Test
    @DisplayName("an event is before another one if it ends before that begins, and not if it ends when that begins")
    void before() {
        Event event = new Event(LOAD, 1, 5);
        assertTrue(event.isBefore(new Event(LOAD, 6, 7)));
        assertFalse(event.isBefore(new Event(LOAD, 5, 7)));
        assertFalse(new Event(LOAD, 6, 7).isBefore(event));
    }

    @Test
    @DisplayName("an event without an end is open, and no other")
    void open() {
        assertTrue(new Event(LOAD, 1, Event.OPEN).isOpen());
        assertFalse(new Event(LOAD, 1, 5).isOpen());
    }

    @Test
    @DisplayName("what has ended at a moment was known")
    void whatHasEnded() {
        History history = history(new Event(LOAD, 1, 5), new Event(IDLE, 6, 7));
        assertEquals(history, history.until(7));
        assertEquals(history(new Event(LOAD, 1, 5)), history.until(5));
    }

    @Test
    @DisplayName("of a stimulus that has begun by then, or begins just then, it is not known whether it takes effect")
    void whatHasBegun() {
        History history = history(new Event(LOAD, 2, 5));
        assertEquals(history(new Event(LOAD, 2, Event.OPEN)), history.until(4));
        assertEquals(history(new Event(LOAD, 2, Event.OPEN)), history.until(2));
        assertEquals(history(), history.until(1));
    }

    @Test
    @DisplayName("what has not been seen to its end has not been seen")
    void observations() {
        assertEquals(history(), history(new Event(IDLE, 2, 5)).until(4));
    }

    @Test
    @DisplayName("places are equal where as many events of each line have happened")
    void places() {
        Places places = new Places(new int[]{1, 2});
        assertEquals(places, new Places(new int[]{0, 2}).with(0));
        assertNotEquals(places, new Places(new int[]{2, 1}));
        assertNotEquals(places, new Object());
        assertFalse(places.equals(null));
    }
}
