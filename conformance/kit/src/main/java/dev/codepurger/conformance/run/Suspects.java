package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whose violation a trace may be laid to.
 *
 * @param first rules to look into
 * @param then rules to look into briefly, after those
 * @param states how many states of the model may be looked at, about; a rule may be missed where its violation is hard to explain
 */
public record Suspects(ImmutableSet<Rule> first, ImmutableSet<Rule> then, int states) {
    private static final int SOME = 10_000;
    private static final int MANY = 100_000;
    private static final Suspects ANYBODY = new Suspects(ImmutableSet.copyOf(Rule.values()), ImmutableSet.of(), SOME);

    /** Takes the rules in their own order. */
    public Suspects {
        first = Sets.immutableEnumSet(first);
        then = Sets.immutableEnumSet(then);
    }

    /** All rules alike. */
    public static Suspects anybody() {
        return ANYBODY;
    }

    /** These rules and no others, as far as need be. */
    public static Suspects only(Set<Rule> rules) {
        return new Suspects(ImmutableSet.copyOf(rules), ImmutableSet.of(), MANY);
    }

    /** These rules first, and all others after them. */
    public static Suspects first(Set<Rule> rules) {
        return new Suspects(ImmutableSet.copyOf(rules), Sets.difference(EnumSet.allOf(Rule.class), rules).immutableCopy(), SOME);
    }
}
