package dev.codepurger.model.explore;

import com.google.common.primitives.ImmutableLongArray;
import dev.codepurger.model.lts.PackedSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** The workers of one run, who look at one level together. */
final class Crew {

    /** States that a worker takes at a time. */
    private static final int BATCH = 64;
    private static final long MILLIS_BETWEEN_REPORTS = 200;

    private final ExecutorService threads;
    private final List<StateStore> stores;
    private final StateTable table;
    private final List<Worker> workers = new ArrayList<>();
    private final int words;
    private final int questions;
    /** Held for reading by those who use the table, for writing by the one who makes it larger. */
    private final ReadWriteLock tableLock = new ReentrantReadWriteLock();
    private final AtomicLong states = new AtomicLong();
    private final AtomicLong generated = new AtomicLong();
    private final AtomicLong expanded = new AtomicLong();

    /** A crew for so many workers; the states that are in the stores are known to it. */
    Crew(PackedSystem system, Supplier<Probe> probes, int questions, int size, List<StateStore> stores, Space space,
            ExecutorService threads) {
        this.threads = threads;
        this.stores = stores;
        this.questions = questions;
        words = system.words();
        states.set(stores.stream().mapToLong(StateStore::size).sum());
        table = new StateTable(space, stores, states.get());
        for (int worker = 0; worker < size; worker++) {
            workers.add(new Worker(system, probes.get(), questions, table, stores, worker));
        }
        enterAll();
    }

    private void enterAll() {
        long[] state = new long[words];
        for (int store = 0; store < stores.size(); store++) {
            for (long index = 0; index < stores.get(store).size(); index++) {
                stores.get(store).read(index, state);
                table.enter(state, store, index);
            }
        }
    }

    /** Adds a state that nobody came to. */
    void add(long[] state) {
        table.add(state, 0);
        states.incrementAndGet();
    }

    /** How many there are. */
    long states() {
        return states.get();
    }

    /** How many edges were come to. */
    long generated() {
        return generated.get();
    }

    /** How many states were looked at. */
    long expanded() {
        return expanded.get();
    }

    Checkpoint.Sums sums(Checkpoint.Sums before) {
        Checkpoint.Sums sums = before;
        for (Worker worker : workers) {
            sums = sums.and(worker);
        }
        return sums;
    }

    /**
     * Looks at all states of a level.
     *
     * @param open a bit for each question that is open
     * @param report is called some times a second
     */
    void expand(List<Levels.Range> level, long open, Runnable report) {
        AtomicLong next = new AtomicLong();
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(threads.submit(() -> expand(worker, level, next, open)));
        }
        running.forEach(one -> await(one, report));
    }

    private void expand(Worker worker, List<Levels.Range> level, AtomicLong next, long open) {
        long all = level.stream().mapToLong(Levels.Range::size).sum();
        for (long batch = next.getAndAdd(BATCH); batch < all; batch = next.getAndAdd(BATCH)) {
            makeRoom();
            tableLock.readLock().lock();
            try {
                expand(worker, level, batch, Math.min(BATCH, all - batch), open);
            } finally {
                tableLock.readLock().unlock();
            }
        }
    }

    /** The states of a level from a place among all of them on. */
    private void expand(Worker worker, List<Levels.Range> level, long from, long count, long open) {
        long edges = worker.edges;
        long found = worker.size();
        long skip = from;
        long left = count;
        for (Levels.Range range : level) {
            for (long i = skip; i < range.size() && left > 0; i++, left--) {
                worker.expand(range.store(), range.from() + i, open);
            }
            skip = Math.max(0, skip - range.size());
        }
        states.addAndGet(worker.size() - found);
        generated.addAndGet(worker.edges - edges);
        expanded.addAndGet(count);
    }

    private void makeRoom() {
        if (!table.isFull(states.get())) {
            return;
        }
        tableLock.writeLock().lock();
        try {
            if (table.isFull(states.get())) {
                table.grow();
                enterAll();
            }
        } finally {
            tableLock.writeLock().unlock();
        }
    }

    private void await(Future<?> one, Runnable report) {
        try {
            while (true) {
                try {
                    one.get(MILLIS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    report.run();
                }
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker has failed", e.getCause());
        }
    }

    /** What was decided on the level that was looked at last. */
    List<Checkpoint.Sighting> sightings(int level) {
        List<Checkpoint.Sighting> sightings = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            long[] first = null;
            for (Worker worker : workers) {
                long[] seen = worker.deciding[question];
                worker.deciding[question] = null;
                if (seen != null && (first == null || Arrays.compareUnsigned(seen, first) < 0)) {
                    first = seen;
                }
            }
            if (first != null) {
                sightings.add(new Checkpoint.Sighting(question, level, ImmutableLongArray.copyOf(first)));
            }
        }
        return sightings;
    }
}
