package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One step at a time, chosen at random. All steps run on the purger's thread: between two acts of the purger it plays the others, and it hands the baton to the
 * harness when it was told to stop or when nothing is left to do. So a choice costs no change of threads.
 */
final class SeededScheduler implements Scheduler {
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;
    /** Nanoseconds; half of what would be negative. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Core core;
    private final SplittableRandom random;
    private final Actors actors = new Actors();
    private final Baton baton = new Baton();
    /** Held by the one harness thread that acts. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Letters letters = new Letters();
    private final Mailbox mailbox = new SeededMailbox();

    private boolean held;
    private boolean stalled;
    private boolean atStall;
    private Waiting place = Waiting.REQUEST;

    private Run run = new Run(0, () -> true, 0);
    private boolean atRest;

    /** How long the purger's thread plays. */
    private static final class Run {
        final int limit;
        final BooleanSupplier until;
        final long deadline;
        int steps;

        Run(int limit, BooleanSupplier until, long deadline) {
            this.limit = limit;
            this.until = until;
            this.deadline = deadline;
        }

        boolean isOver() {
            return steps >= limit
                    || until.getAsBoolean()
                    || (steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() - deadline > 0);
        }
    }

    SeededScheduler(Core core, long seed) {
        this.core = core;
        random = new SplittableRandom(seed);
    }

    /** Plays the others until it is the purger's turn. */
    private void play(BooleanSupplier purgerCan) {
        baton.awaitPurger();
        while (true) {
            core.checkUp();
            int others = actors.size();
            int all = others + (purgerCan.getAsBoolean() ? 1 : 0);
            atRest = all == 0;
            if (atRest || run.isOver()) {
                baton.toHarness();
                baton.awaitPurger();
                continue;
            }
            run.steps++;
            int chosen = random.nextInt(all);
            if (chosen == others) {
                return;
            }
            try {
                actors.step(chosen);
            } catch (RuntimeException | Error e) {
                core.recorder().failed(e);
            }
        }
    }

    /** Lets the purger's thread play; returns whether the node is at rest then. */
    private boolean run(Run next) {
        turn.lock();
        try {
            run = next;
            baton.toPurger();
            return atRest || core.isDown();
        } finally {
            turn.unlock();
        }
    }

    private static SeededInbox inboxOf(JvmProcess process) {
        return (SeededInbox) process.inbox();
    }

    @Override
    public Inbox newInbox(JvmProcess process) {
        return new SeededInbox(core, process, actors, random);
    }

    @Override
    public void toPurger(JvmProcess sender, Message message) {
        inboxOf(sender).toPurger.send(message);
    }

    @Override
    public void flushToPurger(JvmProcess sender) {
        inboxOf(sender).toPurger.flush();
    }

    @Override
    public void notifyHarness(JvmProcess process, Observation observation) {
        inboxOf(process).toHarness.send(observation);
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    /** What is put arrives at once: if it had to travel, it did so in a {@link Channel}. */
    private final class SeededMailbox implements Mailbox {
        @Override
        public void put(Pid sender, Message message) {
            stimulus(() -> {
                letters.add(message);
                return true;
            });
        }

        @Override
        public Message receive(Waiting where) {
            return receiveFirst(where, message -> true);
        }

        @Override
        public Message receiveFirst(Waiting where, Predicate<Message> wanted) {
            place = where;
            play(() -> !held && letters.search(wanted));
            return letters.take();
        }
    }

    @Override
    public void yieldPurger() {
        play(() -> true);
    }

    @Override
    public void stallPurger() {
        atStall = true;
        play(() -> !stalled);
        atStall = false;
    }

    @Override
    public void flushDown(MonitorRef monitor) {
        letters.removeIf(message -> message instanceof Message.Down down && down.monitor() == monitor);
    }

    @Override
    public void purgerEnded() {
        baton.purgerEnded();
    }

    @Override
    public <T> T stimulus(Supplier<T> stimulus) {
        if (isOwnThread()) {
            // The harness waits for it.
            return stimulus.get();
        }
        turn.lock();
        try {
            return stimulus.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void hold(boolean on) {
        held = on;
    }

    @Override
    public void stall(boolean on) {
        stalled = on;
    }

    @Override
    public boolean settle(long nanos) {
        return run(new Run(Integer.MAX_VALUE, () -> false, System.nanoTime() + nanos));
    }

    @Override
    public int step(int steps) {
        Run counted = new Run(steps, () -> false, System.nanoTime() + NEVER);
        boolean ignored = run(counted);
        return counted.steps;
    }

    @Override
    public void drive(BooleanSupplier until) {
        boolean ignored = run(new Run(Integer.MAX_VALUE, until, System.nanoTime() + NEVER));
    }

    @Override
    public boolean purgerKept() {
        return held || (atStall && stalled);
    }

    @Override
    public Waiting purgerPlace() {
        return place;
    }

    @Override
    public void wakePurger() {
        baton.freePurger();
    }

    @Override
    public void start() {
        // No thread of its own.
    }

    @Override
    public void stop() {
        // No thread of its own.
    }

    @Override
    public void join() {
        // No thread of its own.
    }

    @Override
    public boolean isOwnThread() {
        return baton.isPurger(Thread.currentThread());
    }
}
