package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether what is legal with some rules relaxed violates them. Several attempts at one case are looked at, one after the other. A case that
 * expected what these rules demand is disappointed by the violation.
 */
final class Expectations {
    private final ImmutableSet<Rule> rules;
    private final Judges strict;
    private final Profile profile;
    private final boolean effects;
    private final Set<Rule> violated = EnumSet.noneOf(Rule.class);
    private @Nullable Attempt first;

    /**
     * An attempt that violates what was expected to be violated.
     *
     * @param attempt the first one
     * @param violated the rules that it and the others violate
     */
    record Known(Attempt attempt, ImmutableSet<Rule> violated) {
    }

    /** Of these rules; the judges obey all rules. */
    Expectations(ImmutableSet<Rule> rules, Judges strict, Profile profile, boolean effects) {
        this.rules = rules;
        this.strict = strict;
        this.profile = profile;
        this.effects = effects;
    }

    /** Looks at an attempt, unless all rules were seen to be violated already. */
    void look(Attempt attempt) {
        if (!legal(attempt) || violated.size() == rules.size()) {
            return;
        }
        Set<Rule> found = attempt.history().isPresent() ? of(attempt.history().get()) : of(attempt.trace());
        if (!found.isEmpty()) {
            violated.addAll(found);
            first = first == null ? attempt : first;
        }
    }

    private Set<Rule> of(List<Label> trace) {
        Judge judge = strict.start(profile, effects);
        for (int i = 0; i < trace.size() && judge.verdict() == Judge.Verdict.CONFORMS; i++) {
            judge = judge.observe(trace.get(i));
            if (judge.verdict() == Judge.Verdict.VIOLATED) {
                return orAll(strict.blame(trace.subList(0, i + 1), profile, effects, Suspects.only(rules)));
            }
        }
        return Set.of();
    }

    private Set<Rule> of(History history) {
        Optional<History> wrong = strict.violation(history, profile, effects);
        return wrong.isEmpty() ? Set.of() : orAll(strict.blame(wrong.get(), profile, effects, Suspects.only(rules)));
    }

    /** Only together do they explain what was seen. */
    private Set<Rule> orAll(Set<Rule> blamed) {
        return blamed.isEmpty() ? rules : blamed;
    }

    /**
     * What there is to say of a case that ended with this attempt, if nothing but what was expected is wrong with it: rules were violated in what is
     * otherwise legal, or the case was disappointed of what rules demand that it is about.
     */
    Optional<Known> known(ConformanceCase one, Attempt last) {
        if (legal(last) && first != null) {
            return Optional.of(new Known(first, Sets.immutableEnumSet(violated)));
        }
        Set<Rule> disappointed = Sets.intersection(one.rules(), rules);
        return last.ending() == Ending.UNEXPECTED && !disappointed.isEmpty()
                ? Optional.of(new Known(last, Sets.immutableEnumSet(disappointed))) : Optional.empty();
    }

    private static boolean legal(Attempt attempt) {
        return attempt.ending() == Ending.PASSED || attempt.ending() == Ending.UNEXPECTED;
    }
}
