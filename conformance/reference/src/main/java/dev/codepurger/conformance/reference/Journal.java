package dev.codepurger.conformance.reference;

import dev.codepurger.conformance.subject.Timed;
import dev.codepurger.model.world.Label.Observation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What was seen and not read yet, in order, and when. The node writes, whoever drives the subject reads. */
final class Journal {
    private final AtomicLong clock = new AtomicLong();
    private final Queue<Timed> unread = new ArrayDeque<>();
    private int beforeMark;

    /** A moment that comes after everything that was seen so far. */
    long now() {
        return clock.incrementAndGet();
    }

    synchronized void add(Observation seen) {
        unread.add(Timed.at(seen, now()));
        notifyAll();
    }

    /** Waits until there is something to read, or for so many milliseconds. */
    synchronized void await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; unread.isEmpty() && left > 0; left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())) {
            wait(left);
        }
    }

    /** Tells what was seen so far from what will be seen. */
    synchronized void mark() {
        beforeMark = unread.size();
    }

    /** Moves the mark forward to the first of these, or to the end. */
    synchronized void markBefore(Class<? extends Observation> kind) {
        int before = 0;
        for (Timed one : unread) {
            if (before >= beforeMark && kind.isInstance(one.seen())) {
                break;
            }
            before++;
        }
        beforeMark = before;
    }

    /** Reads what was seen before the mark. */
    synchronized List<Observation> readBeforeMark() {
        return plain(read(beforeMark));
    }

    /** Reads everything. */
    synchronized List<Observation> readAll() {
        return plain(readAllTimed());
    }

    /** Reads everything, with its times. */
    synchronized List<Timed> readAllTimed() {
        return read(unread.size());
    }

    private List<Timed> read(int count) {
        List<Timed> read = new ArrayList<>(count + 1);
        while (read.size() < count) {
            read.add(unread.remove());
        }
        beforeMark = 0;
        return read;
    }

    private static List<Observation> plain(List<Timed> read) {
        List<Observation> plain = new ArrayList<>(read.size() + 1);
        read.forEach(one -> plain.add(one.seen()));
        return plain;
    }
}
