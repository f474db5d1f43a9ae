package dev.codepurger.conformance.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;

/** The generated cases as properties of jqwik, with its own engine and its own shrinking, over the model. */
class GeneratedPropertyTest {

    @Provide
    Arbitrary<ActionChain<Plan>> plans() {
        return Arbitraries.of(Theme.all()).flatMap(theme -> Generated.plans(theme, ImmutableSet.copyOf(Capability.values())));
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return Arbitraries.of(Profile.SEED, Profile.HARDENED);
    }

    @Property(tries = 60)
    void whateverIsDoneConforms(@ForAll("plans") ActionChain<Plan> chain, @ForAll("profiles") Profile profile, @ForAll long seed)
            throws SubjectException {
        ImmutableList<Step> steps = chain.run().finish();
        ConformanceCase one = ConformanceCase.of("property", "Whatever is done conforms").rules(Rule.LIVE_1).killLimit(2)
                .plays(Script.of(steps));
        SubjectProvider model = SubjectRegistry.load().find("model").orElseThrow();
        RunOptions options = new RunOptions(seed, RunOptions.DEFAULT_TIMEOUT, profile, ImmutableMap.of());
        CaseResult result = new CaseRunner(model, options, new OracleJudges()).run(one);
        assertEquals(CaseResult.Status.PASSED, result.status(), () -> result.reason() + result.attempt().map(GeneratedPropertyTest::told));
    }

    /** The trace, a label a line, so that a counterexample reads step by step. */
    private static String told(Attempt attempt) {
        return attempt.trace().stream().map(Notation::label).collect(Collectors.joining("\n  ", "\n  ", "\n"));
    }
}
