package dev.codepurger.impl.jvm;

import java.util.concurrent.locks.LockSupport;

/**
 * Signals of a process that has a thread of its own. They wait for its next safe point, and count as under way until then. When the thread has ended, a worker answers for
 * the dead process.
 */
final class ThreadInbox extends ShardInbox implements SafePoint {
    private final JvmProcess process;
    private final Core core;
    private final Activity activity;
    private final Thread thread;
    private boolean signalled;
    private boolean over;

    ThreadInbox(JvmProcess process, Shard shard, Core core, Activity activity, ThreadBody body) {
        super(process, shard);
        this.process = process;
        this.core = core;
        this.activity = activity;
        thread = new Thread(() -> live(body), "codepurger-process-" + process.name());
        thread.setDaemon(true);
    }

    Thread thread() {
        return thread;
    }

    private void live(ThreadBody body) {
        try {
            // It may be dead already, for want of code to begin in, or have to wait for a purge.
            poll();
            String reason = reasonOfEnd(body);
            handleSignals();
            // Refused as long as it is stopped.
            while (process.exit(reason) == Response.NO_EFFECT) {
                poll();
            }
        } catch (ProcessExitedException e) {
            // Dead already, or to end with its node.
        } finally {
            synchronized (this) {
                over = true;
            }
            handleSignals();
        }
    }

    private String reasonOfEnd(ThreadBody body) {
        try {
            body.run(this);
            return "normal";
        } catch (ProcessExitedException e) {
            throw e;
        } catch (InterruptedException | RuntimeException | Error e) {
            return "error";
        }
    }

    @Override
    void enqueue() {
        synchronized (this) {
            if (!over) {
                activity.begin();
                signalled = true;
                LockSupport.unpark(thread);
                return;
            }
        }
        super.enqueue();
    }

    @Override
    public void wake() {
        super.wake();
        LockSupport.unpark(thread);
    }

    private void handleSignals() {
        synchronized (this) {
            if (!signalled) {
                return;
            }
            signalled = false;
        }
        try {
            run();
        } catch (RuntimeException | Error e) {
            // As where a worker handles signals: what throws is a fault, not the process.
            core.recorder().failed(e);
        }
        activity.end();
    }

    @Override
    public void poll() {
        handleSignals();
        while (!process.runsOwnCode()) {
            if (!process.isAlive() || core.isDown()) {
                throw new ProcessExitedException(process.name());
            }
            LockSupport.park(this);
            handleSignals();
        }
        if (core.isDown()) {
            throw new ProcessExitedException(process.name());
        }
    }

    @Override
    public void await() {
        boolean nothing;
        synchronized (this) {
            nothing = !signalled;
        }
        if (nothing && !core.isDown()) {
            // Who signals from now on unparks, so nothing is missed.
            LockSupport.park(this);
        }
        poll();
    }
}
