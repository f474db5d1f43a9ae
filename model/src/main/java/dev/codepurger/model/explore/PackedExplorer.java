package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.lts.PackedSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at every state of a packed system, level by level, with several workers. What it finds is the same for any number of them, and the same after
 * a run that was ended by force and gone on with. States are kept in full, so that none is taken for another. Where there are questions, it finds out
 * besides whether every way comes to an end.
 */
public final class PackedExplorer {

    private final PackedSystem system;
    private final ImmutableMap<String, String> identity;
    private final Supplier<Probe> probes;
    private final int questions;
    private final long bound;
    private final Resources resources;
    private final Consumer<Progress> watcher;

    /**
     * An explorer.
     *
     * @param identity tells the system from others, part by part, so that no run goes on with the checkpoint of another
     * @param probes makes one for each worker
     * @param questions what there is for them to decide, at most 63, in words that tell it from anything else
     * @param bound the run ends with the level at the end of which there are more states than that
     * @param watcher gets to know how far it is, some times a second
     */
    public PackedExplorer(PackedSystem system, ImmutableMap<String, String> identity, Supplier<Probe> probes, List<String> questions,
            long bound, Resources resources, Consumer<Progress> watcher) {
        if (questions.size() >= Long.SIZE) {
            throw new IllegalArgumentException("there must be no more than 63 questions: " + questions.size());
        }
        this.system = system;
        this.identity = ImmutableMap.<String, String>builder().putAll(identity).put("list of questions", String.join("; ", questions))
                .buildOrThrow();
        this.probes = probes;
        this.questions = questions.size();
        this.bound = bound;
        this.resources = resources;
        this.watcher = watcher;
    }

    /**
     * Looks at everything, or at what is left if there is a checkpoint.
     *
     * @throws IllegalArgumentException if the checkpoint is of another system, or of another version of this code, or damaged
     * @throws UncheckedIOException if files cannot be written or read
     */
    public Survey explore() {
        try (ExecutorService threads = Executors.newFixedThreadPool(resources.workers())) {
            return new Run(threads).toTheEnd();
        }
    }

    private final class Run {

        private final Space space = new Space(resources.memory());
        private final List<StateStore> stores = new ArrayList<>();
        private final Crew crew;
        private final Levels levels = new Levels();
        private final List<Checkpoint.Sighting> sightings = new ArrayList<>();
        private final Checkpoint.Sums before;
        private final long resumed;
        /** Of those that are there from the run before. */
        private final long lookedAt;
        private long saved = System.nanoTime();

        Run(ExecutorService threads) {
            Checkpoint last = resources.folder() == null ? null
                    : Checkpoint.read(folder(resources.folder()), identity, system.words()).orElse(null);
            int count = Math.max(resources.workers(), last == null ? 0 : last.ends().get(last.ends().size() - 1).length);
            for (int store = 0; store < count; store++) {
                stores.add(new StateStore(system.words(), space,
                        resources.folder() == null ? null : Checkpoint.states(resources.folder(), store)));
            }
            before = last == null ? Checkpoint.Sums.NOTHING : last.sums();
            if (last != null) {
                last.ends().forEach(levels::add);
                sightings.addAll(last.sightings());
                long[] end = levels.last();
                for (int store = 0; store < end.length; store++) {
                    stores.get(store).reopen(end[store]);
                }
            }
            crew = new Crew(system, probes, questions, resources.workers(), stores, space, threads);
            resumed = crew.states();
            lookedAt = last == null ? 0 : resumed - levels.states(levels.size() - 1);
        }

        Survey toTheEnd() {
            if (resumed == 0) {
                long[] state = new long[system.words()];
                system.initial(state);
                system.stepper().reduce(state);
                crew.add(state);
                levels.add(sizes());
            }
            while (!isOver()) {
                int level = levels.size() - 1;
                crew.expand(levels.ranges(level), open(), () -> watcher.accept(progress()));
                sightings.addAll(crew.sightings(level));
                levels.add(sizes());
                if (resources.folder() != null && (isOver() || System.nanoTime() - saved >= resources.interval().toNanos())) {
                    save(resources.folder());
                }
            }
            return survey();
        }

        private boolean isOver() {
            return levels.isComplete() || crew.states() > bound;
        }

        private long[] sizes() {
            return stores.stream().mapToLong(StateStore::size).toArray();
        }

        private long open() {
            long open = (1L << questions) - 1;
            for (Checkpoint.Sighting one : sightings) {
                open &= ~(1L << one.question());
            }
            return open;
        }

        private void save(Path folder) {
            stores.forEach(StateStore::force);
            new Checkpoint(identity, levels.ends(), crew.sums(before), ImmutableList.copyOf(sightings)).write(folder);
            saved = System.nanoTime();
        }

        private Progress progress() {
            return new Progress(before.edges() + crew.generated(), crew.states(), levels.size() - 1,
                    crew.states() - lookedAt - crew.expanded(), resumed, space.inMemory(), space.inFiles());
        }

        private Survey survey() {
            // The level behind the last has no states.
            int depth = levels.size() - (levels.isComplete() ? 2 : 1);
            Checkpoint.Sums sums = crew.sums(before);
            Ways ways = new Ways(system, stores, levels);
            ImmutableMap.Builder<Integer, ImmutableList<long[]>> found = ImmutableMap.builder();
            sightings.forEach(one -> found.put(one.question(), ways.to(one.level(), one.state().toArray())));
            return new Survey(levels.isComplete(),
                    new Counts(Math.toIntExact(crew.states()), sums.edges(), depth, Math.toIntExact(sums.resting())),
                    sums.unreducedStates(), sums.unreducedEdges(), space.inMemory() + space.inFiles(), crew.waited() / 1e9,
                    questions > 0 && levels.isComplete() && crew.everyWayEnds(), found.buildOrThrow());
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
