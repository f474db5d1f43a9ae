package dev.codepurger.conformance.exec;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.Timed;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * A subject that several threads drive in turns, and a trace of it. What one of them does, or reads, is written down before the next has its turn, so that
 * the trace has one order, in which everything was done, and nothing was seen before it happened. The node goes on meanwhile: of all that the threads wait
 * for, much is under way at once. Where nothing can be written any more, a {@link SubjectException} says so, with the cause.
 */
public final class RecordedTurns implements TimedSubject {
    private final TimedSubject subject;
    private final TraceWriter writer;
    private long written;

    /** Over this subject, which is closed with it; so is the writer. */
    public RecordedTurns(TimedSubject subject, TraceWriter writer) {
        this.subject = subject;
        this.writer = writer;
    }

    /** How many events have been written. */
    public synchronized long written() {
        return written;
    }

    @Override
    public synchronized Response apply(Stimulus stimulus) throws SubjectException {
        Response response = subject.apply(stimulus);
        write(new Label.Did(stimulus, response));
        return response;
    }

    @Override
    public synchronized List<Observation> poll() throws SubjectException {
        return write(subject.poll());
    }

    @Override
    public synchronized List<Observation> settle(Duration timeout) throws SubjectException {
        return write(subject.settle(timeout));
    }

    @Override
    public synchronized List<Timed> pollTimed() throws SubjectException {
        return writeTimed(subject.pollTimed());
    }

    @Override
    public synchronized List<Timed> settleTimed(Duration timeout) throws SubjectException {
        return writeTimed(subject.settleTimed(timeout));
    }

    @Override
    public void awaitSeen(Duration atMost) throws InterruptedException {
        subject.awaitSeen(atMost);
    }

    @Override
    public long clock() {
        return subject.clock();
    }

    @Override
    public boolean repeatable() {
        return subject.repeatable();
    }

    private List<Observation> write(List<Observation> seen) throws SubjectException {
        for (Observation one : seen) {
            write(one);
        }
        return seen;
    }

    private List<Timed> writeTimed(List<Timed> seen) throws SubjectException {
        for (Timed one : seen) {
            write(one.seen());
        }
        return seen;
    }

    private void write(Label label) throws SubjectException {
        try {
            writer.write(label);
            written++;
        } catch (IOException e) {
            throw new SubjectException("its trace cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            subject.close();
        }
    }
}
