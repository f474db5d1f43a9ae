package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Several clients at once, on real threads. */
class StressTest {
    private static final int CLIENTS = 4;
    private static final int ROUNDS = 300;

    /** Runs one task per client, each with a number. */
    private static <T> List<T> inParallel(java.util.function.IntFunction<Callable<T>> task)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                futures.add(pool.submit(task.apply(i)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void eachClientsModuleIsPurgedWhateverTheOthersDo() throws Exception {
        try (Harness h = Harness.hardened(Scheduling.threads())) {
            List<Integer> kills = inParallel(client -> () -> {
                String module = "m" + client;
                int killed = 0;
                h.node.load(module);
                for (int round = 0; round < ROUNDS; round++) {
                    String victim = "v" + client + "-" + round;
                    assertEquals(Response.OK, h.node.spawn(victim, new Place.InModule(module, Residence.BUSY)));
                    assertEquals(Response.OK, h.node.load(module));
                    if (round % 3 == 0) {
                        assertEquals(false, h.node.purger().softPurge(module));
                        assertTrue(h.node.alive(victim));
                    }
                    assertEquals(new PurgeResult(true, true), h.node.purger().purge(module));
                    assertEquals(false, h.node.alive(victim));
                    killed++;
                }
                return killed;
            });
            assertEquals(List.of(ROUNDS, ROUNDS, ROUNDS, ROUNDS), kills);
            assertEquals("idle", h.settle());
            assertEquals(CLIENTS * ROUNDS, h.seen("down").size());
        }
    }

    @Test
    void everyRequestIsAnsweredAndTheNodeComesToRest() throws Exception {
        try (Harness h = Harness.hardened(Scheduling.threads()).clients(Harness.names("c", CLIENTS))) {
            List<Integer> sent = inParallel(client -> () -> {
                SplittableRandom random = new SplittableRandom(client);
                String me = "c" + (client + 1);
                int requests = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    String module = "m" + random.nextInt(3);
                    String ref = me + "-" + round;
                    String other = me + "-" + random.nextInt(20);
                    switch (random.nextInt(9)) {
                        case 0 -> requests += count(h.node.send(me, new Message.Purge(module, h.node.pid(me), ref)));
                        case 1 -> requests += count(h.node.send(me, new Message.SoftPurge(module, h.node.pid(me), ref)));
                        case 2 -> requests += count(h.node.send(me, new Message.FinishAfterOnLoad(module, random.nextInt(2) == 0, h.node
                                .pid(me), ref)));
                        case 3 -> h.node.load(module);
                        case 4 -> h.node.spawn(other, new Place.InModule(module, Residence.WAITING));
                        case 5 -> h.node.kill(other);
                        case 6 -> h.node.leave(other);
                        case 7 -> h.node.exit(other);
                        default -> h.node.beginOnLoad(module);
                    }
                }
                return requests;
            });
            assertEquals("idle", h.settle());
            assertEquals(sent.stream().mapToInt(n -> n).sum(), h.seen("reply").size());
        }
    }

    private static int count(Response response) {
        return response == Response.OK ? 1 : 0;
    }

    @Test
    void testersThatDieAnywhereNeverStopThePurger() throws Exception {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            inParallel(client -> () -> {
                SplittableRandom random = new SplittableRandom(client);
                for (int round = 0; round < ROUNDS; round++) {
                    TestPurge<PurgeResult> test = h.node.purger().testPurge("m" + client);
                    int course = random.nextInt(4);
                    if (course > 0) {
                        test.started().get(60, TimeUnit.SECONDS);
                        test.continuePurge();
                    }
                    if (course > 1) {
                        test.continued().get(60, TimeUnit.SECONDS);
                    }
                    if (course > 2) {
                        test.completePurge();
                        assertEquals(new PurgeResult(false, false), test.result().get(60, TimeUnit.SECONDS));
                    } else {
                        test.die();
                    }
                }
                return true;
            });
            assertEquals("idle", h.settle());
        }
    }

    @Test
    void processesThatSpawnAndLoadWithoutPauseDoNotOutrunThePurger() throws Exception {
        try (JvmNode node = JvmNode.builder().start()) {
            inParallel(client -> () -> {
                for (int round = 0; round < ROUNDS; round++) {
                    if (client == 0) {
                        node.load("m");
                        node.purger().purge("m");
                    } else {
                        node.spawn("p" + client + "-" + round, new Place.InModule("m", Residence.BUSY));
                    }
                }
                return true;
            });
            node.load("m");
            node.purger().purge("m");
            node.load("m");
            node.purger().purge("m");
            assertTrue(node.settle(Harness.LONG).isPresent());
            assertEquals(1, node.processes().size());
        }
    }
}
