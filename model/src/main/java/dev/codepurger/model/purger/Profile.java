package dev.codepurger.model.purger;

/**
 * The points in which right purgers differ, as values; nothing in the model asks for a profile's name.
 *
 * @param name what reports call it
 * @param killLimit outstanding kills at most, where requests in flight allow as many; see {@link #killsAtOnce}
 * @param requestsInFlight check requests under way and outstanding kills at most, together (CHECK-9); 0 for all processes at once
 * @param finishSaved a check saves {@code finish_after_on_load} like the other requests (QUEUE-6) instead of dropping it (QUEUE-5)
 * @param finishRefusalAnswered a finish without pending on_load gets an error reply (ONLOAD-6) instead of a crash (ONLOAD-5)
 * @param handshakeKept {@code continue} and {@code complete} of a held or saved session are kept (HANDSHAKE-11)
 * @param priorityChanged {@code change_prio} is understood (DISPATCH-10) instead of being garbage
 */
public record Profile(String name, int killLimit, int requestsInFlight, boolean finishSaved, boolean finishRefusalAnswered,
        boolean handshakeKept, boolean priorityChanged) {

    /** What a profile with a limit begins with: more than the processes of most cases, so that only those meet the limit that choose one. */
    private static final int MANY = 100;

    /** The module as given. */
    public static final Profile SEED = new Profile("seed", 10, 0, false, false, false, false);

    /** The same with the three defects repaired. */
    public static final Profile HARDENED = new Profile("hardened", 10, 0, true, true, true, false);

    /** The module of Erlang/OTP 25. */
    public static final Profile OTP_25 = new Profile("otp-25", 10, MANY, false, false, false, true);

    /** The same with the defects repaired. */
    public static final Profile OTP_25_HARDENED = new Profile("otp-25-hardened", 10, MANY, true, true, true, true);

    /** Checks the numbers. */
    public Profile {
        if (killLimit < 1) {
            throw new IllegalArgumentException("kill limit must be at least 1: " + killLimit);
        }
        if (requestsInFlight < 0) {
            throw new IllegalArgumentException("limit of requests in flight must not be negative: " + requestsInFlight);
        }
    }

    /** This profile with another kill limit. */
    public Profile withKillLimit(int limit) {
        return new Profile(name, limit, requestsInFlight, finishSaved, finishRefusalAnswered, handshakeKept, priorityChanged);
    }

    /** Is there a limit of requests in flight? */
    public boolean limitsRequests() {
        return requestsInFlight > 0;
    }

    /** Is the limit of requests in flight so low that most checks meet it? */
    public boolean limitsMostChecks() {
        return limitsRequests() && requestsInFlight < MANY;
    }

    /**
     * This profile with another limit of requests in flight, and so perhaps of kills.
     *
     * @param limit at least 1
     * @throws IllegalStateException if this profile has no such limit
     */
    public Profile withRequestsInFlight(int limit) {
        if (!limitsRequests()) {
            throw new IllegalStateException("the profile " + name + " asks all processes at once");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit of requests in flight must be at least 1: " + limit);
        }
        return new Profile(name, killLimit, limit, finishSaved, finishRefusalAnswered, handshakeKept, priorityChanged);
    }

    /** How many kills may be outstanding: no more than requests in flight, since each of these may come to a kill. */
    public int killsAtOnce() {
        return limitsRequests() ? Math.min(killLimit, requestsInFlight) : killLimit;
    }
}
