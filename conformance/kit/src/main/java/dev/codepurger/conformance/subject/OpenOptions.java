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
 * @param driving how it will be driven
 * @param settings what one kind of subject alone understands, such as {@code scheduler}; unknown settings are ignored
 */
public record OpenOptions(long seed, Profile profile, Duration timeout, boolean effects, Driving driving,
        ImmutableMap<String, String> settings) {

    /** How a subject is driven. */
    public enum Driving {
        /** By one thread, and the subject runs as its settings say. */
        AS_SET,
        /** By one thread, and the subject should do the same for the same seed, if it can. */
        REPEATABLE,
        /** By several threads at once. Only subjects with {@link Capability#CONCURRENT} are. */
        CONCURRENT
    }

    /** Driven by one thread. */
    public OpenOptions(long seed, Profile profile, Duration timeout, boolean effects, ImmutableMap<String, String> settings) {
        this(seed, profile, timeout, effects, Driving.AS_SET, settings);
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
        return new OpenOptions(other, profile, timeout, effects, driving, settings);
    }

    /** The same with another profile. */
    public OpenOptions withProfile(Profile other) {
        return new OpenOptions(seed, other, timeout, effects, driving, settings);
    }

    /** The same with or without effects. */
    public OpenOptions withEffects(boolean wanted) {
        return new OpenOptions(seed, profile, timeout, wanted, driving, settings);
    }

    /** The same, driven otherwise. */
    public OpenOptions withDriving(Driving other) {
        return new OpenOptions(seed, profile, timeout, effects, other, settings);
    }
}
