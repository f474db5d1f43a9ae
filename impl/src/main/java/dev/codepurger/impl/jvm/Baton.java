package dev.codepurger.impl.jvm;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Says which of two threads may act: the harness's, or the purger's. The other one waits. */
final class Baton {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition passed = lock.newCondition();
    private boolean withPurger;
    private boolean purgerFreed;
    private volatile @Nullable Thread purger;

    boolean isPurger(Thread thread) {
        return thread.equals(purger);
    }

    /** Called by the harness: lets the purger act, and returns when it has passed the baton back; at once if the purger is to end without it. */
    void toPurger() {
        lock.lock();
        try {
            withPurger = !purgerFreed;
            passed.signalAll();
            while (withPurger) {
                passed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called by the purger: returns when it may act, or must end. */
    void awaitPurger() {
        lock.lock();
        try {
            purger = Thread.currentThread();
            while (!withPurger && !purgerFreed) {
                passed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called by the purger: lets the harness act. */
    void toHarness() {
        lock.lock();
        try {
            withPurger = false;
            passed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The purger is down, and must not wait for the baton any longer. */
    void freePurger() {
        lock.lock();
        try {
            purgerFreed = true;
            passed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The last act of the purger's thread, which was freed before. */
    void purgerEnded() {
        lock.lock();
        try {
            withPurger = false;
            passed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
