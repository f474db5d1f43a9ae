package dev.codepurger.model.explore;

import java.util.function.Predicate;

/**
 * Something that is claimed of a transition system. Nothing is null.
 *
 * @param <S> states
 * @param <L> labels
 */
public sealed interface Property<S, L> {

    /** What reports call it; the id of a rule, perhaps with something behind it. */
    String name();

    /** What is claimed, as a sentence. */
    String claim();

    /** Holds in every state. */
    record Always<S, L>(String name, String claim, Predicate<S> holds) implements Property<S, L> {}

    /** Holds of every step. */
    record EveryStep<S, L>(String name, String claim, StepPredicate<S, L> holds) implements Property<S, L> {}

    /** Holds in every state at rest: where nothing happens any more that must happen. */
    record AtRest<S, L>(String name, String claim, Predicate<S> holds) implements Property<S, L> {}

    /** A state like this can be reached. Without it, the other properties may hold only because nothing of interest happens. */
    record Reachable<S, L>(String name, String claim, Predicate<S> goal) implements Property<S, L> {}

    /** Tells good steps from bad ones. */
    @FunctionalInterface
    interface StepPredicate<S, L> {
        /** Is the step from {@code source} to {@code target} as it should be? */
        boolean test(S source, L label, S target);
    }
}
