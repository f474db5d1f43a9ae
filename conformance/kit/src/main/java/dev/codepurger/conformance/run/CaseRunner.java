package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.concurrent.HistoryAttempt;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one case against one subject: skip, play, make shorter, blame. */
public final class CaseRunner {
    private final SubjectProvider provider;
    private final SubjectInfo info;
    private final RunOptions options;
    private final Judges judges;
    private final Inquiry inquiry;
    private final ShrinkBudget budget = new ShrinkBudget();
    private volatile @Nullable FreshAttempts running;

    /** For cases of one run. */
    public CaseRunner(SubjectProvider provider, RunOptions options, Judges judges) {
        this(provider, options, judges, Inquiry.intoEverything());
    }

    /** For cases of one run of which nothing is asked but whether these rules hold: nothing is made shorter, and no other rule is blamed. */
    public static CaseRunner suspecting(Set<Rule> rules, SubjectProvider provider, RunOptions options, Judges judges) {
        return new CaseRunner(provider, options, judges, Inquiry.into(rules));
    }

    private CaseRunner(SubjectProvider provider, RunOptions options, Judges judges, Inquiry inquiry) {
        this.provider = provider;
        info = provider.info();
        this.options = options;
        this.judges = judges;
        this.inquiry = inquiry;
    }

    /** Runs the case. */
    public CaseResult run(ConformanceCase one) {
        Optional<String> reason = reasonToSkip(one);
        if (reason.isPresent()) {
            return CaseResult.skipped(one, reason.get());
        }
        return play(one, one.profile(options.profile(), info.capabilities()));
    }

    /** Judges once more what several did at once; the subject is not asked. */
    public CaseResult judge(ConformanceCase one, History history, ReplayLine line) {
        long began = System.nanoTime();
        Profile profile = line.profile(options.profile());
        return result(one, HistoryAttempt.of(history, profile, one.effects(), false), profile, began);
    }

    /** Ends the case that runs, from another thread. */
    public void end() {
        FreshAttempts mine = running;
        if (mine != null) {
            mine.end();
        }
    }

    /** Why the case would not run, if it would not. */
    public Optional<String> reasonToSkip(ConformanceCase one) {
        if (!one.isFor(options.profile().name())) {
            return Optional.of("it is for the profile " + String.join(", ", one.profiles()) + ", not for " + options.profile().name());
        }
        Optional<String> refusal = options.channels().refusal(one);
        if (refusal.isPresent()) {
            return refusal;
        }
        ImmutableSet<Capability> missing = Sets.difference(one.needs(options.profile()), info.capabilities()).immutableCopy();
        if (!missing.isEmpty()) {
            return Optional.of("the subject lacks " + String.join(", ", missing.stream().map(Capability::id).toList()));
        }
        return Optional.empty();
    }

    private CaseResult play(ConformanceCase one, Profile profile) {
        long began = System.nanoTime();
        OpenOptions open = new OpenOptions(options.seed(), profile, options.timeout(), one.effects(), options.settings());
        FreshAttempts attempts = new FreshAttempts(provider, info.capabilities(), open, judges, budget, inquiry.shrinks());
        running = attempts;
        Attempt attempt = one.body().run(attempts);
        if (attempt.ending() != Ending.PASSED && attempt.history().isEmpty()) {
            attempt = attempts.shrinking(
                    failing -> new Shrinker(shorter -> attempts.attempt(Script.of(shorter)), budget::left).shrink(failing), attempt);
        }
        return result(one, attempt, profile, began);
    }

    private CaseResult result(ConformanceCase one, Attempt attempt, Profile profile, long began) {
        if (attempt.ending() == Ending.PASSED) {
            return CaseResult.passed(one, attempt, since(began));
        }
        ImmutableSet<Rule> blamed = switch (attempt.ending()) {
            case VIOLATED -> blame(attempt, profile, one.effects());
            // The case demanded more than the model, for its own rules.
            case UNEXPECTED -> ImmutableSet.copyOf(Sets.filter(one.rules(), rule -> rule.holdsFor(profile.name())));
            default -> ImmutableSet.of();
        };
        if (attempt.ending() == Ending.VIOLATED) {
            inquiry.blamed(blamed);
        }
        // What was expected stands in the case only; anything else shows with the steps alone.
        boolean bySteps = attempt.ending() != Ending.UNEXPECTED && attempt.ending() != Ending.INTERRUPTED && !attempt.steps().isEmpty();
        ReplayLine line = new ReplayLine(info.name(), profile.name(), profile.killLimit(), profile.requestsInFlight(), options.seed(),
                one.effects(),
                options.timeout(), options.settings(), one.id(), bySteps ? Optional.of(attempt.steps()) : Optional.empty(),
                attempt.history());
        Status status = attempt.ending().failed() ? Status.FAILED : Status.INCONCLUSIVE;
        return new CaseResult(one, status, attempt.message(), Optional.of(attempt), blamed, Optional.of(line), since(began));
    }

    private ImmutableSet<Rule> blame(Attempt attempt, Profile profile, boolean effects) {
        Suspects suspects = inquiry.suspects();
        return attempt.history().isPresent() ? judges.blame(attempt.history().get(), profile, effects, suspects)
                : judges.blame(attempt.trace(), profile, effects, suspects);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
