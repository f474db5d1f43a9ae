package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.report.TextReport;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.ReplayLine;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code codepurger replay}. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Does again what a failure printed.")
final class ReplayCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "LINE", description = "The line, in apostrophes.")
    private List<String> words = List.of();

    ReplayCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ReplayLine line;
        try {
            line = ReplayLine.parse(String.join(" ", words));
        } catch (IllegalArgumentException e) {
            throw CliException.usage("this is no replay line: " + e.getMessage(), e);
        }
        SubjectProvider provider = context.subject(line.subject());
        Profile profile = context.profile(line.profile());
        ConformanceCase one = toPlay(line);
        RunOptions options = new RunOptions(line.seed(), line.timeout(), profile, line.settings());
        CaseCatalogue alone = new CaseCatalogue(ImmutableList.of(one));
        TextReport text = new TextReport(context.console(), context.rules(), alone);
        text.begin(provider.info(), options, 1);
        CaseResult result = new CaseRunner(provider, options, context.judges()).run(one);
        RunResult run = new RunResult(provider.info(), options, 1, ImmutableList.of(result), false);
        text.replayed(run);
        return run.verdict().code();
    }

    private ConformanceCase toPlay(ReplayLine line) {
        ConformanceCase named = context.cases().find(line.caseId())
                .orElseThrow(() -> CliException
                        .usage("there is no case " + Context.quoted(line.caseId()) + "; codepurger run --list lists them"));
        return line.steps().map(steps -> ConformanceCase.ofSteps(line.caseId(), steps, line.killLimit(), line.effects()))
                .orElse(line.effects() ? named.withEffects() : named);
    }
}
