package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.concurrent.Program.Act;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One program while it is played, and the history that comes of it. How the actors take turns is up to the kinds of plays. */
abstract class Play {
    /** Whose events are those of setup and ending. */
    static final String HARNESS = "harness";
    /** Whose events are the observations. */
    static final String SUBJECT = "subject";
    /** Whose events are the effects. */
    static final String PURGER = "purger";

    final TimedSubject subject;
    final Program program;
    final Duration timeout;
    final Seen seen;
    private final Map<String, List<Event>> lines = new LinkedHashMap<>();
    /** Who is inside the subject, since when in nanoseconds. */
    private final Map<String, Long> inside = new ConcurrentHashMap<>();

    Play(TimedSubject subject, Program program, Duration timeout) {
        this.subject = subject;
        this.program = program;
        this.timeout = timeout;
        seen = new Seen(subject);
        lines.put(HARNESS, Collections.synchronizedList(new ArrayList<>()));
        program.actors().keySet().forEach(actor -> lines.put(actor, Collections.synchronizedList(new ArrayList<>())));
    }

    /** Plays all of it. */
    final void run() throws SubjectException {
        for (Stimulus stimulus : program.setup()) {
            act(HARNESS, stimulus);
        }
        settle();
        actors();
        settle();
        for (Stimulus stimulus : program.ending()) {
            act(HARNESS, stimulus);
            settle();
        }
    }

    /** Lets the actors act, until all are through. */
    abstract void actors() throws SubjectException;

    final void act(String actor, Stimulus stimulus) throws SubjectException {
        inside.put(actor, System.nanoTime());
        try {
            long from = subject.clock();
            Response response = subject.apply(stimulus);
            if (response == null) {
                throw new SubjectException("the subject gave no response to " + stimulus);
            }
            line(actor).add(new Event(new Label.Did(stimulus, response), from, subject.clock()));
        } finally {
            inside.remove(actor);
        }
    }

    private List<Event> line(String actor) {
        List<Event> line = lines.get(actor);
        if (line == null) {
            throw new IllegalArgumentException("no actor " + actor);
        }
        return line;
    }

    /** Is there nothing more to wait for? */
    final boolean look(Act.Await await) throws SubjectException {
        if (seen.has(await)) {
            return true;
        }
        seen.look();
        return seen.has(await);
    }

    final void settle() throws SubjectException {
        inside.put(HARNESS, System.nanoTime());
        try {
            seen.settle(timeout);
        } finally {
            inside.remove(HARNESS);
        }
    }

    /** For how long somebody has been inside the subject. */
    final long nanosInSubject() {
        long now = System.nanoTime();
        return inside.values().stream().mapToLong(since -> now - since).max().orElse(0);
    }

    /** What was done and seen so far. */
    final History history() {
        ImmutableMap.Builder<String, ImmutableList<Event>> all = ImmutableMap.builder();
        lines.forEach((actor, events) -> {
            synchronized (events) {
                all.put(actor, ImmutableList.copyOf(events));
            }
        });
        return new History(all.put(SUBJECT, seen.observations()).put(PURGER, seen.effects()).buildOrThrow());
    }
}
