package dev.codepurger.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document and the constants say the same. */
class DocumentAgreesWithConstantsTest {
    private final RuleCatalogue catalogue = RuleCatalogue.parse(RuleCatalogue.document());

    @Test
    void documentAndConstantsAgreeInBothDirections() {
        assertEquals(List.of(), Agreement.differences(catalogue.rules()));
        assertEquals(Arrays.stream(Rule.values()).map(Rule::id).toList(), catalogue.rules().stream().map(RuleText::id).toList());
    }

    @Test
    void theCatalogueHasATextForEveryConstant() {
        RuleCatalogue loaded = RuleCatalogue.load();
        for (Rule rule : Rule.values()) {
            assertEquals(rule.title(), loaded.text(rule).title());
            assertEquals(rule, Rule.find(rule.id()).orElseThrow());
            assertTrue(rule.id().startsWith(rule.family() + "-"));
        }
    }

    @Test
    void everyFamilyHasItsChapterInOrder() {
        List<Family> families = catalogue.rules().stream().map(rule -> Rule.find(rule.id()).orElseThrow().family()).distinct()
                .toList();
        assertEquals(List.of(Family.values()), families);
    }

    @Test
    void everyRuleIsExplained() {
        for (RuleText rule : catalogue.rules()) {
            assertFalse(rule.intent().plain().isBlank(), rule.id());
            assertTrue(rule.normative().plain().matches("(?s).*\\b(MUST|SHOULD|MAY)\\b.*"), rule.id());
            assertEquals(rule.observability().isEmpty(), rule.reason().isPresent(), rule.id());
        }
    }

    @Test
    void defectsHoldWhereNothingIsRepairedAndTheirRepairsWhereItIs() {
        List<Rule> defects = Arrays.stream(Rule.values()).filter(Rule::isDefect).toList();
        assertEquals(List.of(Rule.ONLOAD_5, Rule.QUEUE_5, Rule.HANDSHAKE_8), defects);
        for (Rule rule : defects) {
            assertEquals(Set.of("seed", "otp-25"), rule.profiles(), rule.id());
        }
        List<Rule> repairs = Arrays.stream(Rule.values()).filter(rule -> rule.profiles().equals(Set.of("hardened", "otp-25-hardened")))
                .toList();
        assertEquals(List.of(Rule.ONLOAD_6, Rule.QUEUE_6, Rule.HANDSHAKE_11), repairs);
    }

    @Test
    void whatIsNotOfTheSeedIsOfTheLaterModuleRepairedOrNot() {
        List<Rule> later = Arrays.stream(Rule.values()).filter(rule -> !rule.holdsFor("seed") && !rule.holdsFor("hardened")).toList();
        assertEquals(List.of(Rule.DISPATCH_10, Rule.DISPATCH_11, Rule.CHECK_9, Rule.CHECK_10, Rule.CHECK_11, Rule.QUEUE_9),
                later);
        for (Rule rule : later) {
            assertEquals(Set.of("otp-25", "otp-25-hardened"), rule.profiles(), rule.id());
        }
    }

    @Test
    void seedLinesLieInTheModule() {
        for (RuleText rule : catalogue.rules()) {
            for (LineRange range : rule.seedLines()) {
                assertTrue(range.first() >= 20 && range.last() <= 339, rule.id() + " " + range);
            }
        }
    }

    @Test
    void rulesReferToRulesThatExist() {
        Pattern pattern = Pattern.compile("\\b([A-Z]{4,}-[0-9]+)\\b");
        TreeSet<String> unknown = new TreeSet<>();
        pattern.matcher(RuleCatalogue.document()).results().map(result -> result.group(1))
                .filter(id -> Rule.find(id).isEmpty()).forEach(unknown::add);
        assertEquals(new TreeSet<>(), unknown);
    }
}
