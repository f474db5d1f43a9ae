package dev.codepurger.impl.jvm;

import java.util.HashSet;
import java.util.Set;

/**
 * The monitors whose message has not been put yet. That one fires and that it is ended exclude each other: either its message is in the mailbox when it is ended, or it is
 * never put.
 */
final class Monitors {
    private final Set<MonitorRef> waiting = new HashSet<>();

    synchronized MonitorRef begin() {
        MonitorRef monitor = new MonitorRef();
        waiting.add(monitor);
        return monitor;
    }

    /** Puts the message, once, unless the monitor has been ended. */
    synchronized void fire(MonitorRef monitor, Runnable put) {
        if (waiting.remove(monitor)) {
            put.run();
        }
    }

    /** Ends the monitor; if its message has been put, that is taken back. */
    synchronized void end(MonitorRef monitor, Runnable takeBack) {
        if (!waiting.remove(monitor)) {
            takeBack.run();
        }
    }
}
