package dev.codepurger.model.oracle;

import com.google.common.base.Suppliers;
import dev.codepurger.model.lts.OpenSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The states that explain a trace, before any internal step that the trace does not need. Follows the subset construction of ioco
 * (Tretmans, 2008), with the closure made on demand: for an output that no internal step takes away, only up to the states that
 * show it.
 */
final class StateSet<S, L> {

    private final OpenSystem<S, L> system;
    private final Set<S> states;
    private final int bound;
    /** Worked out when it is first asked for, as few sets are; then asked for again. */
    private final Supplier<Optional<List<S>>> closure = Suppliers.memoize(this::findClosure);

    StateSet(OpenSystem<S, L> system, Collection<S> states, int bound) {
        this.system = system;
        this.states = new LinkedHashSet<>(states);
        this.bound = bound;
    }

    int size() {
        return states.size();
    }

    List<S> states() {
        return new ArrayList<>(states);
    }

    /** Does the other hold the same states, in whatever order? */
    boolean equalStates(StateSet<S, L> other) {
        return states.equals(other.states);
    }

    /** The states after {@code label}, none if it cannot happen; nothing where the bound was hit. */
    Optional<StateSet<S, L>> after(L label) {
        Set<S> found = new LinkedHashSet<>();
        boolean complete = walk(state -> system.internalBefore(state, label), state -> {
            List<S> next = system.after(state, label);
            found.addAll(next);
            return found.size() <= bound && (next.isEmpty() || !system.persistent(state, label));
        });
        return complete && found.size() <= bound ? Optional.of(new StateSet<>(system, found, bound)) : Optional.empty();
    }

    /** All states that internal steps lead to; nothing where the bound was hit. */
    Optional<List<S>> closure() {
        return closure.get();
    }

    private Optional<List<S>> findClosure() {
        List<S> all = new ArrayList<>();
        boolean complete = walk(system::internal, state -> {
            all.add(state);
            return true;
        });
        return complete ? Optional.of(all) : Optional.empty();
    }

    /** Visits states until there are no more, not going on behind those that {@code visit} refuses; false where the bound was hit. */
    private boolean walk(Function<S, List<S>> steps, Predicate<S> visit) {
        Set<S> seen = new LinkedHashSet<>(states);
        ArrayDeque<S> todo = new ArrayDeque<>(states);
        while (!todo.isEmpty()) {
            S state = todo.remove();
            if (visit.test(state)) {
                for (S next : steps.apply(state)) {
                    if (seen.add(next)) {
                        todo.add(next);
                    }
                }
            }
            if (seen.size() > bound) {
                return false;
            }
        }
        return true;
    }
}
