package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.Optional;

/**
 * One way for a purger to be wrong, and why it must be rejected.
 *
 * @param name what stands behind {@code fault:}
 * @param description what it does, as a clause without a full stop
 * @param profile what it claims to be
 * @param rules the rules that it breaks: the suite must blame each of them
 * @param ways how it can be seen; one of them is enough
 */
public record Fault(String name, String description, Profile profile, ImmutableSet<Rule> rules, ImmutableSet<Way> ways) {

    /** Copies the sets in their own order, so that every list of them is the same. */
    public Fault {
        rules = Sets.immutableEnumSet(rules);
        ways = Sets.immutableEnumSet(ways);
    }

    /** The name of the subject. */
    public String subject() {
        return FaultFamily.PREFIX + name;
    }

    /** The subject itself. */
    public SubjectProvider provider() {
        return FaultFamily.provider(this);
    }

    /** Is it only seen when things really happen at once? */
    public boolean needsThreads() {
        return ways.equals(ImmutableSet.of(Way.CONCURRENT));
    }

    /** The names of the profiles under which it is a fault at all. */
    public ImmutableSet<String> profiles() {
        return Profiles.names().stream()
                .filter(one -> rules.stream().anyMatch(rule -> rule.holdsFor(one)))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Every fault there is. */
    public static ImmutableList<Fault> all() {
        return Faults.ALL.keySet().asList();
    }

    /** The fault of this name, if there is one. */
    public static Optional<Fault> find(String name) {
        return all().stream().filter(one -> one.name.equals(name)).findFirst();
    }
}
