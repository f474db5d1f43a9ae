package dev.codepurger.model.purger;

/**
 * The ways in which right purgers differ, as values; nothing in the model asks for a profile's name.
 *
 * @param name what reports call it
 * @param killLimit outstanding kills at most
 * @param requestsInFlight check requests under way at most; 0 for all at once. Only 0 is modelled so far
 * @param finishSaved a check saves {@code finish_after_on_load} like the other requests (QUEUE-6) instead of dropping it (QUEUE-5)
 * @param finishRefusalAnswered a finish without pending on_load gets an error reply (ONLOAD-6) instead of a crash (ONLOAD-5)
 * @param handshakeKept {@code continue} and {@code complete} of a held or saved session are kept (HANDSHAKE-11)
 */
public record Profile(String name, int killLimit, int requestsInFlight, boolean finishSaved, boolean finishRefusalAnswered,
        boolean handshakeKept) {

    /** The module as given. */
    public static final Profile SEED = new Profile("seed", 10, 0, false, false, false);

    /** The same with the three defects repaired. */
    public static final Profile HARDENED = new Profile("hardened", 10, 0, true, true, true);

    /** Checks the numbers. */
    public Profile {
        if (killLimit < 1) {
            throw new IllegalArgumentException("kill limit must be at least 1: " + killLimit);
        }
        if (requestsInFlight != 0) {
            throw new IllegalArgumentException("a limit of requests in flight is not modelled yet: " + requestsInFlight);
        }
    }

    /** This profile with another kill limit. */
    public Profile withKillLimit(int limit) {
        return new Profile(name, limit, requestsInFlight, finishSaved, finishRefusalAnswered, handshakeKept);
    }
}
