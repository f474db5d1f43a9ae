package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.codepurger.model.lts.PackedSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at every state of a packed system, level by level, with several workers. What it finds is the same for any number of them, and the same after
 * a run that was ended by force and gone on with. States are kept in full, so that none is taken for another.
 */
public final class PackedExplorer {

    /** States that a worker takes at a time. */
    private static final int BATCH = 64;
    private static final long MILLIS_BETWEEN_REPORTS = 200;

    private final PackedSystem system;
    private final String name;
    private final Supplier<Probe> probes;
    private final int questions;
    private final long bound;
    private final Resources resources;
    private final Consumer<Progress> watcher;

    /**
     * An explorer.
     *
     * @param name tells the system from others, so that no run goes on with the checkpoint of another
     * @param probes makes one for each worker
     * @param questions how many there are for them to decide, at most 63
     * @param bound the run ends with the level at the end of which there are more states than that
     * @param watcher gets to know how far it is, some times a second
     */
    public PackedExplorer(PackedSystem system, String name, Supplier<Probe> probes, int questions, long bound, Resources resources,
            Consumer<Progress> watcher) {
        if (questions < 0 || questions >= Long.SIZE) {
            throw new IllegalArgumentException("questions must be from 0 to 63: " + questions);
        }
        this.system = system;
        this.name = name;
        this.probes = probes;
        this.questions = questions;
        this.bound = bound;
        this.resources = resources;
        this.watcher = watcher;
    }

    /**
     * Looks at everything, or at what is left if there is a checkpoint.
     *
     * @throws IllegalArgumentException if the checkpoint is of another system
     * @throws UncheckedIOException if files cannot be written or read
     */
    public Survey explore() {
        try (Space space = new Space(resources.memory()); ExecutorService threads = Executors.newFixedThreadPool(resources.workers())) {
            return new Run(space, threads).toTheEnd();
        }
    }

    private final class Run {

        private final Space space;
        private final ExecutorService threads;
        private final List<StateStore> stores = new ArrayList<>();
        private final List<Worker> workers = new ArrayList<>();
        private final StateTable table;
        private final Levels levels = new Levels();
        private final List<Checkpoint.Sighting> sightings = new ArrayList<>();
        private final Checkpoint.Sums before;
        private final long resumed;
        private final ReadWriteLock tableLock = new ReentrantReadWriteLock();
        private final AtomicLong states = new AtomicLong();
        private final AtomicLong generated = new AtomicLong();
        private final AtomicLong expanded = new AtomicLong();
        private long saved = System.nanoTime();

        Run(Space space, ExecutorService threads) {
            this.space = space;
            this.threads = threads;
            Checkpoint last = resources.folder() == null ? null : Checkpoint.read(folder(resources.folder()), identity()).orElse(null);
            int count = Math.max(resources.workers(), last == null ? 0 : last.ends().get(last.ends().size() - 1).length);
            for (int store = 0; store < count; store++) {
                stores.add(new StateStore(system.words(), space,
                        resources.folder() == null ? null : Checkpoint.states(resources.folder(), store)));
            }
            before = last == null ? Checkpoint.Sums.NOTHING : last.sums();
            if (last != null) {
                last.ends().forEach(levels::add);
                sightings.addAll(last.sightings());
                long[] end = levels.end(levels.size() - 1);
                for (int store = 0; store < end.length; store++) {
                    stores.get(store).reopen(end[store]);
                }
            }
            resumed = stores.stream().mapToLong(StateStore::size).sum();
            table = new StateTable(space, stores, resumed);
            for (int worker = 0; worker < resources.workers(); worker++) {
                workers.add(new Worker(system, probes.get(), questions, table, stores, worker));
            }
            enterAll();
        }

        private String identity() {
            return name + ", " + system.words() + " words, " + questions + " questions";
        }

        private void enterAll() {
            long[] state = new long[system.words()];
            for (int store = 0; store < stores.size(); store++) {
                for (long index = 0; index < stores.get(store).size(); index++) {
                    stores.get(store).read(index, state);
                    table.enter(state, store, index);
                }
            }
        }

        Survey toTheEnd() {
            if (resumed == 0) {
                long[] state = new long[system.words()];
                system.initial(state);
                system.stepper().reduce(state);
                table.add(state, 0);
                levels.add(sizes());
            }
            states.set(stores.stream().mapToLong(StateStore::size).sum());
            expanded.set(states.get() - levels.states(levels.size() - 1));
            while (levels.states(levels.size() - 1) > 0 && states.get() <= bound) {
                expandLevel();
                levels.add(sizes());
                boolean last = levels.states(levels.size() - 1) == 0 || states.get() > bound;
                long now = System.nanoTime();
                if (resources.folder() != null && (last || now - saved >= resources.interval().toNanos())) {
                    save(resources.folder());
                    saved = System.nanoTime();
                }
            }
            return survey();
        }

        private long[] sizes() {
            return stores.stream().mapToLong(StateStore::size).toArray();
        }

        private void save(Path folder) {
            stores.forEach(StateStore::force);
            ImmutableList.Builder<long[]> ends = ImmutableList.builder();
            for (int level = 0; level < levels.size(); level++) {
                ends.add(levels.end(level));
            }
            new Checkpoint(identity(), ends.build(), sums(), ImmutableList.copyOf(sightings)).write(folder);
        }

        private Checkpoint.Sums sums() {
            Checkpoint.Sums sums = before;
            for (Worker worker : workers) {
                sums = sums.and(worker);
            }
            return sums;
        }

        private Survey survey() {
            boolean complete = levels.states(levels.size() - 1) == 0;
            // The level behind the last has no states.
            int depth = levels.size() - (complete ? 2 : 1);
            Checkpoint.Sums sums = sums();
            Ways ways = new Ways(system, stores, levels);
            ImmutableMap.Builder<Integer, ImmutableList<long[]>> found = ImmutableMap.builder();
            sightings.forEach(one -> found.put(one.question(), ways.to(one.level(), one.state().toArray())));
            return new Survey(complete,
                    new Counts(Math.toIntExact(states.get()), sums.edges(), depth, Math.toIntExact(sums.resting())),
                    sums.unreducedStates(), sums.unreducedEdges(), space.inMemory() + space.inFiles(), found.buildOrThrow());
        }

        // ------------------------------------------------------------------------------------------------------------ one level

        private void expandLevel() {
            List<Levels.Range> ranges = levels.ranges(levels.size() - 1);
            AtomicLong next = new AtomicLong();
            long open = (1L << questions) - 1;
            for (Checkpoint.Sighting one : sightings) {
                open &= ~(1L << one.question());
            }
            long questionsLeft = open;
            List<Future<?>> running = new ArrayList<>();
            for (Worker worker : workers) {
                running.add(threads.submit(() -> expand(worker, ranges, next, questionsLeft)));
            }
            running.forEach(this::await);
            collectSightings();
        }

        private void expand(Worker worker, List<Levels.Range> ranges, AtomicLong next, long open) {
            long all = ranges.stream().mapToLong(range -> range.to() - range.from()).sum();
            for (long batch = next.getAndAdd(BATCH); batch < all; batch = next.getAndAdd(BATCH)) {
                makeRoom();
                tableLock.readLock().lock();
                try {
                    expand(worker, ranges, batch, Math.min(BATCH, all - batch), open);
                } finally {
                    tableLock.readLock().unlock();
                }
            }
        }

        /** The states of a level from a place among all of them on. */
        private void expand(Worker worker, List<Levels.Range> ranges, long from, long count, long open) {
            long edges = worker.edges;
            long found = worker.size();
            long skip = from;
            long left = count;
            for (Levels.Range range : ranges) {
                long size = range.to() - range.from();
                for (long i = skip; i < size && left > 0; i++, left--) {
                    worker.expand(range.store(), range.from() + i, open);
                }
                skip = Math.max(0, skip - size);
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

        private void await(Future<?> one) {
            try {
                while (true) {
                    try {
                        one.get(MILLIS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
                        return;
                    } catch (TimeoutException e) {
                        watcher.accept(progress());
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

        private Progress progress() {
            return new Progress(generated.get() + before.edges(), states.get(), levels.size() - 1, states.get() - expanded.get(), resumed,
                    space.inMemory(), space.inFiles());
        }

        private void collectSightings() {
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
                    sightings.add(new Checkpoint.Sighting(question, levels.size() - 1, ImmutableLongArray.copyOf(first)));
                }
            }
        }
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
