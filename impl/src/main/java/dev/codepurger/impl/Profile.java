package dev.codepurger.impl;

/**
 * Which purger this is, in values. Code asks for a value, never for the name.
 *
 * @param name how reports call it
 * @param killLimit how many kills may be outstanding, at least 1
 * @param requestsInFlight how many check requests may be open, 0 for all at once
 * @param finishSaved whether a {@code finish_after_on_load} that arrives during a check is saved; the original drops it (seed L216-223)
 * @param finishRefusalAnswered whether one for a module without a pending {@code on_load} is answered; the original crashes (seed L138)
 * @param handshakeKept whether a {@code continue} or {@code complete} that arrives during a check is kept for the session that it
 *     is for; the original drops it (seed L221)
 */
public record Profile(
        String name,
        int killLimit,
        int requestsInFlight,
        boolean finishSaved,
        boolean finishRefusalAnswered,
        boolean handshakeKept) {

    /** The module as given, defects included. */
    public static final Profile SEED = new Profile("seed", 10, 0, false, false, false);

    /** The same with its three defects repaired. */
    public static final Profile HARDENED = new Profile("hardened", 10, 0, true, true, true);

    /** Checks the numbers. */
    public Profile {
        if (killLimit < 1) {
            throw new IllegalArgumentException("kill limit " + killLimit + " is below 1");
        }
        if (requestsInFlight < 0) {
            throw new IllegalArgumentException("limit of requests in flight " + requestsInFlight + " is negative");
        }
    }

    /**
     * Returns this profile with another kill limit.
     *
     * @param limit how many kills may be outstanding, at least 1
     * @return a profile of the same name
     */
    public Profile withKillLimit(int limit) {
        return new Profile(name, limit, requestsInFlight, finishSaved, finishRefusalAnswered, handshakeKept);
    }
}
