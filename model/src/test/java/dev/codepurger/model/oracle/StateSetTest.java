package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.lts.OpenSystem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many states a set looks at before it gives up. */
class StateSetTest {

    /** Counts by itself to a hundred; a label leads from one to as many states as it says. */
    private static final OpenSystem<Integer, Integer> COUNTER = new OpenSystem<>() {
        @Override
        public Integer initial() {
            return 1;
        }

        @Override
        public List<Integer> internal(Integer state) {
            return state < 100 ? List.of(state + 1) : List.of();
        }

        @Override
        public List<Integer> after(Integer state, Integer label) {
            return state == 1 ? IntStream.range(0, label).boxed().toList() : List.of();
        }

        @Override
        public List<Integer> outputs(Integer state) {
            return List.of();
        }

        @Override
        public boolean persistent(Integer state, Integer shown) {
            return true;
        }

        @Override
        public boolean unnoticed(Integer taken) {
            return false;
        }
    };

    private static StateSet<Integer, Integer> from(int state, int bound) {
        return new StateSet<>(COUNTER, List.of(state), bound);
    }

    @Test
    @DisplayName("as many states as the bound are found after a label, and no more")
    void statesAfterALabel() {
        assertEquals(Optional.of(7), from(1, 7).after(7).map(StateSet::size));
        assertTrue(from(1, 7).after(8).isEmpty());
    }

    @Test
    @DisplayName("a label that cannot happen leaves no state")
    void aLabelThatCannotHappen() {
        assertEquals(Optional.of(0), from(95, 7).after(3).map(StateSet::size));
    }

    @Test
    @DisplayName("a label that is looked for behind more states than the bound is not found")
    void aLabelTooFarAway() {
        assertTrue(from(2, 7).after(3).isEmpty());
    }

    @Test
    @DisplayName("internal steps lead to as many states as the bound, and no more")
    void internalSteps() {
        assertEquals(Optional.of(List.of(98, 99, 100)), from(98, 3).closure());
        assertTrue(from(98, 2).closure().isEmpty());
    }
}
