package dev.codepurger.conformance.concurrent;

import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Performance;
import dev.codepurger.conformance.subject.OneByOne;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A program, played and then judged as a whole. */
final class Played implements Performance {
    private final Program program;
    private final long seed;
    private final boolean ownThreads;
    private final Profile profile;
    private final OracleOptions options;
    private final Duration timeout;
    private volatile @Nullable Play play;
    private volatile boolean repeatable;

    Played(Program program, long seed, boolean ownThreads, Profile profile, OracleOptions options, Duration timeout) {
        this.program = program;
        this.seed = seed;
        this.ownThreads = ownThreads;
        this.profile = profile;
        this.options = options;
        this.timeout = timeout;
    }

    @Override
    public Attempt perform(Subject subject) throws SubjectException {
        repeatable = subject.repeatable();
        Play mine = start(subject);
        play = mine;
        try {
            mine.run();
        } catch (SubjectTimeoutException | RuntimeException e) {
            // What came before it may be a violation already, which is more than no answer.
            Attempt attempt = judged(mine.history());
            if (attempt.ending() == Ending.VIOLATED) {
                return attempt;
            }
            throw e instanceof SubjectException known ? known : new SubjectException("the subject threw " + e, e);
        }
        return judged(mine.history());
    }

    private Play start(Subject subject) throws SubjectException {
        if (!ownThreads) {
            return new Interleaved(new OneByOne(subject), program, timeout, seed);
        }
        if (subject instanceof TimedSubject timed) {
            return new OwnThreads(timed, program, timeout);
        }
        throw new SubjectException("it says that several threads can drive it, and opened as one that cannot tell when things happened");
    }

    private Attempt judged(History history) {
        return HistoryAttempt.of(history, profile, options, repeatable);
    }

    @Override
    public long nanosInSubject() {
        Play mine = play;
        return mine == null ? 0 : mine.nanosInSubject();
    }

    @Override
    public Attempt soFar(Ending ending, String message) {
        Play mine = play;
        if (mine == null) {
            return Attempt.none(ending, message);
        }
        return HistoryAttempt.unjudged(ending, message, mine.history(), repeatable);
    }
}
