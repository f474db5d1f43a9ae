package dev.codepurger.impl;

/**
 * Which purger this is, in values. Code asks for a value, never for the name.
 *
 * @param name how reports call it
 * @param killLimit how many kills may be outstanding, at least 1; with a limit of requests no more than those, see {@link #killsAtOnce}
 * @param requestsInFlight how many check requests may be open and kills outstanding, together; 0 for all processes at once
 * @param finishSaved whether a {@code finish_after_on_load} that arrives during a check is saved; the original drops it (seed L216-223)
 * @param finishRefusalAnswered whether one for a module without a pending {@code on_load} is answered; the original crashes (seed L138)
 * @param handshakeKept whether a {@code continue} or {@code complete} that arrives during a check is kept for the session that it
 *     is for; the original drops it (seed L221)
 * @param priorityChanged whether {@code change_prio} is understood; without, it is garbage
 */
public record Profile(
        String name,
        int killLimit,
        int requestsInFlight,
        boolean finishSaved,
        boolean finishRefusalAnswered,
        boolean handshakeKept,
        boolean priorityChanged) {

    /** The module as given, defects included. */
    public static final Profile SEED = new Profile("seed", 10, 0, false, false, false, false);

    /** The same with its three defects repaired. */
    public static final Profile HARDENED = new Profile("hardened", 10, 0, true, true, true, false);

    /** The module of Erlang/OTP 25, with the limit of requests of a node with eight schedulers. */
    public static final Profile OTP_25 = new Profile("otp-25", 10, 16, false, false, false, true);

    /** The same with its defects repaired. */
    public static final Profile OTP_25_HARDENED = new Profile("otp-25-hardened", 10, 16, true, true, true, true);

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
        return new Profile(name, limit, requestsInFlight, finishSaved, finishRefusalAnswered, handshakeKept, priorityChanged);
    }

    /**
     * Returns this profile with another limit of requests.
     *
     * @param limit how many check requests may be open and kills outstanding, together; 0 for all processes at once
     * @return a profile of the same name
     */
    public Profile withRequestsInFlight(int limit) {
        return new Profile(name, killLimit, limit, finishSaved, finishRefusalAnswered, handshakeKept, priorityChanged);
    }

    /**
     * Returns how many kills may be outstanding at most.
     *
     * @return the kill limit, or the limit of requests if that is smaller
     */
    public int killsAtOnce() {
        return requestsInFlight == 0 ? killLimit : Math.min(killLimit, requestsInFlight);
    }
}
