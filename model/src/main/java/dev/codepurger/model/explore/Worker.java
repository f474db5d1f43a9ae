package dev.codepurger.model.explore;

import dev.codepurger.model.lts.PackedSystem;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import java.util.Arrays;
import java.util.List;

/** Takes the steps from some states of a level. For one thread at a time. */
final class Worker implements PackedSystem.Sink {

    private final PackedSystem system;
    private final Stepper stepper;
    private final Probe probe;
    private final StateTable table;
    private final List<StateStore> stores;
    private final int number;
    private final long[] source;

    /** What the worker has seen so far: the sums of all workers are the counts. */
    long edges;
    long resting;
    long unreducedStates;
    long unreducedEdges;
    /** Nanoseconds for which it has waited for others. */
    long waited;
    /** For each question the first state of the level that decides it, by the order of their words. */
    final long[][] deciding;

    private int steps;
    private boolean rests;

    Worker(PackedSystem system, Probe probe, int questions, StateTable table, List<StateStore> stores, int number) {
        this.system = system;
        stepper = system.stepper();
        this.probe = probe;
        this.table = table;
        this.stores = stores;
        this.number = number;
        source = new long[system.words()];
        deciding = new long[questions][];
    }

    /** How many states it was the first to come to. */
    long size() {
        return stores.get(number).size();
    }

    /** Enters a state of a store into the table again. */
    void enter(int store, long index) {
        stores.get(store).read(index, source);
        table.enter(source, store, index);
    }

    /** Takes all steps from a state. */
    void expand(int store, long index, long open) {
        stores.get(store).read(index, source);
        steps = 0;
        rests = true;
        stepper.from(source, this);
        edges += steps;
        resting += rests ? 1 : 0;
        if (open != 0) {
            note(probe.decides(source, rests, open));
        }
        int standsFor = stepper.reduce(source);
        unreducedStates += standsFor;
        unreducedEdges += (long) standsFor * steps;
    }

    @Override
    public void step(int label, long[] target) {
        steps++;
        rests &= !system.mustHappen(label);
        stepper.reduce(target);
        table.add(target, number);
    }

    private void note(long decided) {
        for (long left = decided; left != 0; left &= left - 1) {
            int question = Long.numberOfTrailingZeros(left);
            if (deciding[question] == null || Arrays.compareUnsigned(source, deciding[question]) < 0) {
                deciding[question] = source.clone();
            }
        }
    }
}
