package dev.codepurger.conformance.run;

import dev.codepurger.conformance.cases.Glob;
import dev.codepurger.spec.Rule;

/**
 * A rule that a subject is known not to obey.
 *
 * @param rule the rule
 * @param subject the name of the subject; {@code *} stands for any text and {@code ?} for one character
 * @param profile the name of the profile by which it is judged
 * @param reason why it does not, in one sentence
 * @param link where that is written down or worked at
 */
public record ExpectedFailure(Rule rule, String subject, String profile, String reason, String link) {

    /** Checks that it says why, and is about a rule of the profile. */
    public ExpectedFailure {
        if (reason.isBlank() || link.isBlank()) {
            throw new IllegalArgumentException("an expected failure of " + rule + " has no reason or no link");
        }
        if (!rule.holdsFor(profile)) {
            throw new IllegalArgumentException(rule + " is not a rule of the profile " + profile);
        }
    }

    /** Is it about a run of this subject by this profile? */
    boolean isAbout(String name, String judgedBy) {
        return profile.equals(judgedBy) && new Glob(subject).fits(name);
    }
}
