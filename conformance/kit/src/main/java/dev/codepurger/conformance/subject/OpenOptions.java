package dev.codepurger.conformance.subject;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;

/**
 * How a subject is opened for one case.
 *
 * @param seed decides everything that the subject may choose, as far as it can be decided
 * @param profile how it should behave; a subject that cannot choose ignores this
 * @param timeout how long it may take to open, and to come to rest
 * @param effects whether the effect channel is wanted
 * @param concurrent whether several threads will drive it at once; only subjects with {@link Capability#CONCURRENT} are asked to
 * @param settings what one kind of subject alone understands, such as {@code scheduler}; unknown settings are ignored
 */
public record OpenOptions(long seed, Profile profile, Duration timeout, boolean effects, boolean concurrent,
        ImmutableMap<String, String> settings) {

    /** For one thread. */
    public OpenOptions(long seed, Profile profile, Duration timeout, boolean effects, ImmutableMap<String, String> settings) {
        this(seed, profile, timeout, effects, false, settings);
    }

    /** Checks the time-out. */
    public OpenOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the time-out must be longer than nothing: " + timeout);
        }
    }

    /** Seed 0, ten seconds, without effects and settings. */
    public static OpenOptions of(Profile profile) {
        return new OpenOptions(0, profile, Duration.ofSeconds(10), false, ImmutableMap.of());
    }

    /** The same with another seed. */
    public OpenOptions withSeed(long other) {
        return new OpenOptions(other, profile, timeout, effects, concurrent, settings);
    }

    /** The same with another profile. */
    public OpenOptions withProfile(Profile other) {
        return new OpenOptions(seed, other, timeout, effects, concurrent, settings);
    }

    /** The same with or without effects. */
    public OpenOptions withEffects(boolean wanted) {
        return new OpenOptions(seed, profile, timeout, wanted, concurrent, settings);
    }

    /** The same for one thread or several. */
    public OpenOptions withConcurrent(boolean several) {
        return new OpenOptions(seed, profile, timeout, effects, several, settings);
    }
}
