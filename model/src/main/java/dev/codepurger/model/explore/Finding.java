package dev.codepurger.model.explore;

import java.util.Optional;

/**
 * What was found of a property.
 *
 * @param property which
 * @param holds does it hold as far as was looked
 * @param trace a shortest way to where it is broken; for a goal, to where it is met; empty if there is none
 * @param <S> states
 * @param <L> labels
 */
public record Finding<S, L>(Property<S, L> property, boolean holds, Optional<Trace<S, L>> trace) {}
