package dev.codepurger.conformance.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import dev.codepurger.spec.RuleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final CaseCatalogue ALL = CaseCatalogue.load();

    /** A made-up case may show anything, so it is no promise that it shows this. */
    private static boolean isDirected(ConformanceCase one) {
        return Stream.of("generated-", "concurrent-", "interleaved-").noneMatch(one.id()::startsWith);
    }

    @Test
    @DisplayName("every rule that can be observed has a directed case, in each of its profiles")
    void everyRuleHasACase() {
        List<String> missing = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            for (String profile : rule.observability().isEmpty() ? ImmutableSet.<String>of() : rule.profiles()) {
                if (ALL.casesFor(rule).stream().noneMatch(one -> isDirected(one) && one.isFor(profile))) {
                    missing.add(rule.id() + " in " + profile);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("every rule that cannot be observed says why")
    void everyOtherRuleHasAReason() {
        RuleCatalogue texts = RuleCatalogue.load();
        assertEquals(List.of(), Arrays.stream(Rule.values()).filter(rule -> rule.observability().isEmpty())
                .filter(rule -> texts.text(rule).reason().map(reason -> reason.plain().isBlank()).orElse(true)).toList());
        assertEquals(List.of(), texts.rules().stream().map(RuleText::id).filter(id -> Rule.find(id).isEmpty()).toList());
    }

    @Test
    @DisplayName("a case is for no profile in which none of its rules holds")
    void profilesFitRules() {
        List<String> wrong = new ArrayList<>();
        for (ConformanceCase one : ALL.cases()) {
            for (String profile : Profiles.names()) {
                if (one.isFor(profile) && one.rules().stream().noneMatch(rule -> rule.holdsFor(profile))) {
                    wrong.add(one.id() + " in " + profile);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
