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
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Runs one case against one subject: skip, play, make shorter, blame. */
public final class CaseRunner {
    private final SubjectProvider provider;
    private final SubjectInfo info;
    private final RunOptions options;
    private final Judges judges;
    /** What is known not to hold does not hide whatever else was violated. */
    private final Judges blaming;
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
        info = provider.info(options.profile());
        this.options = options;
        this.judges = judges;
        this.inquiry = inquiry;
        blaming = options.expected().all().isEmpty() ? judges : judges.relaxing(options.expected().rules());
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
        return play(one, one.profile(options.profile(), info.capabilities()), turn);
    }

    /** Judges once more what several did at once; the subject is not asked. */
    public CaseResult judge(ConformanceCase one, History history, ReplayLine line) {
        long began = System.nanoTime();
        Profile profile = line.profile(options.profile());
        return result(one, HistoryAttempt.of(history, profile, OracleOptions.DEFAULT.withEffects(one.effects()), false), profile, () -> {
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
        int possible = one.profile(options.profile(), info.capabilities()).killsAtOnce();
        if (possible < one.kills()) {
            return Optional.of("it expects " + one.kills() + " kills at once, and no more than " + possible + " are possible");
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
                new FreshAttempts.Shrinking(budget, inquiry.shrinks(), turn), options.expected().rules());
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
            Optional<Expectations.Known> known = attempts.expectations().known(one, attempt);
            if (known.isPresent()) {
                return expected(one, known.get(), profile, began);
            }
            return result(one, attempt, profile, turn, began);
        } finally {
            running.remove(attempts);
        }
    }

    private CaseResult expected(ConformanceCase one, Expectations.Known known, Profile profile, long began) {
        String reasons = options.expected().all().stream().filter(failure -> known.violated().contains(failure.rule()))
                .map(failure -> failure.rule() + " (" + failure.reason() + ")").collect(Collectors.joining(", "));
        return new CaseResult(one, Status.EXPECTED, "violates, as expected, " + reasons, Optional.of(known.attempt()), known.violated(),
                Optional.of(line(one, known.attempt(), profile)), since(began));
    }

    private CaseResult result(ConformanceCase one, Attempt attempt, Profile profile, Runnable turn, long began) {
        if (attempt.ending() == Ending.PASSED) {
            return CaseResult.passed(one, attempt, since(began));
        }
        turn.run();
        ImmutableSet<Rule> blamed = switch (attempt.ending()) {
            case VIOLATED -> blame(one, attempt, profile);
            // The case demanded more than the model, for its own rules.
            case UNEXPECTED -> ImmutableSet.copyOf(Sets.filter(one.rules(), rule -> rule.holdsFor(profile.name())));
            default -> ImmutableSet.of();
        };
        if (attempt.ending() == Ending.VIOLATED) {
            inquiry.blamed(blamed);
        }
        Status status = attempt.ending().failed() ? Status.FAILED : Status.INCONCLUSIVE;
        return new CaseResult(one, status, attempt.message(), Optional.of(attempt), blamed, Optional.of(line(one, attempt, profile)),
                since(began));
    }

    private ReplayLine line(ConformanceCase one, Attempt attempt, Profile profile) {
        // What was expected stands in the case only; anything else shows with the steps alone.
        boolean bySteps = attempt.ending() != Ending.UNEXPECTED && attempt.ending() != Ending.INTERRUPTED && !attempt.steps().isEmpty();
        return new ReplayLine(info.name(), profile.name(), profile.killLimit(), profile.requestsInFlight(), options.seed(), one.effects(),
                options.timeout(), options.settings(), one.id(), bySteps ? Optional.of(attempt.steps()) : Optional.empty(),
                attempt.history());
    }

    /** If it is too far to seek among all rules, those that the case is about deserve a closer look. */
    private ImmutableSet<Rule> blame(ConformanceCase one, Attempt attempt, Profile profile) {
        ImmutableSet<Rule> blamed = blame(attempt, profile, one.effects(), inquiry.suspects());
        boolean closer = blamed.isEmpty() && inquiry.shrinks() && !one.rules().isEmpty();
        return closer ? blame(attempt, profile, one.effects(), Suspects.only(one.rules())) : blamed;
    }

    private ImmutableSet<Rule> blame(Attempt attempt, Profile profile, boolean effects, Suspects suspects) {
        return attempt.history().isPresent() ? blaming.blame(attempt.history().get(), profile, effects, suspects)
                : blaming.blame(attempt.trace(), profile, effects, suspects);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
