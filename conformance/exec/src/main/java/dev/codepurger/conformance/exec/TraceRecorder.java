package dev.codepurger.conformance.exec;

import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.world.Gaps;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes down what is done to subjects and seen of them: each subject that is opened gives a file {@code trace-000001.ndjson} and so on. One
 * that several threads drive at once gives a history; if it has no clock, it is passed on as it is, and counted. Thread-safe.
 */
public final class TraceRecorder implements SubjectProvider {
    private final SubjectProvider subjects;
    private final Path folder;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger passedOn = new AtomicInteger();
    private final Queue<IOException> problems = new ConcurrentLinkedQueue<>();

    /** Into a folder, which there must be. */
    public TraceRecorder(SubjectProvider subjects, Path folder) {
        this.subjects = subjects;
        this.folder = folder;
    }

    /** How many files there are. */
    public int written() {
        return written.get();
    }

    /** How many subjects were driven by several threads at once, and could not be written down, having no clock. */
    public int passedOn() {
        return passedOn.get();
    }

    /** What went wrong first in writing; from then on the trace concerned ends early. */
    public Optional<IOException> problem() {
        return Optional.ofNullable(problems.peek());
    }

    @Override
    public SubjectInfo info() {
        return subjects.info();
    }

    @Override
    public Duration starting() {
        return subjects.starting();
    }

    @Override
    public Subject open(OpenOptions options) throws SubjectException {
        Subject subject = subjects.open(options);
        boolean atOnce = options.driving() == OpenOptions.Driving.CONCURRENT;
        if (atOnce && !(subject instanceof TimedSubject)) {
            passedOn.incrementAndGet();
            return subject;
        }
        Path file = folder.resolve(String.format(Locale.ROOT, "trace-%06d.ndjson", written.incrementAndGet()));
        try {
            TraceHeader header = new TraceHeader(options.profile(), options.effects(), subjects.info().name(), Gaps.NONE, atOnce);
            Recording recording = new Recording(new TraceWriter(new BufferedOutputStream(Files.newOutputStream(file)), header),
                    problems::add);
            return atOnce ? new RecordedActors((TimedSubject) subject, recording) : new RecordedSubject(subject, recording);
        } catch (IOException e) {
            problems.add(e);
            return subject;
        }
    }

    @Override
    public int atOnce() {
        return subjects.atOnce();
    }

    @Override
    public void close() {
        subjects.close();
    }
}
