package dev.codepurger.model.lts;

/**
 * One step of a {@link TransitionSystem}.
 *
 * @param label what happens
 * @param target where it leads
 * @param <S> states
 * @param <L> labels
 */
public record Transition<S, L>(L label, S target) {}
