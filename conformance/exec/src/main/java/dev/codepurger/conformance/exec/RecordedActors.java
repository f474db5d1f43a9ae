package dev.codepurger.conformance.exec;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.Timed;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subject that several threads drive at once, of which everything that is done and seen is written down as a history. Each thread is an actor; what
 * is seen is a line of its own, and so are effects. A subject may show an effect a little before or after it does what it shows, so each may have
 * happened at any time until the next.
 */
final class RecordedActors implements TimedSubject {
    private static final String SUBJECT = "subject";
    private static final String PURGER = "purger";

    private final TimedSubject subject;
    private final Recording recording;
    private final Map<Thread, String> actors = new HashMap<>();
    private @Nullable Timed effect;

    RecordedActors(TimedSubject subject, Recording recording) {
        this.subject = subject;
        this.recording = recording;
    }

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        long from = subject.clock();
        Response response = subject.apply(stimulus);
        write(actor(), new Label.Did(stimulus, response), from, subject.clock());
        return response;
    }

    private synchronized String actor() {
        return actors.computeIfAbsent(Thread.currentThread(), thread -> "actor" + (actors.size() + 1));
    }

    @Override
    public long clock() {
        return subject.clock();
    }

    // One lock for looking and writing, so that what is seen is written in its order whoever looks.
    @Override
    public synchronized List<Timed> pollTimed() throws SubjectException {
        return write(subject.pollTimed());
    }

    @Override
    public void awaitSeen(Duration atMost) throws InterruptedException {
        subject.awaitSeen(atMost);
    }

    @Override
    public synchronized List<Timed> settleTimed(Duration timeout) throws SubjectException {
        return write(subject.settleTimed(timeout));
    }

    @Override
    public List<Observation> poll() throws SubjectException {
        return plain(pollTimed());
    }

    @Override
    public List<Observation> settle(Duration timeout) throws SubjectException {
        return plain(settleTimed(timeout));
    }

    private static List<Observation> plain(List<Timed> seen) {
        return new ArrayList<>(seen.stream().map(Timed::seen).toList());
    }

    private List<Timed> write(List<Timed> seen) {
        for (Timed one : seen) {
            if (one.seen() instanceof Label.Showed) {
                writeEffect(one.from());
                effect = one;
            } else {
                if (one.seen() instanceof Label.Quiet) {
                    writeEffect(one.from() - 1);
                }
                write(SUBJECT, one.seen(), one.from(), one.to());
            }
        }
        return seen;
    }

    /** The effect that was shown last had happened by now. */
    private void writeEffect(long now) {
        Timed last = effect;
        if (last != null) {
            write(PURGER, last.seen(), last.from(), Math.max(last.to(), now));
            effect = null;
        }
    }

    private void write(String by, Label label, long from, long to) {
        recording.write(new HistoryLine(by, new Event(label, from, to)));
    }

    @Override
    public boolean repeatable() {
        return subject.repeatable();
    }

    @Override
    public void close() {
        synchronized (this) {
            writeEffect(0);
        }
        recording.end();
        subject.close();
    }
}
