package dev.codepurger.conformance.subject;

import java.time.Duration;
import java.util.List;

/**
 * A subject with a clock, that several threads may drive at once: {@link #apply} may be called by one thread while another is in it. It is
 * judged by histories. A subject whose provider declares {@link Capability#CONCURRENT} opens as one of these.
 */
public interface TimedSubject extends Subject {

    /** What the clock shows: more with every call. No unit; only the order counts. */
    long clock();

    /** What has been seen since the last call of this or {@link #settleTimed}, in order, without waiting. May be called by any thread. */
    List<Timed> pollTimed() throws SubjectException;

    /** Waits until something can be polled, or for so long. May return early. May be called by any thread. */
    void awaitSeen(Duration atMost) throws InterruptedException;

    /**
     * Waits until nothing happens any more, and gives what has been seen since the last call; the last of it is the {@code Quiet}.
     *
     * @throws SubjectTimeoutException if there is no rest within the time-out; what was seen can still be polled
     */
    List<Timed> settleTimed(Duration timeout) throws SubjectException;
}
