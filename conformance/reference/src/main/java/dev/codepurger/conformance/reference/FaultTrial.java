package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        String how = fault.needsThreads() ? SchedulerChoice.THREADS.id() : scheduler;
        return new RunOptions(seed, timeout, fault.profile(), ImmutableMap.of(SchedulerChoice.SETTING, how));
    }

    /** Runs every case. */
    public Result all(Fault fault, long seed) {
        Findings findings = new Findings(fault, seed);
        new SuiteRunner(cases, FaultFamily.provider(fault), options(fault, seed), judges).run(new RunListener() {
            @Override
            public void ended(CaseResult result) {
                findings.add(result);
            }
        });
        return findings.result();
    }

    /**
     * Runs cases until each of the fault's rules has been blamed, those that are about these rules first. Nobody else is blamed meanwhile, and no
     * failure is made shorter.
     */
    public Result untilRejected(Fault fault, long seed) {
        Findings findings = new Findings(fault, seed);
        int rounds = fault.needsThreads() ? ROUNDS : 1;
        for (int round = 0; round < rounds && !findings.missing().isEmpty(); round++) {
            CaseRunner runner = CaseRunner.suspecting(fault.rules(), FaultFamily.provider(fault), options(fault, seed), judges);
            List<ConformanceCase> left = new ArrayList<>(cases.cases());
            for (Set<Rule> missing = findings.missing(); !missing.isEmpty() && !left.isEmpty(); missing = findings.missing()) {
                ConformanceCase next = next(left, missing);
                left.remove(next);
                findings.add(runner.run(next));
            }
        }
        return findings.result();
    }

    private static ConformanceCase next(List<ConformanceCase> left, Set<Rule> missing) {
        Optional<ConformanceCase> about = left.stream().filter(one -> !Sets.intersection(one.rules(), missing).isEmpty()).findFirst();
        return about.orElseGet(() -> left.get(0));
    }

    /** What has been found so far. */
    private static final class Findings {
        private final Fault fault;
        private final long seed;
        private final long began = System.nanoTime();
        private final Map<Rule, List<String>> blamed = new EnumMap<>(Rule.class);
        private int ran;
        private int failed;
        private int inconclusive;

        Findings(Fault fault, long seed) {
            this.fault = fault;
            this.seed = seed;
        }

        void add(CaseResult result) {
            ran += result.status() == Status.SKIPPED ? 0 : 1;
            failed += result.status() == Status.FAILED ? 1 : 0;
            inconclusive += result.status() == Status.INCONCLUSIVE ? 1 : 0;
            result.blamed().forEach(rule -> blamed.computeIfAbsent(rule, first -> new ArrayList<>()).add(result.of().id()));
        }

        Set<Rule> missing() {
            return Sets.difference(fault.rules(), blamed.keySet());
        }

        Result result() {
            ImmutableMap.Builder<Rule, ImmutableList<String>> all = ImmutableMap.builder();
            blamed.forEach((rule, ids) -> all.put(rule, ImmutableList.copyOf(ids)));
            return new Result(fault, seed, all.buildOrThrow(), ran, failed, inconclusive, Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
