package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LevelsTest {

    @Test
    @DisplayName("a level has a range of each store that grew on it, also of one that was not there before")
    void ranges() {
        Levels levels = new Levels();
        levels.add(new long[]{1, 0});
        levels.add(new long[]{1, 2, 3});
        assertEquals(List.of(new Levels.Range(0, 0, 1)), levels.ranges(0));
        assertEquals(List.of(new Levels.Range(1, 0, 2), new Levels.Range(2, 0, 3)), levels.ranges(1));
        assertEquals(5, levels.states(1));
    }
}
