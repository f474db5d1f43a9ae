package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Mailbox;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node ends wherever it is, whoever ends it, and leaves no thread. */
@Timeout(60)
class CloseTest {

    /** Those of nodes that others have left behind. */
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    @AfterEach
    void noThreadIsLeft() {
        assertEquals(List.of(), nodeThreads());
    }

    private List<String> nodeThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("codepurger-"))
                .toList();
    }

    private static JvmNode withTwoWorkers() {
        return JvmNode.builder().scheduling(new Scheduling.Threads(2)).start();
    }

    @OnEverySchedule
    void closeFailsWhatIsPending(Scheduling scheduling) {
        Harness h = Harness.seed(scheduling).lingering("m", "p").clients("slow");
        h.then(h.node.pause("slow"));
        CompletableFuture<PurgeResult> future = h.node.purger().purgeAsync("m");
        assertEquals("blocked", h.settle());
        h.close();
        Throwable down = assertThrows(CompletionException.class, future::join).getCause();
        assertInstanceOf(PurgerDownException.class, down);
        assertEquals(List.of(), nodeThreads());
        assertThrows(PurgerDownException.class, () -> h.node.purger().purge("m"));
        assertEquals("down", h.settle());
        h.close();
    }

    @OnEverySchedule
    void closeEndsAPurgerWhereverItIs(Scheduling scheduling) {
        for (int where = 0; where < 5; where++) {
            Harness h = Harness.seed(scheduling).lingering("m", "p").clients("t");
            switch (where) {
                case 0 -> {}
                case 1 -> h.then(h.node.hold()).purge("r", "m", "t");
                case 2 -> h.then(h.node.stallPrepare()).purge("r", "m", "t");
                case 3 -> h.testPurge("s", "m", "t", true);
                default -> h.purge("r", "m", "t");
            }
            if (where < 4) {
                h.settle();
            }
            h.close();
            assertEquals(List.of(), nodeThreads());
            assertEquals(List.of(), h.seen("purger_down"));
        }
    }

    @Test
    void twoThreadsOfTheNodeThatCloseItDoNotWaitForEachOther() {
        JvmNode node = withTwoWorkers();
        CyclicBarrier both = new CyclicBarrier(2);
        Harness.expectOk(node.hold());
        // The ports of two calls in a row belong to different workers.
        List<CompletableFuture<Void>> closed = List.of(closeAfter(node, both), closeAfter(node, both));
        Harness.expectOk(node.release());
        closed.forEach(CompletableFuture::join);
        node.close();
    }

    private static CompletableFuture<Void> closeAfter(JvmNode node, CyclicBarrier both) {
        return node.purger().softPurgeAsync("m").thenAccept(purged -> {
            meet(both);
            node.close();
        });
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not all came", e);
        }
    }

    @Test
    void thePurgersThreadMayClose() {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            h.then(h.node.hold());
            CompletableFuture<String> inside = h.node.purger().softPurgeAsync("x").handle((value, error) -> {
                h.node.close();
                return "closed";
            });
            // The purger's own thread fails its callers when it ends.
            h.then(h.node.kill(JvmNode.PURGER));
            assertEquals("closed", inside.join());
        }
    }

    @Test
    void aProcessMayCloseItsNode() throws InterruptedException {
        JvmNode node = withTwoWorkers();
        CountDownLatch closed = new CountDownLatch(1);
        Harness.expectOk(node.spawnThread("p", new Place.Nowhere(), safe -> {
            node.close();
            closed.countDown();
        }));
        closed.await();
        node.close();
    }

    @Test
    void threadsOfTheNodeCannotWaitForIt() {
        try (JvmNode node = withTwoWorkers()) {
            Harness.expectOk(node.hold());
            CompletableFuture<Void> refused = node.purger().softPurgeAsync("m").thenAccept(purged -> {
                assertThrows(IllegalStateException.class, () -> node.purger().purge("m"));
                assertThrows(IllegalStateException.class, () -> node.settle(Harness.LONG));
            });
            Harness.expectOk(node.release());
            refused.join();
        }
        for (Scheduling scheduling : List.of(Scheduling.threads(), Scheduling.seeded(1))) {
            try (Harness h = Harness.seed(scheduling)) {
                h.then(h.node.hold());
                CompletableFuture<Void> refused = h.node.purger().softPurgeAsync("m").handle((value, error) -> {
                    assertThrows(IllegalStateException.class, () -> h.node.purger().purge("m"));
                    return null;
                });
                h.then(h.node.kill(JvmNode.PURGER));
                assertEquals("down", h.settle());
                refused.join();
            }
        }
    }

    @Test
    void testersThatEndEachOtherFromTheirFuturesDoNotWaitForEachOther() {
        try (JvmNode node = withTwoWorkers(); JvmNode other = withTwoWorkers()) {
            CyclicBarrier both = new CyclicBarrier(2);
            Harness.expectOk(node.hold());
            Harness.expectOk(other.hold());
            TestPurge<PurgeResult> a = node.purger().testPurge("m");
            TestPurge<PurgeResult> b = other.purger().testPurge("m");
            CompletableFuture<Void> endsB = a.started().thenAccept(started -> {
                meet(both);
                b.die();
            });
            CompletableFuture<Void> endsA = b.started().thenAccept(started -> {
                meet(both);
                a.die();
            });
            Harness.expectOk(node.release());
            Harness.expectOk(other.release());
            endsA.join();
            endsB.join();
        }
    }

    @Test
    void aNodeThatCannotBeMadeLeavesNoThread() {
        List<UnaryOperator<JvmNode.Builder>> broken = List.of(
                builder -> builder.wrapKernel(kernel -> {
                    throw ouch();
                }),
                builder -> builder.wrapMailbox(mailbox -> {
                    throw ouch();
                }),
                builder -> builder.steps(profile -> {
                    throw ouch();
                }));
        for (UnaryOperator<JvmNode.Builder> one : broken) {
            assertThrows(UnsupportedOperationException.class, () -> one.apply(JvmNode.builder()).start());
            assertEquals(List.of(), nodeThreads());
        }
    }

    private static RuntimeException ouch() {
        return new UnsupportedOperationException("ouch");
    }

    /** Who closes the node waits until what keeps one of its threads is over. */
    private void closeWaits(JvmNode node, CountDownLatch keeps) throws InterruptedException {
        Thread closer = new Thread(node::close, "closer");
        closer.start();
        // Of the node's threads all but that one end.
        while (nodeThreads().size() > 1 || (closer.getState() != Thread.State.WAITING && closer.isAlive())) {
            Thread.onSpinWait();
        }
        assertTrue(closer.isAlive());
        keeps.countDown();
        closer.join();
    }

    @Test
    void whoClosesWaitsForAWorker() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch keeps = new CountDownLatch(1);
        UnaryOperator<Mailbox> slow = Harness.beforeAnswers(sender -> {
            entered.countDown();
            Uninterruptibles.awaitUninterruptibly(keeps);
        });
        try (JvmNode node = JvmNode.builder().scheduling(new Scheduling.Threads(1)).wrapMailbox(slow).start()) {
            Harness.expectOk(node.load("m"));
            Harness.expectOk(node.load("m"));
            Harness.expectOk(node.spawn("p", new Place.Nowhere()));
            var ignored = node.purger().purgeAsync("m");
            entered.await();
            closeWaits(node, keeps);
        }
    }

    @Test
    void whoClosesWaitsForAProcessThatComputes() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch keeps = new CountDownLatch(1);
        JvmNode node = withTwoWorkers();
        Harness.expectOk(node.spawnThread("p", new Place.Nowhere(), safe -> {
            entered.countDown();
            Uninterruptibles.awaitUninterruptibly(keeps);
        }));
        entered.await();
        closeWaits(node, keeps);
    }

    @Test
    void aProcessThatIsPausedAtASafePointEndsWithItsNode() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        JvmNode node = withTwoWorkers();
        Harness.expectOk(node.spawnThread("p", new Place.Nowhere(), safe -> {
            entered.countDown();
            while (true) {
                safe.await();
            }
        }));
        entered.await();
        Harness.expectOk(node.pause("p"));
        assertTrue(node.settle(Harness.LONG).isPresent());
        node.close();
        assertEquals(List.of(), nodeThreads());
    }
}
