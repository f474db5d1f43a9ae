package dev.codepurger.model.lts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenSystemTest {

    /** Counts by itself. */
    private static final Tried<Integer, String> COUNTER = new Tried<>() {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public List<Integer> internal(Integer state) {
            return List.of(state + 1);
        }

        @Override
        public List<Integer> after(Integer state, String label) {
            return List.of();
        }
    };

    @Test
    @DisplayName("a system that does not say which internal steps are in vain leaves none out")
    void nothingIsLeftOut() {
        assertEquals(List.of(8), COUNTER.internalBefore(7, "whatever"));
    }
}
