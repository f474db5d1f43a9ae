package dev.codepurger.cli.bench;

import dev.codepurger.cli.bench.Measurements.Column;
import dev.codepurger.impl.PurgeResult;
import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a hard purge takes that asks many idle processes and finds nobody, and how that compares with two peers in the same run: a plain walk by one thread over as many
 * objects, which is about what the asking must cost, and a real node, if there is one. Times are medians in milliseconds.
 */
public final class PurgeBench implements Bench {
    private static final List<Integer> PROCESSES = List.of(100, 1_000, 10_000, 100_000);
    private static final int ROUNDS = 40;
    /** Discarded: they pay for classes and compilation. */
    private static final int WARM_UP = 20;

    private static final String MODULE = "m";

    @Override
    public String description() {
        return "time of a hard purge among 100 to 100,000 idle processes, beside a plain walk and a real node";
    }

    @Override
    public Measurements measure() {
        int workers = Runtime.getRuntime().availableProcessors();
        Measurements table = new Measurements(new Column("processes", "processes"), new Column("walkMillis", "walk, ms"),
                new Column("oneWorkerMillis", "1 worker, ms"), new Column("workers", "workers"),
                new Column("workersMillis", "all workers, ms"), new Column("toWalk", "to walk"),
                new Column("nodeMillis", "real node, ms"), new Column("nodeTo", "node to ours"));
        double ignored = purge(PROCESSES.get(2), workers);
        for (int processes : PROCESSES) {
            double walk = new Walk(processes).millis();
            double one = purge(processes, 1);
            double all = purge(processes, workers);
            Double node = ErlangNode.purgeMillis(processes, ROUNDS);
            table.row(processes, walk, one, workers, all, all / walk, node, node == null ? null : node / all);
        }
        return table;
    }

    /** Median of the time of a purge on a node with so many workers. */
    private static double purge(int processes, int workers) {
        try (JvmNode node = JvmNode.builder().scheduling(new Scheduling.Threads(workers)).start()) {
            load(node);
            for (int i = 0; i < processes; i++) {
                ok(node.spawn("p" + i, new Place.Nowhere()));
            }
            return medianMillis(() -> {
                load(node);
                long began = System.nanoTime();
                PurgeResult result = node.purger().purge(MODULE);
                long took = System.nanoTime() - began;
                if (!result.equals(new PurgeResult(true, false))) {
                    throw new IllegalStateException("not a purge of old code that nobody is in: " + result);
                }
                return took;
            });
        }
    }

    private static void load(JvmNode node) {
        ok(node.load(MODULE));
    }

    private static void ok(Response response) {
        if (response != Response.OK) {
            throw new IllegalStateException("refused: " + response);
        }
    }

    /** Median of so many nanoseconds, in milliseconds. */
    private static double medianMillis(LongSupplier nanos) {
        long[] measured = new long[ROUNDS];
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long took = nanos.getAsLong();
            if (i >= WARM_UP) {
                measured[i - WARM_UP] = took;
            }
        }
        Arrays.sort(measured);
        return measured[ROUNDS / 2] / 1e6;
    }

    /** The least that must be done: one thread looks, under its lock, at where each process is, and counts. */
    private static final class Walk {
        private final Idle[] all;

        private static final class Idle {
            private @Nullable Object code;

            synchronized boolean refers(Object old) {
                return old.equals(code);
            }
        }

        Walk(int processes) {
            all = new Idle[processes];
            Arrays.setAll(all, i -> new Idle());
        }

        double millis() {
            Object old = new Object();
            return medianMillis(() -> {
                long began = System.nanoTime();
                int lingering = 0;
                for (Idle one : all) {
                    lingering += one.refers(old) ? 1 : 0;
                }
                long took = System.nanoTime() - began;
                if (lingering != 0) {
                    throw new IllegalStateException(lingering + " are where nobody is");
                }
                return took;
            });
        }
    }
}
