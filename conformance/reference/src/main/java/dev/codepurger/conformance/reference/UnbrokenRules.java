package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.spec.Rule;

/** The rules that no fault breaks, and why. Tests and the command {@code faults} hold this list to the faults, in both directions. */
public final class UnbrokenRules {
    private static final ImmutableMap<Rule, String> REASONS = ImmutableMap.of(
            Rule.DISPATCH_9, "it is about the client functions of a node, and a subject is driven by messages to the purger");

    private UnbrokenRules() {
    }

    /** Each rule with its reason. */
    public static ImmutableMap<Rule, String> reasons() {
        return REASONS;
    }
}
