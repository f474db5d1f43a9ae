package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way that never ends: some steps, and then a loop that is gone round for ever.
 *
 * @param prefix the way to where the loop begins
 * @param loop the steps of the loop, of which the last leads back to the end of the prefix; empty if nothing happens there any more
 * @param <S> states
 * @param <L> labels
 */
public record Lasso<S, L>(Trace<S, L> prefix, ImmutableList<Transition<S, L>> loop) {

    /** Does it end in a state in which nothing happens any more? */
    public boolean stutters() {
        return loop.isEmpty();
    }

    /** All its steps, the loop once. */
    public Trace<S, L> unrolled() {
        return new Trace<>(prefix.start(), ImmutableList.<Transition<S, L>>builder().addAll(prefix.steps()).addAll(loop).build());
    }

    /**
     * Goes the way again, step by step, knowing nothing of how it was found.
     *
     * @return why it is no counterexample to the property in the system under these assumptions; empty if it is one
     */
    public Optional<String> refute(TransitionSystem<S, L> system, List<Fairness<L>> fairness, LeadsTo<S> property) {
        if (!prefix.start().equals(system.initial())) {
            return Optional.of("it does not begin where the system begins");
        }
        List<S> states = new ArrayList<>(List.of(prefix.start()));
        for (Transition<S, L> step : unrolled().steps()) {
            if (!system.from(states.get(states.size() - 1)).contains(step)) {
                return Optional.of("step " + states.size() + ", " + step.label() + ", is none of the system");
            }
            states.add(step.target());
        }
        if (!states.get(states.size() - 1).equals(prefix.end())) {
            return Optional.of("its loop does not come back");
        }
        // The last state is where the loop began, so that of a way that stutters the loop has one state too.
        List<S> round = states.subList(prefix.steps().size(), states.size());
        for (Fairness<L> one : fairness) {
            if (!isFair(system, one, round)) {
                return Optional.of("it is not fair to " + one.name());
            }
        }
        return breaks(property, states, round) ? Optional.empty() : Optional.of("it does not break " + property.name());
    }

    private boolean isFair(TransitionSystem<S, L> system, Fairness<L> one, List<S> round) {
        if (loop.stream().anyMatch(step -> one.includes().test(step.label()))) {
            return true;
        }
        long possible = round.stream().filter(state -> system.from(state).stream().anyMatch(step -> one.includes().test(step.label())))
                .count();
        return one.strength() == Fairness.Strength.STRONG ? possible == 0 : possible < round.size();
    }

    private static <S> boolean breaks(LeadsTo<S> property, List<S> states, List<S> round) {
        if (round.stream().anyMatch(property.then())) {
            return false;
        }
        int last = states.size() - 1;
        while (last >= 0 && !property.then().test(states.get(last))) {
            last--;
        }
        // After the last state that is as it must come, is there one that calls for it?
        return states.subList(last + 1, states.size()).stream().anyMatch(property.when());
    }
}
