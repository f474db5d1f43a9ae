package dev.codepurger.model.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Shortest ways within a part of a graph, as lists of edges. */
final class ShortWay {

    /** A step of a search: the edge, and the step before it; null for the first. */
    private record Step(int edge, @Nullable Step before) {}

    private ShortWay() {}

    /**
     * The way to the nearest edge of one of the classes {@code edges}, itself included, or to the nearest state in which one of the classes
     * {@code states} is not possible. There must be such an edge or state.
     */
    static List<Integer> toOpen(FairGraph<?, ?> graph, int from, IntPredicate within, long edges, long states) {
        return search(graph, from, within,
                edge -> (graph.classes(edge) & edges) != 0 || (~graph.possible(graph.target(edge)) & states) != 0);
    }

    /** The way to a state, which must be reachable; of at least one step. */
    static List<Integer> toState(FairGraph<?, ?> graph, int from, IntPredicate within, int to) {
        return search(graph, from, within, edge -> graph.target(edge) == to);
    }

    private static List<Integer> search(FairGraph<?, ?> graph, int from, IntPredicate within, IntPredicate isLast) {
        Map<Integer, Step> cameBy = new HashMap<>();
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            int source = queue.remove();
            for (int edge = graph.firstEdge(source); edge < graph.endOfEdges(source); edge++) {
                int target = graph.target(edge);
                if (!within.test(target)) {
                    continue;
                }
                Step step = new Step(edge, cameBy.get(source));
                if (isLast.test(edge)) {
                    return way(step);
                }
                if (target != from && cameBy.putIfAbsent(target, step) == null) {
                    queue.add(target);
                }
            }
        }
        throw new IllegalStateException("no way, though the part is strongly connected");
    }

    private static List<Integer> way(Step last) {
        List<Integer> way = new ArrayList<>();
        for (@Nullable Step step = last; step != null; step = step.before) {
            way.add(step.edge);
        }
        Collections.reverse(way);
        return way;
    }
}
