package dev.codepurger.cli.bench;

import com.google.common.base.Stopwatch;
import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.bench.Measurements.Column;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How many scenarios a second a subject gets through, judged as a run judges them, beside {@code reference} in the same run: one after the other,
 * on one node. A scenario is one sequence on a fresh state of the node, from its reset to its last rest.
 */
public final class SubjectBench implements Bench {
    private static final String SUBJECT = "otp";
    private static final String PEER = "reference";
    private static final String GENERATED = "generated-";
    /** One theme stands for all: in this one everything is done. */
    private static final String THEME = GENERATED + "everything";
    /** Discarded: they pay for classes, compilation, and the start of the node. */
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 2;

    private final Function<String, SubjectProvider> subjects;
    private final Supplier<CaseCatalogue> cases;

    /** What is measured together. */
    private record Group(String name, Channels channels, ImmutableList<ConformanceCase> cases) {
    }

    /** What was measured. */
    private record Rate(long scenarios, double seconds) {

        double scenariosPerSecond() {
            return scenarios / seconds;
        }
    }

    /** Finds its subjects by name. */
    public SubjectBench(Function<String, SubjectProvider> subjects, Supplier<CaseCatalogue> cases) {
        this.subjects = subjects;
        this.cases = cases;
    }

    @Override
    public String description() {
        return "scenarios a second on one real node, each judged, beside the reference implementation";
    }

    @Override
    public Measurements measure() {
        Measurements table = new Measurements(new Column("group", "cases"), new Column("channel", "judged"),
                new Column("scenarios", "scenarios"), new Column("perSecond", SUBJECT + ", a second"),
                new Column("referencePerSecond", PEER + ", a second"), new Column("ratio", SUBJECT + " to " + PEER));
        SubjectProvider subject = subjects.apply(SUBJECT);
        SubjectProvider peer = subjects.apply(PEER);
        List<ConformanceCase> directed = cases.get().cases().stream().filter(one -> !one.id().startsWith(GENERATED)).toList();
        List<ConformanceCase> generated = cases.get().cases().stream().filter(one -> one.id().equals(THEME)).toList();
        for (Channels channels : List.of(Channels.BLACK_BOX, Channels.EFFECTS)) {
            for (Group group : List.of(new Group("one-request", channels, both(OneRequest.cases(), channels, subject, peer)),
                    new Group("directed", channels, both(directed, channels, subject, peer)),
                    new Group(THEME, channels, both(generated, channels, subject, peer)))) {
                Rate node = rate(group, subject);
                Rate reference = rate(group, peer);
                table.row(group.name(), channels.id(), (int) node.scenarios(), node.scenariosPerSecond(), reference.scenariosPerSecond(),
                        node.scenariosPerSecond() / reference.scenariosPerSecond());
            }
        }
        return table;
    }

    /** Those that both pass, and that leave the node standing: to start another one is not what is measured. */
    private static ImmutableList<ConformanceCase> both(List<ConformanceCase> all, Channels channels, SubjectProvider subject,
            SubjectProvider peer) {
        return standing(standing(all, channels, subject), channels, peer);
    }

    private static ImmutableList<ConformanceCase> standing(List<ConformanceCase> all, Channels channels, SubjectProvider provider) {
        ImmutableList.Builder<ConformanceCase> standing = ImmutableList.builder();
        for (CaseResult one : run(all, channels, provider, RunOptions.DEFAULT_SEED).results()) {
            boolean down = one.attempt().stream().flatMap(attempt -> attempt.trace().stream()).anyMatch(Label.PurgerDown.class::isInstance);
            if (one.status() == CaseResult.Status.PASSED && !down) {
                standing.add(one.of());
            }
        }
        return standing.build();
    }

    private static Rate rate(Group group, SubjectProvider provider) {
        Counting counting = new Counting(provider);
        for (long seed = 1; seed <= WARM_UP; seed++) {
            run(group.cases(), group.channels(), counting, seed);
        }
        counting.scenarios = 0;
        Stopwatch watch = Stopwatch.createStarted();
        for (long seed = WARM_UP + 1; seed <= WARM_UP + ROUNDS; seed++) {
            run(group.cases(), group.channels(), counting, seed);
        }
        return new Rate(counting.scenarios, watch.elapsed(TimeUnit.NANOSECONDS) / 1e9);
    }

    private static RunResult run(List<ConformanceCase> all, Channels channels, SubjectProvider provider, long seed) {
        RunOptions options = RunOptions.of(Profile.SEED).withSeed(seed).withChannels(channels);
        return new SuiteRunner(new CaseCatalogue(ImmutableList.copyOf(all)), provider, options, new OracleJudges())
                .run(RunListener.SILENT, 1);
    }

    /** Counts what is opened. */
    private static final class Counting implements SubjectProvider {
        private final SubjectProvider counted;
        private long scenarios;

        Counting(SubjectProvider counted) {
            this.counted = counted;
        }

        @Override
        public SubjectInfo info() {
            return counted.info();
        }

        @Override
        public SubjectInfo info(Profile profile) {
            return counted.info(profile);
        }

        @Override
        public Duration starting() {
            return counted.starting();
        }

        @Override
        public Subject open(OpenOptions options) throws SubjectException {
            scenarios++;
            return counted.open(options);
        }
    }
}
