package dev.codepurger.conformance.vector;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.spec.Rule;
import java.util.Optional;

/**
 * A case as data.
 *
 * @param of the case
 * @param rules those of its rules that hold for the profiles
 * @param profiles the names of the profiles that it is for, of which all allow the same
 * @param killLimit the kill limit that it runs with
 * @param steps what is done, whatever is seen
 * @param allowed all that may be shown; nothing if that is too much to be listed
 */
public record TestVector(ConformanceCase of, ImmutableList<Rule> rules, ImmutableList<String> profiles, int killLimit,
        ImmutableList<Step> steps, Optional<Automaton> allowed) {

    /** The first word of the case's id, such as {@code kill}. */
    public String family() {
        int hyphen = of.id().indexOf('-');
        return hyphen < 0 ? of.id() : of.id().substring(0, hyphen);
    }

    /** Is it the same but for the profiles? */
    boolean sameAs(TestVector other) {
        return of.equals(other.of) && rules.equals(other.rules) && killLimit == other.killLimit && steps.equals(other.steps)
                && allowed.equals(other.allowed);
    }
}
