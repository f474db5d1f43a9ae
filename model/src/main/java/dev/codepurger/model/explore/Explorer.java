package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks at every state of a transition system, breadth first, so that the first way to a state is a shortest one. It does not stop at what is
 * wrong: the counts are those of the whole system, whatever is claimed of it. Deterministic.
 *
 * @param <S> states
 * @param <L> labels
 */
public final class Explorer<S, L> {

    private final TransitionSystem<S, L> system;
    private final Predicate<L> mustHappen;
    private final ImmutableList<Property<S, L>> properties;
    private final int bound;

    /**
     * An explorer.
     *
     * @param system what to look at
     * @param mustHappen the labels of steps that are taken some time if they stay possible; a state without such a step is at rest
     * @param properties what is claimed
     * @param bound how many states to look at, at most
     */
    public Explorer(TransitionSystem<S, L> system, Predicate<L> mustHappen, List<Property<S, L>> properties, int bound) {
        this.system = system;
        this.mustHappen = mustHappen;
        this.properties = ImmutableList.copyOf(properties);
        this.bound = bound;
    }

    /** Looks at everything. */
    public Exploration<S, L> explore() {
        return new Run().toTheEnd();
    }

    private final class Run {

        private final Visited<S> visited = new Visited<>();
        private final List<Watch<S, L>> watches = new ArrayList<>(properties.stream().map(Watch<S, L>::new).toList());
        private long edges;
        private int depth;
        private int resting;
        private boolean complete = true;

        Exploration<S, L> toTheEnd() {
            enter(system.initial(), -1);
            int endOfLevel = visited.size();
            for (int source = 0; source < visited.size(); source++) {
                if (source == endOfLevel) {
                    depth++;
                    endOfLevel = visited.size();
                }
                expand(source);
            }
            ImmutableList<Finding<S, L>> findings = watches.stream().map(this::finding).collect(ImmutableList.toImmutableList());
            return new Exploration<>(complete, new Counts(visited.size(), edges, depth, resting), findings);
        }

        private void expand(int source) {
            S state = visited.get(source);
            boolean rests = true;
            for (Transition<S, L> step : system.from(state)) {
                rests &= !mustHappen.test(step.label());
                watches.forEach(watch -> watch.step(state, step, source));
                edges++;
                if (visited.find(step.target()) >= 0) {
                    continue;
                }
                if (visited.size() == bound) {
                    complete = false;
                } else {
                    enter(step.target(), source);
                }
            }
            if (rests) {
                resting++;
                watches.forEach(watch -> watch.rest(state, source));
            }
        }

        private void enter(S state, int from) {
            int number = visited.add(state, from);
            watches.forEach(watch -> watch.state(state, number));
        }

        private Finding<S, L> finding(Watch<S, L> watch) {
            if (watch.seenAt < 0) {
                return new Finding<>(watch.property, !watch.isGoal(), Optional.empty());
            }
            List<Transition<S, L>> steps = new ArrayList<>(stepsTo(visited.wayTo(watch.seenAt)));
            if (watch.seenStep != null) {
                steps.add(watch.seenStep);
            }
            return new Finding<>(watch.property, watch.isGoal(), Optional.of(new Trace<>(visited.get(0), ImmutableList.copyOf(steps))));
        }

        /** States are kept without the labels between them, which are asked for again. */
        private List<Transition<S, L>> stepsTo(List<S> way) {
            List<Transition<S, L>> steps = new ArrayList<>();
            for (int i = 1; i < way.size(); i++) {
                S target = way.get(i);
                steps.add(system.from(way.get(i - 1)).stream().filter(step -> step.target().equals(target)).findFirst().orElseThrow());
            }
            return steps;
        }
    }
}
