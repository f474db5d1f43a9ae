package dev.codepurger.model.explore;

import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** All states of a system, and of each step the classes that it is in: a bit for each assumption. */
final class FairGraph<S, L> {

    private final TransitionSystem<S, L> system;
    private final List<Fairness<L>> fairness;
    final Visited<S> visited = new Visited<>();
    /** The classes of which a step is possible, of each state. */
    private long[] possible = new long[1024];
    /** Where the steps of each state begin in the next two, and behind the last state where those of the last end. */
    private int[] first = new int[1025];
    private int[] targets = new int[4096];
    private long[] classes = new long[4096];
    private boolean complete = true;

    /** Looks at everything, up to a bound. */
    FairGraph(TransitionSystem<S, L> system, List<Fairness<L>> fairness, int bound) {
        if (fairness.size() > Long.SIZE) {
            throw new IllegalArgumentException("more than " + Long.SIZE + " assumptions: " + fairness.size());
        }
        this.system = system;
        this.fairness = fairness;
        visited.add(system.initial(), -1);
        int edges = 0;
        for (int source = 0; source < visited.size(); source++) {
            edges = expand(source, edges, bound);
        }
        first = Arrays.copyOf(first, visited.size() + 1);
        targets = Arrays.copyOf(targets, edges);
        classes = Arrays.copyOf(classes, edges);
    }

    private int expand(int source, int edges, int bound) {
        int at = edges;
        long any = 0;
        for (Transition<S, L> step : system.from(visited.get(source))) {
            long in = classesOf(step.label());
            // Also a step to behind the bound is possible.
            any |= in;
            int target = visited.find(step.target());
            if (target < 0 && visited.size() == bound) {
                complete = false;
                continue;
            }
            if (at == targets.length) {
                targets = Arrays.copyOf(targets, 2 * at);
                classes = Arrays.copyOf(classes, 2 * at);
            }
            targets[at] = target < 0 ? visited.add(step.target(), source) : target;
            classes[at++] = in;
        }
        if (source == possible.length) {
            possible = Arrays.copyOf(possible, 2 * source);
            first = Arrays.copyOf(first, 2 * source + 1);
        }
        possible[source] = any;
        first[source + 1] = at;
        return at;
    }

    private long classesOf(L label) {
        long in = 0;
        for (int i = 0; i < fairness.size(); i++) {
            in |= fairness.get(i).includes().test(label) ? 1L << i : 0;
        }
        return in;
    }

    /** The classes about which so much is assumed. */
    long ofStrength(Fairness.Strength strength) {
        return IntStream.range(0, fairness.size()).filter(i -> fairness.get(i).strength() == strength).mapToLong(i -> 1L << i)
                .reduce(0, (one, other) -> one | other);
    }

    boolean complete() {
        return complete;
    }

    int states() {
        return visited.size();
    }

    /** The classes of which a step is possible in a state. */
    long possible(int state) {
        return possible[state];
    }

    /** The first of the edges of a state. */
    int firstEdge(int state) {
        return first[state];
    }

    /** Behind the last of them. */
    int endOfEdges(int state) {
        return first[state + 1];
    }

    int target(int edge) {
        return targets[edge];
    }

    long classes(int edge) {
        return classes[edge];
    }

    Components components() {
        return new Components(first, targets);
    }

    /** The step that an edge of a state stands for. Labels are not kept, so it is asked for again. */
    Transition<S, L> step(int source, int edge) {
        S target = visited.get(targets[edge]);
        return system.from(visited.get(source)).stream()
                .filter(step -> step.target().equals(target) && classesOf(step.label()) == classes[edge]).findFirst().orElseThrow();
    }

    /** The states of which a question is true. */
    BitSet where(Predicate<S> question) {
        BitSet set = new BitSet(states());
        IntStream.range(0, states()).filter(state -> question.test(visited.get(state))).forEach(set::set);
        return set;
    }

    /** The edges of a way, of which each leads from where the one before leads to. */
    List<Transition<S, L>> steps(int from, List<Integer> edges) {
        List<Transition<S, L>> steps = new ArrayList<>();
        int at = from;
        for (int edge : edges) {
            steps.add(step(at, edge));
            at = targets[edge];
        }
        return steps;
    }
}
