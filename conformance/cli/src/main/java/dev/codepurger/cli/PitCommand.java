package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.mutation.MutationFolder;
import dev.codepurger.cli.mutation.PitXml;
import dev.codepurger.cli.mutation.ReportedMutant;
import dev.codepurger.cli.mutation.SuiteTests;
import dev.codepurger.cli.mutation.Triage;
import dev.codepurger.conformance.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codepurger pit}. */
@Command(name = "pit", mixinStandardHelpOptions = true, description = {
        "Reads what PIT has found out about Java code, and holds it against what is said about mutants that survive."})
final class PitCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "PIT's mutations.xml; several for several modules.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--source", paramLabel = "DIR", description = "A folder with sources, so that the report can show them; repeatable.")
    private List<Path> sources = new ArrayList<>();

    @Option(names = "--triage", paramLabel = "FILE", description = "What is said about mutants that survive.")
    private @Nullable Path triage;

    @Option(names = "--complete", description = "All mutants of the packages were made, not a sample: then an entry for one that is not there is stale.")
    private boolean complete;

    @Option(names = "--cases", paramLabel = "PATTERN", split = ",", description = {
            "The cases that ran as tests (ConformanceTests), as codepurger.cases said: ",
            "then a test is named as its case, and the report knows its rules; repeatable, or with commas between."})
    private List<String> cases = new ArrayList<>();

    @Mixin
    private MutationOptions reporting = new MutationOptions();

    PitCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        Optional<MutationFolder> folder = reporting.folder(context);
        Triage known = MutationOptions.triage(Optional.ofNullable(triage));
        PitXml pit = new PitXml(sources, SuiteTests.of(cases));
        try {
            for (Path file : files) {
                pit.read(file);
            }
        } catch (IOException e) {
            throw CliException.usage(String.valueOf(e.getMessage()), e);
        }
        List<String> problems = known.problems(pit.mutants(), id -> complete && pit.mutated(id));
        problems.forEach(console::out);
        ImmutableList<ReportedMutant> judged = known.applied(pit.mutants());
        long others = judged.stream().filter(one -> one.fate().undetected() && !known.covers(one.id())).count();
        if (others > 0) {
            console.out(others + " more are not detected, in code that has not been looked through");
        }
        reporting.end(pit.report(judged, reporting.before(PitXml.KIND)), folder, console);
        console.flush();
        return (problems.isEmpty() ? Verdict.CONFORMS : Verdict.VIOLATED).code();
    }
}
