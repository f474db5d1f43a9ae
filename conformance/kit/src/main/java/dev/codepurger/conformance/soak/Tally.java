package dev.codepurger.conformance.soak;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.concurrent.HistoryAttempt;
import dev.codepurger.conformance.soak.PartJudge.Judged;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts what has been judged, and says now and then how it stands. */
final class Tally {
    private static final int SAMPLES = 40;

    private final long step;
    private final Consumer<SoakSample> progress;
    private final ImmutableList.Builder<SoakSample> samples = ImmutableList.builder();
    private final long began = System.nanoTime();
    private long events;
    private long parts;
    private long requests;
    private long purged;
    private long said;
    private Verdict verdict = Verdict.CONFORMS;
    private Optional<Attempt> wrong = Optional.empty();

    /** Nothing has been judged yet. */
    Tally(long planned, Consumer<SoakSample> progress) {
        step = Math.max(1, planned / SAMPLES);
        this.progress = progress;
    }

    /** Counts these; true if all of it conforms so far. What comes after the first part that does not is not counted. */
    boolean add(List<Judged> judged) {
        for (Judged one : judged) {
            if (verdict == Verdict.CONFORMS) {
                count(one.part());
                verdict = one.verdict();
                // A part by itself cannot be judged again, for what came before it is gone; it is shown as it was.
                wrong = verdict == Verdict.CONFORMS ? Optional.empty() : Optional.of(HistoryAttempt.notExplained(one.part()));
            }
        }
        return verdict == Verdict.CONFORMS;
    }

    private void count(History part) {
        long before = events;
        part.lines().values().forEach(line -> line.forEach(event -> count(event.label())));
        parts++;
        if (events / step > before / step) {
            sample();
        }
    }

    private void count(Label label) {
        events++;
        if (label instanceof Label.Replied replied) {
            purged += foundOldCode(replied.result()) ? 1 : 0;
        } else if (label instanceof Label.Did did
                && (did.stimulus() instanceof Stimulus.Purge || did.stimulus() instanceof Stimulus.SoftPurge)) {
            requests++;
        }
    }

    /** Did it certainly find old code, so that every process was asked? */
    private static boolean foundOldCode(Result result) {
        return (result instanceof Result.Hard hard && hard.wasOld()) || (result instanceof Result.Soft soft && !soft.purged());
    }

    private void sample() {
        said = events;
        SoakSample sample = new SoakSample(events, parts, requests, purged, Duration.ofNanos(System.nanoTime() - began),
                Heap.afterCollection());
        samples.add(sample);
        progress.accept(sample);
    }

    /** What came of it all. */
    SoakResult result() {
        if (said < events) {
            sample();
        }
        return new SoakResult(verdict, samples.build(), wrong);
    }
}
