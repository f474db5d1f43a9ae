package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.NoPendingOnLoadException;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Watch;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The node as the purger sees it. Before each act others may act, and an effect is recorded before anything comes of it. */
final class JvmKernel implements Kernel {
    private final Core core;
    private final Scheduler scheduler;
    private final Recorder recorder;

    JvmKernel(Core core) {
        this.core = core;
        scheduler = core.scheduler();
        recorder = core.recorder();
    }

    @Override
    public Pid self() {
        return core.purger();
    }

    @Override
    public Mailbox mailbox() {
        return core.mailbox();
    }

    @Override
    public boolean prepare(String module) {
        scheduler.yieldPurger();
        boolean hadOld = core.code().prepare(module);
        if (hadOld) {
            scheduler.stallPurger();
        }
        return hadOld;
    }

    @Override
    public boolean prepareOnLoad(String module) {
        scheduler.yieldPurger();
        boolean hadFailed = core.code().prepareOnLoad(module);
        if (hadFailed) {
            scheduler.stallPurger();
        }
        return hadFailed;
    }

    @Override
    public void complete(String module) {
        scheduler.yieldPurger();
        core.code().complete(module);
    }

    @Override
    public void abort(String module) {
        scheduler.yieldPurger();
        core.code().abort(module);
    }

    @Override
    public void resumeCallers(String module) {
        scheduler.yieldPurger();
        for (JvmProcess caller : core.code().takeSuspendedCallers(module)) {
            caller.inbox().put(Signal.Sender.PURGER, new Signal.Retry());
        }
    }

    @Override
    public void finishAfterOnLoad(String module, boolean keep) {
        scheduler.yieldPurger();
        core.code().finishAfterOnLoad(module, keep);
    }

    @Override
    public List<Pid> processes() {
        scheduler.yieldPurger();
        return List.copyOf(recorder.snapshot(core.processes()::all));
    }

    @Override
    public void requestCheck(Pid pid, String module, Object tag) {
        scheduler.yieldPurger();
        if (recorder.wantsEffects()) {
            recorder.effect(new Effect.Requested(pid.name()));
        }
        process(pid).inbox().put(Signal.Sender.PURGER, new Signal.Check(core.code().entry(module), tag));
    }

    @Override
    public Object monitor(Pid pid, Watch why) {
        scheduler.yieldPurger();
        recorder.effect(new Effect.Monitored(pid.name(), why));
        MonitorRef monitor = core.newMonitor();
        process(pid).inbox().put(Signal.Sender.PURGER, new Signal.Monitor(monitor));
        return monitor;
    }

    @Override
    public void demonitor(Pid pid, Object monitor) {
        scheduler.yieldPurger();
        if (monitor instanceof MonitorRef ref) {
            core.endMonitor(ref);
            process(pid).inbox().put(Signal.Sender.PURGER, new Signal.Demonitor(ref));
        }
    }

    @Override
    public void kill(Pid pid) {
        scheduler.yieldPurger();
        recorder.effect(new Effect.KillIssued(pid.name()));
        if (pid == core.purger()) {
            // A signal to oneself is handled before the call that sends it returns.
            core.purgerDown("killed");
            core.checkUp();
            return;
        }
        process(pid).inbox().put(Signal.Sender.PURGER, new Signal.Kill("killed"));
    }

    @Override
    public void send(Pid to, Message message) {
        scheduler.yieldPurger();
        if (to == core.purger()) {
            core.mailbox().put(to, message);
        } else {
            process(to).inbox().put(Signal.Sender.PURGER, new Signal.Delivery(message));
        }
    }

    /** A pid that is not of this node is as one that is dead. */
    private JvmProcess process(Pid pid) {
        return pid instanceof JvmProcess process ? process : core.deadProcess(pid.name());
    }

    @Override
    public void note(Effect effect) {
        recorder.effect(effect);
    }

    @Override
    public void ended(Throwable cause) {
        if (cause instanceof KernelStoppedException) {
            core.close();
        } else {
            core.purgerDown(cause instanceof NoPendingOnLoadException ? "badarg" : "crash");
        }
        scheduler.purgerEnded();
    }

    @Override
    public void stop() {
        core.close();
        scheduler.stop();
    }

    @Override
    public void join() {
        scheduler.join();
    }

    @Override
    public boolean isOwnThread() {
        return scheduler.isOwnThread();
    }

    @Override
    public Pid openPort(Consumer<Message> inbox) {
        return new JvmProcess(core, "port", JvmProcess.Kind.PORT, inbox);
    }

    @Override
    public void closePort(Pid port) {
        if (port instanceof JvmProcess process && process.kind() == JvmProcess.Kind.PORT) {
            // A signal, and no exit under the port's lock: that is held while what depends on a reply runs, which may close other ports.
            scheduler.stimulus(() -> {
                if (!core.isDown()) {
                    process.inbox().put(Signal.Sender.HARNESS, new Signal.Kill("normal"));
                }
                return true;
            });
        }
    }

    @Override
    public void drive(BooleanSupplier until) {
        scheduler.drive(until);
    }
}
