package dev.codepurger.conformance.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the oracle everything that can be asked about a list of steps: at each point, all that it calls legal, and what then. Two points
 * that are explained by the same states of the model are one.
 */
final class Explorer {
    /** Signals of sessions that have ended may be seen to be thrown away at any time; the oracle does not name them among what comes next. */
    private static final ImmutableList<Label> AT_ANY_TIME = ImmutableList.of(new Label.Showed(new Effect.Dropped("check_process_code")),
            new Label.Showed(new Effect.Dropped("DOWN")));

    private final ImmutableList<Step> steps;
    private final boolean effects;
    private final int bound;
    private final Map<Point, Integer> numbers = new HashMap<>();
    private final List<@Nullable Reached> reached = new ArrayList<>();

    private record Point(int step, ImmutableSet<World> explanations) {
    }

    private record Reached(int step, PurgeOracle oracle) {
    }

    private Explorer(List<Step> steps, boolean effects, int bound) {
        // To look does nothing: what was not seen before is seen then, if it is there.
        this.steps = steps.stream().filter(one -> !(one instanceof Step.Poll)).collect(ImmutableList.toImmutableList());
        this.effects = effects;
        this.bound = bound;
    }

    /**
     * What the model allows.
     *
     * @return nothing if more than {@code bound} points were found
     */
    static Optional<Automaton> explore(List<Step> steps, Profile profile, boolean effects, int bound) {
        Explorer explorer = new Explorer(steps, effects, bound);
        return explorer.all(PurgeOracle.of(profile, OracleOptions.DEFAULT.withEffects(effects))).map(Smallest::of);
    }

    private Optional<List<Map<Outcome, Integer>>> all(PurgeOracle start) {
        number(0, start);
        List<Map<Outcome, Integer>> nodes = new ArrayList<>();
        while (nodes.size() < reached.size()) {
            // Forgotten at once, because it keeps many states.
            Reached here = Objects.requireNonNull(reached.set(nodes.size(), null));
            Map<Outcome, Integer> leads = new LinkedHashMap<>();
            nodes.add(leads);
            for (Label label : here.step() < steps.size() ? legal(here) : List.<Label>of()) {
                PurgeOracle next = here.oracle().observe(label);
                if (next.verdict() == Verdict.INCONCLUSIVE) {
                    return Optional.empty();
                }
                if (next.verdict() == Verdict.CONFORMS) {
                    leads.put(outcome(label), number(isOver(label) ? here.step() + 1 : here.step(), next));
                }
            }
            if (reached.size() > bound) {
                return Optional.empty();
            }
        }
        return Optional.of(nodes);
    }

    private int number(int step, PurgeOracle oracle) {
        return numbers.computeIfAbsent(new Point(step, oracle.possibleStates()), key -> {
            reached.add(new Reached(step, oracle));
            return reached.size() - 1;
        });
    }

    /** What can be shown, before and after the step whose turn it is. */
    private Set<Label> legal(Reached here) {
        Set<Label> all = new LinkedHashSet<>();
        Step step = steps.get(here.step());
        for (Label label : here.oracle().legalNext()) {
            if (!(label instanceof Label.Quiet) || step instanceof Step.Settle) {
                all.add(label);
            }
        }
        if (effects) {
            all.addAll(AT_ANY_TIME);
        }
        if (step instanceof Step.Do one) {
            for (Response response : here.oracle().legalResponses(one.stimulus())) {
                all.add(new Label.Did(one.stimulus(), response));
            }
        }
        return all;
    }

    private static boolean isOver(Label label) {
        return label instanceof Label.Did || label instanceof Label.Quiet;
    }

    private static Outcome outcome(Label label) {
        return switch (label) {
            case Label.Did did -> new Outcome.Responded(did.response());
            case Label.Observation seen -> new Outcome.Seen(seen);
        };
    }
}
