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
import java.util.concurrent.ConcurrentHashMap;

/** Runs one case against one subject: skip, play, make shorter, blame. */
public final class CaseRunner {
    private final SubjectProvider provider;
    private final SubjectInfo info;
    private final RunOptions options;
    private final Judges judges;
    private final Inquiry inquiry;
    private final ShrinkBudget budget = new ShrinkBudget();
    private final Set<FreshAttempts> running = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

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
        return run(one, () -> {
        });
    }

    /**
     * Runs the case; several may run at once.
     *
     * @param turn is waited for before a failure is looked into, which depends on the failures before it
     */
    CaseResult run(ConformanceCase one, Runnable turn) {
        Optional<String> reason = reasonToSkip(one);
        if (reason.isPresent()) {
            return CaseResult.skipped(one, reason.get());
        }
        return play(one, profile(one), turn);
    }

    /** A subject that cannot choose its limit has the one of the profile. */
    private Profile profile(ConformanceCase one) {
        boolean own = one.killLimit() == 0
                || (one.prefersKillLimit() && !info.capabilities().contains(Capability.KILL_LIMIT));
        return own ? options.profile() : options.profile().withKillLimit(one.killLimit());
    }

    /** Judges once more what several did at once; the subject is not asked. */
    public CaseResult judge(ConformanceCase one, History history, int killLimit) {
        long began = System.nanoTime();
        Profile profile = options.profile().withKillLimit(killLimit);
        return result(one, HistoryAttempt.of(history, profile, one.effects(), false), profile, () -> {
        }, began);
    }

    /** Ends the cases that run, from another thread. No other one begins. */
    public void end() {
        ended = true;
        running.forEach(FreshAttempts::end);
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
        ImmutableSet<Capability> missing = Sets.difference(needed(one), info.capabilities()).immutableCopy();
        if (!missing.isEmpty()) {
            return Optional.of("the subject lacks " + String.join(", ", missing.stream().map(Capability::id).toList()));
        }
        return Optional.empty();
    }

    private static ImmutableSet<Capability> needed(ConformanceCase one) {
        if (!one.effects()) {
            return one.needs();
        }
        // Only a purge of its own code lets the purger do something that takes the node down with it.
        Set<Capability> channel = one.needs().contains(Capability.PURGER_CODE) ? Set.of(Capability.EFFECTS, Capability.LAST_EFFECTS)
                : Set.of(Capability.EFFECTS);
        return Sets.union(one.needs(), channel).immutableCopy();
    }

    /** What generated cases may ask for: where effects can be lost, nothing that may take the node down. */
    private ImmutableSet<Capability> usable(ConformanceCase one) {
        return one.effects() && !info.capabilities().contains(Capability.LAST_EFFECTS)
                ? Sets.difference(info.capabilities(), Set.of(Capability.ON_LOAD, Capability.KILL_PURGER)).immutableCopy()
                : info.capabilities();
    }

    private CaseResult play(ConformanceCase one, Profile profile, Runnable turn) {
        long began = System.nanoTime();
        OpenOptions open = new OpenOptions(options.seed(), profile, options.timeout(), one.effects(), options.settings());
        FreshAttempts attempts = new FreshAttempts(provider, usable(one), open, judges,
                new FreshAttempts.Shrinking(budget, inquiry.shrinks(), turn));
        running.add(attempts);
        try {
            if (ended) {
                attempts.end();
            }
            Attempt attempt = one.body().run(attempts);
            if (attempt.ending() != Ending.PASSED && attempt.history().isEmpty()) {
                attempt = attempts.shrinking(
                        failing -> new Shrinker(shorter -> attempts.attempt(Script.of(shorter)), budget::left).shrink(failing), attempt);
            }
            return result(one, attempt, profile, turn, began);
        } finally {
            running.remove(attempts);
        }
    }

    private CaseResult result(ConformanceCase one, Attempt attempt, Profile profile, Runnable turn, long began) {
        if (attempt.ending() == Ending.PASSED) {
            return CaseResult.passed(one, attempt, since(began));
        }
        turn.run();
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
        ReplayLine line = new ReplayLine(info.name(), profile.name(), profile.killLimit(), options.seed(), one.effects(),
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
