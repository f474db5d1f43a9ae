package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.check.CheckReport;
import dev.codepurger.cli.check.TraceCheck;
import dev.codepurger.cli.report.TextReport;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.ReplayLine;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.TraceLine;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codepurger replay}. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Does again what a failure printed.")
final class ReplayCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "LINE", description = "The line, in apostrophes.")
    private List<String> words = List.of();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "10", description = "After a history of several actors was judged again, run their programs again up to N times (default ${DEFAULT-VALUE}).")
    private int runs;

    ReplayCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ReplayLine line;
        String text = String.join(" ", words).strip();
        try {
            if (TraceLine.isOne(text)) {
                return judge(TraceLine.parse(text));
            }
            line = ReplayLine.parse(text);
        } catch (IllegalArgumentException e) {
            throw CliException.usage("this is no replay line: " + e.getMessage(), e);
        }
        SubjectProvider provider = context.subject(line.subject());
        Profile profile = context.profile(line.profile());
        ConformanceCase one = toPlay(line);
        RunOptions options = new RunOptions(line.seed(), line.timeout(), profile, line.settings());
        CaseCatalogue alone = new CaseCatalogue(ImmutableList.of(one));
        TextReport report = new TextReport(context.console(), context.rules(), alone);
        report.begin(provider.info(), options, 1);
        CaseRunner runner = new CaseRunner(provider, options, context.judges());
        CaseResult result = line.history().isPresent() ? runner.judge(one, line.history().get(), line) : runner.run(one);
        RunResult run = new RunResult(provider.info(), options, 1, ImmutableList.of(result), false);
        report.replayed(run);
        if (line.history().isPresent()) {
            again(one, runner);
        }
        return run.verdict().code();
    }

    /** A trace has nobody to do it again. */
    private int judge(TraceLine line) {
        TraceCheck check = new TraceCheck("the trace", context.judges().missing(line.gaps()), said -> said);
        CheckReport report = new CheckReport(context.console(), context.rules(), false, false);
        report.print(check.check(line.trace(), line.profile(), line.effects()));
        report.summary();
        return report.verdict().code();
    }

    /** What several did at once need not come about a second time, so the verdict is that on the history; this is to know more. */
    private void again(ConformanceCase one, CaseRunner runner) {
        for (int run = 1; run <= runs; run++) {
            CaseResult result = runner.run(one);
            if (result.status() != CaseResult.Status.PASSED) {
                context.console().out("");
                context.console().out("the same programs once more: run " + run + " of " + runs + " ended " + result.status());
                context.console().out(Printable.line("  " + result.reason()));
                return;
            }
        }
        context.console().out("");
        context.console().out("the same programs once more: nothing illegal in " + runs + (runs == 1 ? " run" : " runs"));
    }

    private ConformanceCase toPlay(ReplayLine line) {
        ConformanceCase named = context.cases().find(line.caseId())
                .orElseThrow(() -> CliException
                        .usage("there is no case " + Context.quoted(line.caseId()) + "; codepurger run --list lists them"));
        return line.toPlay(named);
    }
}
