package dev.codepurger.cli.bench;

import dev.codepurger.cli.bench.Measurements.Column;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.packed.PackedExploration;
import dev.codepurger.model.closed.packed.PackedWorld;
import dev.codepurger.model.explore.Resources;
import dev.codepurger.model.explore.Survey;
import dev.codepurger.model.purger.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many distinct states a second are found in large worlds, by the explorer and by TLC, with one worker and with two, in turn. Both only count: no
 * claim is looked at. Times are of whole runs; what the explorer pays for compilation it has paid in a first run that is not measured.
 */
public final class ExploreBench implements Bench {
    private static final List<Integer> WORKERS = List.of(1, 2);

    private final List<Configuration> worlds;
    private final Configuration warmUp;
    private final int rounds;
    private final @Nullable Path tlc;
    private final List<Configuration> withTlc;

    /**
     * A bench.
     *
     * @param worlds what is explored
     * @param warmUp what is explored before, once
     * @param rounds how often each is; the medians count
     * @param tlc the jar of TLC, null to go without
     * @param withTlc those of the worlds that TLC explores too
     */
    public ExploreBench(List<Configuration> worlds, Configuration warmUp, int rounds, Optional<Path> tlc, List<Configuration> withTlc) {
        this.worlds = List.copyOf(worlds);
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.tlc = tlc.orElse(null);
        this.withTlc = List.copyOf(withTlc);
    }

    /** The jar of TLC that came with the command line. */
    public static Optional<Path> ownTlc() {
        return Tlc.besideCommandLine();
    }

    @Override
    public String description() {
        return "distinct states a second in large worlds, by the explorer and by TLC, with one worker and with two";
    }

    @Override
    public Measurements measure() {
        WORKERS.forEach(workers -> explore(warmUp, workers));
        Measurements table = new Measurements(new Column("world", "world"), new Column("states", "states"),
                new Column("bytesPerState", "bytes a state"), new Column("oneWorker", "1 worker, states/s"),
                new Column("twoWorkers", "2 workers, states/s"), new Column("secondWorker", "2 to 1"),
                new Column("waiting", "2 workers wait"),
                new Column("tlcOneWorker", "TLC, 1 worker"), new Column("tlcTwoWorkers", "TLC, 2 workers"),
                new Column("toTlcOneWorker", "to TLC, 1 worker"), new Column("toTlcTwoWorkers", "to TLC, 2 workers"));
        for (Configuration world : worlds) {
            Measured one = measure(world);
            table.row(world.name(), one.states, one.bytesPerState, one.rate(0), one.rate(1), ratio(one.rate(1), one.rate(0)), one.waiting(),
                    one.tlcRate(0), one.tlcRate(1), ratio(one.rate(0), one.tlcRate(0)), ratio(one.rate(1), one.tlcRate(1)));
        }
        return table;
    }

    private static final class Measured {
        private int states;
        private double bytesPerState;
        private final List<Double> waiting = new ArrayList<>();
        /** Of each run, by the number of workers. */
        private final List<List<Double>> seconds = List.of(new ArrayList<>(), new ArrayList<>());
        private final List<List<Double>> tlcSeconds = List.of(new ArrayList<>(), new ArrayList<>());

        @Nullable Integer rate(int workers) {
            return rate(seconds.get(workers));
        }

        /** Which share of their time two workers wait for each other. */
        double waiting() {
            return median(waiting);
        }

        @Nullable Integer tlcRate(int workers) {
            return rate(tlcSeconds.get(workers));
        }

        private @Nullable Integer rate(List<Double> runs) {
            return runs.isEmpty() ? null : (int) Math.round(states / median(runs));
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
        }
    }

    private static @Nullable Double ratio(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : (double) one / other;
    }

    private Measured measure(Configuration world) {
        Measured measured = new Measured();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < WORKERS.size(); i++) {
                long began = System.nanoTime();
                Survey survey = explore(world, WORKERS.get(i));
                double seconds = (System.nanoTime() - began) / 1e9;
                measured.seconds.get(i).add(seconds);
                if (WORKERS.get(i) > 1) {
                    measured.waiting.add(survey.secondsWaited() / WORKERS.get(i) / seconds);
                }
                measured.states = survey.counts().states();
                measured.bytesPerState = (double) survey.bytes() / measured.states;
                if (tlc != null && withTlc.contains(world)) {
                    measured.tlcSeconds.get(i).add(tlcSeconds(tlc, world, WORKERS.get(i), measured.states));
                }
            }
        }
        return measured;
    }

    private static Survey explore(Configuration world, int workers) {
        Survey survey = PackedExploration.of(new PackedWorld(new ClosedWorld(world, Profile.HARDENED)), List.of(), Long.MAX_VALUE,
                new Resources(workers, Runtime.getRuntime().maxMemory() / 4 * 3, null, Duration.ZERO), progress -> {}).survey();
        // What the run has taken outside of the heap is free only when its buffers are collected.
        System.gc();
        return survey;
    }

    private static double tlcSeconds(Path jar, Configuration world, int workers, int states) {
        try {
            Tlc.Run run = new Tlc(jar).run(world.name(), workers);
            if (run.states() != states) {
                throw new IllegalStateException("TLC finds " + run.states() + " states of " + world.name() + ", and not " + states);
            }
            return run.seconds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while TLC was measured", e);
        }
    }
}
