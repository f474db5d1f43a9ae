package dev.codepurger.model.explore;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A transition system that has been looked at as a whole: its states are numbered from 0, where it begins, in the order in which a breadth-first
 * search comes to them.
 *
 * @param states how many
 * @param edges all steps, by where they begin
 * @param complete was every state looked at, or was there a bound
 */
public record Graph(int states, ImmutableList<Edge> edges, boolean complete) {

    /** One step. */
    public record Edge(int source, String label, int target) {}

    /** The graph of a system, with labels in their own words, of so many states at most. */
    public static <S, L> Graph of(TransitionSystem<S, L> system, int bound) {
        Visited<S> visited = new Visited<>();
        List<Edge> edges = new ArrayList<>();
        boolean complete = true;
        visited.add(system.initial(), -1);
        for (int source = 0; source < visited.size(); source++) {
            for (Transition<S, L> step : system.from(visited.get(source))) {
                int target = visited.find(step.target());
                if (target < 0 && visited.size() == bound) {
                    complete = false;
                    continue;
                }
                edges.add(new Edge(source, String.valueOf(step.label()), target < 0 ? visited.add(step.target(), source) : target));
            }
        }
        return new Graph(visited.size(), ImmutableList.copyOf(edges), complete);
    }

    /** Is there a way that leads back to where it began? Without one, every way comes to an end. */
    public boolean hasCycle() {
        int[] open = new int[states];
        ListMultimap<Integer, Integer> targets = ArrayListMultimap.create(states, 4);
        for (Edge edge : edges) {
            open[edge.target]++;
            targets.put(edge.source, edge.target);
        }
        ArrayDeque<Integer> free = new ArrayDeque<>();
        IntStream.range(0, states).filter(state -> open[state] == 0).forEach(free::add);
        int removed = 0;
        for (; !free.isEmpty(); removed++) {
            targets.get(free.remove()).stream().filter(target -> --open[target] == 0).forEach(free::add);
        }
        return removed < states;
    }

    /** In the format of Aldebaran, which tools for labelled transition systems read. */
    public String aut() {
        StringBuilder text = new StringBuilder("des (0, " + edges.size() + ", " + states + ")\n");
        edges.forEach(edge -> text.append('(').append(edge.source).append(", ").append(quoted(edge.label)).append(", ").append(edge.target)
                .append(")\n"));
        return text.toString();
    }

    /** In the language of Graphviz. */
    public String dot() {
        StringBuilder text = new StringBuilder("digraph states {\n    0 [shape=doublecircle];\n");
        edges.forEach(edge -> text.append("    ").append(edge.source).append(" -> ").append(edge.target).append(" [label=")
                .append(quoted(edge.label)).append("];\n"));
        return text.append("}\n").toString();
    }

    private static String quoted(String label) {
        return '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
