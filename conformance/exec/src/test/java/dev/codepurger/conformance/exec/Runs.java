package dev.codepurger.conformance.exec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Stimulus;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/** Runs cases on programs. */
final class Runs {
    /** Enough for a program that answers, on a machine that is busy. */
    static final Duration LONG = Duration.ofSeconds(30);

    private Runs() {
    }

    /** The command for a program that misbehaves. */
    static String misbehaving(String habit, Path... starts) {
        try {
            String java = ProcessHandle.current().info().command().orElseThrow();
            String classes = Path.of(Misbehaving.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
            return "'" + java + "' -Xshare:auto -XX:TieredStopAtLevel=1 -cp '" + classes + "' " + Misbehaving.class.getName() + " " + habit
                    + (starts.length == 0 ? "" : " '" + starts[0] + "'");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static SubjectProvider find(String command) throws SubjectException {
        return new ExecFamily().find("exec:" + command).orElseThrow();
    }

    /** As many cases as wanted, each of a load and a look at what is at rest. */
    static CaseCatalogue loads(int cases) {
        ImmutableList.Builder<ConformanceCase> all = ImmutableList.builder();
        for (int i = 1; i <= cases; i++) {
            all.add(ConformanceCase.ofSteps("load-" + i, ImmutableList.of(new Step.Do(new Stimulus.Load("m", false)), new Step.Settle()),
                    10, 0, false));
        }
        return new CaseCatalogue(all.build());
    }

    static RunResult run(String command, CaseCatalogue cases, Duration timeout, ImmutableMap<String, String> settings)
            throws SubjectException {
        return run(command, cases, timeout, settings, 1);
    }

    static RunResult run(String command, CaseCatalogue cases, Duration timeout, ImmutableMap<String, String> settings, int jobs)
            throws SubjectException {
        return run(command, cases, provider -> new RunOptions(1, timeout, provider.info().profile(), settings, Channels.BOTH), jobs);
    }

    static RunResult run(String command, CaseCatalogue cases, Profile profile, Channels channels, ImmutableMap<String, String> settings)
            throws SubjectException {
        return run(command, cases, provider -> new RunOptions(1, LONG, profile, settings, channels), 1);
    }

    private static RunResult run(String command, CaseCatalogue cases, Function<SubjectProvider, RunOptions> options, int jobs)
            throws SubjectException {
        SubjectProvider provider = find(command);
        try {
            return new SuiteRunner(cases, provider, options.apply(provider), new OracleJudges()).run(RunListener.SILENT, jobs);
        } finally {
            provider.close();
        }
    }
}
