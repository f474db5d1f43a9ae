package dev.codepurger.conformance.otp.whitebox;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/**
 * What came of a replay.
 *
 * @param consumed how many messages of each kind the purger consumed that the model consumed too
 * @param ended whether the log was seen to its end; not so if somebody stopped writing it
 * @param difference where they parted, if they did
 */
public record WhiteBoxResult(ImmutableSortedMap<String, Long> consumed, boolean ended, Optional<Difference> difference) {
    /** How many messages of all kinds. */
    public long all() {
        return consumed.values().stream().mapToLong(Long::longValue).sum();
    }
}
