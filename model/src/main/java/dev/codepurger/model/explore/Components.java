package dev.codepurger.model.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The strongly connected components of parts of a graph: which states can be reached from each other. Tarjan's algorithm, with a stack of its own
 * instead of recursion, which deep graphs would exhaust.
 */
final class Components {

    private final int[] first;
    private final int[] targets;
    /** In the order in which the search comes to them, from 1; 0 before. */
    private final int[] order;
    private final int[] low;
    private final int[] nextEdge;
    private final BitSet open;

    /**
     * Of a graph.
     *
     * @param first where the edges of each state begin, and behind the last state where those of the last end
     * @param targets where each edge leads
     */
    Components(int[] first, int[] targets) {
        this.first = first;
        this.targets = targets;
        int states = first.length - 1;
        order = new int[states];
        low = new int[states];
        nextEdge = new int[states];
        open = new BitSet(states);
    }

    /** The components of what is left of the graph if only the states {@code within} are there. */
    List<int[]> of(BitSet within) {
        Search search = new Search(within);
        within.stream().filter(state -> order[state] == 0).forEach(search::from);
        within.stream().forEach(state -> order[state] = 0);
        return search.found;
    }

    private final class Search {

        private final BitSet within;
        private final List<int[]> found = new ArrayList<>();
        private final Stack path = new Stack();
        private final Stack unassigned = new Stack();
        private int count;

        Search(BitSet within) {
            this.within = within;
        }

        void from(int root) {
            enter(root);
            while (path.size > 0) {
                int state = path.top();
                if (nextEdge[state] == first[state + 1]) {
                    path.pop();
                    leave(state);
                } else {
                    follow(state, targets[nextEdge[state]++]);
                }
            }
        }

        private void enter(int state) {
            order[state] = ++count;
            low[state] = count;
            nextEdge[state] = first[state];
            open.set(state);
            path.push(state);
            unassigned.push(state);
        }

        private void follow(int state, int target) {
            if (!within.get(target)) {
                return;
            }
            if (order[target] == 0) {
                enter(target);
            } else if (open.get(target)) {
                low[state] = Math.min(low[state], order[target]);
            }
        }

        private void leave(int state) {
            if (path.size > 0) {
                low[path.top()] = Math.min(low[path.top()], low[state]);
            }
            if (low[state] == order[state]) {
                int[] component = unassigned.takeFrom(state);
                for (int member : component) {
                    open.clear(member);
                }
                found.add(component);
            }
        }
    }

    /** Numbers, the last one first. */
    private static final class Stack {

        private int[] items = new int[64];
        private int size;

        void push(int item) {
            if (size == items.length) {
                items = Arrays.copyOf(items, 2 * size);
            }
            items[size++] = item;
        }

        int top() {
            return items[size - 1];
        }

        void pop() {
            size--;
        }

        /** Takes off this one, and all above it. */
        int[] takeFrom(int item) {
            int from = size;
            do {
                from--;
            } while (items[from] != item);
            int[] taken = Arrays.copyOfRange(items, from, size);
            size = from;
            return taken;
        }
    }
}
