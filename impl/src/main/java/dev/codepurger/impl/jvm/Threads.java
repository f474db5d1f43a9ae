package dev.codepurger.impl.jvm;

/** Waiting for threads. */
final class Threads {
    private Threads() {}

    /** Waits for the end of a thread, unless it is the caller's own; an interrupt is kept for later. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (!thread.equals(Thread.currentThread()) && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
