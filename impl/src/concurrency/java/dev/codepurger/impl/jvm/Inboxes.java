package dev.codepurger.impl.jvm;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@link ShardInbox}, and the same as it might have been written by mistake. */
final class Inboxes {
    private static final Shard NOT_STARTED = new Shard("not-started", new Activity(), failure -> {});

    private Inboxes() {}

    /** The real one, but that a worker is got for each time it is queued. */
    static final class Right extends ShardInbox {
        private final Workers workers;

        Right(JvmProcess process, Workers workers) {
            super(process, NOT_STARTED);
            this.workers = workers;
        }

        @Override
        void enqueue() {
            workers.work(() -> run());
        }
    }

    /** A thread for each task. */
    static final class Workers {
        private final List<Thread> threads = new ArrayList<>();

        void work(Runnable task) {
            Thread thread = new Thread(task);
            synchronized (threads) {
                threads.add(thread);
            }
            thread.start();
        }

        /** Returns when all tasks have been done. */
        void join() {
            List.copyOf(threads).forEach(Uninterruptibles::joinUninterruptibly);
        }
    }

    /** Says that it is in no queue only after it took its signals: one that comes in between stays for ever. */
    static final class QueuedTooLong extends ShardInboxCopy {
        QueuedTooLong(JvmProcess process, Workers workers) {
            super(process, workers);
        }

        @Override
        void run() {
            handle(take());
            queued.set(false);
        }
    }

    /** Takes its signals in two acts. */
    static final class TakenTwice extends ShardInboxCopy {
        TakenTwice(JvmProcess process, Workers workers) {
            super(process, workers);
        }

        @Override
        void run() {
            queued.set(false);
            handle(take());
        }

        @Override
        @Nullable Link take() {
            Link taken = top.get();
            top.set(null);
            return taken;
        }
    }

    /** What the two have in common, right. */
    abstract static class ShardInboxCopy implements Inbox {
        private final JvmProcess process;
        private final Workers workers;
        final AtomicReference<@Nullable Link> top = new AtomicReference<>();
        final AtomicBoolean queued = new AtomicBoolean();

        static final class Link {
            final Signal signal;
            final @Nullable Link below;

            Link(Signal signal, @Nullable Link below) {
                this.signal = signal;
                this.below = below;
            }
        }

        ShardInboxCopy(JvmProcess process, Workers workers) {
            this.process = process;
            this.workers = workers;
        }

        @Override
        public void put(Signal.Sender sender, Signal signal) {
            Link seen;
            do {
                seen = top.get();
            } while (!top.compareAndSet(seen, new Link(signal, seen)));
            wake();
        }

        @Override
        public void wake() {
            if (top.get() != null && queued.compareAndSet(false, true)) {
                workers.work(() -> run());
            }
        }

        abstract void run();

        @Nullable Link take() {
            return top.getAndSet(null);
        }

        void handle(@Nullable Link last) {
            if (last != null) {
                handle(last.below);
                synchronized (process) {
                    process.handle(last.signal);
                }
            }
        }
    }
}
