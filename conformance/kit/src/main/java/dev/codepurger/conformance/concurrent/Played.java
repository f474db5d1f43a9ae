package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.Performance;
import dev.codepurger.conformance.subject.OneByOne;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.HistoryOracle;
import dev.codepurger.model.oracle.HistoryVerdict;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A program, played and then judged as a whole. */
final class Played implements Performance {
    private final Program program;
    private final long seed;
    private final boolean ownThreads;
    private final Profile profile;
    private final boolean effects;
    private final Duration timeout;
    private volatile @Nullable Play play;
    private volatile boolean repeatable;

    Played(Program program, long seed, boolean ownThreads, Profile profile, boolean effects, Duration timeout) {
        this.program = program;
        this.seed = seed;
        this.ownThreads = ownThreads;
        this.profile = profile;
        this.effects = effects;
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
        return judge(history, profile, effects, repeatable);
    }

    /** The attempt that such a history amounts to. */
    static Attempt judge(History history, Profile profile, boolean effects, boolean repeatable) {
        HistoryVerdict verdict = new HistoryOracle(profile, OracleOptions.DEFAULT.withEffects(effects)).judge(history);
        return switch (verdict.verdict()) {
            case CONFORMS -> attempt(Ending.PASSED, "", verdict, repeatable);
            case VIOLATED -> attempt(Ending.VIOLATED, message(verdict), verdict, repeatable);
            case INCONCLUSIVE -> attempt(Ending.BOUND, "the oracle's bound was hit while it looked for an order of "
                    + verdict.history().size() + " events", verdict, repeatable);
        };
    }

    private static String message(HistoryVerdict verdict) {
        String refused = String.join(" nor ", verdict.refused().stream().map(event -> Notation.label(event.label())).toList());
        return "no order of these " + verdict.history().size() + " events is legal; the best one cannot go on with " + refused;
    }

    private static Attempt attempt(Ending ending, String message, HistoryVerdict verdict, boolean repeatable) {
        ImmutableList<Label> trace = verdict.history().events().stream().map(History.Event::label).collect(ImmutableList.toImmutableList());
        ImmutableList<String> legal = verdict.legal().stream().map(Notation::label).sorted().collect(ImmutableList.toImmutableList());
        return new Attempt(ending, message, ImmutableList.of(), trace, legal, verdict.states(), Optional.of(verdict.history()), repeatable);
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
        History history = mine.history();
        ImmutableList<Label> trace = history.events().stream().map(History.Event::label).collect(ImmutableList.toImmutableList());
        return new Attempt(ending, message, ImmutableList.of(), trace, ImmutableList.of(), ImmutableList.of(), Optional.of(history),
                repeatable);
    }
}
