package dev.codepurger.conformance.soak;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.conformance.subject.Timed;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a subject has shown since the last rest. Of those who wait for an answer one reads for all. */
final class Arrivals {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final TimedSubject subject;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Event> events = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private boolean reading;

    Arrivals(TimedSubject subject) {
        this.subject = subject;
    }

    /** Returns when the request has been answered. */
    void awaitReply(String request, Duration timeout) throws SubjectException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        lock.lock();
        try {
            while (!answered.remove(request)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new SubjectTimeoutException("did not answer " + request, timeout);
                }
                if (reading) {
                    news.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    read();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void read() throws SubjectException, InterruptedException {
        reading = true;
        lock.unlock();
        try {
            subject.awaitSeen(LOOK);
        } finally {
            lock.lock();
            reading = false;
            // Also when it was interrupted: somebody else has to read now.
            news.signalAll();
        }
        add(subject.pollTimed());
    }

    private void add(List<Timed> seen) {
        for (Timed one : seen) {
            events.add(new Event(one.seen(), one.from(), one.to()));
            if (one.seen() instanceof Label.Replied replied) {
                answered.add(replied.request());
            }
        }
    }

    /** Waits for rest, and gives everything that was seen since the last one. */
    List<Event> settle(Duration timeout) throws SubjectException {
        lock.lock();
        try {
            add(subject.settleTimed(timeout));
            List<Event> all = List.copyOf(events);
            events.clear();
            answered.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
