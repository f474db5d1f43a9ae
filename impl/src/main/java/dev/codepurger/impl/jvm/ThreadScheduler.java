package dev.codepurger.impl.jvm;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Everything at once: the purger on its thread, the processes on those of a few workers. A process stays with one worker. */
final class ThreadScheduler implements Scheduler {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Core core;
    private final Activity activity = new Activity();
    private final ThreadMailbox mailbox;
    private final Gate stall;
    private final List<Shard> shards = new ArrayList<>();
    /** Those of processes. Its lock excludes that one is started when all have been told to end. */
    private final Set<Thread> ownThreads = new HashSet<>();
    private final AtomicInteger nextShard = new AtomicInteger();
    private boolean stopped;

    ThreadScheduler(Core core, int workers) {
        this.core = core;
        mailbox = new ThreadMailbox(core, activity);
        stall = new Gate(core, activity);
        // For the purger, which is at work until it first waits.
        activity.begin();
        int number = COUNT.incrementAndGet();
        for (int i = 1; i <= workers; i++) {
            shards.add(new Shard("codepurger-worker-" + number + "-" + i, activity, core.recorder()::failed));
        }
    }

    @Override
    public void start() {
        shards.forEach(Shard::start);
    }

    private Shard anyShard() {
        return shards.get(Math.floorMod(nextShard.getAndIncrement(), shards.size()));
    }

    @Override
    public Inbox newInbox(JvmProcess process) {
        return new ShardInbox(process, anyShard());
    }

    @Override
    public Inbox newThreadInbox(JvmProcess process, ThreadBody body) {
        return new ThreadInbox(process, anyShard(), core, activity, body);
    }

    @Override
    public void startThread(JvmProcess process) {
        Thread thread = ((ThreadInbox) process.inbox()).thread();
        synchronized (ownThreads) {
            if (stopped) {
                return;
            }
            thread.start();
            // Not by the thread itself: until it has really ended, join must find it.
            ownThreads.removeIf(ended -> !ended.isAlive());
            ownThreads.add(thread);
        }
    }

    @Override
    public void toPurger(JvmProcess sender, Message message) {
        core.arrived(sender, message);
    }

    @Override
    public void flushToPurger(JvmProcess sender) {
        // It has arrived when it was sent.
    }

    @Override
    public void notifyHarness(JvmProcess process, Observation observation) {
        anyShard().push(new Shard.Task() {
            @Override
            void run() {
                core.recorder().observe(observation);
            }
        });
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void yieldPurger() {
        core.checkUp();
    }

    @Override
    public void stallPurger() {
        stall.pass();
        core.checkUp();
    }

    @Override
    public void flushDown(MonitorRef monitor) {
        mailbox.removeIf(message -> message instanceof Message.Down down && down.monitor() == monitor);
    }

    @Override
    public void purgerEnded() {
        activity.end();
    }

    @Override
    public <T> T stimulus(Supplier<T> stimulus) {
        return stimulus.get();
    }

    @Override
    public void hold(boolean on) {
        mailbox.hold(on);
    }

    @Override
    public void stall(boolean on) {
        if (on) {
            stall.shut();
        } else {
            stall.open();
        }
    }

    @Override
    public boolean settle(long nanos) {
        return activity.awaitQuiet(nanos);
    }

    @Override
    public int step(int steps) {
        throw new IllegalStateException("steps are only counted under seeded scheduling");
    }

    @Override
    public void drive(BooleanSupplier until) {
        // Everything runs by itself.
    }

    @Override
    public boolean purgerKept() {
        return mailbox.isHeld() || stall.isWaiting();
    }

    @Override
    public Waiting purgerPlace() {
        return mailbox.place();
    }

    @Override
    public void wakePurger() {
        mailbox.wake();
        stall.wake();
    }

    @Override
    public void stop() {
        synchronized (ownThreads) {
            stopped = true;
            ownThreads.forEach(Thread::interrupt);
        }
        shards.forEach(Shard::stop);
    }

    @Override
    public void join() {
        List<Thread> processes;
        synchronized (ownThreads) {
            processes = List.copyOf(ownThreads);
        }
        processes.forEach(Uninterruptibles::joinUninterruptibly);
        shards.forEach(Shard::join);
    }

    @Override
    public boolean isOwnThread() {
        Thread current = Thread.currentThread();
        synchronized (ownThreads) {
            return ownThreads.contains(current) || shards.stream().anyMatch(shard -> shard.isWorker(current));
        }
    }
}
