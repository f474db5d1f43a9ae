package dev.codepurger.conformance.cases.directed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Performance;
import dev.codepurger.conformance.cases.Recorder;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.conformance.cases.SessionStop;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.Suspects;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions.Driving;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.model.ModelSubject;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Settings;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Plays a case on the model, with all rules or without some, and judges by all rules. */
final class Proof {
    static final List<Profile> PROFILES = ImmutableList.of(Profile.SEED, Profile.HARDENED, Profile.OTP_25,
            Profile.OTP_25_HARDENED);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final OracleJudges JUDGES = new OracleJudges();

    private Proof() {
    }

    /** The profiles that both the case and all of these rules are for. */
    static List<Profile> profiles(ConformanceCase one, Rule... rules) {
        return PROFILES.stream()
                .filter(profile -> one.isFor(profile.name()) && Arrays.stream(rules).allMatch(rule -> rule.holdsFor(profile.name())))
                .toList();
    }

    /** Plays the case once, on a model that need not obey these rules. */
    static Attempt play(ConformanceCase one, Profile asked, long seed, Rule... relaxed) {
        Profile profile = profile(one, asked);
        return one.body().run(new Attempts() {
            @Override
            public Attempt attempt(Script script) {
                Subject subject = new ModelSubject(new Settings(profile, one.effects(), ImmutableSet.copyOf(relaxed)), seed);
                Recorder recorder = new Recorder(subject, JUDGES.start(profile, one.effects()), TIMEOUT);
                try {
                    script.play(new Session(recorder, profile));
                    return recorder.attempt(Ending.PASSED, "", ImmutableList.of(), ImmutableList.of());
                } catch (SessionStop stop) {
                    return recorder.attempt(stop.ending(), String.valueOf(stop.getMessage()), stop.legal(), stop.states());
                }
            }

            @Override
            public Attempt attempt(Performance performance, Driving driving) {
                try {
                    return performance.perform(new ModelSubject(new Settings(profile, one.effects(), ImmutableSet.copyOf(relaxed)), seed));
                } catch (SubjectException e) {
                    return performance.soFar(Ending.BROKEN, String.valueOf(e.getMessage()));
                }
            }

            @Override
            public Profile profile() {
                return profile;
            }

            @Override
            public boolean effects() {
                return one.effects();
            }

            @Override
            public Duration timeout() {
                return TIMEOUT;
            }

            @Override
            public ImmutableSet<Capability> capabilities() {
                return ImmutableSet.copyOf(Capability.values());
            }

            @Override
            public long seed() {
                return seed;
            }
        });
    }

    /** Whom the attempt at the case is blamed on. */
    static ImmutableSet<Rule> blame(ConformanceCase one, Profile asked, Attempt attempt, Suspects suspects) {
        return JUDGES.blame(attempt.trace(), profile(one, asked), one.effects(), suspects);
    }

    private static Profile profile(ConformanceCase one, Profile asked) {
        return one.profile(asked, ImmutableSet.copyOf(Capability.values()));
    }
}
