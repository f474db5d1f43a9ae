package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Configuration.ALWAYS;
import static dev.codepurger.model.closed.Goal.*;
import static dev.codepurger.model.closed.Plan.Ask.*;
import static dev.codepurger.model.closed.Plan.Freedom.*;
import static dev.codepurger.model.closed.Plan.Place.*;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Configuration.Codes;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The configurations that have names. */
public final class Configurations {

    private static final Codes OLD_AND_CURRENT = new Codes(true, true, false);
    private static final Codes OLD_AND_PENDING = new Codes(true, false, true);

    private static final ImmutableList<Configuration> ALL = ImmutableList.of(
            world("kill-limit", "more victims than may be killed at once, of which one may die and one may leave", OLD_AND_CURRENT, 0, 1,
                    goals(VICTIM_WAITS, VICTIM_DEAD),
                    Plan.of("p", OLD), Plan.of("q", OLD, DIE), Plan.of("r", OLD, LEAVE), Plan.of("c", REMOTE).asks(PURGE)),
            world("soft-then-hard", "a soft purge that is refused leaves answers behind for the hard one", OLD_AND_CURRENT, 0, 2,
                    goals(SOFT_ABORT, STALE_IN_CHECK),
                    Plan.of("p", OLD), Plan.of("q", OLD, LEAVE), Plan.of("c", REMOTE).asks(SOFT_PURGE), Plan.of("d", REMOTE).asks(PURGE)),
            world("queue", "three clients at a time, so that requests are saved", OLD_AND_CURRENT, 0, 1,
                    goals(SAVED_TWO),
                    Plan.of("p", OLD), Plan.of("q", CURRENT), Plan.of("c", REMOTE).asks(PURGE), Plan.of("d", REMOTE).asks(SOFT_PURGE),
                    Plan.of("e", REMOTE).asks(PURGE)),
            world("finish-in-check", "the end of an on_load is sent while a purge is checking", OLD_AND_PENDING, 0, 1,
                    goals(),
                    Plan.of("p", OLD), Plan.of("c", REMOTE).asks(PURGE), Plan.of("f", REMOTE).asks(FINISH_KEEP)),
            world("on-load-fails", "failed code is purged while there is old code", OLD_AND_PENDING, 0, 1,
                    goals(SET_ASIDE),
                    Plan.of("p", PENDING), Plan.of("q", OLD, LEAVE), Plan.of("f", REMOTE).asks(FINISH_DISCARD, SOFT_PURGE)),
            world("finish-twice", "two ends of one on_load are sent, so that one of them finds no pending code", OLD_AND_PENDING, 0, 1,
                    goals(REFUSED),
                    Plan.of("p", OLD), Plan.of("f", REMOTE).asks(FINISH_DISCARD), Plan.of("g", REMOTE).asks(FINISH_KEEP, PURGE)),
            world("early-complete", "a tester sends its words before it is asked for them", OLD_AND_CURRENT, 0, 1,
                    goals(),
                    Plan.of("p", OLD, LEAVE), Plan.of("t", REMOTE, EAGER).asks(TEST_PURGE)),
            world("tester-dies", "a tester that is in the old code itself and may die at any time", OLD_AND_CURRENT, 0, 1,
                    goals(DEAD_AT_STARTED, DEAD_AT_CONTINUED, TESTER_IS_VICTIM),
                    Plan.of("p", OLD), Plan.of("t", OLD, DIE).asks(TEST_PURGE)),
            world("two-testers", "two sessions, and a purge", OLD_AND_CURRENT, 0, 1,
                    goals(SAVED_TWO),
                    Plan.of("p", OLD), Plan.of("t", REMOTE).asks(TEST_PURGE), Plan.of("u", REMOTE, DIE).asks(TEST_SOFT_PURGE),
                    Plan.of("c", REMOTE).asks(PURGE)),
            world("callers", "two that call a fun of the old code", OLD_AND_CURRENT, 0, 1,
                    goals(CALLER_SUSPENDED, CALLER_RESUMED),
                    Plan.of("p", OLD, CALL, LEAVE), Plan.of("q", CURRENT, CALL, DIE), Plan.of("c", REMOTE).asks(SOFT_PURGE, PURGE)),
            world("loads", "new code is loaded as soon as there is room", OLD_AND_CURRENT, 1, 1,
                    goals(LOADED_AGAIN),
                    Plan.of("p", OLD, LEAVE), Plan.of("q", CURRENT, LEAVE), Plan.of("c", REMOTE).asks(PURGE, PURGE),
                    Plan.of("d", REMOTE).asks(SOFT_PURGE)),
            world("forged-down", "one of two victims sends a DOWN, as if it were dead, of a monitor that the purger never made",
                    OLD_AND_CURRENT, 0, 1,
                    goals(FORGED_IN_CHECK, VICTIM_WAITS),
                    Plan.of("p", OLD), Plan.of("s", OLD, LEAVE).asks(FORGED_DOWN), Plan.of("c", REMOTE).asks(PURGE, SOFT_PURGE)),
            world("again", "a soft purge is asked for over and over, while a caller keeps it from succeeding", OLD_AND_CURRENT, 0, 1,
                    goals(SOFT_ABORT, CALLER_RESUMED),
                    Plan.of("p", OLD, CALL, LEAVE), Plan.of("c", REMOTE, AGAIN).asks(SOFT_PURGE), Plan.of("d", REMOTE).asks(PURGE)),
            world("finish-among-purges", "the end of an on_load is sent to a purger that is never left in peace", OLD_AND_PENDING, 0, 1,
                    goals(),
                    Plan.of("p", OLD), Plan.of("c", REMOTE, AGAIN).asks(PURGE), Plan.of("f", REMOTE).asks(FINISH_KEEP)),
            world("testers-again", "a tester that begins again and again, and one that dies and comes back", OLD_AND_CURRENT, 0, 1,
                    goals(DEAD_AT_STARTED, DEAD_AT_CONTINUED),
                    Plan.of("p", OLD, LEAVE), Plan.of("t", REMOTE, AGAIN).asks(TEST_SOFT_PURGE),
                    Plan.of("u", REMOTE, DIE, RETURN).asks(TEST_PURGE)),
            world("endless", "code is loaded and purged, and processes are killed and started, for ever", OLD_AND_CURRENT, ALWAYS, 1,
                    goals(NUMBER_AGAIN, VICTIM_WAITS),
                    Plan.of("p", OLD, RETURN), Plan.of("q", CURRENT, RETURN, LEAVE), Plan.of("c", REMOTE, AGAIN).asks(PURGE, SOFT_PURGE)));

    /** For purgers that do not ask all processes at once, which meet their limit here. */
    private static final ImmutableList<Configuration> LIMITED = ImmutableList.of(
            limited("few-requests", "two requests and kills may be under way, for three on the node: one may die, one may leave", 0, 1, 2,
                    goals(UNASKED, KILL_FIRST, DEAD_UNASKED, VICTIM_WAITS),
                    Plan.of("p", OLD), Plan.of("q", OLD, DIE), Plan.of("r", OLD, LEAVE), Plan.of("c", REMOTE).asks(PURGE)),
            limited("one-request", "a soft purge that may be refused before all were asked, and a hard one", 0, 2, 1,
                    goals(UNASKED, KILL_FIRST, SOFT_ABORT),
                    Plan.of("p", OLD, LEAVE), Plan.of("q", OLD, DIE), Plan.of("c", REMOTE).asks(SOFT_PURGE),
                    Plan.of("d", REMOTE).asks(PURGE)),
            limited("few-for-ever", "the world endless, one request at a time", ALWAYS, 1, 1,
                    goals(UNASKED, KILL_FIRST, DEAD_UNASKED, NUMBER_AGAIN),
                    Plan.of("p", OLD, RETURN), Plan.of("q", CURRENT, RETURN, LEAVE, DIE),
                    Plan.of("c", REMOTE, AGAIN).asks(PURGE, SOFT_PURGE)));

    /** Too large to be looked at by the way, each for what no small world has: several of everything at once. */
    private static final ImmutableList<Configuration> LARGE = ImmutableList.of(
            world("crowd-100k", "three victims of which two may be killed at once, two purges of one client, and a tester that may die",
                    OLD_AND_CURRENT, 0, 2, goals(VICTIM_WAITS, VICTIM_DEAD, STALE_IN_CHECK, DEAD_AT_STARTED, DEAD_AT_CONTINUED),
                    Plan.of("p", OLD), Plan.of("q", OLD), Plan.of("r", OLD, LEAVE), Plan.of("c", REMOTE).asks(SOFT_PURGE, PURGE),
                    Plan.of("t", REMOTE, DIE).asks(TEST_PURGE)),
            world("crowd-alike", "four victims that nobody can tell apart, of which two may be killed at once", OLD_AND_CURRENT, 0, 2,
                    goals(VICTIM_WAITS, STALE_IN_CHECK, DEAD_AT_STARTED, DEAD_AT_CONTINUED),
                    Plan.of("p", OLD), Plan.of("q", OLD), Plan.of("r", OLD), Plan.of("s", OLD),
                    Plan.of("c", REMOTE).asks(SOFT_PURGE, PURGE), Plan.of("t", REMOTE, DIE).asks(TEST_PURGE)),
            world("crowd-1m", "crowd-100k with a second client, so that requests are saved in any order", OLD_AND_CURRENT, 0, 2,
                    goals(VICTIM_WAITS, STALE_IN_CHECK, SAVED_TWO),
                    Plan.of("p", OLD), Plan.of("q", OLD), Plan.of("r", OLD, LEAVE), Plan.of("c", REMOTE).asks(SOFT_PURGE, PURGE),
                    Plan.of("d", REMOTE).asks(PURGE), Plan.of("t", REMOTE, DIE).asks(TEST_PURGE)),
            world("crowd-4m", "one kill at a time, a victim that may die before, and a tester that does not wait to be asked for its words",
                    OLD_AND_CURRENT, 0, 1, goals(VICTIM_WAITS, VICTIM_DEAD, STALE_IN_CHECK, DEAD_AT_STARTED),
                    Plan.of("p", OLD), Plan.of("q", OLD, DIE), Plan.of("r", OLD, LEAVE), Plan.of("c", REMOTE).asks(SOFT_PURGE, PURGE),
                    Plan.of("t", REMOTE, DIE, EAGER).asks(TEST_PURGE)),
            limited("crowd-limited", "the processes of crowd-1m, with two requests and kills under way at once", 0, 1, 2,
                    goals(UNASKED, KILL_FIRST, VICTIM_WAITS, STALE_IN_CHECK, SAVED_TWO),
                    Plan.of("p", OLD), Plan.of("q", OLD), Plan.of("r", OLD, LEAVE), Plan.of("c", REMOTE).asks(SOFT_PURGE, PURGE),
                    Plan.of("d", REMOTE).asks(PURGE), Plan.of("t", REMOTE, DIE).asks(TEST_PURGE)),
            world("crowd-10m", "four on the node, of which each may do something else", OLD_AND_CURRENT, 0, 2,
                    goals(VICTIM_WAITS, VICTIM_DEAD, STALE_IN_CHECK, DEAD_AT_STARTED, DEAD_AT_CONTINUED),
                    Plan.of("p", OLD), Plan.of("q", OLD, DIE), Plan.of("r", OLD, LEAVE), Plan.of("s", CURRENT),
                    Plan.of("c", REMOTE).asks(SOFT_PURGE, PURGE), Plan.of("t", REMOTE, DIE).asks(TEST_PURGE)));

    private Configurations() {}

    private static Configuration world(String name, String about, Codes codes, int loads, int killLimit, ImmutableSet<Goal> goals,
            Plan... processes) {
        return new Configuration(name, about, codes, ImmutableList.copyOf(processes), loads, killLimit, 0, goals);
    }

    private static Configuration limited(String name, String about, int loads, int killLimit, int requestLimit, ImmutableSet<Goal> goals,
            Plan... processes) {
        return new Configuration(name, about, OLD_AND_CURRENT, ImmutableList.copyOf(processes), loads, killLimit, requestLimit, goals);
    }

    /** Those given, and that all can come to an end. */
    private static ImmutableSet<Goal> goals(Goal... goals) {
        return ImmutableSet.<Goal>builder().add(goals).add(ALL_DONE).build();
    }

    /** Those that are looked at in a moment, with any purger. */
    public static ImmutableList<Configuration> all() {
        return ALL;
    }

    /** The same for purgers that do not ask all processes at once. */
    public static ImmutableList<Configuration> limited() {
        return LIMITED;
    }

    /** Those that are looked at in a moment and say something of this purger. */
    public static ImmutableList<Configuration> of(Profile profile) {
        return profile.limitsRequests() ? ImmutableList.<Configuration>builder().addAll(ALL).addAll(LIMITED).build() : ALL;
    }

    /** Those of a hundred thousand states and more. */
    public static ImmutableList<Configuration> large() {
        return LARGE;
    }

    /** All that have names. */
    public static ImmutableList<Configuration> named() {
        return Stream.of(ALL, LIMITED, LARGE).flatMap(List::stream).collect(ImmutableList.toImmutableList());
    }

    /** The one of this name. */
    public static Optional<Configuration> find(String name) {
        return named().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
