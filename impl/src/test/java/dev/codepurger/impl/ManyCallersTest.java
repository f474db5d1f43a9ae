package dev.codepurger.impl;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node is told what to do by many threads at once. */
@Timeout(120)
class ManyCallersTest {
    private static final int CALLERS = 4;

    private interface Caller {
        void act(int caller) throws Exception;
    }

    private static void inParallel(int callers, Caller task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                ends.add(pool.submit(() -> {
                    task.act(caller);
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get(100, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Anything that can be done to a node, by anybody, to anybody; nothing that would keep it from rest is left behind. */
    @OnEverySchedule
    void whateverTheyDoTheNodeComesToRestAndServes(Scheduling scheduling) throws Exception {
        try (Harness h = Harness.hardened(scheduling)) {
            inParallel(CALLERS, caller -> {
                SplittableRandom random = new SplittableRandom(caller);
                for (int round = 0; round < 2000; round++) {
                    act(h.node, random, caller + "-" + round);
                    if (scheduling instanceof Scheduling.Seeded && round % 20 == 0) {
                        h.node.step(10);
                    }
                }
            });
            h.then(h.node.release()).then(h.node.unstall());
            for (String process : h.node.processes()) {
                h.node.resume(process);
                h.node.unsuspend(process);
            }
            assertEquals("idle", h.settle());
            h.lingering("fresh", "last");
            assertEquals(new PurgeResult(true, true), h.node.purger().purge("fresh"));
        }
    }

    private static void act(JvmNode node, SplittableRandom random, String unique) {
        String process = "p" + random.nextInt(6);
        String module = "m" + random.nextInt(2);
        String fun = "f" + random.nextInt(2);
        switch (random.nextInt(24)) {
            case 0 -> node.load(module);
            case 1 -> node.loadIdentical(module);
            case 2 -> node.delete(module);
            case 3 -> node.beginOnLoad(module);
            case 4 -> node.offer(module);
            case 5 -> node.spawn(process, new Place.InModule(module, Residence.BUSY));
            case 6 -> node.spawn(process, new Place.OnFun(fun));
            case 7 -> node.spawn(process, new Place.InOnLoad(module));
            case 8 -> node.spawn(process, new Place.Nowhere());
            case 9 -> node.leave(process);
            case 10 -> node.exit(process);
            case 11 -> node.kill(process);
            case 12 -> node.pause(process);
            case 13 -> node.resume(process);
            case 14 -> node.suspend(process);
            case 15 -> node.unsuspend(process);
            case 16 -> node.makeFun(fun, module);
            case 17 -> node.callFun(unique, process, fun);
            case 18 -> node.call(unique, process, module);
            case 19 -> node.send(process, new Message.Purge(module, node.pid(process), unique));
            case 20 -> node.send(process, new Message.SoftPurge(module, node.pid(process), unique));
            case 21 -> node.send(process, new Message.FinishAfterOnLoad(module, random.nextBoolean(), node.pid(process), unique));
            case 22 -> toggle(node, random);
            default -> look(node, process, module);
        }
    }

    private static void toggle(JvmNode node, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> node.hold();
            case 1 -> node.stallPrepare();
            case 2 -> node.unstall();
            default -> node.release();
        }
    }

    private static void look(JvmNode node, String process, String module) {
        boolean alive = node.alive(process);
        boolean old = node.checkOldCode(module);
        assertEquals(JvmNode.PURGER, node.pid(JvmNode.PURGER).name(), () -> alive + " " + old);
        assertTrue(node.processes().contains(JvmNode.PURGER));
    }

    /** As if the two had been done one after the other: who is alive before other code is loaded is in the code that was there before. */
    @Test
    void aProcessIsNotFoundAliveBeforeItIsInItsCode() throws Exception {
        CountDownLatch prepared = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (JvmNode node = JvmNode.builder().effects(effect -> {
            prepared.countDown();
            awaitUninterruptibly(goOn);
        }).start()) {
            assertEquals(Response.OK, node.load("m"));
            CompletableFuture<PurgeResult> purged = node.purger().purgeAsync("n");
            prepared.await();
            // An effect of the modules is shown under their lock, so the process gets no further than where it looks for its code.
            Thread spawning = new Thread(() -> node.spawn("p", new Place.InModule("m", Residence.BUSY)));
            spawning.start();
            while (spawning.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            boolean early = node.alive("p");
            goOn.countDown();
            spawning.join();
            assertFalse(early);
            assertTrue(node.alive("p"));
            assertEquals(new PurgeResult(false, false), purged.join());
        }
    }
}
