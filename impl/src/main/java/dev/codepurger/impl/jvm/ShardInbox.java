package dev.codepurger.impl.jvm;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Signals of one process, and the process's place in the queue of its worker. While it is paused the signals stay, and it is in no queue. */
class ShardInbox extends Shard.Task implements Inbox {
    private final JvmProcess process;
    private final Shard shard;
    private final AtomicReference<@Nullable Signal> top = new AtomicReference<>();
    private final AtomicBoolean queued = new AtomicBoolean();

    ShardInbox(JvmProcess process, Shard shard) {
        this.process = process;
        this.shard = shard;
    }

    @Override
    public void put(Signal.Sender sender, Signal signal) {
        Signal seen;
        do {
            seen = top.get();
            signal.next = seen;
        } while (!top.compareAndSet(seen, signal));
        wake();
    }

    @Override
    public void wake() {
        if (top.get() != null && queued.compareAndSet(false, true)) {
            enqueue();
        }
    }

    /** Called when there is something to handle, once until it is handled. */
    void enqueue() {
        shard.push(this);
    }

    @Override
    void run() {
        // Before the signals are taken: who puts one later queues the process again.
        queued.set(false);
        synchronized (process) {
            if (!process.handlesSignals()) {
                return;
            }
            Signal signal = oldestFirst();
            while (signal != null) {
                Signal following = signal.next;
                process.handle(signal);
                signal = following;
            }
        }
    }

    private @Nullable Signal oldestFirst() {
        Signal first = null;
        for (Signal signal = top.getAndSet(null); signal != null;) {
            Signal below = signal.next;
            signal.next = first;
            first = signal;
            signal = below;
        }
        return first;
    }
}
