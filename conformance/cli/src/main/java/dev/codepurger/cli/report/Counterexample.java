package dev.codepurger.cli.report;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.explore.Finding;
import dev.codepurger.model.explore.Lasso;
import dev.codepurger.model.explore.LivenessFinding;
import dev.codepurger.model.explore.Trace;
import java.util.Optional;

/**
 * A way on which a claim is violated, whatever kind of claim that is.
 *
 * @param name the claim's name
 * @param claim what is claimed
 * @param trace the way to where it shows; of a way that never ends, that to where its loop begins; empty if a goal is not reached
 * @param lasso the whole of a way that never ends
 */
public record Counterexample(String name, String claim, Optional<Trace<ClosedState, Move>> trace,
        Optional<Lasso<ClosedState, Move>> lasso) {

    static Counterexample of(Finding<ClosedState, Move> finding) {
        return new Counterexample(finding.property().name(), finding.property().claim(), finding.trace(), Optional.empty());
    }

    static Counterexample of(LivenessFinding<ClosedState, Move> finding) {
        return new Counterexample(finding.property().name(), finding.property().claim(), finding.lasso().map(Lasso::prefix),
                finding.lasso());
    }

    /** Its steps; the loop once. */
    ImmutableList<Move> moves() {
        return trace.map(way -> lasso.map(Lasso::unrolled).orElse(way).steps().stream().map(step -> step.label())
                .collect(ImmutableList.toImmutableList())).orElse(ImmutableList.of());
    }
}
