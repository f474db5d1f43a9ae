package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BisimulationTest {

    private static final int STATES = 6;

    private static Graph graph(List<String> drawn) {
        return new Graph(STATES,
                drawn.stream().map(edge -> new Graph.Edge(edge.charAt(0) - '0', edge.substring(1, 2), edge.charAt(2) - '0'))
                        .collect(ImmutableList.toImmutableList()),
                true);
    }

    private static Optional<String> difference(String left, String right) {
        return Bisimulation.difference(graph(List.of(left.split(" "))), graph(List.of(right.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            # unrolled, folded, doubled
            0a0;               0a1 1a0
            0a1 0a2 1b3 2b3;   0a1 1b2
            0a1 1b0;           0a1 1b2 2a3 3b0
            0a1 0a1;           0a1
            # states that nobody comes to
            0a1;               0a1 2b3
            """)
    @DisplayName("graphs that do the same are equal, however many states they have")
    void equal(String left, String right) {
        assertEquals(Optional.empty(), difference(left, right));
        assertEquals(Optional.empty(), difference(right, left));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the same words, but a choice is made earlier
            0a1 1b2 1c3|       0a1 0a2 1b3 2c4|   left 0 by a to left 1; left 1 by c to left 3: right 1 has no such step, only [b]
            # the same words, but one may stop
            0a1 1b2|           0a1 0a3 1b2|       right 0 by a to right 3; left 1 by b to left 2: right 3 has no such step, only []
            # one goes on for ever
            0a0|               0a1 1a2|           left 0 by a to left 0; left 0 by a to left 0; left 0 by a to left 0: right 2 has no such step, only []
            # what differs at once is told before what differs later
            0a1 1b2 0c3|       0a1|               left 0 by c to left 3: right 0 has no such step, only [a]
            # other labels
            0a1|               0b1|               left 0 by a to left 1: right 0 has no such step, only [b]
            """)
    @DisplayName("graphs that somebody can tell apart are unequal, though they know the same words")
    void unequal(String left, String right, String why) {
        assertEquals(Optional.of(why), difference(left, right));
        assertTrue(difference(right, left).isPresent());
    }

    @Test
    @DisplayName("classes are counted")
    void classes() {
        // 0, 1 and 2 go round with a; 3 may also stop; 4 and 5 can do nothing
        assertEquals(3, Bisimulation.classes(graph(List.of("0a1", "1a2", "2a0", "3a0", "3a4"))));
    }

    @Provide
    Arbitrary<List<String>> graphs() {
        Arbitrary<Integer> state = Arbitraries.integers().between(0, STATES - 1);
        return Combinators.combine(state, Arbitraries.of("a", "b"), state).as((from, label, to) -> from + label + to).list().ofMinSize(1)
                .ofMaxSize(9);
    }

    @Property(tries = 3000)
    @Label("two graphs are equal if, and only if, there is a relation that nothing need be taken out of")
    void agreesWithRelations(@ForAll("graphs") List<String> left, @ForAll("graphs") List<String> right) {
        boolean equal = Bisimulation.difference(graph(left), graph(right)).isEmpty();
        Statistics.collect(equal ? "equal" : "unequal");
        assertEquals(related(left, right), equal);
    }

    @Property(tries = 500)
    @Label("a graph equals itself with its states numbered otherwise, and one whose states are doubled")
    void renumbered(@ForAll("graphs") List<String> drawn, @ForAll long seed) {
        Graph graph = graph(drawn);
        List<Integer> numbers = new ArrayList<>(IntStream.range(1, STATES).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        numbers.add(0, 0);
        List<Graph.Edge> renumbered = new ArrayList<>(graph.edges().stream()
                .map(edge -> new Graph.Edge(numbers.get(edge.source()), edge.label(), numbers.get(edge.target()))).toList());
        Collections.shuffle(renumbered, new Random(seed));
        assertEquals(Optional.empty(), Bisimulation.difference(graph, new Graph(STATES, ImmutableList.copyOf(renumbered), true)));
        List<Graph.Edge> doubled = new ArrayList<>();
        graph.edges().forEach(edge -> {
            doubled.add(new Graph.Edge(edge.source(), edge.label(), edge.target() + STATES));
            doubled.add(new Graph.Edge(edge.source() + STATES, edge.label(), edge.target()));
        });
        assertEquals(Optional.empty(), Bisimulation.difference(graph, new Graph(2 * STATES, ImmutableList.copyOf(doubled), true)));
    }

    /** Begins with all pairs, and takes out those of which one has a step that the other cannot answer. */
    private static boolean related(List<String> left, List<String> right) {
        Set<String> pairs = new HashSet<>();
        IntStream.range(0, STATES * STATES).forEach(i -> pairs.add(i / STATES + " " + i % STATES));
        while (pairs.removeIf(pair -> !answered(left, right, pair.charAt(0), pair.charAt(2), pairs, true)
                || !answered(right, left, pair.charAt(2), pair.charAt(0), pairs, false))) {
            // until none is taken out
        }
        return pairs.contains("0 0");
    }

    private static boolean answered(List<String> ours, List<String> theirs, char one, char other, Set<String> pairs, boolean inOrder) {
        return ours.stream().filter(step -> step.charAt(0) == one)
                .allMatch(step -> theirs.stream().filter(answer -> answer.charAt(0) == other && answer.charAt(1) == step.charAt(1))
                        .anyMatch(answer -> pairs.contains(
                                inOrder ? step.charAt(2) + " " + answer.charAt(2) : answer.charAt(2) + " " + step.charAt(2))));
    }
}
