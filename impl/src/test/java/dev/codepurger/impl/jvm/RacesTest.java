package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.Patience;
import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Threads that meet in the few instructions where one has to see what the other did. They are brought together so often that they do meet, in any run; the tests with
 * Lincheck show the same of all interleavings of few acts, and take longer.
 */
class RacesTest {
    private final Core core = new Core(new Recorder(observation -> {}, null), made -> new ThreadScheduler(made, 1),
            UnaryOperator.identity());
    private final Scheduler scheduler = core.scheduler();

    @BeforeEach
    void start() {
        scheduler.start();
    }

    @AfterEach
    void stop() {
        core.close();
        scheduler.stop();
    }

    private static final int MEETINGS = 500;
    private static final int EACH_TIME = 50;
    private static final int DONE = 2 * MEETINGS * EACH_TIME;

    /** Two threads do it, some times in a row from each moment at which both are seen to run. */
    private static void together(Runnable act) {
        AtomicInteger arrived = new AtomicInteger();
        Runnable meetings = () -> {
            for (int meeting = 1; meeting <= MEETINGS; meeting++) {
                arrived.incrementAndGet();
                int both = 2 * meeting;
                until(() -> arrived.get() >= both);
                for (int i = 0; i < EACH_TIME; i++) {
                    act.run();
                }
            }
        };
        Thread other = daemon(meetings);
        meetings.run();
        until(() -> !other.isAlive());
    }

    private static Thread daemon(Runnable act) {
        Thread thread = new Thread(act, "racer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + Patience.LONG.toNanos();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "what was waited for does not come");
            Thread.onSpinWait();
        }
    }

    private static boolean sleeps(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    @Test
    void aWorkerGetsWhatTwoThreadsPushAtOnce() {
        AtomicInteger done = new AtomicInteger();
        Activity activity = new Activity();
        Shard shard = new Shard("worker", activity, e -> {});
        shard.start();
        together(() -> shard.push(new Shard.Task() {
            @Override
            void run() {
                done.incrementAndGet();
            }
        }));
        assertTrue(activity.awaitQuiet(Patience.LONG.toNanos()));
        assertEquals(DONE, done.get());
        shard.stop();
        shard.join();
    }

    @Test
    void aProcessGetsWhatTwoThreadsSendAtOnce() {
        AtomicInteger got = new AtomicInteger();
        Inbox inbox = new JvmProcess(core, "p", JvmProcess.Kind.PORT, message -> got.incrementAndGet()).inbox();
        together(() -> inbox.put(Signal.Sender.HARNESS, new Signal.Delivery(new Message.Junk("x"))));
        until(() -> got.get() == DONE);
    }

    /** Takes so many messages from the mailbox, as the purger does, which counts as at work until it first waits and from when it has gone. */
    private Thread purger(int messages) {
        return daemon(() -> {
            Mailbox mailbox = core.mailbox();
            try {
                for (int i = 0; i < messages; i++) {
                    Message ignored = mailbox.receive(Waiting.REQUEST);
                }
            } catch (KernelStoppedException e) {
                // The test is over.
            }
            scheduler.purgerEnded();
        });
    }

    @Test
    void thePurgerGetsWhatTwoThreadsSendAtOnce() {
        Thread purger = purger(DONE);
        together(() -> core.mailbox().put(core.purger(), new Message.Junk("x")));
        until(() -> !purger.isAlive());
        assertTrue(scheduler.settle(Patience.LONG.toNanos()));
    }

    @Test
    void twoThreadsWakeThePurgerAtOnce() {
        int rounds = 5_000;
        AtomicInteger round = new AtomicInteger();
        Thread purger = purger(2 * rounds);
        Thread other = daemon(() -> {
            for (int i = 1; i <= rounds; i++) {
                int mine = i;
                until(() -> round.get() >= mine);
                core.mailbox().put(core.purger(), new Message.Junk("x"));
            }
        });
        for (int i = 1; i <= rounds; i++) {
            until(() -> sleeps(purger) && scheduler.settle(0));
            round.set(i);
            // The other one sees that a little later, nobody knows how much.
            for (int wait = i % 50; wait > 0; wait--) {
                Thread.onSpinWait();
            }
            core.mailbox().put(core.purger(), new Message.Junk("x"));
        }
        until(() -> !purger.isAlive() && !other.isAlive());
        assertTrue(scheduler.settle(Patience.LONG.toNanos()));
    }

    @Test
    void whoComesSecondToWakeThePurgerIsNotCounted() {
        AtomicReference<Runnable> first = new AtomicReference<>(() -> {});
        AtomicBoolean goesOn = new AtomicBoolean();
        // Whoever has seen that the purger sleeps counts it as at work before anything else; here another one comes in between.
        Activity activity = new Activity() {
            @Override
            void begin() {
                super.begin();
                first.getAndSet(() -> {}).run();
            }
        };
        Mailbox mailbox = new ThreadMailbox(core, activity);
        activity.begin();
        Thread purger = daemon(() -> {
            for (int i = 0; i < 2; i++) {
                Message ignored = mailbox.receiveFirst(Waiting.REQUEST, message -> {
                    until(goesOn::get);
                    return true;
                });
            }
            activity.end();
        });
        until(() -> sleeps(purger));
        first.set(() -> mailbox.put(core.purger(), new Message.Junk("first")));
        mailbox.put(core.purger(), new Message.Junk("second"));
        goesOn.set(true);
        until(() -> !purger.isAlive());
        assertTrue(activity.awaitQuiet(Patience.LONG.toNanos()));
    }

    @Test
    void whoHasNothingToDoSleeps() {
        Thread purger = purger(1);
        until(() -> sleeps(purger));
        Shard shard = new Shard("idle", new Activity(), e -> {});
        shard.start();
        Thread worker = Thread.getAllStackTraces().keySet().stream().filter(shard::isWorker).findFirst().orElseThrow();
        until(() -> sleeps(worker));
        shard.stop();
        shard.join();
        assertFalse(worker.isAlive());
    }
}
