package dev.codepurger.model.explore;

import com.google.common.primitives.ImmutableLongArray;
import dev.codepurger.model.lts.PackedSystem;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Does every way come to an end? State after state is taken away to which no step is left that leads; what cannot be taken away is on a way round, or
 * behind one. Steps are not kept but taken again, twice.
 */
final class EveryWayEnds {

    private final List<StateStore> stores;
    private final StateTable table;
    private final Stepper stepper;
    private final long[] source;
    /** Of each state of each store, how many steps lead to it from states that are still there. */
    private final int[][] leading;
    private ImmutableLongArray.Builder free = ImmutableLongArray.builder();

    private EveryWayEnds(PackedSystem system, List<StateStore> stores, StateTable table) {
        this.stores = stores;
        this.table = table;
        stepper = system.stepper();
        source = new long[system.words()];
        leading = stores.stream().map(store -> new int[Math.toIntExact(store.size())]).toArray(int[][]::new);
    }

    /**
     * Is it so?
     *
     * @param stores all states that can be come to
     * @param table in which they stand
     */
    static boolean in(PackedSystem system, List<StateStore> stores, StateTable table) {
        EveryWayEnds search = new EveryWayEnds(system, stores, table);
        List<Levels.Range> all = Levels.Range.all(stores);
        long states = Levels.Range.size(all);
        Levels.Range.forEach(all, 0, states, search::count);
        Levels.Range.forEach(all, 0, states, search::freeIfNothingLeadsTo);
        return search.takenAway() == states;
    }

    private void count(int store, long index) {
        steps(store, index, target -> leading[StateTable.store(target)][(int) StateTable.index(target)]++);
    }

    /** Hands on the places that the steps from a place lead to. */
    private void steps(int store, long index, LongConsumer targets) {
        stores.get(store).read(index, source);
        stepper.from(source, (label, target) -> {
            stepper.reduce(target);
            targets.accept(table.find(target));
        });
    }

    private void freeIfNothingLeadsTo(int store, long index) {
        if (leading[store][(int) index] == 0) {
            free.add(StateTable.place(store, index));
        }
    }

    private long takenAway() {
        long taken = 0;
        for (ImmutableLongArray now = free.build(); !now.isEmpty(); now = free.build()) {
            free = ImmutableLongArray.builder();
            now.forEach(place -> steps(StateTable.store(place), StateTable.index(place), this::takeStepAway));
            taken += now.length();
        }
        return taken;
    }

    /** A step that led here is gone, with the state that it began in. */
    private void takeStepAway(long target) {
        if (--leading[StateTable.store(target)][(int) StateTable.index(target)] == 0) {
            free.add(target);
        }
    }
}
