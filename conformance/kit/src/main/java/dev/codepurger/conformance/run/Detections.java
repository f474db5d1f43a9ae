package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.List;

/**
 * Which cases detect a subject that is known to be wrong. No failure is made shorter, so that many such subjects can be looked at.
 *
 * @param found one for each case that failed, in the order in which they ran
 * @param ran the ids of the cases that ran, each once
 * @param timedOut the ids of those in which the subject did not answer in time
 * @param time how long all of it took
 */
public record Detections(ImmutableList<Detection> found, ImmutableSet<String> ran, ImmutableSet<String> timedOut, Duration time) {

    /**
     * One case that failed.
     *
     * @param by the id of the case
     * @param blamed which of the rules that the subject is said to break were blamed
     * @param steps how much was done and seen until the first thing that was not legal, that included
     * @param ending how the case ended
     * @param nodeEnded whether the last thing that was seen was the end of the purger, and with it of the node
     * @param reason in one sentence
     */
    public record Detection(String by, ImmutableSet<Rule> blamed, int steps, Ending ending, boolean nodeEnded, String reason) {

        private Detection because(String how) {
            return new Detection(by, blamed, steps, ending, nodeEnded, how + ": " + reason);
        }

        static Detection of(CaseResult result) {
            List<Label> trace = result.attempt().map(Attempt::trace).orElse(ImmutableList.of());
            return new Detection(result.of().id(), result.blamed(), trace.size(),
                    result.attempt().map(Attempt::ending).orElse(Ending.BROKEN),
                    !trace.isEmpty() && trace.get(trace.size() - 1) instanceof Label.PurgerDown, result.reason());
        }
    }

    /** After how many time-outs a subject is left that is left at the first failure: each of them costs the whole time. */
    public static final int PATIENCE = 3;

    /** When to stop. */
    public enum Until {
        /** One case has failed, or several have timed out. */
        FIRST,
        /** All cases have run. */
        ALL
    }

    /** Was the subject detected? */
    public boolean detected() {
        return !found.isEmpty();
    }

    /** These, and those of another run of the same subject. */
    public Detections and(Detections next) {
        return new Detections(ImmutableList.<Detection>builder().addAll(found).addAll(next.found).build(),
                ImmutableSet.<String>builder().addAll(ran).addAll(next.ran).build(),
                ImmutableSet.<String>builder().addAll(timedOut).addAll(next.timedOut).build(), time.plus(next.time));
    }

    /** These, where every reason begins with how the subject was run. */
    public Detections because(String how) {
        return new Detections(found.stream().map(one -> one.because(how)).collect(ImmutableList.toImmutableList()), ran, timedOut, time);
    }

    /** These, where what timed out has been tried once more. */
    public Detections retried(Detections again) {
        return new Detections(again.found, ImmutableSet.<String>builder().addAll(ran).addAll(again.ran).build(), again.timedOut,
                time.plus(again.time));
    }

    /**
     * Runs cases.
     *
     * @param cases in this order
     * @param rules those that the subject is said to break; if there are none, those that a case is about can be blamed for it
     * @param provider the subject
     * @param options how cases are run
     * @param judges who judges them
     * @param until when to stop
     */
    public static Detections of(CaseCatalogue cases, ImmutableSet<Rule> rules, SubjectProvider provider, RunOptions options, Judges judges,
            Until until) {
        long began = System.nanoTime();
        ImmutableList.Builder<Detection> found = ImmutableList.builder();
        ImmutableSet.Builder<String> ran = ImmutableSet.builder();
        ImmutableSet.Builder<String> timedOut = ImmutableSet.builder();
        int late = 0;
        for (ConformanceCase one : cases.cases()) {
            CaseResult result = CaseRunner.suspecting(rules.isEmpty() ? one.rules() : rules, provider, options, judges).run(one);
            if (result.status() != CaseResult.Status.SKIPPED) {
                ran.add(one.id());
            }
            if (result.attempt().map(Attempt::ending).filter(Ending.TIMED_OUT::equals).isPresent()) {
                timedOut.add(one.id());
                late++;
            }
            if (result.status() == CaseResult.Status.FAILED) {
                found.add(Detection.of(result));
            }
            if (until == Until.FIRST && (result.status() == CaseResult.Status.FAILED || late == PATIENCE)) {
                break;
            }
        }
        return new Detections(found.build(), ran.build(), timedOut.build(), Duration.ofNanos(System.nanoTime() - began));
    }
}
