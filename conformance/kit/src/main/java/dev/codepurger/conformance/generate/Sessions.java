package dev.codepurger.conformance.generate;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.jqwik.api.sessions.JqwikSession;

/** Outside of a test engine jqwik generates in a session only, and what a session stores belongs to the whole process: there is one at a time. */
final class Sessions {
    private static final Lock ONE = new ReentrantLock();

    private Sessions() {
    }

    /** Does the work in a session, that of the test engine if there is one. */
    static <T> T in(Supplier<T> work) {
        ONE.lock();
        try {
            if (JqwikSession.isActive()) {
                return work.get();
            }
            JqwikSession.start();
            try {
                return work.get();
            } finally {
                JqwikSession.finish();
            }
        } finally {
            ONE.unlock();
        }
    }
}
