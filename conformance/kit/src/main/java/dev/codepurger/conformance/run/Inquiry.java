package dev.codepurger.conformance.run;

import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far the failures of one run are looked into. The first few thoroughly; those after them most likely show the same fault again, so the
 * rules that were blamed before are suspected first. All of it depends on the failures alone, so that the same run gives the same report.
 */
final class Inquiry {
    private static final int THOROUGH = 3;

    private final boolean shrinks;
    private final Set<Rule> known = EnumSet.noneOf(Rule.class);
    private final Set<Rule> only;
    private int failures;

    private Inquiry(boolean shrinks, Set<Rule> only) {
        this.shrinks = shrinks;
        this.only = only;
    }

    /** Each failure is made shorter, and any rule can be blamed for it. */
    static Inquiry intoEverything() {
        return new Inquiry(true, Set.of());
    }

    /** Failures are left as they are; the question is only whether they are due to one of these rules. */
    static Inquiry into(Set<Rule> rules) {
        return new Inquiry(false, rules);
    }

    boolean shrinks() {
        return shrinks;
    }

    Suspects suspects() {
        if (!only.isEmpty()) {
            return Suspects.only(only);
        }
        return failures < THOROUGH || known.isEmpty() ? Suspects.anybody() : Suspects.first(known);
    }

    void blamed(Set<Rule> rules) {
        failures++;
        known.addAll(rules);
    }
}
