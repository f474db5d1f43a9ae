package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Did;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.Quiet;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Drives a subject, records what is done and seen, and has every label judged as it comes: the first that is not legal stops the script, so
 * that a trace ends with its violation. Thread-safe only in what another thread needs to report a subject that hangs.
 */
public final class Recorder {
    private static final int STATES_SHOWN = 5;

    private final Subject subject;
    private final Duration timeout;
    private final boolean repeatable;
    private final List<Step> steps = new ArrayList<>();
    private final List<Label> trace = new ArrayList<>();
    private Judge judge;
    private ImmutableList<Observation> before = ImmutableList.of();
    private boolean broken;
    private volatile boolean stopped;
    // When the call that is now inside the subject began; 0 for none. Read by the thread that watches for a hang.
    private volatile long entered;

    /** With a fresh subject, and the judge of the empty trace. */
    public Recorder(Subject subject, Judge judge, Duration timeout) {
        this.subject = subject;
        this.judge = judge;
        this.timeout = timeout;
        this.repeatable = subject.repeatable();
    }

    /** Does something. */
    public Response act(Stimulus stimulus) {
        note(new Step.Do(stimulus));
        Response response = guarded(() -> subject.apply(stimulus));
        before = seen(subject::seenBefore);
        Did did = new Did(stimulus, response);
        record(did);
        return response;
    }

    /** What was seen before the last stimulus took effect. */
    ImmutableList<Observation> before() {
        return before;
    }

    /** Looks, without waiting. */
    public ImmutableList<Observation> poll() {
        note(new Step.Poll());
        return seen(subject::poll);
    }

    /** Waits for rest, and gives what was seen; the last of it is the {@code Quiet}. */
    public ImmutableList<Observation> settle() {
        note(new Step.Settle());
        ImmutableList<Observation> all;
        try {
            all = seen(() -> subject.settle(timeout));
        } catch (SessionStop stop) {
            // What was seen before the time ran out may be a violation already, which is more than no answer.
            if (stop.ending() == Ending.TIMED_OUT) {
                seen(subject::poll);
            }
            throw stop;
        }
        if (all.isEmpty() || !(all.get(all.size() - 1) instanceof Quiet)) {
            throw new SessionStop(Ending.BROKEN, "the subject came to rest without saying how");
        }
        return all;
    }

    private ImmutableList<Observation> seen(Call<List<Observation>> call) {
        // The list is the subject's own: it is read while the subject's time runs.
        ImmutableList<Observation> all = guarded(() -> Shown.checked(call.call()));
        for (Observation one : all) {
            record(one);
        }
        return all;
    }

    private synchronized void note(Step step) {
        if (stopped) {
            throw new SessionStop(Ending.INTERRUPTED, "the run was ended");
        }
        steps.add(step);
    }

    private void record(Label label) {
        synchronized (this) {
            trace.add(label);
        }
        // Not under the lock: the judge may take its time, and whoever ends the run asks for the trace meanwhile.
        Judge next = judge.observe(label);
        if (next.verdict() == Judge.Verdict.VIOLATED) {
            throw new SessionStop(Ending.VIOLATED, "not legal here: " + Notation.label(label), Alternatives.to(label, judge),
                    ImmutableList.copyOf(judge.describeStates(STATES_SHOWN)));
        }
        if (next.verdict() == Judge.Verdict.INCONCLUSIVE) {
            throw new SessionStop(Ending.BOUND, "the oracle's bound was hit at: " + Notation.label(label));
        }
        judge = next;
    }

    private interface Call<T> {
        T call() throws SubjectException;
    }

    private <T> T guarded(Call<T> call) {
        if (broken) {
            throw new SessionStop(Ending.BROKEN, "the subject is not used any more");
        }
        long now = System.nanoTime();
        entered = now == 0 ? 1 : now;
        try {
            T result = call.call();
            if (result == null) {
                throw new SessionStop(Ending.BROKEN, "the subject gave no result");
            }
            return result;
        } catch (SubjectTimeoutException e) {
            throw new SessionStop(Ending.TIMED_OUT, String.valueOf(e.getMessage()), e);
        } catch (SubjectException e) {
            broken = true;
            throw new SessionStop(Ending.BROKEN, String.valueOf(e.getMessage()), e);
        } catch (SessionStop e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (stopped) {
                throw new SessionStop(Ending.INTERRUPTED, "the run was ended", e);
            }
            broken = true;
            throw new SessionStop(Ending.BROKEN, "the subject threw " + e, e);
        } finally {
            entered = 0;
        }
    }

    /**
     * Ends the script at its next step; from any thread. Not told by interrupting, since a subject may swallow an interruption, or cause one.
     */
    public void stop() {
        stopped = true;
    }

    /** For how long the subject has been busy with one call. */
    public long nanosInSubject() {
        long since = entered;
        return since == 0 ? 0 : System.nanoTime() - since;
    }

    /** What was done. */
    public synchronized ImmutableList<Step> steps() {
        return ImmutableList.copyOf(steps);
    }

    /** What was done and seen. */
    public synchronized ImmutableList<Label> trace() {
        return ImmutableList.copyOf(trace);
    }

    /** The judge of the trace so far. */
    public Judge judge() {
        return judge;
    }

    /** The attempt, as it ended. */
    public Attempt attempt(Ending ending, String message, ImmutableList<String> legal, ImmutableList<String> states) {
        return new Attempt(ending, message, steps(), trace(), legal, states, repeatable);
    }
}
