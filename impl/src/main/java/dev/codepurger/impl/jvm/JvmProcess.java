package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A process: a few fields, no thread. Workers handle its signals, and the harness makes it act; both take its lock. What it answers and how it dies is decided
 * here, by itself.
 */
final class JvmProcess implements Pid {

    /** What a process is to the node. */
    enum Kind {
        /** An ordinary one. */
        PROCESS,
        /** The purger: its messages go to a mailbox of their own, and its death is the node's. */
        PURGER,
        /** Somebody outside of the node who can be answered and monitored; in no snapshot. */
        PORT
    }

    private final String name;
    private final Kind kind;
    private final Core core;
    private final Inbox inbox;
    private final @Nullable Consumer<Message> port;

    private volatile boolean alive = true;
    private boolean paused;
    private boolean suspended;
    private @Nullable CodeInstance code;
    private Residence residence = Residence.WAITING;
    private @Nullable Call call;
    /** Both are made when first needed: most processes never have any. */
    private @Nullable List<MonitorRef> monitors;

    private @Nullable Queue<Message> unread;

    JvmProcess(Core core, String name, Kind kind, @Nullable Consumer<Message> port) {
        this(core, name, kind, port, core.scheduler()::newInbox);
    }

    /** Makes a process with an inbox of another kind. */
    JvmProcess(
            Core core,
            String name,
            Kind kind,
            @Nullable Consumer<Message> port,
            Function<JvmProcess, Inbox> inboxes) {
        this.core = core;
        this.name = name;
        this.kind = kind;
        this.port = port;
        inbox = inboxes.apply(this);
    }

    @Override
    public String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    Inbox inbox() {
        return inbox;
    }

    boolean isAlive() {
        return alive;
    }

    /** Returns whether signals may be handled now. What is dead handles them too: it answers as the dead do. */
    synchronized boolean handlesSignals() {
        return !(alive && paused);
    }

    // Signals

    /** Handles a signal; the caller holds the lock, and knows that {@link #handlesSignals}. */
    void handle(Signal signal) {
        switch (signal) {
            case Signal.Check check -> core.toPurger(this, new Message.CheckReply(check.tag, this, refers(check.module)));
            case Signal.Monitor monitor -> monitor(monitor.ref);
            case Signal.Demonitor demonitor -> {
                if (monitors != null) {
                    monitors.remove(demonitor.ref);
                }
            }
            case Signal.Kill kill -> {
                if (alive) {
                    die(kill.reason);
                }
            }
            case Signal.Delivery delivery -> deliver(delivery.message);
            case Signal.Retry retry -> {
                if (call != null) {
                    call.ready = true;
                    proceed();
                }
            }
        }
    }

    private boolean refers(ModuleEntry module) {
        return alive && code != null && residence.refers() && code.equals(module.old);
    }

    private void monitor(MonitorRef ref) {
        if (!alive) {
            core.toPurger(this, new Message.Down(ref, this, "noproc"));
            return;
        }
        if (monitors == null) {
            monitors = new ArrayList<>(1);
        }
        monitors.add(ref);
    }

    private void deliver(Message message) {
        if (!alive) {
            return;
        }
        if (port != null) {
            port.accept(message);
        } else if (runsOwnCode()) {
            see(message);
        } else {
            if (unread == null) {
                unread = new ArrayDeque<>(1);
            }
            unread.add(message);
        }
    }

    private void see(Message message) {
        switch (message) {
            case Message.Reply m -> core.recorder().observe(new Observation.Reply(name, m.kind(), m.answer(), m.ref()));
            case Message.PriorityChanged m -> core.recorder().observe(new Observation.PriorityChanged(name, m.old(), m.ref()));
            case Message.Started m -> core.recorder().observe(new Observation.Started(name, m.ref()));
            case Message.Continued m -> core.recorder().observe(new Observation.Continued(name, m.ref()));
            case Message.TestPurgeResult m ->
                core.recorder().observe(new Observation.TestPurgeResult(name, m.answer(), m.ref()));
            default -> {}
        }
    }

    private void die(String reason) {
        alive = false;
        core.processes().remove(this);
        if (call != null) {
            core.code().forgetCaller(this, call.target);
        }
        call = null;
        code = null;
        unread = null;
        List<MonitorRef> watching = monitors;
        monitors = null;
        if (kind == Kind.PURGER) {
            // First, and without telling its own monitors: a dead purger must not go on because it heard of its death.
            core.purgerDown(reason);
            return;
        }
        if (kind == Kind.PROCESS) {
            core.scheduler().notifyHarness(this, new Observation.Down(name, reason));
        }
        if (watching != null) {
            watching.forEach(ref -> core.toPurger(this, new Message.Down(ref, this, reason)));
        }
    }

    // What it does of its own

    /** Returns whether it can do anything of its own now: it lives, nobody stops it, and it is in no call. */
    synchronized boolean runsOwnCode() {
        return alive && !paused && !suspended && call == null;
    }

    /** Goes on with what it could not do while it was stopped: first the call that it is in, then its messages. */
    private void proceed() {
        if (call != null && call.ready && alive && !paused && !suspended) {
            attempt(call);
        }
        while (unread != null && runsOwnCode()) {
            Message message = unread.poll();
            if (message == null) {
                unread = null;
            } else {
                see(message);
            }
        }
    }

    private void attempt(Call attempted) {
        switch (core.code().attempt(this, attempted.target)) {
            case Call.Suspended s -> attempted.ready = false;
            case Call.Ran(CodeInstance instance) -> {
                call = null;
                if (attempted.name == null) {
                    enter(instance, Residence.WAITING);
                } else {
                    returned(attempted.name, new Outcome.Ran(instance.version()));
                }
            }
            case Call.Failed(Outcome outcome) -> {
                call = null;
                if (attempted.name == null) {
                    die(outcome instanceof Outcome.BadFun ? "badfun" : "undef");
                } else {
                    returned(attempted.name, outcome);
                }
            }
        }
    }

    private void returned(String name, Outcome outcome) {
        core.recorder().observe(new Observation.Returned(name, outcome));
    }

    synchronized void enter(@Nullable CodeInstance instance, Residence how) {
        code = instance;
        residence = how;
    }

    /**
     * Begins its life. All under its lock: once it is in the table it may be asked, and must not answer before it is in its code. And all under that of the code, so that
     * who finds it alive and then loads other code finds that it was there before.
     */
    synchronized Response spawnIn(Place place) {
        return core.code().alone(() -> {
            if (core.processes().find(name) != null) {
                return Response.NO_EFFECT;
            }
            begin(place);
            if (alive) {
                core.processes().add(this);
            }
            return Response.OK;
        });
    }

    private void begin(Place place) {
        switch (place) {
            case Place.Nowhere nowhere -> {}
            case Place.InModule(String module, Residence how) -> enterOrExit(core.code().current(module), how);
            case Place.InOnLoad(String module) -> enterOrExit(core.code().pending(module), Residence.BUSY);
            case Place.OnFun(String fun) -> {
                Call.Fun target = core.code().fun(fun);
                if (target == null) {
                    die("undef");
                } else {
                    call = new Call(null, target);
                    proceed();
                }
            }
        }
    }

    private void enterOrExit(@Nullable CodeInstance instance, Residence how) {
        if (instance == null) {
            die("undef");
        } else {
            enter(instance, how);
        }
    }

    /** Begins a call of a function of a module; it starts at once. */
    synchronized Response call(String callName, String module) {
        return call(new Call(callName, new Call.Function(module)));
    }

    /** Begins a call of a fun; it starts at once, with the fun that has the name then. */
    synchronized Response callFun(String callName, String fun) {
        return core.code().alone(() -> {
            Call.Fun target = core.code().fun(fun);
            return target == null ? Response.NO_EFFECT : call(new Call(callName, target));
        });
    }

    private Response call(Call begun) {
        if (!runsOwnCode()) {
            return Response.NO_EFFECT;
        }
        call = begun;
        proceed();
        return Response.OK;
    }

    synchronized Response leave() {
        if (!runsOwnCode()) {
            return Response.NO_EFFECT;
        }
        // A fun on the heap is no place: who has only that stays where it is.
        if (code != null && residence.refers()) {
            enter(core.code().current(code.module()), Residence.WAITING);
        }
        return Response.OK;
    }

    synchronized Response exit(String reason) {
        if (!runsOwnCode()) {
            return Response.NO_EFFECT;
        }
        die(reason);
        // If it has a thread that waits at a safe point, that is to end.
        inbox.wake();
        return Response.OK;
    }

    synchronized Response send(Message message) {
        if (!runsOwnCode()) {
            return Response.NO_EFFECT;
        }
        core.scheduler().flushToPurger(this);
        core.mailbox().put(this, message);
        return Response.OK;
    }

    // What the harness does to it

    synchronized Response pause(boolean on) {
        if (!alive || paused == on) {
            return Response.NO_EFFECT;
        }
        paused = on;
        core.paused(on ? 1 : -1);
        proceed();
        inbox.wake();
        return Response.OK;
    }

    synchronized Response suspend(boolean on) {
        if (!alive || suspended == on) {
            return Response.NO_EFFECT;
        }
        suspended = on;
        proceed();
        inbox.wake();
        return Response.OK;
    }
}
