package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Processes with a thread of their own. */
class OwnThreadTest {

    @RepeatedTest(20)
    void aProcessThatComputesAnswersAndDiesAtItsSafePoints() {
        try (Harness h = Harness.seed(Scheduling.threads()).clients("c")) {
            h.node.load("m");
            AtomicLong work = new AtomicLong();
            h.then(h.node.spawnThread("busy", new Place.InModule("m", Residence.BUSY), safe -> {
                while (true) {
                    work.incrementAndGet();
                    safe.poll();
                }
            }));
            h.then(h.node.spawnThread("waiting", new Place.Nowhere(), safe -> {
                while (true) {
                    safe.await();
                }
            }));
            h.node.load("m");
            assertEquals(new PurgeResult(true, true), h.node.purger().purge("m"));
            assertFalse(h.node.alive("busy"));
            assertTrue(h.node.alive("waiting"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("down busy killed"), h.seen());
            assertEquals(Response.OK, h.node.pause("waiting"));
            h.then(h.node.load("m"));
            h.purge("r", "m", "c");
            assertEquals("blocked", h.settle());
            h.then(h.node.resume("waiting"));
            assertEquals("idle", h.settle());
        }
    }

    @Test
    void aProcessWhoseThreadReturnsExitsNormallyAndOneThatThrowsDoesNot() {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            CountDownLatch go = new CountDownLatch(1);
            h.then(h.node.spawnThread("a", new Place.Nowhere(), safe -> go.await()));
            h.then(h.node.spawnThread("b", new Place.Nowhere(), safe -> {
                go.await();
                throw new IllegalStateException("ouch");
            }));
            assertEquals(Response.NO_EFFECT, h.node.spawnThread("a", new Place.Nowhere(), safe -> {}));
            go.countDown();
            while (h.seen().size() < 2) {
                Thread.onSpinWait();
            }
            assertEquals(List.of("down a normal", "down b error"), h.seen().stream().sorted().toList());
        }
    }

    @Test
    void aProcessThatDoesNotReachASafePointKeepsTheNodeFromRest() {
        try (Harness h = Harness.seed(Scheduling.threads()).lingering("m")) {
            CountDownLatch go = new CountDownLatch(1);
            h.then(h.node.spawnThread("slow", new Place.Nowhere(), safe -> {
                go.await();
                safe.await();
            }));
            assertEquals("idle", h.settle());
            var purged = h.node.purger().purgeAsync("m");
            assertEquals(Optional.empty(), h.node.settle(Duration.ofMillis(5)));
            go.countDown();
            assertEquals(new PurgeResult(true, false), purged.join());
        }
    }

    @Test
    void closeEndsItsThread() {
        Harness h = Harness.seed(Scheduling.threads());
        h.then(h.node.spawnThread("p", new Place.Nowhere(), safe -> {
            while (true) {
                safe.await();
            }
        }));
        h.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().equals("codepurger-process-p")));
    }

    @Test
    void seededSchedulingHasNone() {
        try (Harness h = Harness.seed(Scheduling.seeded(1))) {
            assertThrows(
                    IllegalStateException.class, () -> h.node.spawnThread("p", new Place.Nowhere(), safe -> {}));
        }
    }
}
