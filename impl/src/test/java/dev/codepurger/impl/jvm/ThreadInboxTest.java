package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a process with a thread of its own comes to its end. */
@Timeout(60)
class ThreadInboxTest {
    private final Core core = new Core(
            new Recorder(observation -> {}, null), made -> new ThreadScheduler(made, 1), mailbox -> new ForwardingMailbox(mailbox) {
                @Override
                public void put(Pid sender, Message message) {
                    delegate.put(sender, message);
                    onceItIsDead.getAndSet(ThreadInboxTest::nothing).run();
                }
            });
    private final Scheduler scheduler = core.scheduler();
    /** What is done by the process itself when it has told of its death. */
    private final AtomicReference<Runnable> onceItIsDead = new AtomicReference<>(ThreadInboxTest::nothing);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ends = new CountDownLatch(1);

    private static void nothing() {}

    @AfterEach
    void stop() {
        core.close();
        scheduler.stop();
        scheduler.join();
    }

    private JvmProcess process() throws InterruptedException {
        return process(safe -> {});
    }

    /** A process that does nothing until it is told to end, and then this. */
    private JvmProcess process(ThreadBody last) throws InterruptedException {
        scheduler.start();
        JvmProcess process = new JvmProcess(core, "p", JvmProcess.Kind.PROCESS, null, self -> scheduler.newThreadInbox(self, safe -> {
            begun.countDown();
            ends.await();
            last.run(safe);
        }));
        assertEquals(Response.OK, process.spawnIn(new Place.Nowhere()));
        scheduler.startThread(process);
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        return process;
    }

    @Test
    void whoIsStoppedWhenItWouldEndEndsWhenItGoesOn() throws InterruptedException {
        JvmProcess process = process();
        ThreadInbox inbox = (ThreadInbox) process.inbox();
        Thread thread = inbox.thread();
        assertEquals(Response.OK, process.suspend(true));
        ends.countDown();
        while (thread.isAlive() && !inbox.equals(LockSupport.getBlocker(thread))) {
            Thread.onSpinWait();
        }
        assertEquals(Response.OK, process.suspend(false));
        thread.join();
        assertFalse(process.isAlive());
    }

    private void monitor(JvmProcess process) {
        process.inbox().put(Signal.Sender.PURGER, new Signal.Monitor(core.newMonitor()));
    }

    private String reason() {
        return assertInstanceOf(Message.Down.class, core.mailbox().receive(Waiting.CHECK)).reason();
    }

    @Test
    void whatItWasSentBeforeItsEndItHandlesBefore() throws InterruptedException {
        JvmProcess process = process();
        monitor(process);
        ends.countDown();
        assertEquals("normal", reason());
    }

    @Test
    void whatItIsSentWhileItDiesItAnswersAsTheDeadDo() throws InterruptedException {
        JvmProcess process = process(SafePoint::poll);
        onceItIsDead.set(() -> monitor(process));
        monitor(process);
        process.inbox().put(Signal.Sender.HARNESS, new Signal.Kill("killed"));
        ends.countDown();
        assertEquals("killed", reason());
        assertEquals("noproc", reason());
    }

    @Test
    void whatItIsSentAfterItsEndAWorkerAnswers() throws InterruptedException {
        JvmProcess process = process();
        ends.countDown();
        ((ThreadInbox) process.inbox()).thread().join();
        monitor(process);
        assertEquals("noproc", reason());
    }
}
