package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.concurrent.Program.Act;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.Timed;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a subject has shown, kept in its order whichever thread looks. */
final class Seen {
    /** A subject that shows more than this in one program shows nonsense. */
    private static final int MAX = 10_000;

    private final TimedSubject subject;
    private final List<Event> events = new ArrayList<>();

    Seen(TimedSubject subject) {
        this.subject = subject;
    }

    /** Has it come, as far as anybody has looked? */
    synchronized boolean has(Act.Await awaited) {
        return events.stream().anyMatch(event -> isIt(event.label(), awaited));
    }

    private static boolean isIt(Label label, Act.Await awaited) {
        return switch (awaited.word()) {
            case REPLIED -> label instanceof Label.Replied it && it.request().equals(awaited.ref());
            case STARTED -> label instanceof Label.Started it && it.ref().equals(awaited.ref());
            case CONTINUED -> label instanceof Label.Continued it && it.ref().equals(awaited.ref());
        };
    }

    synchronized void look() throws SubjectException {
        add(subject.pollTimed());
    }

    synchronized void settle(Duration timeout) throws SubjectException {
        List<Timed> seen = subject.settleTimed(timeout);
        if (seen.isEmpty() || !(seen.get(seen.size() - 1).seen() instanceof Label.Quiet)) {
            throw new SubjectException("the subject came to rest without saying how");
        }
        add(seen);
    }

    private void add(List<Timed> seen) throws SubjectException {
        if (events.size() + seen.size() > MAX) {
            throw new SubjectException("the subject showed more than " + MAX + " things");
        }
        seen.forEach(one -> events.add(new Event(one.seen(), one.from(), one.to())));
    }

    /** What was seen of the processes, and rest. */
    synchronized ImmutableList<Event> observations() {
        return events.stream().filter(event -> !(event.label() instanceof Label.Showed)).collect(ImmutableList.toImmutableList());
    }

    /**
     * What was seen of the effect channel. The purger does one thing after the other, and a subject may show an effect before it does what it
     * shows; so each may have happened at any time until the next.
     */
    synchronized ImmutableList<Event> effects() {
        List<Event> shown = events.stream().filter(event -> event.label() instanceof Label.Showed).toList();
        ImmutableList.Builder<Event> effects = ImmutableList.builder();
        for (int i = 0; i < shown.size(); i++) {
            long until = i + 1 < shown.size() ? shown.get(i + 1).from() : events.get(events.size() - 1).to();
            effects.add(new Event(shown.get(i).label(), shown.get(i).from(), Math.max(shown.get(i).to(), until)));
        }
        return effects.build();
    }
}
