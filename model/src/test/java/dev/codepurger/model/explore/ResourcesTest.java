package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesTest {

    private static Resources resources(int workers, long memory) {
        return new Resources(workers, memory, null, Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            0;   1; workers must be from 1 to 128: 0
            129; 1; workers must be from 1 to 128: 129
            1;   0; memory must be positive: 0
            """)
    @DisplayName("numbers that cannot be are refused")
    void refused(int workers, long memory, String why) {
        assertEquals(why, assertThrows(IllegalArgumentException.class, () -> resources(workers, memory)).getMessage());
    }

    @Test
    @DisplayName("the least and the most that can be are taken")
    void taken() {
        assertEquals(1, resources(1, 1).memory());
        assertEquals(Resources.MOST_WORKERS, resources(Resources.MOST_WORKERS, 1).workers());
    }
}
