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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The workers of one run, who look at one level together. */
final class Crew {

    /** States that a worker takes at a time. */
    private static final int BATCH = 64;
    private static final long MILLIS_BETWEEN_REPORTS = 200;

    private final PackedSystem system;
    private final List<StateStore> stores;
    private final ExecutorService threads;
    private final StateTable table;
    private final Growth growth;
    private final List<Worker> workers = new ArrayList<>();
    private final int questions;
    private final AtomicLong states = new AtomicLong();
    private final AtomicLong generated = new AtomicLong();
    private final AtomicLong expanded = new AtomicLong();
    /** What failed first: what fails after it may fail because of it. */
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** A crew for so many workers; the states that are in the stores are known to it. */
    Crew(PackedSystem system, Supplier<Probe> probes, int questions, int size, List<StateStore> stores, Space space,
            ExecutorService threads) {
        this.system = system;
        this.stores = stores;
        this.threads = threads;
        this.questions = questions;
        states.set(stores.stream().mapToLong(StateStore::size).sum());
        table = new StateTable(space, stores, states.get());
        growth = new Growth(table, stores, states);
        for (int worker = 0; worker < size; worker++) {
            workers.add(new Worker(system, probes.get(), questions, table, stores, worker));
        }
        growth.beginToEnter();
        together(growth::enterSome, () -> {});
    }

    /** Adds a state that nobody came to. */
    void add(long[] state) {
        table.add(state, 0, StateTable.hash(state, 0, state.length), 0);
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
        growth.begin(workers.size());
        together(worker -> {
            try {
                expand(worker, level, next, open);
            } finally {
                growth.leave();
            }
        }, report);
    }

    private void expand(Worker worker, List<Levels.Range> level, AtomicLong next, long open) {
        long all = Levels.Range.size(level);
        for (long batch = next.getAndAdd(BATCH); batch < all; batch = next.getAndAdd(BATCH)) {
            growth.makeRoom(worker);
            long count = Math.min(BATCH, all - batch);
            long edges = worker.edges;
            long found = worker.size();
            Levels.Range.forEach(level, batch, count, (store, index) -> worker.expand(store, index, open));
            worker.addPending();
            states.addAndGet(worker.size() - found);
            generated.addAndGet(worker.edges - edges);
            expanded.addAndGet(count);
        }
    }

    /** Has each worker do something, and waits for all. */
    private void together(Consumer<Worker> task, Runnable report) {
        long[] done = new long[workers.size()];
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < workers.size(); i++) {
            int number = i;
            running.add(threads.submit(() -> {
                run(task, workers.get(number));
                done[number] = System.nanoTime();
            }));
        }
        running.forEach(one -> await(one, report));
        long end = Arrays.stream(done).max().orElseThrow();
        for (int i = 0; i < workers.size(); i++) {
            workers.get(i).waited += end - done[i];
        }
    }

    private void run(Consumer<Worker> task, Worker worker) {
        try {
            task.accept(worker);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    /** Nanoseconds for which workers have waited for others. */
    long waited() {
        return workers.stream().mapToLong(worker -> worker.waited).sum();
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
            throw new IllegalStateException("a worker has failed", failure.get());
        }
    }

    /** Does every way come to an end? Only to be asked when all states were looked at. */
    boolean everyWayEnds() {
        return EveryWayEnds.in(system, stores, table);
    }

    /** What was decided on the level that was looked at last. */
    List<Checkpoint.Sighting> sightings(int level) {
        List<Checkpoint.Sighting> sightings = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            long[] first = null;
            for (Worker worker : workers) {
                first = lesser(first, worker.deciding[question]);
                worker.deciding[question] = null;
            }
            if (first != null) {
                sightings.add(new Checkpoint.Sighting(question, level, ImmutableLongArray.copyOf(first)));
            }
        }
        return sightings;
    }

    /** Which of two states comes first by the order of its words; null is none. */
    static long @Nullable [] lesser(long @Nullable [] one, long @Nullable [] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }
}
