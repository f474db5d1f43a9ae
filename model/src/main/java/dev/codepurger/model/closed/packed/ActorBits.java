package dev.codepurger.model.closed.packed;

/**
 * Where what stands in a packed process. The numbers of what it has heard, said, and so on are the ordinals of the constants that they stand for;
 * signals are one above theirs.
 *
 * @param version bits of a version
 * @param program bits of the number of requests sent
 */
record ActorBits(int version, int program) {

    static final long ALIVE = 1;
    static final long WAITING = 1L << 1;
    static final int CHECK = 1;
    static final int STALE = 2;
    static final int KILL = 3;
    static final int NO_MONITOR = 0;
    static final int VICTIM = 1;
    static final int TESTER = 2;
    static final int NOTHING = 0;
    static final int STARTED = 1;
    static final int CONTINUED = 2;
    static final int SAID_CONTINUE = 1;
    static final int SAID_COMPLETE = 2;
    static final int READY = 0;
    static final int SUSPENDED = 1;
    static final int RESUMED = 2;
    static final int DONE = 3;

    private static final int MONITOR = 2;
    private static final int HEARD = 4;
    private static final int SAID = 6;
    private static final int CALL = 8;
    private static final int VERSION = 10;
    private static final long TWO = 3;
    private static final Lists SIGNALS = new Lists(2);

    private int asked() {
        return VERSION + version;
    }

    private int inbox() {
        return asked() + program;
    }

    /** How many bits it has, if so many signals can be in its inbox. */
    int width(int signals) {
        return inbox() + 2 * signals;
    }

    static boolean isAlive(long actor) {
        return (actor & ALIVE) != 0;
    }

    static boolean isWaiting(long actor) {
        return (actor & WAITING) != 0;
    }

    static int monitor(long actor) {
        return (int) ((actor >>> MONITOR) & TWO);
    }

    static long monitor(long actor, int now) {
        return (actor & ~(TWO << MONITOR)) | ((long) now << MONITOR);
    }

    static int heard(long actor) {
        return (int) ((actor >>> HEARD) & TWO);
    }

    static long heard(long actor, int now) {
        return (actor & ~(TWO << HEARD)) | ((long) now << HEARD);
    }

    static int said(long actor) {
        return (int) ((actor >>> SAID) & TWO);
    }

    static long saying(long actor, int word) {
        return actor | ((long) word << SAID);
    }

    static int call(long actor) {
        return (int) ((actor >>> CALL) & TWO);
    }

    static long call(long actor, int now) {
        return (actor & ~(TWO << CALL)) | ((long) now << CALL);
    }

    /** Its request has been answered. */
    static long answered(long actor) {
        return actor & ~(WAITING | (TWO << HEARD) | (TWO << SAID));
    }

    int in(long actor) {
        return (int) (actor >>> VERSION) & ((1 << version) - 1);
    }

    long in(long actor, int now) {
        return (actor & ~(((1L << version) - 1) << VERSION)) | ((long) now << VERSION);
    }

    int asked(long actor) {
        return (int) (actor >>> asked()) & ((1 << program) - 1);
    }

    /** It has sent so many. */
    long asked(long actor, int now) {
        return (actor & ~(((1L << program) - 1) << asked())) | ((long) now << asked());
    }

    long signals(long actor) {
        return actor >>> inbox();
    }

    static int firstSignal(long signals) {
        return SIGNALS.first(signals);
    }

    long signals(long actor, long now) {
        return (actor & ((1L << inbox()) - 1)) | (now << inbox());
    }

    long and(long actor, int signal) {
        return signals(actor, SIGNALS.append(signals(actor), signal));
    }

    long withoutFirst(long actor) {
        return signals(actor, SIGNALS.rest(signals(actor)));
    }

    /** The check has ended: the one check request that may be there is stale. */
    long stale(long actor) {
        long signals = signals(actor);
        int at = SIGNALS.indexOf(signals, CHECK);
        return at < 0 ? actor : signals(actor, signals ^ ((long) (CHECK ^ STALE) << (2 * at)));
    }

    long dead(long actor) {
        return signals(call(monitor(0, monitor(actor)), DONE), SIGNALS.without(signals(actor), KILL));
    }
}
