package dev.codepurger.conformance.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.spec.Rule;
import java.util.Optional;

/**
 * A case as data.
 *
 * @param of the case
 * @param rules those of its rules that hold for the profiles
 * @param profiles the names of the profiles that it is for, of which all allow the same
 * @param needs what the subject must be able to do
 * @param killLimit the kill limit that it runs with
 * @param requestLimit the limit of requests in flight that it runs with; 0 for that of the profile, if it has one
 * @param steps what is done, whatever is seen
 * @param allowed all that may be shown; nothing if that is too much to be listed
 */
public record TestVector(ConformanceCase of, ImmutableList<Rule> rules, ImmutableList<String> profiles,
        ImmutableSet<Capability> needs, int killLimit, int requestLimit, ImmutableList<Step> steps, Optional<Automaton> allowed) {

    /** The first word of the case's id, such as {@code kill}. */
    public String family() {
        int hyphen = of.id().indexOf('-');
        return hyphen < 0 ? of.id() : of.id().substring(0, hyphen);
    }

    /** The same, also for these profiles. */
    TestVector and(ImmutableList<String> more) {
        return new TestVector(of, rules, ImmutableList.<String>builder().addAll(profiles).addAll(more).build(), needs, killLimit,
                requestLimit, steps, allowed);
    }

    /** Is it the same but for the profiles? */
    boolean sameAs(TestVector other) {
        return of.equals(other.of) && rules.equals(other.rules) && needs.equals(other.needs) && killLimit == other.killLimit
                && requestLimit == other.requestLimit && steps.equals(other.steps)
                && allowed.equals(other.allowed);
    }
}
