package dev.codepurger.model.lts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BranchingTest {

    @Test
    void codeThatNeverChoosesRunsOnce() {
        assertEquals(List.of("x"), Branching.all(branching -> "x"));
        assertEquals(List.of("a"), Branching.all(branching -> branching.pick(List.of("a"))));
    }

    @Test
    void everyCombinationIsTriedOnceAndInOrder() {
        assertEquals(List.of("a1", "a2", "a3", "b1", "b2", "b3"),
                Branching.all(branching -> branching.pick(List.of("a", "b")) + branching.pick(List.of(1, 2, 3))));
    }

    @Test
    void laterChoicesMayDependOnEarlierOnes() {
        List<String> all = Branching.all(branching -> {
            String first = branching.pick(List.of("a", "b", "c"));
            return first.equals("b") ? first + branching.pick(List.of(1, 2)) + branching.pick(List.of("x", "y")) : first;
        });
        assertEquals(List.of("a", "b1x", "b1y", "b2x", "b2y", "c"), all);
    }
}
