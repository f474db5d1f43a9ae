package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.spec.Rule;
import java.util.regex.Pattern;

/**
 * One case of the suite. It knows no test framework.
 *
 * @param id stable, never used again for another case, such as {@code kill-lifo-waiting}
 * @param title what must happen, as a sentence without a full stop
 * @param rules the rules whose violation it can show
 * @param needs what the subject must be able to do
 * @param profiles the profiles it is for; empty for all
 * @param killLimit the kill limit it runs with; 0 for that of the profile
 * @param body what it does
 */
public record ConformanceCase(String id, String title, ImmutableSet<Rule> rules, ImmutableSet<Capability> needs,
        ImmutableSet<String> profiles, int killLimit, CaseBody body) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Checks the id, and that there is a rule. */
    public ConformanceCase {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a case id is words in small letters with hyphens between: " + id);
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a case without a rule: " + id);
        }
        rules = Sets.immutableEnumSet(rules);
        needs = Sets.immutableEnumSet(needs);
    }

    /** Starts to describe a case. */
    public static Builder of(String id, String title) {
        return new Builder(id, title);
    }

    /** Is the case run with the effect channel? */
    public boolean effects() {
        return needs.contains(Capability.EFFECTS);
    }

    /** Is the case for this profile? */
    public boolean isFor(String profile) {
        return profiles.isEmpty() || profiles.contains(profile);
    }

    /** Describes a case; ends with {@link #plays} or {@link #runs}. */
    public static final class Builder {
        private final String id;
        private final String title;
        private ImmutableSet<Rule> rules = ImmutableSet.of();
        private ImmutableSet<Capability> needs = ImmutableSet.of();
        private ImmutableSet<String> profiles = ImmutableSet.of();
        private int killLimit;

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** The rules whose violation it can show. */
        public Builder rules(Rule... all) {
            rules = ImmutableSet.copyOf(all);
            return this;
        }

        /** What the subject must be able to do. */
        public Builder needs(Capability... all) {
            needs = ImmutableSet.copyOf(all);
            return this;
        }

        /** The only profiles it is for. */
        public Builder profiles(String... all) {
            profiles = ImmutableSet.copyOf(all);
            return this;
        }

        /** The kill limit it runs with; the subject must then take it ({@link Capability#KILL_LIMIT}, to be named as a need). */
        public Builder killLimit(int limit) {
            killLimit = limit;
            return this;
        }

        /** A directed case. */
        public ConformanceCase plays(Script script) {
            return runs(CaseBody.once(script));
        }

        /** Any other case. */
        public ConformanceCase runs(CaseBody body) {
            return new ConformanceCase(id, title, rules, needs, profiles, killLimit, body);
        }
    }
}
