package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whose violation a trace may be laid to.
 *
 * @param first rules to look into as far as need be
 * @param then rules to look into briefly, after those; such a rule may be missed where its violation is hard to explain
 */
public record Suspects(ImmutableSet<Rule> first, ImmutableSet<Rule> then) {
    private static final Suspects ANYBODY = only(EnumSet.allOf(Rule.class));

    /** Takes the rules in their own order. */
    public Suspects {
        first = Sets.immutableEnumSet(first);
        then = Sets.immutableEnumSet(then);
    }

    /** All rules alike. */
    public static Suspects anybody() {
        return ANYBODY;
    }

    /** These rules and no others. */
    public static Suspects only(Set<Rule> rules) {
        return new Suspects(ImmutableSet.copyOf(rules), ImmutableSet.of());
    }

    /** These rules first, and all others after them. */
    public static Suspects first(Set<Rule> rules) {
        return new Suspects(ImmutableSet.copyOf(rules), Sets.difference(EnumSet.allOf(Rule.class), rules).immutableCopy());
    }
}
