package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.RuleFindings;
import dev.codepurger.conformance.run.RuleHunt;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Lets the suite look at a fault, to see whether it is rejected, and why. */
public final class FaultTrial {
    /** How often the cases are repeated for a fault that only chance reveals. */
    private static final int ROUNDS = 10;

    private final CaseCatalogue cases;
    private final Judges judges;
    private final Duration timeout;
    private final String scheduler;

    /**
     * What came of it.
     *
     * @param fault which fault
     * @param seed of the run
     * @param blamed the rules that were blamed, each with the cases that showed it
     * @param ran how many cases ran
     * @param failed how many of them failed
     * @param inconclusive of how many nothing can be said
     * @param time how long it took
     */
    public record Result(Fault fault, long seed, ImmutableMap<Rule, ImmutableList<String>> blamed, int ran, int failed, int inconclusive,
            Duration time) {

        /** Was it rejected at all? */
        public boolean rejected() {
            return failed > 0;
        }

        /** Was each of its rules blamed? */
        public boolean rejectedAsExpected() {
            return missing().isEmpty();
        }

        /** Those of its rules that were not blamed. */
        public ImmutableSet<Rule> missing() {
            return Sets.difference(fault.rules(), blamed.keySet()).immutableCopy();
        }
    }

    /**
     * By these cases.
     *
     * @param cases which cases
     * @param judges who judges them
     * @param timeout how long a subject may take for one thing
     * @param scheduler how the processes of a fault are run; one that needs threads gets them anyway
     */
    public FaultTrial(CaseCatalogue cases, Judges judges, Duration timeout, String scheduler) {
        this.cases = cases;
        this.judges = judges;
        this.timeout = timeout;
        this.scheduler = scheduler;
    }

    private RunOptions options(Fault fault, long seed) {
        return options(fault, seed, timeout, scheduler);
    }

    /**
     * How a fault is to be run.
     *
     * @param fault which fault; one that needs threads gets them, whatever is said here
     * @param seed of the run
     * @param timeout how long a subject may take for one thing
     * @param scheduler how its processes are run
     */
    public static RunOptions options(Fault fault, long seed, Duration timeout, String scheduler) {
        String how = fault.needsThreads() ? SchedulerChoice.THREADS.id() : scheduler;
        return new RunOptions(seed, timeout, fault.profile(), ImmutableMap.of(SchedulerChoice.SETTING, how));
    }

    /** Runs every case. */
    public Result all(Fault fault, long seed) {
        long began = System.nanoTime();
        RuleFindings findings = new RuleFindings();
        new SuiteRunner(cases, FaultFamily.provider(fault), options(fault, seed), judges).run(new RunListener() {
            @Override
            public void ended(CaseResult result) {
                findings.add(result);
            }
        });
        return result(fault, seed, findings, began);
    }

    /** Runs cases until each of the fault's rules has been blamed. */
    public Result untilRejected(Fault fault, long seed) {
        return untilRejected(fault, seed, UnaryOperator.identity());
    }

    /**
     * Runs cases until each of the fault's rules has been blamed.
     *
     * @param through what the cases are to see in place of the subject, such as one that writes down what they do
     */
    public Result untilRejected(Fault fault, long seed, UnaryOperator<SubjectProvider> through) {
        long began = System.nanoTime();
        RuleFindings findings = new RuleHunt(cases, judges).run(fault.rules(), through.apply(FaultFamily.provider(fault)),
                options(fault, seed), fault.needsThreads() ? ROUNDS : 1);
        return result(fault, seed, findings, began);
    }

    private static Result result(Fault fault, long seed, RuleFindings findings, long began) {
        return new Result(fault, seed, findings.blamed(), findings.ran(), findings.failed(), findings.inconclusive(),
                Duration.ofNanos(System.nanoTime() - began));
    }
}
