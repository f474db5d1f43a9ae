package dev.codepurger.model.explore;

import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the table larger in the middle of a level. Nobody can use it meanwhile, so all who are at the level meet and do it together: otherwise they would
 * wait for one who enters every state again.
 */
final class Growth {

    /** States that a worker enters at a time. */
    private static final int BATCH = 4096;

    private final StateTable table;
    private final List<StateStore> stores;
    private final AtomicLong states;
    /** Those who are at the level. There are none between two levels, which is not the end. */
    private final Phaser workers = new Phaser() {
        @Override
        protected boolean onAdvance(int phase, int registered) {
            return false;
        }
    };
    private final AtomicInteger nextSegment = new AtomicInteger();
    private final AtomicLong nextState = new AtomicLong();
    private List<Levels.Range> all = List.of();

    /** Of a table in which these states stand. */
    Growth(StateTable table, List<StateStore> stores, AtomicLong states) {
        this.table = table;
        this.stores = stores;
        this.states = states;
    }

    /** So many workers begin with a level. */
    void begin(int count) {
        workers.bulkRegister(count);
    }

    /** A worker does not use the table any more on this level, or has failed. */
    void leave() {
        workers.arriveAndDeregister();
    }

    /** Is to be called by each worker of the level, some time, before it adds more. */
    void makeRoom(Worker worker) {
        if (table.isFull(states.get())) {
            meet(worker);
            growOnce();
            for (int segment = nextSegment.getAndIncrement(); segment < table.segments(); segment = nextSegment.getAndIncrement()) {
                table.takeSegment(segment);
            }
            meet(worker);
            enterSome(worker);
            meet(worker);
        }
    }

    /** The first who comes here does it for all. */
    private synchronized void growOnce() {
        if (table.isFull(states.get())) {
            table.grow();
            nextSegment.set(0);
            beginToEnter();
        }
    }

    private void meet(Worker worker) {
        long began = System.nanoTime();
        workers.arriveAndAwaitAdvance();
        worker.waited += System.nanoTime() - began;
    }

    /** All states are to be entered anew, by whoever calls {@link #enterSome}. */
    void beginToEnter() {
        all = Levels.Range.all(stores);
        nextState.set(0);
    }

    /** Enters states until none is left. */
    void enterSome(Worker worker) {
        long count = Levels.Range.size(all);
        for (long batch = nextState.getAndAdd(BATCH); batch < count; batch = nextState.getAndAdd(BATCH)) {
            Levels.Range.forEach(all, batch, Math.min(BATCH, count - batch), worker::enter);
            worker.enterPending();
        }
    }
}
