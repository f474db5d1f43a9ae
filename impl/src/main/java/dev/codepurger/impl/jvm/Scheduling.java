package dev.codepurger.impl.jvm;

/** How the processes of a node are run. */
public sealed interface Scheduling {

    /**
     * Really concurrent: the purger has a thread, the processes are run to completion by worker threads.
     *
     * @param workers how many, at least 1
     */
    record Threads(int workers) implements Scheduling {
        /** Checks the number. */
        public Threads {
            if (workers < 1) {
                throw new IllegalArgumentException("number of workers " + workers + " is below 1");
            }
        }
    }

    /**
     * One step at a time, chosen at random among all that are possible. The same seed and the same stimuli give the same run. Steps happen only
     * while a caller is in {@link JvmNode#step}, {@link JvmNode#settle} or a blocking call of the purger.
     *
     * @param seed where the random choices come from
     */
    record Seeded(long seed) implements Scheduling {}

    /**
     * Really concurrent, with as many workers as there are processors.
     *
     * @return the scheduling
     */
    static Scheduling threads() {
        return new Threads(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Deterministic.
     *
     * @param seed where the random choices come from
     * @return the scheduling
     */
    static Scheduling seeded(long seed) {
        return new Seeded(seed);
    }
}
