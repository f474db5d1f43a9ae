package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    @DisplayName("with as many states as may be looked at, a step back to the first of them leaves nothing out")
    void backToTheFirst() {
        assertEquals(new Graph(2, ImmutableList.of(new Graph.Edge(0, "a", 1), new Graph.Edge(1, "b", 0)), true),
                Graph.of(Drawn.of("0a1 1b0"), 2));
    }
}
