package dev.codepurger.conformance.subject;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;

/** Gives any subject a clock of its own. It must be driven by one thread. What is seen counts as seen when it is read: it had to travel anyway. */
public final class OneByOne implements TimedSubject {
    private final Subject subject;
    private long time;

    /** Over this subject, which is closed with it. */
    public OneByOne(Subject subject) {
        this.subject = subject;
    }

    @Override
    public long clock() {
        return ++time;
    }

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        return subject.apply(stimulus);
    }

    @Override
    public List<Observation> seenBefore() throws SubjectException {
        return subject.seenBefore();
    }

    @Override
    public List<Observation> poll() throws SubjectException {
        return subject.poll();
    }

    @Override
    public List<Observation> settle(Duration timeout) throws SubjectException {
        return subject.settle(timeout);
    }

    @Override
    public List<Timed> pollTimed() throws SubjectException {
        return timed(subject.poll());
    }

    @Override
    public List<Timed> settleTimed(Duration timeout) throws SubjectException {
        return timed(subject.settle(timeout));
    }

    private List<Timed> timed(List<Observation> seen) {
        return seen.stream().map(one -> Timed.at(one, clock())).collect(ImmutableList.toImmutableList());
    }

    @Override
    public boolean repeatable() {
        return subject.repeatable();
    }

    @Override
    public void close() {
        subject.close();
    }
}
