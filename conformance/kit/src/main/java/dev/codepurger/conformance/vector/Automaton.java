package dev.codepurger.conformance.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * All that may be shown while a list of steps is done: a deterministic automaton, which begins at its first node. What a node does not name is not
 * legal there. It is the smallest there is, with its nodes in the order in which they are come to, so that two that allow the same are equal.
 *
 * @param nodes for each node what may be shown, and the number of the node that it leads to
 */
public record Automaton(ImmutableList<ImmutableMap<Outcome, Integer>> nodes) {

    /** How many things may be shown, summed up over all nodes. */
    public int edges() {
        return nodes.stream().mapToInt(ImmutableMap::size).sum();
    }
}
