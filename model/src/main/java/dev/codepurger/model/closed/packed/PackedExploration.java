package dev.codepurger.model.closed.packed;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.explore.Exploration;
import dev.codepurger.model.explore.Finding;
import dev.codepurger.model.explore.PackedExplorer;
import dev.codepurger.model.explore.Probe;
import dev.codepurger.model.explore.Progress;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.explore.Resources;
import dev.codepurger.model.explore.Survey;
import dev.codepurger.model.explore.Trace;
import dev.codepurger.model.lts.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A closed world explored in its packed form, and what was found told in the readable one.
 *
 * @param exploration what was found
 * @param survey how much was looked at
 */
public record PackedExploration(Exploration<ClosedState, Move> exploration, Survey survey) {

    /**
     * Explores a world.
     *
     * @param properties what is claimed, at most 63; none for the counts alone, which takes a fraction of the time
     * @param bound the run ends with the level at the end of which there are more states than that
     * @param watcher gets to know how far it is
     */
    public static PackedExploration of(PackedWorld packed, List<Property<ClosedState, Move>> properties, long bound, Resources resources,
            Consumer<Progress> watcher) {
        List<String> questions = properties.stream().map(property -> property.name() + ": " + property.claim()).toList();
        Survey survey = new PackedExplorer(packed, packed.identity(),
                () -> properties.isEmpty() ? Probe.NOTHING : new ReadableProbe(packed, properties), questions, bound, resources,
                watcher).explore();
        ImmutableList.Builder<Finding<ClosedState, Move>> findings = ImmutableList.builder();
        for (int question = 0; question < properties.size(); question++) {
            findings.add(finding(packed, properties.get(question), Optional.ofNullable(survey.ways().get(question))));
        }
        return new PackedExploration(new Exploration<>(survey.complete(), survey.counts(), findings.build()), survey);
    }

    private static Finding<ClosedState, Move> finding(PackedWorld packed, Property<ClosedState, Move> property,
            Optional<ImmutableList<long[]>> way) {
        boolean goal = property instanceof Property.Reachable;
        return new Finding<>(property, goal == way.isPresent(), way.map(states -> trace(packed, property, states)));
    }

    private static Trace<ClosedState, Move> trace(PackedWorld packed, Property<ClosedState, Move> property, List<long[]> way) {
        List<ClosedState> states = way.stream().map(packed::unpack).toList();
        List<Transition<ClosedState, Move>> steps = new ArrayList<>();
        for (int i = 1; i < states.size(); i++) {
            ClosedState target = states.get(i);
            steps.add(packed.world().from(states.get(i - 1)).stream().filter(step -> step.target().equals(target)).findFirst()
                    .orElseThrow());
        }
        ClosedState end = states.get(states.size() - 1);
        if (property instanceof Property.EveryStep<ClosedState, Move> p) {
            steps.add(packed.world().from(end).stream().filter(step -> ReadableProbe.breaks(p, end, step)).findFirst().orElseThrow());
        }
        return new Trace<>(states.get(0), ImmutableList.copyOf(steps));
    }
}
