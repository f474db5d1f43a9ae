package dev.codepurger.conformance.cases;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One case of the suite, or some steps to be played like one. It knows no test framework.
 *
 * @param id stable, never used again for another case, such as {@code kill-lifo-waiting}
 * @param title what must happen, as a sentence without a full stop
 * @param rules the rules whose violation it can show; none for steps, of which nobody knows what they are about
 * @param needs what the subject must be able to do
 * @param profiles the profiles it is for; empty for all
 * @param killLimit the kill limit it runs with, if the subject can choose; 0 for that of the profile
 * @param requestLimit the limit of requests in flight it runs with under a profile that has one; 0 for that of the profile
 * @param kills how many kills must be possible at once for what it expects; 0 if that does not matter
 * @param effects whether it is judged with the effect channel, which the subject must then have
 * @param body what it does
 */
public record ConformanceCase(String id, String title, ImmutableSet<Rule> rules, ImmutableSet<Capability> needs,
        ImmutableSet<String> profiles, int killLimit, int requestLimit, int kills, boolean effects, CaseBody body) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Checks the id, and that what needs effects is judged with them. */
    public ConformanceCase {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a case id is words in small letters with hyphens between: " + id);
        }
        if (needs.contains(Capability.EFFECTS) && !effects) {
            throw new IllegalArgumentException("a case that looks at effects, and is judged without them: " + id);
        }
        rules = Sets.immutableEnumSet(rules);
        needs = Sets.immutableEnumSet(needs);
    }

    /** Starts to describe a case. */
    public static Builder of(String id, String title) {
        return new Builder(id, title);
    }

    /** These steps, such as those that a longer sequence of the case with this id was cut down to. What the case expects is not asked of them. */
    public static ConformanceCase ofSteps(String id, List<Step> steps, int killLimit, int requestLimit, boolean effects) {
        ImmutableSet<Capability> needs = steps.stream().filter(Step.Do.class::isInstance)
                .flatMap(step -> Needs.of(((Step.Do) step).stimulus()).stream()).collect(ImmutableSet.toImmutableSet());
        return new ConformanceCase(id, "Steps that were given, in the place of the case", ImmutableSet.of(), needs, ImmutableSet.of(),
                killLimit, requestLimit, 0, effects, CaseBody.once(Script.of(steps)));
    }

    /** The same, judged with the effect channel. What it expects is what it expected without. */
    public ConformanceCase withEffects() {
        return new ConformanceCase(id, title, rules, needs, profiles, killLimit, requestLimit, kills, true, body);
    }

    /** The id, and whether effects are judged though the case does not look at them; no two runs of a case have the same name. */
    public String name() {
        return effects && !needs.contains(Capability.EFFECTS) ? id + " with effects" : id;
    }

    /** What it is about, in one word: the first of the id, such as {@code kill}. */
    public String kind() {
        return Splitter.on('-').split(id).iterator().next();
    }

    /** The profile that a subject with these capabilities is opened with, and judged by: one that cannot choose its limit has that of the profile. */
    public Profile profile(Profile asked, Set<Capability> capabilities) {
        boolean own = prefersKillLimit() && !capabilities.contains(Capability.KILL_LIMIT);
        boolean kills = killLimit != 0 && !own && (!bounded(asked) || capabilities.contains(Capability.KILL_LIMIT));
        Profile limited = limited(asked);
        return kills ? limited.withKillLimit(killLimit) : limited;
    }

    /** Does it run with a limit of requests of its own? */
    private boolean bounded(Profile asked) {
        return requestLimit != 0 && asked.limitsRequests();
    }

    private Profile limited(Profile asked) {
        return bounded(asked) ? asked.withRequestsInFlight(requestLimit) : asked;
    }

    /** What the subject must be able to do under this profile. */
    public ImmutableSet<Capability> needs(Profile profile) {
        Set<Capability> seen = effects ? Sets.union(needs, channel(profile)) : needs;
        return bounded(profile) ? Sets.union(seen, Set.of(Capability.REQUEST_LIMIT)).immutableCopy() : ImmutableSet.copyOf(seen);
    }

    /** What it takes to show the effects of this case. */
    private Set<Capability> channel(Profile profile) {
        EnumSet<Capability> channel = EnumSet.of(Capability.EFFECTS);
        if (needs.contains(Capability.PURGER_CODE)) {
            // Of all that the purger does, only a purge of its own code takes the node down with it.
            channel.add(Capability.LAST_EFFECTS);
        }
        if (limited(profile).limitsMostChecks()) {
            channel.add(Capability.LIMITED_EFFECTS);
        }
        return channel;
    }

    /**
     * Is its kill limit no more than what suits it best? Then a subject that cannot choose its limit runs the case with that of the profile.
     * Steps that were given once ran with the limit that they have.
     */
    public boolean prefersKillLimit() {
        return killLimit > 0 && !rules.isEmpty() && !needs.contains(Capability.KILL_LIMIT);
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
        private int requestLimit;
        private int kills;

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

        /** The kill limit it runs with, if the subject takes it; if it must, {@link Capability#KILL_LIMIT} is to be named as a need. */
        public Builder killLimit(int limit) {
            killLimit = limit;
            return this;
        }

        /**
         * The limit of requests in flight it runs with under a profile that has one; the subject must then take it. Kills are bounded by the same limit,
         * so a subject that does not take a {@link #killLimit} is not asked to.
         */
        public Builder requestLimit(int limit) {
            requestLimit = limit;
            return this;
        }

        /** How many kills it expects to be possible at once: it is for no lower limit. */
        public Builder kills(int count) {
            kills = count;
            return this;
        }

        /** A directed case. */
        public ConformanceCase plays(Script script) {
            return runs(CaseBody.once(script));
        }

        /** Any other case. */
        public ConformanceCase runs(CaseBody body) {
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("a case without a rule: " + id);
            }
            return new ConformanceCase(id, title, rules, needs, profiles, killLimit, requestLimit, kills,
                    needs.contains(Capability.EFFECTS), body);
        }
    }
}
