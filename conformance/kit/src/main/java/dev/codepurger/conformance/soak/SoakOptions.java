package dev.codepurger.conformance.soak;

import dev.codepurger.model.purger.Profile;
import java.time.Duration;

/**
 * How a soak is done.
 *
 * @param profile what the subject is judged by
 * @param seed decides what the clients do
 * @param events it ends with the first part at whose end there were so many: stimuli and observations, black-box
 * @param processes idle processes, who take part in every check
 * @param clients each has a thread of its own
 * @param acts how many things each client does between two rests
 * @param timeout how long the subject may take for one thing
 */
public record SoakOptions(Profile profile, long seed, long events, int processes, int clients, int acts, Duration timeout) {

    /** Checks the numbers. */
    public SoakOptions {
        if (events < 1 || processes < 0 || clients < 1 || acts < 1) {
            throw new IllegalArgumentException("a soak needs at least one event, one client and one act, and no fewer than no processes");
        }
    }

    /** Ten million events, 10,000 processes and 16 clients. */
    public static SoakOptions of(Profile profile) {
        return new SoakOptions(profile, 1, 10_000_000, 10_000, 16, 3, Duration.ofSeconds(60));
    }

    /** The same with another seed. */
    public SoakOptions withSeed(long other) {
        return new SoakOptions(profile, other, events, processes, clients, acts, timeout);
    }

    /** The same for so many events. */
    public SoakOptions withEvents(long other) {
        return new SoakOptions(profile, seed, other, processes, clients, acts, timeout);
    }

    /** The same with so many idle processes and clients. */
    public SoakOptions withSizes(int idle, int asking) {
        return new SoakOptions(profile, seed, events, idle, asking, acts, timeout);
    }
}
