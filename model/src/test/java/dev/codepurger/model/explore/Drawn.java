package dev.codepurger.model.explore;

import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * A small system, drawn as a text: its steps, with spaces between, each as {@code 0a1}: from 0 by a to 1. It begins at 0.
 *
 * @param steps the steps, in three characters each
 */
record Drawn(List<String> steps) implements TransitionSystem<Integer, Character> {

    static Drawn of(String text) {
        return new Drawn(List.of(text.split(" ")));
    }

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public List<Transition<Integer, Character>> from(Integer state) {
        List<Transition<Integer, Character>> from = new ArrayList<>();
        for (String step : steps) {
            if (step.charAt(0) - '0' == state) {
                from.add(new Transition<>(step.charAt(1), step.charAt(2) - '0'));
            }
        }
        return from;
    }
}
