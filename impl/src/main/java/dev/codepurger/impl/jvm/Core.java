package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What all parts of one node share. */
final class Core {
    private final Recorder recorder;
    private final CodeTable code;
    private final ProcessTable processes = new ProcessTable();
    private final Scheduler scheduler;
    private final Mailbox mailbox;
    private final JvmProcess purger;

    private final Monitors monitors = new Monitors();
    private final AtomicInteger pausedProcesses = new AtomicInteger();
    /** Why the purger is down; null while it is up. */
    private final AtomicReference<@Nullable String> down = new AtomicReference<>();

    Core(Recorder recorder, Function<Core, Scheduler> schedulers, UnaryOperator<Mailbox> wrapMailbox) {
        this.recorder = recorder;
        code = new CodeTable(recorder);
        scheduler = schedulers.apply(this);
        mailbox = wrapMailbox.apply(scheduler.mailbox());
        purger = new JvmProcess(this, JvmNode.PURGER, JvmProcess.Kind.PURGER, null);
        processes.add(purger);
        Response loaded = code.load(JvmNode.PURGER_MODULE, false);
        assert loaded == Response.OK;
        purger.enter(code.current(JvmNode.PURGER_MODULE), Residence.ON_STACK);
    }

    Recorder recorder() {
        return recorder;
    }

    CodeTable code() {
        return code;
    }

    ProcessTable processes() {
        return processes;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** The mailbox as wrapped. */
    Mailbox mailbox() {
        return mailbox;
    }

    JvmProcess purger() {
        return purger;
    }

    /** Makes a process that is dead, for names that nobody has. */
    JvmProcess deadProcess(String name) {
        JvmProcess dead = new JvmProcess(this, name, JvmProcess.Kind.PORT, null);
        Response exited = dead.exit("noproc");
        assert exited == Response.OK;
        return dead;
    }

    // Messages to the purger

    void toPurger(JvmProcess sender, Message message) {
        scheduler.toPurger(sender, message);
    }

    /** Puts what a process sent, unless it is the message of a monitor that has been ended meanwhile. */
    void arrived(JvmProcess sender, Message message) {
        if (message instanceof Message.Down(MonitorRef monitor, var pid, var reason)) {
            monitors.fire(monitor, () -> mailbox.put(sender, message));
        } else {
            mailbox.put(sender, message);
        }
    }

    MonitorRef newMonitor() {
        return monitors.begin();
    }

    void endMonitor(MonitorRef monitor) {
        monitors.end(monitor, () -> scheduler.flushDown(monitor));
    }

    // Paused processes

    void paused(int change) {
        pausedProcesses.addAndGet(change);
    }

    // The end

    /** The purger has died, and the node with it: nothing is recorded after this. */
    void purgerDown(String reason) {
        if (down.compareAndSet(null, reason)) {
            recorder.purgerDown(reason);
            scheduler.wakePurger();
        }
    }

    /** The node is stopped from outside; nobody sees the purger die. */
    void close() {
        if (down.compareAndSet(null, "closed")) {
            recorder.close();
            scheduler.wakePurger();
        }
    }

    boolean isDown() {
        return down.get() != null;
    }

    void checkUp() {
        String reason = down.get();
        if (reason != null) {
            throw new KernelStoppedException(reason);
        }
    }

    /** Describes a node at rest. */
    Quiet quiet() {
        if (isDown()) {
            return new Quiet(Quiet.Kind.DOWN, Set.of());
        }
        return new Quiet(kind(), code.suspendedCallers());
    }

    private Quiet.Kind kind() {
        if (scheduler.purgerKept()) {
            return Quiet.Kind.BLOCKED;
        }
        return switch (scheduler.purgerPlace()) {
            case REQUEST -> Quiet.Kind.IDLE;
            case HANDSHAKE -> Quiet.Kind.HELD;
            case CHECK -> pausedProcesses.get() > 0 ? Quiet.Kind.BLOCKED : Quiet.Kind.STALLED;
        };
    }
}
