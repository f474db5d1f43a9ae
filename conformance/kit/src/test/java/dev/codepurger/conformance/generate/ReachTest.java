package dev.codepurger.conformance.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Performance;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.generate.reach.Target;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions.Driving;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A generator that stops reaching something fails here, and is told what it does not reach any more. */
@Tag("slow")
class ReachTest {
    private static final ImmutableSet<Capability> ALL = ImmutableSet.copyOf(Capability.values());

    /** What the generated cases, or some of them, would try on a subject. */
    private record Asking(Profile profile, long seed, ImmutableSet<Capability> capabilities) implements Attempts {
        @Override
        public Attempt attempt(Script script) {
            throw new IllegalStateException("reach asks no subject");
        }

        @Override
        public Attempt attempt(Performance performance, Driving driving) {
            throw new IllegalStateException("reach asks no subject");
        }

        @Override
        public boolean effects() {
            return false;
        }

        @Override
        public Duration timeout() {
            return RunOptions.DEFAULT_TIMEOUT;
        }
    }

    private static String missing(ImmutableList<Generated> cases, Profile profile, long seed, ImmutableSet<Capability> capabilities) {
        Attempts attempts = new Asking(profile.withKillLimit(2), seed, capabilities);
        return new ReachCase(cases).count(attempts, 1).missing().stream().map(Target::toString)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"seed,1", "hardened,2", "otp-25,3"})
    @DisplayName("the generated sequences come to everything that matters")
    void everythingIsReached(String profile, long seed) {
        assertEquals("", missing(GeneratedCases.themes(), Profiles.find(profile).orElseThrow(), seed, ALL));
    }

    @Test
    @DisplayName("they come to everything that is left for a subject which can do no more than it must")
    void poorestSubject() {
        assertEquals("", missing(GeneratedCases.themes(), Profile.SEED, 1, ImmutableSet.of(Capability.KILL_LIMIT)));
    }

    @Test
    @DisplayName("they come to everything that is left for a subject that cannot be kept back")
    void subjectThatRuns() {
        ImmutableSet<Capability> left = Sets.difference(ALL, Sets.immutableEnumSet(Capability.HOLD, Capability.PAUSE,
                Capability.STALL_PREPARE, Capability.SUSPEND)).immutableCopy();
        assertEquals("", missing(GeneratedCases.themes(), Profile.SEED, 1, left));
    }

    @Test
    @DisplayName("sequences that do not come to everything leave the case inconclusive, with what is missing")
    void inconclusive() {
        Attempt attempt = new ReachCase(ImmutableList.of(new Generated(Theme.KILLS, 3)))
                .run(new Asking(Profile.SEED.withKillLimit(2), 1, ALL));
        assertEquals(Ending.UNREACHED, attempt.ending());
        assertEquals(0, attempt.reached().get("entered-started"));
    }
}
