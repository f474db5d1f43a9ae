package dev.codepurger.conformance.otp.mutant;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.spec.Rule;

/**
 * A copy of a purger with one change.
 *
 * @param name of the mutant
 * @param rules those that it breaks under the profile {@code seed}; none if it is the purger as it was given
 * @param change what was changed, in a clause
 * @param made whether the purger has what is changed
 */
public record PurgerMutant(String name, ImmutableSet<Rule> rules, String change, boolean made) {
    /** The name of the purger as it was given. */
    public static final String AS_GIVEN = "as-given";
}
