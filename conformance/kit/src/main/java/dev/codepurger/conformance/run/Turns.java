package dev.codepurger.conformance.run;

import java.util.BitSet;

/** Lets cases that run at once do some things in the order of the plan: a case has its turn when all before it have ended. */
final class Turns {
    private final BitSet ended = new BitSet();
    private boolean over;

    /** Waits for the turn of the case with this number, or until nothing matters any more. */
    synchronized void await(int number) {
        boolean interrupted = false;
        while (!over && ended.nextClearBit(0) < number) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                over = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The case with this number has ended. */
    synchronized void ended(int number) {
        ended.set(number);
        notifyAll();
    }

    /** Nobody waits any more. */
    synchronized void end() {
        over = true;
        notifyAll();
    }
}
