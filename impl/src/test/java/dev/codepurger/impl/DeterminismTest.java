package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What seeded scheduling promises. */
class DeterminismTest {
    private static final int SEEDS = 30;

    /** Stimuli in the middle of everything. */
    private static List<String> play(long seed) {
        try (Harness h = new Harness(Profile.HARDENED.withKillLimit(2), Scheduling.seeded(seed), builder -> builder)) {
            h.clients("c", "d", "t").lingering("m", Harness.names("p", 6)).lingering("n", Harness.names("q", 3));
            h.purge("r1", "m", "c").softPurge("r2", "n", "d").testPurge("s", "n", "t", true);
            h.node.step(20);
            h.node.exit("p1");
            h.node.leave("p2");
            h.node.kill("d");
            h.node.step(30);
            h.node.send("t", new Message.Continue("s"));
            h.settle();
            h.node.kill("t");
            assertEquals("idle", h.settle());
            return h.all();
        }
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        for (long seed = 0; seed < 30; seed++) {
            assertEquals(play(seed), play(seed));
        }
    }

    @Test
    void differentSeedsGiveDifferentRuns() {
        Set<List<String>> runs = new HashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            runs.add(play(seed));
        }
        assertTrue(runs.size() > 25, runs.size() + " different runs");
    }

    @Test
    void theHarnessMayLearnOfADeathBeforeThePurgerDoesAndAfter() {
        boolean before = false;
        boolean after = false;
        for (long seed = 0; seed < 40; seed++) {
            List<String> run = play(seed);
            before |= run.indexOf("down p3 killed") >= 0 && run.indexOf("down p3 killed") < run.indexOf("killed p3");
            after |= run.indexOf("killed p3") >= 0 && run.indexOf("down p3 killed") > run.indexOf("killed p3");
        }
        assertTrue(before);
        assertTrue(after);
    }

    @Test
    void noStepHappensUnlessItIsAskedFor() {
        try (Harness h = Harness.seed(Scheduling.seeded(1)).clients("c")) {
            h.purge("r", "m", "c");
            assertEquals(List.of(), h.all());
            assertEquals(0, h.node.step(0));
            assertEquals(List.of(), h.all());
            int steps = h.node.step(1000);
            assertTrue(steps > 0 && steps < 1000);
            assertEquals(0, h.node.step(1000));
            assertEquals(List.of("reply c purge r {false,false}"), h.seen());
        }
    }

    @Test
    void threadsHaveNoSteps() {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            assertThrows(IllegalStateException.class, () -> h.node.step(1));
        }
    }

    @Test
    void whatComesFromThePurgerAndFromTheHarnessComesInEitherOrder() {
        Set<List<String>> ends = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (Harness h = Harness.seed(Scheduling.seeded(seed)).clients("c").lingering("m", "p")) {
                h.then(h.node.pause("p")).purge("r", "m", "c");
                assertEquals("blocked", h.settle());
                // It has been asked, and is killed; both wait until it is resumed.
                h.then(h.node.kill("p")).then(h.node.resume("p"));
                assertEquals("idle", h.settle());
                ends.add(h.all("answered p ", "killed p"));
            }
        }
        assertEquals(Set.of(List.of("answered p true", "killed p"), List.of("answered p false")), ends);
    }

    @Test
    void aBlockingCallEndsAsSoonAsItHasItsAnswer() {
        boolean left = false;
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (Harness h = Harness.seed(Scheduling.seeded(seed)).clients("c").lingering("m").lingering("n")) {
                h.purge("r", "n", "c");
                assertEquals(new PurgeResult(true, false), h.node.purger().purge("m"));
                left |= h.node.step(1) > 0;
            }
        }
        assertTrue(left, "something is still under way for one of the seeds");
    }

    @Test
    void toSettleIsToTakeAllStepsThatThereAre() {
        try (Harness h = Harness.seed(Scheduling.seeded(1)).clients("c")) {
            h.purge("r", "m", "c");
            assertTrue(h.node.settle(Harness.LONG).isPresent());
            assertEquals(List.of("reply c purge r {false,false}"), h.seen());
        }
    }
}
