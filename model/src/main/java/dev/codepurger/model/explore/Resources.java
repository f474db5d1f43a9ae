package dev.codepurger.model.explore;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PackedExplorer} may use.
 *
 * @param workers threads, at least 1
 * @param memory bytes of states and of the table in which they are found; what goes beyond stands in files
 * @param folder where checkpoints are kept, and the states with them; made if it is not there; null for none
 * @param interval at least as long from one checkpoint to the next
 */
public record Resources(int workers, long memory, @Nullable Path folder, Duration interval) {

    /** The most threads that there can be. */
    public static final int MOST_WORKERS = 128;

    /** Checks the numbers. */
    public Resources {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("workers must be from 1 to " + MOST_WORKERS + ": " + workers);
        }
        if (memory < 1) {
            throw new IllegalArgumentException("memory must be positive: " + memory);
        }
    }

    /** So many threads, with as much memory as they need, and no checkpoints. */
    public static Resources of(int workers) {
        return new Resources(workers, Long.MAX_VALUE, null, Duration.ZERO);
    }
}
