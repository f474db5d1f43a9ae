package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;

/**
 * How a run is done.
 *
 * @param seed decides everything that cases and subject may choose
 * @param timeout how long a subject may take for one thing
 * @param profile what the subject is judged by
 * @param settings passed on to the subject
 * @param channels through which channels the cases are judged
 * @param expected what the subject is known to do wrong
 */
public record RunOptions(long seed, Duration timeout, Profile profile, ImmutableMap<String, String> settings, Channels channels,
        ExpectedFailures expected) {
    /** The seed when none is given: fixed, so that a run is the same tomorrow. */
    public static final long DEFAULT_SEED = 1;
    /** The time-out when none is given. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** With nothing expected to fail. */
    public RunOptions(long seed, Duration timeout, Profile profile, ImmutableMap<String, String> settings, Channels channels) {
        this(seed, timeout, profile, settings, channels, ExpectedFailures.NONE);
    }

    /** With each case judged through the channel that it asks for. */
    public RunOptions(long seed, Duration timeout, Profile profile, ImmutableMap<String, String> settings) {
        this(seed, timeout, profile, settings, Channels.AS_ASKED);
    }

    /** Everything by default. */
    public static RunOptions of(Profile profile) {
        return new RunOptions(DEFAULT_SEED, DEFAULT_TIMEOUT, profile, ImmutableMap.of());
    }

    /** The same with another seed. */
    public RunOptions withSeed(long other) {
        return new RunOptions(other, timeout, profile, settings, channels, expected);
    }

    /** The same with another time-out. */
    public RunOptions withTimeout(Duration other) {
        return new RunOptions(seed, other, profile, settings, channels, expected);
    }

    /** The same through other channels. */
    public RunOptions withChannels(Channels other) {
        return new RunOptions(seed, timeout, profile, settings, other, expected);
    }

    /** The same, knowing that some rules do not hold. */
    public RunOptions withExpected(ExpectedFailures other) {
        return new RunOptions(seed, timeout, profile, settings, channels, other);
    }
}
