package dev.codepurger.impl.jvm;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Something the harness can shut in front of the purger's thread. Who waits at it is not at work. */
final class Gate {
    private final Core core;
    private final Activity activity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private volatile boolean shut;
    private volatile boolean waiting;

    Gate(Core core, Activity activity) {
        this.core = core;
        this.activity = activity;
    }

    boolean isShut() {
        return shut;
    }

    boolean isWaiting() {
        return waiting;
    }

    void shut() {
        shut = true;
    }

    void open() {
        lock.lock();
        try {
            shut = false;
            letThrough();
        } finally {
            lock.unlock();
        }
    }

    /** Called when the purger is down. */
    void wake() {
        lock.lock();
        try {
            letThrough();
        } finally {
            lock.unlock();
        }
    }

    private void letThrough() {
        if (waiting) {
            activity.begin();
            waiting = false;
            opened.signalAll();
        }
    }

    void pass() {
        lock.lock();
        try {
            if (shut && !core.isDown()) {
                waiting = true;
                activity.end();
                while (waiting) {
                    opened.awaitUninterruptibly();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
