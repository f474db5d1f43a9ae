package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTrialTest {
    private static final int SEEDS = 2;

    private static FaultTrial trial(CaseCatalogue cases) {
        return new FaultTrial(cases, new OracleJudges(), Duration.ofSeconds(30), "seeded");
    }

    static Stream<Arguments> faultsAndSeeds() {
        return Fault.all().stream()
                .flatMap(fault -> LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Arguments.of(fault.name(), seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("faultsAndSeeds")
    @Tag("slow")
    @DisplayName("the suite rejects every fault, and blames each of the rules that it breaks")
    void rejectsEveryFault(String name, long seed) {
        FaultTrial.Result result = trial(CaseCatalogue.load()).untilRejected(Fault.find(name).orElseThrow(), seed);
        assertEquals(ImmutableSet.of(), result.missing(), result::toString);
        assertEquals(0, result.inconclusive(), result::toString);
    }

    @Test
    @DisplayName("every rule is broken by a fault, or there is a written reason, and not both")
    void everyRuleIsBroken() {
        ImmutableSet<Rule> broken = Fault.all().stream().flatMap(fault -> fault.rules().stream())
                .collect(ImmutableSet.toImmutableSet());
        for (Rule rule : Rule.values()) {
            assertEquals(!broken.contains(rule), UnbrokenRules.reasons().containsKey(rule), rule::id);
        }
    }

    @Test
    @DisplayName("without the cases that show it, a fault is not rejected for its rule, and the result says which is missing")
    void missing() {
        FaultTrial.Result result = trial(CaseCatalogue.load().matching("module-load")).untilRejected(fault("lost-check-reply"), 1);
        assertTrue(result.rejected());
        assertTrue(result.rejectedAsExpected());
        FaultTrial.Result blind = trial(CaseCatalogue.load().matching("module-delete")).untilRejected(fault("kill-limit-11"), 1);
        assertFalse(blind.rejected());
        assertEquals(ImmutableSet.of(Rule.KILL_1), blind.missing());
        assertEquals(1, blind.ran());
    }

    @Test
    @DisplayName("a whole run blames other rules too, and names the cases")
    void all() {
        FaultTrial.Result result = trial(CaseCatalogue.load().matching("soft-*")).all(fault("soft-purge-completes"), 1);
        assertTrue(result.rejectedAsExpected(), result::toString);
        assertTrue(result.blamed().keySet().size() > 1, result::toString);
        assertTrue(result.failed() > 1, result::toString);
        assertTrue(result.ran() > result.failed(), result::toString);
    }

    private static Fault fault(String name) {
        return Fault.find(name).orElseThrow();
    }
}
