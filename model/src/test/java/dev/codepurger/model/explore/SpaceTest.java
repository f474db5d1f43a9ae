package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpaceTest {

    private static void assertTaken(long inMemory, long inFiles, Space space) {
        assertEquals(inMemory, space.inMemory(), "in memory");
        assertEquals(inFiles, space.inFiles(), "in files");
    }

    @Test
    @DisplayName("room is in memory up to the limit itself, in files beyond it, and in memory again when some was given back")
    void limit() {
        Space space = new Space(100);
        ByteBuffer first = space.take(60);
        space.take(40);
        assertTaken(100, 0, space);
        ByteBuffer beyond = space.take(8);
        assertTaken(100, 8, space);
        space.giveBack(beyond);
        space.giveBack(first);
        assertTaken(40, 0, space);
        space.take(61);
        assertTaken(40, 61, space);
        space.take(60);
        assertTaken(100, 61, space);
    }
}
