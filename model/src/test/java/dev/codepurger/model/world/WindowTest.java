package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void aSignalSentNowComesBehindWhatIsThere() {
        assertEquals(Window.ANY, Window.after(0));
        assertEquals(new Window(3, Window.OPEN), Window.after(3));
        assertTrue(Window.ANY.canBeNext());
        assertFalse(Window.after(1).canBeNext());
    }

    @Test
    void aDeliveredSignalComesBeforeWhatIsSentLater() {
        assertEquals(new Window(0, 2), Window.ANY.delivered(2));
        assertEquals(new Window(2, 2), Window.after(2).delivered(2));
        assertEquals(new Window(1, 2), Window.after(1).delivered(2));
        assertEquals(new Window(2, 2), Window.after(5).delivered(2));
        assertEquals(new Window(0, 2), new Window(0, 2).delivered(7));
    }

    @Test
    void itsPlaceMovesUpWhenAMessageInFrontIsTaken() {
        assertEquals(new Window(1, 2), new Window(2, 3).taken(0));
        assertEquals(new Window(2, 2), new Window(2, 3).taken(2));
        assertEquals(new Window(2, 3), new Window(2, 3).taken(3));
        assertEquals(Window.ANY, Window.after(1).taken(0));
        assertEquals(new Window(1, Window.OPEN), Window.after(1).taken(1));
        assertEquals(Window.ANY, Window.ANY.taken(4));
        assertEquals(new Window(0, 0), new Window(0, 1).taken(0));
        assertEquals(new Window(0, 0), new Window(0, 0).taken(0));
    }

    @Test
    void itMustPrecedeTheHeadWhenNothingIsLeftInFront() {
        assertTrue(Window.ANY.delivered(0).mustPrecedeHead());
        assertTrue(Window.ANY.delivered(1).taken(0).mustPrecedeHead());
        assertFalse(Window.ANY.delivered(1).mustPrecedeHead());
        assertFalse(Window.ANY.mustPrecedeHead());
    }

    @Test
    void equalWindowsAreEqual() {
        assertEquals(new Window(1, 2), new Window(1, 2));
        assertEquals(new Window(1, 2).hashCode(), new Window(1, 2).hashCode());
        assertNotEquals(new Window(1, 2), new Window(2, 2));
        assertNotEquals(new Window(1, 2), new Window(1, 3));
        assertFalse(new Window(1, 2).equals(null));
    }
}
