package dev.codepurger.model.closed.packed;

import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.explore.Probe;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.lts.Transition;
import java.util.List;

/** Claims of readable states, looked at in packed ones: each is unpacked, and its steps are those of the readable world. */
final class ReadableProbe implements Probe {

    private final PackedWorld packed;
    private final List<Property<ClosedState, Move>> properties;

    ReadableProbe(PackedWorld packed, List<Property<ClosedState, Move>> properties) {
        this.packed = packed;
        this.properties = properties;
    }

    @Override
    public long decides(long[] words, boolean rests, long open) {
        ClosedState state = packed.unpack(words);
        List<Transition<ClosedState, Move>> steps = packed.world().from(state);
        long decided = 0;
        for (long left = open; left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            if (decides(properties.get(number), state, steps, rests)) {
                decided |= 1L << number;
            }
        }
        return decided;
    }

    private static boolean decides(Property<ClosedState, Move> property, ClosedState state, List<Transition<ClosedState, Move>> steps,
            boolean rests) {
        return switch (property) {
            case Property.Always<ClosedState, Move> p -> !p.holds().test(state);
            case Property.Reachable<ClosedState, Move> p -> p.goal().test(state);
            case Property.AtRest<ClosedState, Move> p -> rests && !p.holds().test(state);
            case Property.EveryStep<ClosedState, Move> p -> steps.stream().anyMatch(step -> breaks(p, state, step));
        };
    }

    static boolean breaks(Property.EveryStep<ClosedState, Move> property, ClosedState state, Transition<ClosedState, Move> step) {
        return !property.holds().test(state, step.label(), step.target());
    }
}
