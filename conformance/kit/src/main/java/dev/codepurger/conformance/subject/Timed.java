package dev.codepurger.conformance.subject;

import dev.codepurger.model.world.Label.Observation;

/**
 * Something that was seen, and when.
 *
 * @param seen what
 * @param from a time of the subject's clock before which it was not to be seen
 * @param to one at which it had been
 */
public record Timed(Observation seen, long from, long to) {

    /** Seen at one moment. */
    public static Timed at(Observation seen, long time) {
        return new Timed(seen, time, time);
    }
}
