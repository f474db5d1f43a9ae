package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.spec.Rule;
import java.util.List;

/**
 * What is known not to hold. Such a rule is not held against the subject: everything else is judged as ever, also in the very sequences that
 * violate it. If nothing violates it any more, the run fails, so that a list does not outlive its reasons.
 *
 * @param all the rules, each once
 * @param passesFail whether a rule that is violated no more fails the run; not if only a part of the suite is run
 */
public record ExpectedFailures(ImmutableList<ExpectedFailure> all, boolean passesFail) {
    /** All rules hold. */
    public static final ExpectedFailures NONE = new ExpectedFailures(ImmutableList.of(), true);

    /** These of a list, or none, that are about a run of this subject by this profile. */
    public static ExpectedFailures of(List<ExpectedFailure> list, String subject, String profile) {
        return new ExpectedFailures(
                list.stream().filter(one -> one.isAbout(subject, profile)).collect(ImmutableList.toImmutableList()), true);
    }

    /** The same for a run of a part of the suite. */
    public ExpectedFailures inPart() {
        return new ExpectedFailures(all, false);
    }

    /** The rules alone. */
    public ImmutableSet<Rule> rules() {
        return all.stream().map(ExpectedFailure::rule).collect(ImmutableSet.toImmutableSet());
    }
}
