package dev.codepurger.conformance.exec;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A subject of which everything that is done and seen is written down, in the order in which it is judged. */
final class RecordedSubject implements Subject {
    private final Subject subject;
    private final TraceWriter writer;
    private final Consumer<IOException> failed;
    private boolean closed;

    RecordedSubject(Subject subject, TraceWriter writer, Consumer<IOException> failed) {
        this.subject = subject;
        this.writer = writer;
        this.failed = failed;
    }

    /** What was seen before the stimulus is known only after it, and is given once: it is kept for whoever asks next. */
    private ImmutableList<Observation> before = ImmutableList.of();

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        Response response = subject.apply(stimulus);
        before = write(subject.seenBefore());
        write(List.of(new Label.Did(stimulus, response)));
        return response;
    }

    @Override
    public List<Observation> seenBefore() {
        return before;
    }

    @Override
    public List<Observation> poll() throws SubjectException {
        return write(subject.poll());
    }

    @Override
    public List<Observation> settle(Duration timeout) throws SubjectException {
        return write(subject.settle(timeout));
    }

    private synchronized <L extends Label> ImmutableList<L> write(List<L> labels) {
        ImmutableList<L> all = ImmutableList.copyOf(labels);
        if (!closed) {
            try {
                for (Label label : all) {
                    writer.write(label);
                }
            } catch (IOException e) {
                failed.accept(e);
                end();
            }
        }
        return all;
    }

    private synchronized void end() {
        if (!closed) {
            closed = true;
            try {
                writer.close();
            } catch (IOException e) {
                failed.accept(e);
            }
        }
    }

    @Override
    public boolean repeatable() {
        return subject.repeatable();
    }

    @Override
    public void close() {
        end();
        subject.close();
    }
}
