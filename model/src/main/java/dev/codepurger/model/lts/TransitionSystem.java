package dev.codepurger.model.lts;

import java.util.List;

/**
 * A labelled transition system that is closed: nobody acts on it from outside. States and labels are values: immutable, with {@code equals}.
 *
 * @param <S> states
 * @param <L> labels
 */
public interface TransitionSystem<S, L> {

    /** Where it begins. */
    S initial();

    /** All that can happen next, each once, in an order that is the same each time. */
    List<Transition<S, L>> from(S state);
}
