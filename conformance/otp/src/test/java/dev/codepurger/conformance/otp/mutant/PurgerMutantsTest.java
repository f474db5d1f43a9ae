package dev.codepurger.conformance.otp.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RuleFindings;
import dev.codepurger.conformance.run.RuleHunt;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import dev.codepurger.testing.Programs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The purger of this Erlang, changed, is rejected by the rule that the change breaks; {@code codepurger purger-mutants} shows it of all. */
@Tag("slow")
class PurgerMutantsTest {
    private static PurgerMutants mutants;

    @BeforeAll
    static void make() throws SubjectException {
        Programs.require("erl", "erlang-base");
        Programs.require("erlc", "erlang-base");
        mutants = PurgerMutants.of(Optional.empty());
    }

    @AfterAll
    static void close() {
        if (mutants != null) {
            mutants.close();
        }
    }

    @Test
    @DisplayName("every mutant can be made of this purger, and breaks a rule")
    void made() {
        assertEquals(List.of(), mutants.all().stream().filter(one -> !one.made()).toList());
        assertEquals(List.of(PurgerMutant.AS_GIVEN),
                mutants.all().stream().filter(one -> one.rules().isEmpty()).map(PurgerMutant::name).toList());
        assertTrue(mutants.all().size() > 40, () -> "only " + mutants.all().size());
    }

    @ParameterizedTest
    @CsvSource({"kill-limit-three, KILL-9", "first-in-first-out, KILL-3", "saved-not-reversed, QUEUE-1",
            "tester-death-ignored-at-started, HANDSHAKE-12", "soft-purge-completes, SOFT-3", "flag-never-set, KILL-4",
            "tag-not-compared, CHECK-3"})
    @DisplayName("a mutant is rejected by the rule that it breaks, and the purger as it was given is not")
    void rejected(String name, String rule) throws SubjectException {
        ImmutableSet<Rule> rules = ImmutableSet.of(Rule.find(rule).orElseThrow());
        assertEquals(rules, mutant(name).rules());
        assertEquals(rules, blamed(mutant(name), rules));
        assertEquals(ImmutableSet.of(), blamed(mutant(PurgerMutant.AS_GIVEN), rules));
    }

    private static PurgerMutant mutant(String name) {
        return mutants.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static ImmutableSet<Rule> blamed(PurgerMutant mutant, ImmutableSet<Rule> rules) throws SubjectException {
        SubjectProvider nodes = mutants.nodes(mutant);
        try {
            CaseCatalogue about = CaseCatalogue.load().matching(rules.asList().get(0).id());
            RunOptions options = new RunOptions(1, Duration.ofSeconds(60), Profile.SEED, ImmutableMap.of());
            RuleFindings findings = new RuleHunt(about, new OracleJudges()).run(rules, nodes, options, 1);
            assertTrue(findings.ran() > 0);
            return findings.blamed().keySet();
        } finally {
            nodes.close();
        }
    }
}
