package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;

import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;
import java.util.stream.IntStream;

/** Situations that many cases begin with. */
final class Scenes {
    /** The kill limit of every profile. */
    static final int LIMIT = 10;

    /** The profiles that state the defects. */
    static final String[] WITH_DEFECTS = {"seed", "otp-25"};
    /** The profiles in which they are repaired. */
    static final String[] REPAIRED = {"hardened", "otp-25-hardened"};
    /** The profiles with a limit of requests in flight, which also know of priorities. */
    static final String[] LIMITING = {"otp-25", "otp-25-hardened"};

    private Scenes() {
    }

    /** Old code that nobody is in, and current code. */
    static void twoVersions(Session s, String module) {
        s.load(module);
        s.load(module);
    }

    /** Old code with these processes waiting in it, and current code. */
    static void lingering(Session s, String module, String... processes) {
        lingering(s, module, List.of(processes));
    }

    /** Old code with these processes waiting in it, and current code. */
    static void lingering(Session s, String module, List<String> processes) {
        s.load(module);
        processes.forEach(process -> s.spawnIn(process, module));
        s.load(module);
    }

    /** Old code with a fun {@code f} of it and these processes waiting in it, current code, and a process {@code caller} outside. */
    static void oldFun(Session s, String module, String... processes) {
        s.load(module);
        s.makeFun("f", module);
        List.of(processes).forEach(process -> s.spawnIn(process, module));
        s.load(module);
        s.spawn("caller");
    }

    /** The names {@code v1} to {@code v}<i>count</i>. */
    static List<String> victims(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "v" + i).toList();
    }

    /** Starts a test_purge whose tester has the name {@code tester-} and the ref, and waits until it is held at {@code started}. */
    static String started(Session s, String ref, String module, TestType type) {
        String tester = tester(s, ref);
        s.testPurge(ref, module, type, tester);
        s.settle(HELD);
        s.expectStarted(ref);
        return tester;
    }

    /** Lets a session that is held at {@code started} go on to {@code continued}, with these callers suspended by then. */
    static void continued(Session s, String ref, String... suspended) {
        s.continueTest(ref, testerOf(ref));
        s.settle(HELD, suspended);
        s.expectContinued(ref);
    }

    /** Lets a session that is held at {@code continued} go on to its end, after which the purger has nothing to do. */
    static void completed(Session s, String ref) {
        s.completeTest(ref, testerOf(ref));
        s.settle(IDLE);
    }

    /** Lets a session that is held at {@code started} go on to its end; these callers are suspended until then. */
    static void finished(Session s, String ref, String... suspended) {
        continued(s, ref, suspended);
        completed(s, ref);
    }

    /** Spawns the tester for a ref, without a request. */
    static String tester(Session s, String ref) {
        s.spawn(testerOf(ref));
        return testerOf(ref);
    }

    /** The name of the tester for a ref. */
    static String testerOf(String ref) {
        return "tester-" + ref;
    }

    /**
     * Begins the check of a hard purge of {@code m}, in which these processes linger, and ends with their answers consumed in this order: those
     * who were killed then are paused, so that they cannot die, and so are those who wait to be killed.
     */
    static void answeredInOrder(Session s, String request, List<String> victims) {
        lingering(s, "m", victims);
        answeredInOrder(s, victims, () -> s.purge(request, "m"));
        s.expectNoReply(request);
    }

    /** The same of a check that begins with {@code begin}, of code in which these processes are. */
    static void answeredInOrder(Session s, List<String> victims, Runnable begin) {
        victims.forEach(s::pause);
        begin.run();
        s.settle(BLOCKED);
        s.hold();
        for (String victim : victims) {
            s.resume(victim);
            s.settle(BLOCKED);
            s.pause(victim);
        }
        s.release();
        s.settle(BLOCKED);
        s.expectAlive(victims.toArray(new String[0]));
    }

    /** Lets these victims of a hard purge die, after whom nobody is left to wait for. */
    static void restDies(Session s, String request, List<String> victims) {
        victims.forEach(s::resume);
        s.settle(IDLE);
        s.expectHard(request, true, true);
    }

    /**
     * Lets four victims die that have answered in the order of their names, with a limit of two: the first two were killed at once, the last
     * one waited last. Ends before {@code v2} may die.
     */
    static void dieTwoAtATime(Session s) {
        s.resume("v3");
        s.settle(BLOCKED);
        s.resume("v1");
        s.settle(BLOCKED);
        // The slot of v1 went to v4, which cannot die yet.
        s.expectAlive("v3");
        s.resume("v4");
        s.settle(BLOCKED);
        s.expectDead("v4", "v3");
    }
}
