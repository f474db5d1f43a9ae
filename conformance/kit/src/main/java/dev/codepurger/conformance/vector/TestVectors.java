package dev.codepurger.conformance.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.model.ModelFamily;
import dev.codepurger.model.purger.Profile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes vectors of directed cases. Each case is played on the model, to learn what it does; what may be shown then is the oracle's word. */
public final class TestVectors {
    /** How many points of a case there may be until it is too big. */
    public static final int BOUND = 2_000;

    /** So many walks of the model are tried, each seeing other things. A case that does not do the same in all of them is no list of steps. */
    private static final int WALKS = 3;

    private TestVectors() {
    }

    /**
     * The vectors of these cases, in their order, each with every profile that it is for.
     *
     * @param bound how many points of a case there may be until it is too big to be listed
     * @throws IllegalArgumentException if what a case does depends on what it sees
     */
    public static ImmutableList<TestVector> of(List<ConformanceCase> cases, List<Profile> profiles, int bound) {
        // Each is on its own, and it takes half a minute.
        return cases.parallelStream().flatMap(one -> of(one, profiles, bound).stream()).collect(ImmutableList.toImmutableList());
    }

    private static List<TestVector> of(ConformanceCase one, List<Profile> profiles, int bound) {
        List<TestVector> all = new ArrayList<>();
        boolean tooBig = false;
        for (Profile profile : profiles) {
            if (one.isFor(profile.name())) {
                // What is too big for one profile is hardly less for another, and it takes long to find out.
                TestVector next = of(one, profile, tooBig ? 0 : bound);
                tooBig = next.allowed().isEmpty();
                add(all, next);
            }
        }
        return all;
    }

    private static void add(List<TestVector> all, TestVector next) {
        for (int i = 0; i < all.size(); i++) {
            TestVector before = all.get(i);
            if (before.sameAs(next)) {
                all.set(i, before.and(next.profiles()));
                return;
            }
        }
        all.add(next);
    }

    private static TestVector of(ConformanceCase one, Profile asked, int bound) {
        // Whoever can be given a limit of requests is not asked to take another one of kills.
        Profile profile = one.profile(asked, ImmutableSet.of());
        int requestLimit = asked.limitsRequests() ? one.requestLimit() : 0;
        ImmutableList<Step> steps = steps(one, asked);
        Optional<Automaton> allowed = Explorer.explore(steps, profile, one.effects(), bound);
        return new TestVector(one,
                one.rules().stream().filter(rule -> rule.holdsFor(asked.name())).collect(ImmutableList.toImmutableList()),
                ImmutableList.of(asked.name()), one.needs(asked), profile.killLimit(), requestLimit, steps, allowed);
    }

    private static ImmutableList<Step> steps(ConformanceCase one, Profile profile) {
        Set<ImmutableList<Step>> found = new LinkedHashSet<>();
        for (long seed = 1; seed <= WALKS; seed++) {
            RunOptions options = RunOptions.of(profile).withSeed(seed);
            CaseResult result = new CaseRunner(new ModelFamily().subjects().get(0), options, new OracleJudges()).run(one);
            found.add(result.attempt().filter(attempt -> result.status() == CaseResult.Status.PASSED).map(Attempt::steps)
                    .orElseThrow(() -> new IllegalArgumentException("the model does not pass " + one.id() + ": " + result.reason())));
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("what " + one.id() + " does depends on what it sees: " + ImmutableSet.copyOf(found));
        }
        return found.iterator().next();
    }
}
