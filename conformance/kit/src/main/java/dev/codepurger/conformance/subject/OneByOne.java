package dev.codepurger.conformance.subject;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gives any subject a clock of its own. It must be driven by one thread. What is seen counts as seen when it is read: it had to travel anyway. */
public final class OneByOne implements TimedSubject {
    private final Subject subject;
    private final List<Timed> before = new ArrayList<>();
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
        long asked = time;
        Response response = subject.apply(stimulus);
        // It came before the stimulus took effect: not later than that was asked for, and so in no order with it.
        subject.seenBefore().forEach(one -> before.add(Timed.at(one, asked)));
        return response;
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
    public void awaitSeen(Duration atMost) {
        // Nobody else could bring about anything meanwhile.
    }

    @Override
    public List<Timed> settleTimed(Duration timeout) throws SubjectException {
        return timed(subject.settle(timeout));
    }

    private List<Timed> timed(List<Observation> seen) {
        ImmutableList.Builder<Timed> all = ImmutableList.<Timed>builder().addAll(before);
        before.clear();
        seen.forEach(one -> all.add(Timed.at(one, clock())));
        return all.build();
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
