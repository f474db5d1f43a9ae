package dev.codepurger.conformance.generate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.CaseBody;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.generate.reach.Tally;
import dev.codepurger.conformance.generate.reach.Target;
import dev.codepurger.conformance.generate.reach.Targets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A case about the suite itself: do the sequences that the other generated cases try, with this seed and for what this subject can do, come to
 * everything that matters? It asks the model, not the subject. Where they do not, nothing is known of what was not reached, and the case is inconclusive.
 */
record ReachCase(ImmutableList<Generated> cases) implements CaseBody {
    private static final int NAMED = 10;
    private static final int WALKS = 16;

    @Override
    public Attempt run(Attempts attempts) {
        Tally tally = count(attempts, 1);
        ImmutableList<Target> missing = tally.missing();
        String message = missing.isEmpty() ? "" : missing.size() + " of " + tally.counts().size() + " situations were not reached: "
                + missing.stream().limit(NAMED).map(Target::toString).collect(Collectors.joining("; "))
                + (missing.size() > NAMED ? "; and others" : "");
        return Attempt.counting(missing.isEmpty() ? Ending.PASSED : Ending.UNREACHED, message, tally.counts().entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(entry -> entry.getKey().id(), Map.Entry::getValue)));
    }

    @Override
    public boolean looksAtSubject() {
        return false;
    }

    /**
     * Counts up to so many walks a target; when all of them are there, what is left is not walked. The model is at liberty between two stimuli, so all
     * sequences are walked several times.
     */
    Tally count(Attempts attempts, int enough) {
        Tally tally = new Tally(Targets.of(attempts.capabilities(), attempts.profile()), attempts.profile(), attempts.seed(), enough);
        ImmutableList<ImmutableList<Step>> sequences = sequences(attempts);
        for (int i = 0; i < WALKS && !tally.isComplete(); i++) {
            sequences.forEach(tally::walk);
        }
        return tally;
    }

    private ImmutableList<ImmutableList<Step>> sequences(Attempts attempts) {
        ImmutableList.Builder<ImmutableList<Step>> all = ImmutableList.builder();
        // The scenes first: they come to most of it, and soon.
        for (Generated one : cases.reverse()) {
            one.madeUp(attempts.seed(), attempts.worthTrying(), one.tries()).forEach(madeUp -> all.add(madeUp.steps()));
        }
        return all.build();
    }
}
