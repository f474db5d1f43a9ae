package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;

/**
 * What was found by looking at every state.
 *
 * @param complete was every state looked at, or was there a bound
 * @param counts how much was seen
 * @param findings what was found of each property, in the order in which they were given
 * @param <S> states
 * @param <L> labels
 */
public record Exploration<S, L>(boolean complete, Counts counts, ImmutableList<Finding<S, L>> findings) {

    /** Was every state looked at, and do all properties hold? */
    public boolean conforms() {
        return complete && findings.stream().allMatch(Finding::holds);
    }
}
