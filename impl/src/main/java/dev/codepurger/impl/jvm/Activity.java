package dev.codepurger.impl.jvm;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts who is at work: each worker with something in its queue, and the purger while it does not wait. Who wakes somebody counts him before it stops being
 * counted itself; so as long as a signal is under way the count is not zero, and no signal needs to be counted of its own.
 */
class Activity {
    private final AtomicInteger busy = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();

    void begin() {
        busy.incrementAndGet();
    }

    void end() {
        if (busy.decrementAndGet() == 0) {
            lock.lock();
            try {
                quiet.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits until nobody is at work; false if that took too long, or the caller was interrupted (and stays so). */
    boolean awaitQuiet(long nanos) {
        long left = nanos;
        lock.lock();
        try {
            while (busy.get() != 0) {
                if (left <= 0) {
                    return false;
                }
                left = quiet.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
