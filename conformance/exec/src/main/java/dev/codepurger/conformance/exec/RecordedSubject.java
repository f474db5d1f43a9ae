package dev.codepurger.conformance.exec;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;

/** A subject of which everything that is done and seen is written down, in the order in which it is judged. */
final class RecordedSubject implements Subject {
    private final Subject subject;
    private final Recording recording;
    /** What was seen before the stimulus is known only after it, and is given once: it is kept for whoever asks next. */
    private ImmutableList<Observation> before = ImmutableList.of();

    RecordedSubject(Subject subject, Recording recording) {
        this.subject = subject;
        this.recording = recording;
    }

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

    private <L extends Label> ImmutableList<L> write(List<L> labels) {
        ImmutableList<L> all = ImmutableList.copyOf(labels);
        all.forEach(recording::write);
        return all;
    }

    @Override
    public boolean repeatable() {
        return subject.repeatable();
    }

    @Override
    public void close() {
        recording.end();
        subject.close();
    }
}
