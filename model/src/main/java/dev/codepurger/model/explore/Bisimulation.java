package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Strong bisimulation between two graphs: can each do, step by step, whatever the other can do, with the same labels, for ever? Found by refining a
 * partition of the states of both. In each round two states stay together if by each label they lead to the same blocks of the round before; when no
 * block is divided any more, states are bisimilar if, and only if, they are in the same block.
 */
public final class Bisimulation {

    private final Graph left;
    /** The edges of each state, those of the second graph behind those of the first; targets are numbered in the same way. */
    private final List<List<Graph.Edge>> edges = new ArrayList<>();
    /** The block of each state, of one round after the other. */
    private final List<int[]> rounds = new ArrayList<>();

    private Bisimulation(Graph left, Graph right) {
        this.left = left;
        add(left, 0);
        add(right, left.states());
        rounds.add(new int[edges.size()]);
        int blocks = 1;
        for (int before = 0; before < blocks;) {
            before = blocks;
            blocks = refine();
        }
    }

    private void add(Graph graph, int offset) {
        for (int i = 0; i < graph.states(); i++) {
            edges.add(new ArrayList<>());
        }
        graph.edges().forEach(edge -> edges.get(edge.source() + offset)
                .add(new Graph.Edge(edge.source() + offset, edge.label(), edge.target() + offset)));
    }

    /** One round more, and into how many blocks it divides. */
    private int refine() {
        int[] before = rounds.get(rounds.size() - 1);
        Map<Signature, Integer> blocks = new HashMap<>();
        int[] now = new int[before.length];
        for (int state = 0; state < now.length; state++) {
            Integer block = blocks.putIfAbsent(new Signature(before[state], offers(state, before)), blocks.size());
            now[state] = block == null ? blocks.size() - 1 : block;
        }
        rounds.add(now);
        return blocks.size();
    }

    private ImmutableSet<Offer> offers(int state, int[] blocks) {
        return edges.get(state).stream().map(edge -> new Offer(edge.label(), blocks[edge.target()])).collect(ImmutableSet.toImmutableSet());
    }

    private record Offer(String label, int block) {}

    private record Signature(int block, Set<Offer> offers) {}

    /**
     * How two graphs differ.
     *
     * @return empty if their first states are bisimilar; else a way to tell them apart, in words
     */
    public static Optional<String> difference(Graph left, Graph right) {
        Bisimulation both = new Bisimulation(left, right);
        int first = left.states();
        return both.roundOfDifference(0, first) < 0 ? Optional.empty() : Optional.of(both.tell(0, first));
    }

    /** The number of classes that bisimilar states of a graph make up. */
    public static int classes(Graph graph) {
        Bisimulation alone = new Bisimulation(graph, new Graph(0, ImmutableList.of(), true));
        return (int) Arrays.stream(alone.rounds.get(alone.rounds.size() - 1)).distinct().count();
    }

    private int roundOfDifference(int one, int other) {
        for (int round = 0; round < rounds.size(); round++) {
            if (rounds.get(round)[one] != rounds.get(round)[other]) {
                return round;
            }
        }
        return -1;
    }

    /** They are apart in some round, and so there is a step of one to a block of the round before that the other has no step to. */
    private String tell(int one, int other) {
        List<String> way = new ArrayList<>();
        int[] pair = {one, other};
        while (true) {
            int[] before = rounds.get(roundOfDifference(pair[0], pair[1]) - 1);
            Graph.@Nullable Edge step = step(pair[0], pair[1], before);
            int stepping = step == null ? 1 : 0;
            Graph.Edge taken = step == null ? Objects.requireNonNull(step(pair[1], pair[0], before)) : step;
            List<Graph.Edge> answers = edges.get(pair[1 - stepping]).stream().filter(edge -> edge.label().equals(taken.label())).toList();
            way.add(name(taken.source()) + " by " + taken.label() + " to " + name(taken.target()));
            if (answers.isEmpty()) {
                return String.join("; ", way) + ": " + name(pair[1 - stepping]) + " has no such step, only "
                        + edges.get(pair[1 - stepping]).stream().map(Graph.Edge::label).collect(Collectors.toCollection(TreeSet::new));
            }
            // Whatever the other one answers with is another state, so any of them will do.
            pair = stepping == 0 ? new int[]{taken.target(), answers.get(0).target()} : new int[]{answers.get(0).target(), taken.target()};
        }
    }

    private Graph.@Nullable Edge step(int from, int other, int[] before) {
        ImmutableSet<Offer> known = offers(other, before);
        return edges.get(from).stream().filter(edge -> !known.contains(new Offer(edge.label(), before[edge.target()]))).findFirst()
                .orElse(null);
    }

    private String name(int state) {
        return state < left.states() ? "left " + state : "right " + (state - left.states());
    }
}
