package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Checks what must happen in the end, under assumptions of fairness. All states are kept, and every step with the classes that it is in. A way may also
 * end: in a state in which no step of any class is possible, it is fair that nothing happens any more. Deterministic.
 *
 * @param <S> states
 * @param <L> labels
 */
public final class Liveness<S, L> {

    private final TransitionSystem<S, L> system;
    private final ImmutableList<Fairness<L>> fairness;
    private final FairGraph<S, L> graph;

    /**
     * Looks at every state of a system.
     *
     * @param fairness what is assumed; no step of which nothing is assumed need ever be taken
     * @param bound how many states to look at, at most
     * @throws IllegalArgumentException if there are more than 64 assumptions
     */
    public Liveness(TransitionSystem<S, L> system, List<Fairness<L>> fairness, int bound) {
        this.system = system;
        this.fairness = ImmutableList.copyOf(fairness);
        graph = new FairGraph<>(system, this.fairness, bound);
    }

    /** Was every state looked at, or was there a bound? */
    public boolean complete() {
        return graph.complete();
    }

    /**
     * Checks a claim.
     *
     * @throws IllegalStateException if the counterexample is none, which is a mistake of this class
     */
    public LivenessFinding<S, L> check(LeadsTo<S> property) {
        Optional<Lasso<S, L>> lasso = new Search(property).lasso();
        lasso.flatMap(found -> found.refute(system, fairness, property)).ifPresent(why -> {
            throw new IllegalStateException("the lasso that was found against " + property.name() + " is none: " + why);
        });
        return new LivenessFinding<>(property, lasso.isEmpty(), lasso);
    }

    /**
     * Goes from the beginning through all states, and on from each that calls for something through those in which it has not come. A state may be come to
     * in both ways, and counts as two: number {@code s} before anything was called for, and {@code s + n} after.
     */
    private final class Search {

        private final int n = graph.states();
        private final BitSet calls;
        private final BitSet come;
        private final int[] cameFrom = new int[2 * n];
        private final int[] cameBy = new int[2 * n];
        private final int[] queue = new int[2 * n];
        private int queued;

        Search(LeadsTo<S> property) {
            calls = graph.where(property.when());
            come = graph.where(property.then());
            Arrays.fill(cameFrom, -1);
        }

        Optional<Lasso<S, L>> lasso() {
            enter(0, 0, -1);
            for (int i = 0; i < queued; i++) {
                expand(queue[i]);
            }
            BitSet waiting = new BitSet(n);
            Arrays.stream(queue, 0, queued).filter(node -> node >= n).forEach(node -> waiting.set(node - n));
            FairLoops loops = new FairLoops(graph, waiting);
            return Arrays.stream(queue, 0, queued).filter(node -> node >= n && loops.contains(node - n)).boxed().findFirst()
                    .map(node -> lasso(node, loops));
        }

        private void expand(int node) {
            int state = node % n;
            for (int edge = graph.firstEdge(state); edge < graph.endOfEdges(state); edge++) {
                int target = graph.target(edge);
                if (node < n) {
                    enter(target, node, edge);
                } else if (!come.get(target)) {
                    add(target + n, node, edge);
                }
            }
        }

        /** Comes to a state before which nothing was called for, or it has come. */
        private void enter(int state, int from, int edge) {
            if (add(state, from, edge) && calls.get(state) && !come.get(state)) {
                add(state + n, from, edge);
            }
        }

        private boolean add(int node, int from, int edge) {
            if (cameFrom[node] >= 0) {
                return false;
            }
            cameFrom[node] = from;
            cameBy[node] = edge;
            queue[queued++] = node;
            return true;
        }

        private Lasso<S, L> lasso(int node, FairLoops loops) {
            List<Integer> edges = new ArrayList<>();
            for (int at = node; cameBy[at] >= 0; at = cameFrom[at]) {
                edges.add(cameBy[at]);
            }
            Collections.reverse(edges);
            Trace<S, L> prefix = new Trace<>(graph.visited.get(0), ImmutableList.copyOf(graph.steps(0, edges)));
            return new Lasso<>(prefix, ImmutableList.copyOf(graph.steps(node % n, loops.through(node % n))));
        }
    }
}
