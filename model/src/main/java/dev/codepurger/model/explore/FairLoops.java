package dev.codepurger.model.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Where in a part of a graph one can stay for ever without being unfair: in a state in which nothing is possible that must happen, or on a loop that
 * is fair. A component is strongly connected, so there is a loop through all its states and edges; it is the fairest of the component, so if it is
 * weakly unfair, every other one in it is, too. If it is strongly unfair, a fair one can only do without the states in which the class that it passes
 * over is possible, and the search goes on in what is left (Streett).
 */
final class FairLoops {

    private final FairGraph<?, ?> graph;
    private final long weak;
    private final long strong;
    private final BitSet ends = new BitSet();
    private final BitSet onLoops = new BitSet();
    /** The number of the smallest component that each state was found in, from 1. */
    private final int[] component;
    private int count;

    /** Those in the part of a graph that has these states. */
    FairLoops(FairGraph<?, ?> graph, BitSet within) {
        this.graph = graph;
        weak = graph.ofStrength(Fairness.Strength.WEAK);
        strong = graph.ofStrength(Fairness.Strength.STRONG);
        component = new int[graph.states()];
        within.stream().filter(state -> graph.possible(state) == 0).forEach(ends::set);
        Components components = graph.components();
        ArrayDeque<BitSet> parts = new ArrayDeque<>(List.of(within));
        while (!parts.isEmpty()) {
            for (int[] members : components.of(parts.remove())) {
                decide(members, parts);
            }
        }
    }

    private void decide(int[] members, ArrayDeque<BitSet> parts) {
        count++;
        Arrays.stream(members).forEach(state -> component[state] = count);
        IntPredicate within = within(members[0]);
        boolean moves = false;
        long taken = 0;
        long always = -1;
        long ever = 0;
        for (int state : members) {
            always &= graph.possible(state);
            ever |= graph.possible(state);
            for (int edge = graph.firstEdge(state); edge < graph.endOfEdges(state); edge++) {
                if (within.test(graph.target(edge))) {
                    moves = true;
                    taken |= graph.classes(edge);
                }
            }
        }
        if (!moves || (always & weak & ~taken) != 0) {
            return;
        }
        long passedOver = ever & strong & ~taken;
        if (passedOver == 0) {
            Arrays.stream(members).forEach(onLoops::set);
            return;
        }
        BitSet rest = new BitSet();
        Arrays.stream(members).filter(state -> (graph.possible(state) & passedOver) == 0).forEach(rest::set);
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
    }

    private IntPredicate within(int member) {
        int number = component[member];
        return state -> component[state] == number;
    }

    /** Is the state one to stay in, or on such a loop? */
    boolean contains(int state) {
        return ends.get(state) || onLoops.get(state);
    }

    /** The edges of a fair loop through a state that is contained; none if one can stay there. It is short, though perhaps not the shortest. */
    List<Integer> through(int start) {
        if (ends.get(start)) {
            return List.of();
        }
        IntPredicate within = within(start);
        long canBeTaken = takenIn(within);
        List<Integer> loop = new ArrayList<>();
        int at = start;
        long taken = 0;
        long always = graph.possible(start);
        for (long open = open(canBeTaken, taken, always); open != 0; open = open(canBeTaken, taken, always)) {
            for (int edge : ShortWay.toOpen(graph, at, within, open, open & weak)) {
                loop.add(edge);
                at = graph.target(edge);
                taken |= graph.classes(edge);
                always &= graph.possible(at);
            }
        }
        if (at != start || loop.isEmpty()) {
            loop.addAll(ShortWay.toState(graph, at, within, start));
        }
        return loop;
    }

    /** The classes to which the loop so far is not fair. */
    private long open(long canBeTaken, long taken, long always) {
        return (strong & canBeTaken & ~taken) | (weak & always & ~taken);
    }

    private long takenIn(IntPredicate within) {
        long taken = 0;
        for (int state = 0; state < graph.states(); state++) {
            for (int edge = graph.firstEdge(state); within.test(state) && edge < graph.endOfEdges(state); edge++) {
                taken |= within.test(graph.target(edge)) ? graph.classes(edge) : 0;
            }
        }
        return taken;
    }
}
