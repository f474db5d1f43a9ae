package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorerTest {

    /** A number that is doubled or made one greater, up to a limit; at 6 it may be stopped, for ever. */
    private static final TransitionSystem<Integer, String> NUMBERS = new TransitionSystem<>() {
        @Override
        public Integer initial() {
            return 1;
        }

        @Override
        public List<Transition<Integer, String>> from(Integer n) {
            List<Transition<Integer, String>> steps = new ArrayList<>();
            if (n > 0 && n < 10) {
                steps.add(new Transition<>("plus", n + 1));
                steps.add(new Transition<>("double", 2 * n));
            }
            if (n == 6) {
                steps.add(new Transition<>("stop", 0));
            }
            return steps;
        }
    };

    private static Exploration<Integer, String> explore(int bound, List<Property<Integer, String>> properties) {
        return new Explorer<>(NUMBERS, (String label) -> !label.equals("stop"), properties, bound).explore();
    }

    private static List<String> labels(Optional<Trace<Integer, String>> trace) {
        return trace.orElseThrow().steps().stream().map(Transition::label).toList();
    }

    @Test
    @DisplayName("every state and every step is counted once, and the depth is that of the farthest state")
    void counts() {
        // 0 to 10, and 12, 14, 16, 18; nine numbers with two steps each, and one that stops
        assertEquals(new Counts(15, 19, 5, 6), explore(1000, List.of()).counts());
        assertTrue(explore(1000, List.of()).complete());
    }

    @Test
    @DisplayName("a state that breaks a claim is shown by a shortest way")
    void always() {
        Finding<Integer, String> finding = explore(1000, List.of(new Property.Always<>("small", "below 12", n -> n < 12))).findings()
                .get(0);
        assertFalse(finding.holds());
        assertEquals(12, finding.trace().orElseThrow().end());
        // 1, 2, 3, 6, 12
        assertEquals(4, labels(finding.trace()).size());
    }

    @Test
    @DisplayName("a step that breaks a claim is shown by a shortest way to it, and itself")
    void everyStep() {
        Finding<Integer, String> finding = explore(1000,
                List.of(new Property.EveryStep<>("even", "five is not made greater", (n, label, next) -> n != 5 || label.equals("double"))))
                .findings().get(0);
        assertEquals(List.of("plus", "double", "plus", "plus"), labels(finding.trace()));
        assertEquals(6, finding.trace().orElseThrow().end());
    }

    @Test
    @DisplayName("a state is at rest when nothing is left that must happen, though something may")
    void atRest() {
        Exploration<Integer, String> found = explore(1000, List.of(new Property.AtRest<>("big", "only 10 or more rests", n -> n >= 10)));
        assertEquals(0, found.findings().get(0).trace().orElseThrow().end());
        Exploration<Integer, String> lazy = new Explorer<>(NUMBERS, (String label) -> label.equals("double"),
                List.<Property<Integer, String>>of(new Property.AtRest<>("never", "nothing below 10 rests", n -> n == 0 || n >= 10)), 1000)
                .explore();
        assertTrue(lazy.conforms());
    }

    @Test
    @DisplayName("a goal that can be met is shown by a way to it, one that cannot is a failure")
    void goals() {
        Exploration<Integer, String> found = explore(1000, List.of(new Property.Reachable<>("nine", "9", n -> n == 9),
                new Property.Reachable<>("eleven", "11", n -> n == 11)));
        assertTrue(found.findings().get(0).holds());
        assertEquals(List.of("plus", "double", "double", "plus"), labels(found.findings().get(0).trace()));
        assertFalse(found.findings().get(1).holds());
        assertTrue(found.findings().get(1).trace().isEmpty());
        assertFalse(found.conforms());
    }

    @Test
    @DisplayName("what lies behind the bound is not held against anybody, but nothing conforms then")
    void bound() {
        Exploration<Integer, String> found = explore(5, List.of(new Property.Always<>("small", "below 12", n -> n < 12)));
        assertFalse(found.complete());
        assertEquals(5, found.counts().states());
        assertTrue(found.findings().get(0).holds());
        assertFalse(found.conforms());
    }

    @Test
    @DisplayName("the graph has the same numbers, and its texts name each step")
    void graph() {
        Graph graph = Graph.of(NUMBERS, 1000);
        assertEquals(15, graph.states());
        assertEquals(19, graph.edges().size());
        List<String> aut = graph.aut().lines().toList();
        assertEquals("des (0, 19, 15)", aut.get(0));
        assertEquals("(0, \"plus\", 1)", aut.get(1));
        assertEquals(20, aut.size());
        assertTrue(graph.dot().contains("    0 -> 1 [label=\"plus\"];\n"), graph.dot());
        assertFalse(Graph.of(NUMBERS, 5).complete());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0-1 1-2 0-2 2-3 | false
            0-0 | true
            0-1 1-2 2-3 3-1 | true
            0-1 0-2 1-3 2-3 3-4 4-4 | true
            0-1 0-1 1-2 | false""")
    @DisplayName("a cycle is found wherever it is, and ways that meet again are none")
    void cycles(String edges, boolean cycle) {
        List<Graph.Edge> all = Stream.of(edges.split(" ")).map(edge -> new Graph.Edge(edge.charAt(0) - '0', "", edge.charAt(2) - '0'))
                .toList();
        assertEquals(cycle, new Graph(5, ImmutableList.copyOf(all), true).hasCycle());
    }
}
