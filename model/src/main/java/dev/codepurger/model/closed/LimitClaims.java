package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Phase;
import java.util.stream.IntStream;

/** What is claimed of a purger that has only so many requests and kills under way at once. */
final class LimitClaims {

    private LimitClaims() {}

    static ImmutableList<Property<ClosedState, Move>> of(int limit) {
        return ImmutableList.of(
                new Property.Always<>(CHECK_9.id(), "open requests and outstanding kills together never exceed the limit",
                        s -> underWay(s) <= limit),
                new Property.Always<>(CHECK_10.id(), "while there is room, nobody has still to be asked",
                        s -> !(s.phase() instanceof Phase.Check) || s.unasked().isEmpty() || underWay(s) == limit),
                new Property.EveryStep<>(CHECK_11.id(), "a check that ends asks nobody any more",
                        (s, move, t) -> !(s.phase() instanceof Phase.Check) || t.phase() instanceof Phase.Check || !asks(s, t)));
    }

    private static long underWay(ClosedState state) {
        return state.phase() instanceof Phase.Check ? Look.at(state).openRequests() + Look.at(state).outstandingKills() : 0;
    }

    private static boolean asks(ClosedState before, ClosedState after) {
        return IntStream.range(0, before.actors().size())
                .anyMatch(i -> after.actors().get(i).inbox().size() > before.actors().get(i).inbox().size());
    }
}
