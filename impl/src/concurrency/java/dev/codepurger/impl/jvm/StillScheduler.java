package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Has no threads: what is sent is there, and who sends a signal handles it for the process, under its lock. So the only threads are those that a check starts, and the
 * checker need not look through the threads of a pool.
 */
final class StillScheduler implements Scheduler {
    private final Core core;
    private final ThreadMailbox mailbox;

    StillScheduler(Core core) {
        this.core = core;
        mailbox = new ThreadMailbox(core, new Activity());
    }

    @Override
    public void start() {
        // No threads.
    }

    @Override
    public Inbox newInbox(JvmProcess process) {
        return new StillInbox(process);
    }

    /** The sender's thread handles the signal. */
    static final class StillInbox implements Inbox {
        private final JvmProcess process;

        StillInbox(JvmProcess process) {
            this.process = process;
        }

        @Override
        public void put(Signal.Sender sender, Signal signal) {
            synchronized (process) {
                process.handle(signal);
            }
        }

        @Override
        public void wake() {
            // Nothing is ever left.
        }
    }

    @Override
    public void toPurger(JvmProcess sender, Message message) {
        core.arrived(sender, message);
    }

    @Override
    public void flushToPurger(JvmProcess sender) {
        // It has arrived.
    }

    @Override
    public void notifyHarness(JvmProcess process, Observation observation) {
        core.recorder().observe(observation);
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
        core.checkUp();
    }

    @Override
    public void flushDown(MonitorRef monitor) {
        mailbox.removeIf(message -> message instanceof Message.Down down && down.monitor() == monitor);
    }

    @Override
    public void purgerEnded() {
        // Nobody counts.
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
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean settle(long nanos) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int step(int steps) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drive(BooleanSupplier until) {
        // Everything is done when it is asked for.
    }

    @Override
    public boolean purgerKept() {
        return mailbox.isHeld();
    }

    @Override
    public Waiting purgerPlace() {
        return mailbox.place();
    }

    @Override
    public void wakePurger() {
        mailbox.wake();
    }

    @Override
    public void stop() {
        // No threads.
    }

    @Override
    public void join() {
        // No threads.
    }

    @Override
    public boolean isOwnThread() {
        return false;
    }
}
