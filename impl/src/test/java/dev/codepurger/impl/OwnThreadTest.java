package dev.codepurger.impl;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes with a thread of their own. */
@Timeout(60)
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
            h.awaitSeen(2);
            assertEquals(List.of("down a normal", "down b error"), h.seen().stream().sorted().toList());
        }
    }

    @Test
    void aProcessThatDoesNotReachASafePointKeepsTheNodeFromRest() {
        try (Harness h = Harness.seed(Scheduling.threads()).lingering("m")) {
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            h.then(h.node.spawnThread("slow", new Place.Nowhere(), safe -> {
                begun.countDown();
                go.await();
                safe.await();
            }));
            // Its thread begins with a safe point, and may begin late.
            awaitUninterruptibly(begun);
            assertEquals("idle", h.settle());
            var purged = h.node.purger().purgeAsync("m");
            assertEquals(Optional.empty(), h.node.settle(Duration.ofMillis(5)));
            go.countDown();
            assertEquals(new PurgeResult(true, false), purged.join());
        }
    }

    @Test
    void aProcessThatEndsWhileItIsStoppedExitsWhenItIsLetGo() {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch throwing = new CountDownLatch(1);
            h.then(h.node.spawnThread("p", new Place.Nowhere(), safe -> {
                begun.countDown();
                go.await();
                throwing.countDown();
                throw new IllegalStateException("ouch");
            }));
            awaitUninterruptibly(begun);
            h.then(h.node.suspend("p"));
            go.countDown();
            awaitUninterruptibly(throwing);
            assertTrue(h.node.alive("p"));
            h.then(h.node.unsuspend("p"));
            h.awaitSeen(1);
            assertEquals(List.of("down p error"), h.seen());
        }
    }

    @Test
    void aProcessThatIsMadeToExitLeavesNoThread() throws InterruptedException {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            CompletableFuture<Thread> started = new CompletableFuture<>();
            h.then(h.node.spawnThread("p", new Place.Nowhere(), safe -> {
                started.complete(Thread.currentThread());
                while (true) {
                    safe.await();
                }
            }));
            Thread thread = started.join();
            h.then(h.node.exit("p"));
            assertTrue(thread.join(Harness.LONG));
        }
    }

    @Test
    void aProcessWithoutCodeToBeginInDoesNothing() {
        AtomicBoolean ran = new AtomicBoolean();
        Harness h = Harness.seed(Scheduling.threads());
        h.then(h.node.spawnThread("p", new Place.InModule("m", Residence.BUSY), safe -> ran.set(true)));
        h.awaitSeen(1);
        assertEquals(List.of("down p undef"), h.seen());
        h.close();
        assertFalse(ran.get());
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

    @Test
    void aFaultThatThrowsAtASafePointIsReportedAndTheProcessGoesOn() {
        UnaryOperator<Mailbox> throwing = Harness.beforeAnswers(sender -> {
            if (sender.name().equals("p")) {
                throw new IllegalArgumentException("ouch");
            }
        });
        try (Harness h = new Harness(Profile.SEED, Scheduling.threads(), builder -> builder.wrapMailbox(throwing))) {
            h.clients("c").lingering("m").then(h.node.spawnThread("p", new Place.Nowhere(), safe -> {
                while (true) {
                    safe.await();
                }
            }));
            h.purge("r", "m", "c");
            assertThrows(IllegalStateException.class, h::settle);
            assertTrue(h.node.alive("p"));
        }
    }

    @Test
    void whoWasPausedAtASafePointGoesOnFromThere() throws InterruptedException {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            CompletableFuture<Thread> started = new CompletableFuture<>();
            AtomicBoolean resumed = new AtomicBoolean();
            CountDownLatch goesOn = new CountDownLatch(1);
            h.then(h.node.spawnThread("p", new Place.Nowhere(), safe -> {
                started.complete(Thread.currentThread());
                while (true) {
                    safe.poll();
                    if (resumed.get()) {
                        goesOn.countDown();
                    }
                }
            }));
            Thread thread = started.join();
            h.then(h.node.pause("p"));
            while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
            resumed.set(true);
            h.then(h.node.resume("p"));
            assertTrue(goesOn.await(Harness.LONG.toSeconds(), TimeUnit.SECONDS));
        }
    }
}
