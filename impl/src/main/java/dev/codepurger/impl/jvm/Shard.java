package dev.codepurger.impl.jvm;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A worker and its queue. As in {@link ThreadMailbox}, the queue is a stack that is taken as a whole, and a special element on it says that the worker sleeps.
 */
@SuppressWarnings("ReferenceEquality") // The special element is one object.
final class Shard {
    private static final Task SLEEPING = new Task() {
        @Override
        void run() {}
    };

    private final Activity activity;
    private final Consumer<Throwable> failed;
    private final Thread thread;
    private final AtomicReference<@Nullable Task> top = new AtomicReference<>();
    private volatile boolean stopped;

    /** Something to do, in one queue at a time. */
    abstract static class Task {
        @Nullable Task next;

        abstract void run();
    }

    Shard(String name, Activity activity, Consumer<Throwable> failed) {
        this.activity = activity;
        this.failed = failed;
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        activity.begin();
    }

    void start() {
        thread.start();
    }

    void push(Task task) {
        while (true) {
            Task seen = top.get();
            if (seen == SLEEPING) {
                if (replaceSleeping(task)) {
                    return;
                }
            } else {
                task.next = seen;
                if (top.compareAndSet(seen, task)) {
                    return;
                }
            }
        }
    }

    private boolean replaceSleeping(@Nullable Task task) {
        activity.begin();
        if (task != null) {
            task.next = null;
        }
        if (top.compareAndSet(SLEEPING, task)) {
            LockSupport.unpark(thread);
            return true;
        }
        activity.end();
        return false;
    }

    private void work() {
        while (!stopped) {
            Task task = reversed(top.getAndSet(null));
            if (task == null) {
                sleep();
            }
            while (task != null && !stopped) {
                // Once it runs the task may be pushed again, which changes its link.
                Task following = task.next;
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    failed.accept(e);
                }
                task = following;
            }
        }
        activity.end();
    }

    private static @Nullable Task reversed(@Nullable Task last) {
        Task first = null;
        for (Task task = last; task != null;) {
            Task below = task.next;
            task.next = first;
            first = task;
            task = below;
        }
        return first;
    }

    private void sleep() {
        if (!top.compareAndSet(null, SLEEPING)) {
            return;
        }
        activity.end();
        while (top.get() == SLEEPING) {
            if (stopped) {
                wake();
            } else {
                LockSupport.park(this);
                boolean ignored = Thread.interrupted();
            }
        }
    }

    private void wake() {
        if (top.get() == SLEEPING) {
            boolean ignored = replaceSleeping(null);
        }
    }

    /** Tells the worker to end after what it is doing. */
    void stop() {
        stopped = true;
        wake();
    }

    /** Waits for the worker's end. */
    void join() {
        Uninterruptibles.joinUninterruptibly(thread);
    }

    boolean isWorker(Thread candidate) {
        return thread.equals(candidate);
    }
}
