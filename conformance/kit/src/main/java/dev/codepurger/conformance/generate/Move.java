package dev.codepurger.conformance.generate;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;

/** A kind of step that a plan can grow by, as an action of jqwik's chains. */
record Move(String name, Kind kind, Predicate<Plan> when, BiConsumer<Plan, Picks> make) implements Action.Independent<Plan> {

    /** What a move is about; a theme gives each kind its weight. */
    enum Kind {
        MODULE, VICTIM, LIFE, PAUSE, FUN, REQUEST, TEST, ON_LOAD, NOISE, HOLD, LOOK, MESSAGES, MESSAGES_ON_THE_WAY, DEATHS,
        DEATHS_ON_THE_WAY,
        LAST, NESTING,
        STAGED_KILLS,
        CALLERS
    }

    /** For moves that can be made at any time. */
    static boolean always(Plan plan) {
        return true;
    }

    @Override
    public boolean precondition(Plan plan) {
        return when.test(plan);
    }

    @Override
    public Arbitrary<Transformer<Plan>> transformer() {
        // jqwik prefers small numbers and limits unless it is told otherwise; here a number means nothing by its size.
        Arbitrary<List<Integer>> picks = Arbitraries.integers().between(0, Picks.MAX).withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases().list().ofSize(Picks.COUNT).withoutEdgeCases();
        return picks.map(all -> Transformer.mutate(name, plan -> make.accept(plan, new Picks(all))));
    }
}
