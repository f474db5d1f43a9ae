package dev.codepurger.conformance.stub;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.Suspects;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges a trace by a function of the whole of it. */
public record StubJudges(Function<List<Label>, Judge.Verdict> verdicts) implements Judges {

    /** Content with everything. */
    public static StubJudges content() {
        return new StubJudges(trace -> Judge.Verdict.CONFORMS);
    }

    /** Content with everything but a last label like this. */
    public static StubJudges rejecting(Predicate<List<Label>> bad) {
        return new StubJudges(trace -> bad.test(trace) ? Judge.Verdict.VIOLATED : Judge.Verdict.CONFORMS);
    }

    @Override
    public Judge start(Profile profile, boolean effects) {
        return new StubJudge(ImmutableList.of(), verdicts);
    }

    @Override
    public ImmutableSet<Rule> blame(List<Label> trace, Profile profile, boolean effects, Suspects suspects) {
        return ImmutableSet.of(Rule.KILL_3);
    }

    @Override
    public ImmutableSet<Rule> blame(History history, Profile profile, boolean effects, Suspects suspects) {
        return ImmutableSet.of(Rule.KILL_3);
    }

    @Override
    public Optional<History> violation(History history, Profile profile, boolean effects) {
        return Optional.empty();
    }

    @Override
    public Judges relaxing(ImmutableSet<Rule> rules) {
        return this;
    }

    private record StubJudge(ImmutableList<Label> trace, Function<List<Label>, Verdict> verdicts) implements Judge {

        @Override
        public Judge observe(Label label) {
            return new StubJudge(ImmutableList.<Label>builder().addAll(trace).add(label).build(), verdicts);
        }

        @Override
        public Verdict verdict() {
            return verdicts.apply(trace);
        }

        @Override
        public ImmutableSet<Label.Observation> legalNext() {
            return ImmutableSet.of(StubSubject.idle());
        }

        @Override
        public ImmutableSet<Response> legalResponses(Stimulus stimulus) {
            return ImmutableSet.of(Response.OK);
        }

        @Override
        public int stateCount() {
            return 1;
        }

        @Override
        public List<String> describeStates(int max) {
            return List.of("the only state");
        }
    }
}
