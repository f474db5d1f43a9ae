package dev.codepurger.conformance.trace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Alternatives;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Awaited;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.util.List;

/**
 * A trace that is not legal, and all that is to be said about it.
 *
 * @param profile what it was judged by
 * @param effects whether effects are in it
 * @param gaps what it does not tell
 * @param failing the events up to the first that is not legal, which is the last
 * @param shorter fewer of these events, with the same last one, that are not legal for the same reason; the same ones if none were found
 * @param blamed the rules of which each alone would explain it; those of the shorter trace
 * @param legal what would have been legal in the place of the last event
 * @param states some of the states that the model could have been in before it, one line each
 * @param stateCount how many there were
 * @param awaited if the purger was said to be stalled: what it may be waiting for
 */
public record Rejection(Profile profile, boolean effects, Gaps gaps, ImmutableList<Label> failing, ImmutableList<Label> shorter,
        ImmutableSet<Rule> blamed, ImmutableList<String> legal, ImmutableList<String> states, int stateCount,
        ImmutableSet<Awaited> awaited) {
    private static final int STATES_SHOWN = 5;

    /**
     * Looks into a trace.
     *
     * @param failing events of which all but the last are legal
     * @throws IllegalArgumentException if they are not such
     */
    public static Rejection of(List<Label> failing, Profile profile, boolean effects, Judges judges) {
        Judge before = judges.start(profile, effects);
        for (Label label : failing.subList(0, failing.size() - 1)) {
            before = before.observe(label);
        }
        Label last = failing.get(failing.size() - 1);
        if (before.verdict() != Judge.Verdict.CONFORMS || before.observe(last).verdict() != Judge.Verdict.VIOLATED) {
            throw new IllegalArgumentException("it is not the last event, and it alone, that is not legal");
        }
        ImmutableSet<Rule> blamed = judges.blame(failing, profile, effects);
        ImmutableList<Label> shorter = new Reduction(judges, profile, effects, blamed).shortest(failing, before);
        boolean stalled = last instanceof Label.Quiet quiet && quiet.kind() == Label.QuietKind.STALLED;
        return new Rejection(profile, effects, judges.gaps(), ImmutableList.copyOf(failing), shorter,
                judges.blame(shorter, profile, effects),
                Alternatives.to(last, before), ImmutableList.copyOf(before.describeStates(STATES_SHOWN)), before.stateCount(),
                stalled ? before.awaited() : ImmutableSet.of());
    }
}
