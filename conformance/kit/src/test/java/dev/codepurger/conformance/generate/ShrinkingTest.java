package dev.codepurger.conformance.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.model.ModelSubject;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.Replied;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subject that lies in one point is found out by the shortest sequence there is. */
@Tag("slow")
class ShrinkingTest {

    /** A walk of the model of which something is told otherwise. */
    private record Liar(ModelSubject model, UnaryOperator<Stream<Observation>> lie) implements Subject {
        @Override
        public Response apply(Stimulus stimulus) throws SubjectException {
            return model.apply(stimulus);
        }

        @Override
        public List<Observation> poll() {
            // Shows all it has to show when it is at rest, so that a shorter sequence shows it too.
            return List.of();
        }

        @Override
        public List<Observation> settle(Duration timeout) throws SubjectException {
            return lie.apply(model.settle(timeout).stream()).toList();
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public void close() {
            model.close();
        }
    }

    private static CaseRunner runner(long seed, UnaryOperator<Stream<Observation>> lie) {
        SubjectInfo info = SubjectInfo.full("liar", "1", "the model, but for one thing", Profile.SEED, Set.of());
        return new CaseRunner(new SubjectProvider() {
            @Override
            public SubjectInfo info() {
                return info;
            }

            @Override
            public Subject open(OpenOptions options) {
                return new Liar(new ModelSubject(Settings.of(options.profile()), options.seed()), lie);
            }
        }, RunOptions.of(Profile.SEED).withSeed(seed), new OracleJudges());
    }

    private static ConformanceCase find(String id) {
        return new CaseCatalogue(ImmutableList.copyOf(new GeneratedCases().cases())).find(id).orElseThrow();
    }

    private static ImmutableList<Step> shortest(String id, long seed, UnaryOperator<Stream<Observation>> lie) {
        CaseResult result = runner(seed, lie).run(find(id));
        assertEquals(CaseResult.Status.FAILED, result.status(), result::reason);
        return result.attempt().orElseThrow().steps();
    }

    private static String kind(Step step) {
        return step instanceof Step.Do one ? one.stimulus().getClass().getSimpleName() : "look";
    }

    private static Observation softIsTrue(Observation one) {
        return one instanceof Replied told && told.result() instanceof Result.Soft
                ? new Replied(told.request(), told.kind(), new Result.Soft(true)) : one;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("of a soft purge that lies about an abort no step can be left out")
    void lyingAboutAnAbort(long seed) {
        ImmutableList<Step> shortest = shortest("generated-everything", seed, seen -> seen.map(ShrinkingTest::softIsTrue));
        // Code and its end, somebody in it, a client if it is another, the purge, a look; and a hold, where the code ends after the request.
        assertTrue(shortest.size() >= 5 && shortest.size() <= 8, shortest::toString);
        for (int left = 0; left < shortest.size(); left++) {
            List<Step> fewer = new ArrayList<>(shortest);
            Step out = fewer.remove(left);
            ConformanceCase again = ConformanceCase.of("again", "The same without a step").rules(Rule.LIVE_1).killLimit(2)
                    .plays(Script.of(fewer));
            assertEquals(CaseResult.Status.PASSED, runner(seed, seen -> seen.map(ShrinkingTest::softIsTrue)).run(again).status(),
                    () -> out + " can be left out of " + shortest);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"generated-handshakes", "generated-messages", "generated-sessions"})
    @DisplayName("a session that never says started takes a tester, its request and a look")
    void sayingNothing(String id) {
        assertEquals(List.of("Spawn", "TestPurge", "look"), shortest(id, 1, seen -> seen.filter(one -> !(one instanceof Label.Started)))
                .stream().map(ShrinkingTest::kind).sorted().toList());
    }
}
