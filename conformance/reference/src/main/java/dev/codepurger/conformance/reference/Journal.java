package dev.codepurger.conformance.reference;

import dev.codepurger.model.world.Label.Observation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** What was seen and not read yet, in order. The node writes, whoever drives the subject reads. */
final class Journal {
    private final Queue<Observation> unread = new ArrayDeque<>();
    private int beforeMark;

    synchronized void add(Observation seen) {
        unread.add(seen);
    }

    /** Tells what was seen so far from what will be seen. */
    synchronized void mark() {
        beforeMark = unread.size();
    }

    /** Moves the mark forward to the first of these, or to the end. */
    synchronized void markBefore(Class<? extends Observation> kind) {
        int before = 0;
        for (Observation seen : unread) {
            if (before >= beforeMark && kind.isInstance(seen)) {
                break;
            }
            before++;
        }
        beforeMark = before;
    }

    /** Reads what was seen before the mark. */
    synchronized List<Observation> readBeforeMark() {
        return read(beforeMark);
    }

    /** Reads everything. */
    synchronized List<Observation> readAll() {
        return read(unread.size());
    }

    private List<Observation> read(int count) {
        List<Observation> read = new ArrayList<>(count + 1);
        while (read.size() < count) {
            read.add(unread.remove());
        }
        beforeMark = 0;
        return read;
    }
}
