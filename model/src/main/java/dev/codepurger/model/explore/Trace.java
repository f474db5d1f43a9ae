package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.lts.Transition;

/**
 * A way through a transition system.
 *
 * @param start where it begins
 * @param steps what happens, each with the state it leads to
 * @param <S> states
 * @param <L> labels
 */
public record Trace<S, L>(S start, ImmutableList<Transition<S, L>> steps) {

    /** Where it ends. */
    public S end() {
        return steps.isEmpty() ? start : steps.get(steps.size() - 1).target();
    }
}
