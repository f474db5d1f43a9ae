package dev.codepurger.model.explore;

import dev.codepurger.model.lts.PackedSystem;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import java.util.Arrays;
import java.util.List;

/** Takes the steps from some states of a level. For one thread at a time. */
final class Worker implements PackedSystem.Sink {

    /** States that are looked up together. */
    private static final int TOGETHER = 64;

    private final PackedSystem system;
    private final int words;
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
    /** Of what was read only to have it near. Nobody wants to know it, but the compiler must not leave the reading out. */
    long touched;
    /** For each question the first state of the level that decides it, by the order of their words. */
    final long[][] deciding;

    private int steps;
    private boolean rests;
    /** States that are still to be looked up, or entered: many together, one behind the other. */
    private final long[] pending;
    private final long[] hashes = new long[TOGETHER];
    private final long[] places = new long[TOGETHER];
    private int count;

    Worker(PackedSystem system, Probe probe, int questions, StateTable table, List<StateStore> stores, int number) {
        this.system = system;
        stepper = system.stepper();
        this.probe = probe;
        this.table = table;
        this.stores = stores;
        this.number = number;
        words = system.words();
        source = new long[words];
        pending = new long[TOGETHER * words];
        deciding = new long[questions][];
    }

    /** How many states it was the first to come to. */
    long size() {
        return stores.get(number).size();
    }

    /** Enters a state of a store into the table again, at {@link #enterPending} at the latest. */
    void enter(int store, long index) {
        stores.get(store).read(index, pending, count * words);
        places[count++] = StateTable.place(store, index);
        if (count == TOGETHER) {
            enterPending();
        }
    }

    void enterPending() {
        touch();
        for (int i = 0; i < count; i++) {
            table.enter(hashes[i], places[i]);
        }
        count = 0;
    }

    private void touch() {
        for (int i = 0; i < count; i++) {
            hashes[i] = StateTable.hash(pending, i * words, words);
        }
        touched += table.touch(hashes, count);
    }

    /** Takes all steps from a state; what they lead to is added at {@link #addPending} at the latest. */
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
        System.arraycopy(target, 0, pending, count++ * words, words);
        if (count == TOGETHER) {
            addPending();
        }
    }

    void addPending() {
        touch();
        for (int i = 0; i < count; i++) {
            table.add(pending, i * words, hashes[i], number);
        }
        count = 0;
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
