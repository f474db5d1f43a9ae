package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.lts.PackedSystem;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the way to a state after the fact: nobody has written down where a state was come to from, but it must have been from the level before. So
 * the same way is found whoever came first.
 */
final class Ways {

    private final PackedSystem system;
    private final Stepper stepper;
    private final List<StateStore> stores;
    private final Levels levels;

    Ways(PackedSystem system, List<StateStore> stores, Levels levels) {
        this.system = system;
        stepper = system.stepper();
        this.stores = stores;
        this.levels = levels;
    }

    /** A way to a state of this level, as the steps are: where equal processes are not told apart, to one that the state stands for. */
    ImmutableList<long[]> to(int level, long[] state) {
        List<Set<LongBuffer>> leading = new ArrayList<>();
        leading.add(Set.of(LongBuffer.wrap(state)));
        for (int before = level - 1; before >= 0; before--) {
            leading.add(0, leadingTo(leading.get(0), before));
        }
        ImmutableList.Builder<long[]> way = ImmutableList.builder();
        long[] at = new long[system.words()];
        system.initial(at);
        way.add(at);
        for (Set<LongBuffer> next : leading.subList(1, leading.size())) {
            at = firstStepInto(next, at);
            way.add(at);
        }
        return way.build();
    }

    private Set<LongBuffer> leadingTo(Set<LongBuffer> targets, int level) {
        Set<LongBuffer> leading = new HashSet<>();
        for (Levels.Range range : levels.ranges(level)) {
            for (long index = range.from(); index < range.to(); index++) {
                long[] source = new long[system.words()];
                stores.get(range.store()).read(index, source);
                stepper.from(source, (label, target) -> {
                    stepper.reduce(target);
                    if (targets.contains(LongBuffer.wrap(target))) {
                        leading.add(LongBuffer.wrap(source));
                    }
                });
            }
        }
        return leading;
    }

    private long[] firstStepInto(Set<LongBuffer> targets, long[] source) {
        List<long[]> found = new ArrayList<>();
        stepper.from(source, (label, target) -> {
            long[] as = target.clone();
            stepper.reduce(target);
            if (found.isEmpty() && targets.contains(LongBuffer.wrap(target))) {
                found.add(as);
            }
        });
        return found.get(0);
    }
}
