package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;

import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;
import java.util.stream.IntStream;

/** Situations that many cases begin with. */
final class Scenes {
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

    /** Lets a session that is held at {@code started} go on to {@code continued}. */
    static void continued(Session s, String ref) {
        s.continueTest(ref, testerOf(ref));
        s.settle(HELD);
        s.expectContinued(ref);
    }

    /** Spawns the tester for a ref. */
    static String tester(Session s, String ref) {
        s.spawn(testerOf(ref));
        return testerOf(ref);
    }

    static String testerOf(String ref) {
        return "tester-" + ref;
    }

    /**
     * Begins the check of a hard purge of {@code m}, in which these processes linger, and ends with their answers consumed in this order: those
     * who were killed then are paused, so that they cannot die, and so are those who wait to be killed.
     */
    static void answeredInOrder(Session s, String request, List<String> victims) {
        lingering(s, "m", victims);
        victims.forEach(s::pause);
        s.purge(request, "m");
        s.settle(BLOCKED);
        s.hold();
        for (String victim : victims) {
            s.resume(victim);
            s.settle(BLOCKED);
            s.pause(victim);
        }
        s.release();
        s.settle(BLOCKED);
        s.expectNoReply(request);
        s.expectAlive(victims.toArray(new String[0]));
    }
}
