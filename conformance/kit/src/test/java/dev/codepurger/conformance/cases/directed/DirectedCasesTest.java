package dev.codepurger.conformance.cases.directed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Needs;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.run.Suspects;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every directed case is proved: the model passes it, whatever it chooses; and for each rule that the case claims to show, a model that breaks
 * this rule alone is caught by it, and the rule is among those that are blamed.
 */
class DirectedCasesTest {
    private static final int SEEDS = 50;
    private static final int SEEDS_WITH_EFFECTS = 10;
    private static final int RELAXED_SEEDS = 60;
    /** Finding whom to blame is slow; it may fail where the relaxed model needs too many states for the whole trace of one seed. */
    private static final int BLAMED = 4;

    /** Rules without a case, and why. */
    private static final ImmutableMap<Rule, String> WITHOUT_CASE = ImmutableMap.of(
            Rule.DISPATCH_9, "it is about the client functions of a node, and a subject is driven by messages to the purger");

    /** Rules that a purger can break without anything to be seen but among the effects, and why. */
    private static final ImmutableMap<Rule, String> ONLY_AMONG_EFFECTS = ImmutableMap.of(
            Rule.CHECK_11, "who is asked too late answers, and nobody listens",
            Rule.KILL_2, "a victim that is killed before it is monitored gives a DOWN all the same, with another reason",
            Rule.QUEUE_2, "a malformed request is dropped sooner or later, and nobody is told when");

    private static final ImmutableList<ConformanceCase> CASES = ImmutableList.copyOf(new DirectedCases().cases());

    static Stream<Arguments> casesAndProfiles() {
        return CASES.stream().flatMap(one -> Proof.profiles(one).stream().map(profile -> Arguments.of(one.id(), profile.name())));
    }

    static Stream<Arguments> casesAndRules() {
        return CASES.stream().flatMap(one -> one.rules().stream().flatMap(
                rule -> Proof.profiles(one, rule).stream().map(profile -> Arguments.of(one.id(), rule, profile.name()))));
    }

    @Test
    @DisplayName("every rule that can be observed has a case, or a written reason")
    void everyRuleHasACase() {
        CaseCatalogue catalogue = new CaseCatalogue(CASES);
        for (Rule rule : Rule.values()) {
            assertEquals(WITHOUT_CASE.containsKey(rule), catalogue.casesFor(rule).isEmpty(), rule::id);
        }
    }

    @Test
    @DisplayName("every rule is shown without the effect channel, or there is a written reason")
    void everyRuleIsShownWithoutEffects() {
        CaseCatalogue catalogue = new CaseCatalogue(CASES);
        for (Rule rule : Rule.values()) {
            boolean shown = catalogue.casesFor(rule).stream().anyMatch(one -> !one.effects());
            assertEquals(shown || WITHOUT_CASE.containsKey(rule), !ONLY_AMONG_EFFECTS.containsKey(rule), rule::id);
        }
    }

    @Test
    @DisplayName("every case shows each of its rules in at least one profile")
    void everyRuleIsShownSomewhere() {
        for (ConformanceCase one : CASES) {
            one.rules().forEach(rule -> assertTrue(!Proof.profiles(one, rule).isEmpty(), () -> one.id() + " " + rule.id()));
        }
    }

    @Test
    @DisplayName("titles are sentences without a full stop")
    void titles() {
        for (ConformanceCase one : CASES) {
            assertTrue(Character.isUpperCase(one.title().charAt(0)) && !one.title().endsWith("."), one::title);
        }
    }

    @ParameterizedTest(name = "{0} needs what it says, {1}")
    @MethodSource("casesAndProfiles")
    void needs(String id, String profile) {
        ConformanceCase one = find(id);
        Attempt attempt = Proof.play(one, profile(profile), 1);
        ImmutableSet.Builder<Capability> used = ImmutableSet.builder();
        for (Label label : attempt.trace()) {
            if (label instanceof Label.Did did) {
                used.addAll(Needs.of(did.stimulus()));
            }
        }
        if (one.killLimit() != 0) {
            used.add(Capability.KILL_LIMIT);
        }
        if (one.requestLimit() != 0) {
            used.add(Capability.REQUEST_LIMIT);
        }
        assertEquals(Sets.immutableEnumSet(used.build()),
                Sets.difference(one.needs(), ImmutableSet.of(Capability.EFFECTS)).immutableCopy());
    }

    @ParameterizedTest(name = "{0}: the model passes, {1}")
    @MethodSource("casesAndProfiles")
    void conforms(String id, String profile) {
        ConformanceCase one = find(id);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Attempt attempt = Proof.play(one, profile(profile), seed);
            assertEquals(Ending.PASSED, attempt.ending(), () -> told(attempt));
        }
    }

    @ParameterizedTest(name = "{0}: the model passes with effects too, {1}")
    @MethodSource("casesAndProfiles")
    void conformsWithEffects(String id, String profile) {
        ConformanceCase one = find(id).withEffects();
        for (long seed = 1; seed <= SEEDS_WITH_EFFECTS; seed++) {
            Attempt attempt = Proof.play(one, profile(profile), seed);
            assertEquals(Ending.PASSED, attempt.ending(), () -> told(attempt));
        }
    }

    @ParameterizedTest(name = "{0} shows a violation of {1}, {2}")
    @MethodSource("casesAndRules")
    void caught(String id, Rule rule, String profile) {
        caught(find(id), rule, profile);
    }

    @ParameterizedTest(name = "{0} shows a violation of {1} with effects too, {2}")
    @MethodSource("casesAndRules")
    void caughtWithEffects(String id, Rule rule, String profile) {
        caught(find(id).withEffects(), rule, profile);
    }

    private static void caught(ConformanceCase one, Rule rule, String profile) {
        List<String> others = new ArrayList<>();
        for (long seed = 1; seed <= RELAXED_SEEDS && others.size() < BLAMED; seed++) {
            Attempt attempt = Proof.play(one, profile(profile), seed, rule);
            if (attempt.ending() == Ending.VIOLATED) {
                if (!Proof.blame(one, profile(profile), attempt, Suspects.only(ImmutableSet.of(rule))).isEmpty()) {
                    return;
                }
                others.add(Proof.blame(one, profile(profile), attempt, Suspects.anybody()) + " for " + told(attempt));
            }
        }
        fail(others.isEmpty() ? "a purger that breaks " + rule.id() + " can pass" : rule.id() + " is not blamed, but " + others);
    }

    private static ConformanceCase find(String id) {
        return new CaseCatalogue(CASES).find(id).orElseThrow();
    }

    private static Profile profile(String name) {
        return Proof.PROFILES.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static String told(Attempt attempt) {
        return attempt.message() + " after " + attempt.trace().stream().map(Notation::label).toList();
    }
}
