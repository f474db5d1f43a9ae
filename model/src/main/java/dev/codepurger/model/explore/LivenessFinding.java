package dev.codepurger.model.explore;

import java.util.Optional;

/**
 * What was found of a claim that something happens in the end.
 *
 * @param property which
 * @param holds does it hold as far as was looked
 * @param lasso a fair way on which it never happens, whose prefix is a shortest one; empty if there is none
 * @param <S> states
 * @param <L> labels
 */
public record LivenessFinding<S, L>(LeadsTo<S> property, boolean holds, Optional<Lasso<S, L>> lasso) {}
