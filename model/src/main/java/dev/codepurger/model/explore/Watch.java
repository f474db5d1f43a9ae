package dev.codepurger.model.explore;

import dev.codepurger.model.lts.Transition;
import org.jspecify.annotations.Nullable;

/** Waits for the first sight of what decides about one property: where it is broken or, for a goal, where it is met. */
final class Watch<S, L> {

    final Property<S, L> property;
    /** The number of the state in which, or from which, it was seen; below zero before. */
    int seenAt = -1;
    /** The step that was seen, null if it was a state. */
    @Nullable Transition<S, L> seenStep;

    Watch(Property<S, L> property) {
        this.property = property;
    }

    boolean isGoal() {
        return property instanceof Property.Reachable;
    }

    void state(S state, int number) {
        boolean seen = seenAt < 0 && switch (property) {
            case Property.Always<S, L> p -> !p.holds().test(state);
            case Property.Reachable<S, L> p -> p.goal().test(state);
            case Property.EveryStep<S, L> p -> false;
            case Property.AtRest<S, L> p -> false;
        };
        if (seen) {
            seenAt = number;
        }
    }

    void step(S source, Transition<S, L> step, int number) {
        if (seenAt < 0 && property instanceof Property.EveryStep<S, L> p && !p.holds().test(source, step.label(), step.target())) {
            seenAt = number;
            seenStep = step;
        }
    }

    void rest(S state, int number) {
        if (seenAt < 0 && property instanceof Property.AtRest<S, L> p && !p.holds().test(state)) {
            seenAt = number;
        }
    }
}
