package dev.codepurger.impl.jvm;

import static com.google.common.util.concurrent.Uninterruptibles.joinUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Watch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Monitors under many interleavings: the purger sets and ends one, while the process dies. */
@Tag("slow")
@Tag("lincheck")
class MonitorLincheckTest {
    private static final int INVOCATIONS = Stage.runs(200);

    /** A process, in no table and no code, and somebody who kills it. */
    private static final class Scene {
        final Core core = Stage.UP;
        final JvmKernel kernel = new JvmKernel(core);
        final JvmProcess process = new JvmProcess(
                core, "p", JvmProcess.Kind.PROCESS, null, self -> new StillScheduler.StillInbox(self));

        Thread killer() {
            Thread killer = new Thread(() -> process.inbox().put(Signal.Sender.HARNESS, new Signal.Kill("killed")));
            killer.start();
            return killer;
        }

        List<Message> inMailbox() {
            return Stage.takeAll(core.mailbox());
        }
    }

    @Test
    void aMonitorFiresOnceWheneverTheProcessDies() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> {
            Scene scene = Stage.share(new Scene());
            Thread killer = scene.killer();
            Object monitor = scene.kernel.monitor(scene.process, Watch.TESTER);
            joinUninterruptibly(killer);
            List<Message> messages = scene.inMailbox();
            assertEquals(1, messages.size());
            Message.Down down = (Message.Down) messages.get(0);
            assertEquals(monitor, down.monitor());
            assertTrue(Set.of("killed", "noproc").contains(down.reason()), down.reason());
        });
    }

    @Test
    void afterAMonitorWasEndedNothingOfItIsThereAndNothingComes() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> {
            Scene scene = Stage.share(new Scene());
            Thread killer = scene.killer();
            Object monitor = scene.kernel.monitor(scene.process, Watch.TESTER);
            scene.kernel.demonitor(scene.process, monitor);
            assertEquals(List.of(), scene.inMailbox());
            joinUninterruptibly(killer);
            assertEquals(List.of(), scene.inMailbox());
        });
    }

    /** What the two acts that exclude each other are for. */
    private interface Table {
        MonitorRef begin();

        void fire(MonitorRef monitor, Runnable put);

        void end(MonitorRef monitor, Runnable takeBack);
    }

    private static final class Right implements Table {
        private final Monitors monitors = new Monitors();

        @Override
        public MonitorRef begin() {
            return monitors.begin();
        }

        @Override
        public void fire(MonitorRef monitor, Runnable put) {
            monitors.fire(monitor, put);
        }

        @Override
        public void end(MonitorRef monitor, Runnable takeBack) {
            monitors.end(monitor, takeBack);
        }
    }

    /** {@link Monitors} as they might have been written by mistake: the message is put after the lock was given back. */
    private static final class Racy implements Table {
        private final Set<MonitorRef> waiting = new HashSet<>();

        @Override
        public synchronized MonitorRef begin() {
            MonitorRef monitor = new MonitorRef();
            waiting.add(monitor);
            return monitor;
        }

        private synchronized boolean remove(MonitorRef monitor) {
            return waiting.remove(monitor);
        }

        @Override
        public void fire(MonitorRef monitor, Runnable put) {
            if (remove(monitor)) {
                put.run();
            }
        }

        @Override
        public void end(MonitorRef monitor, Runnable takeBack) {
            if (!remove(monitor)) {
                takeBack.run();
            }
        }
    }

    private static void checkTable(Supplier<Table> tables) {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> {
            Table table = Stage.share(tables.get());
            AtomicInteger messages = Stage.share(new AtomicInteger());
            MonitorRef monitor = table.begin();
            Thread dying = new Thread(() -> table.fire(monitor, () -> messages.addAndGet(1)));
            dying.start();
            table.end(monitor, () -> messages.set(0));
            assertEquals(0, messages.get());
            joinUninterruptibly(dying);
            assertEquals(0, messages.get());
        });
    }

    @Test
    void firingAndEndingExcludeEachOther() {
        checkTable(() -> new Right());
    }

    @Test
    void monitorsThatPutTheirMessageTooLateAreRejected() {
        assertThrows(LincheckAssertionError.class, () -> checkTable(() -> new Racy()));
    }
}
