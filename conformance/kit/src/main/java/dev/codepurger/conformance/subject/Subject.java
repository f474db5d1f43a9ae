package dev.codepurger.conformance.subject;

import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;

/**
 * One fresh node with a purger, for one case. It is driven by one thread; only {@link #close} may come from another one, and then ends a call
 * that waits.
 *
 * <p>Every method may throw an unchecked exception when the subject itself breaks; that is reported against the subject, not as a violation.
 */
public interface Subject extends AutoCloseable {

    /**
     * Does one thing to the node. A message to the purger is in its mailbox when this returns. Does not wait for any consequence.
     *
     * @throws SubjectException if the subject cannot do it
     */
    Response apply(Stimulus stimulus) throws SubjectException;

    /**
     * What was seen before the last stimulus took effect, and was not polled before; called once after each {@link #apply}. A subject whose
     * processes run by themselves should know, because a trace that puts an effect after a stimulus that it came before can look like a
     * violation. One that only moves when it is looked at has nothing to say.
     */
    default List<Observation> seenBefore() throws SubjectException {
        return List.of();
    }

    /** What has been seen since the last call of this or {@link #settle}, in order, without waiting. */
    List<Observation> poll() throws SubjectException;

    /**
     * Waits until nothing happens any more, and gives what has been seen since the last call; the last of it is the {@code Quiet}.
     *
     * @throws SubjectTimeoutException if there is no rest within the time-out; what was seen can still be polled
     */
    List<Observation> settle(Duration timeout) throws SubjectException;

    /** Does the same seed with the same stimuli give the same run, so that a failing sequence can be made shorter by trying? */
    default boolean repeatable() {
        return false;
    }

    /** Ends the node and everything that belongs to it. May be called while a call of another method waits, and a second time. */
    @Override
    void close();
}
