package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.cli.check.FaultLogs;
import dev.codepurger.cli.report.ConformingRow;
import dev.codepurger.cli.report.FaultReport;
import dev.codepurger.cli.report.FaultRow;
import dev.codepurger.cli.report.ReportFolder;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.Glob;
import dev.codepurger.conformance.reference.Fault;
import dev.codepurger.conformance.reference.FaultTrial;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code codepurger faults}. */
@Command(name = "faults", mixinStandardHelpOptions = true, description = {
        "Lets the suite look at faulty purgers, each of which it must reject.",
        "A fault is run until each of the rules that it breaks has been blamed; with --full, to the end."})
final class FaultsCommand implements Callable<Integer> {
    private static final SeedRange MANY = new SeedRange(1, 20);
    private static final SeedRange ONE = new SeedRange(1, 1);

    private final Context context;

    @Option(names = "--seeds", paramLabel = "RANGE", converter = SeedRange.Converter.class, description = "One seed, or several such as 1-20, each a run of its own (default: 1-20; with --full, 1).")
    private @Nullable SeedRange seeds;

    @Option(names = "--faults", paramLabel = "PATTERN", defaultValue = "*", description = "Only these faults, * and ? allowed (default: all).")
    private String pattern = "*";

    @Option(names = "--cases", paramLabel = "PATTERN", description = "Only these cases: a case id or a rule id, * and ? allowed; repeatable.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--scheduler", paramLabel = "threads|seeded", defaultValue = "seeded", description = "As for run; a fault that only chance reveals has threads anyway (default: ${DEFAULT-VALUE}).")
    private RunCommand.Scheduler scheduler = RunCommand.Scheduler.seeded;

    @Option(names = "--timeout", paramLabel = "D", converter = Durations.class, defaultValue = "10s", description = "How long a subject may take for one thing (default: ${DEFAULT-VALUE}).")
    private Duration timeout = RunOptions.DEFAULT_TIMEOUT;

    @Option(names = "--full", description = "Runs every case, and prints which faults each rule rejects.")
    private boolean full;

    @Option(names = "--conforming", paramLabel = "RANGE", converter = SeedRange.Converter.class, description = "First runs reference and model, which must conform, with each of these seeds.")
    private @Nullable SeedRange conforming;

    @Option(names = "--logs", description = "Prints a table of which faults are rejected by their logs, as check does, with the first of the seeds.")
    private boolean logs;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes faults.json into this folder.")
    private @Nullable Path report;

    FaultsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Fault> faults = faults();
        CaseCatalogue cases = context.cases(patterns);
        SeedRange range = seeds != null ? seeds : full ? ONE : MANY;
        if (logs) {
            return logs(faults, cases, range.all().get(0));
        }
        Optional<ReportFolder> folder = Optional.ofNullable(report).map(path -> RunCommand.open(path, context));
        boolean everything = faults.size() == Fault.all().size() && patterns.isEmpty();
        FaultReport result = new FaultReport(range.toString(), scheduler.name(), full, everything);
        Console console = context.console();
        print(result.begin(faults, cases.cases().size()));
        if (conforming != null) {
            for (String subject : List.of("reference", "model")) {
                print(result.add(conforming(subject, cases, conforming)));
            }
        }
        FaultTrial trial = new FaultTrial(cases, context.judges(), timeout, scheduler.name());
        for (Fault fault : faults) {
            print(result.add(
                    new FaultRow(fault, range.all().stream().map(seed -> full ? trial.all(fault, seed) : trial.untilRejected(fault, seed))
                            .collect(ImmutableList.toImmutableList()))));
        }
        print(result.end());
        if (json) {
            console.out(result.json());
        }
        folder.ifPresent(one -> console.err("report: " + one.write(result)));
        console.flush();
        return result.verdict().code();
    }

    private int logs(List<Fault> faults, CaseCatalogue cases, long seed) {
        FaultLogs logged = new FaultLogs(cases, context.judges(), timeout, scheduler.name());
        print(FaultLogs.head());
        boolean expected = true;
        for (Fault fault : faults) {
            FaultLogs.Row row = logged.look(fault, seed);
            print(List.of(row.line()));
            expected &= row.asExpected();
        }
        return (expected ? Verdict.CONFORMS : Verdict.VIOLATED).code();
    }

    private void print(List<String> lines) {
        if (!json) {
            lines.forEach(context.console()::out);
            context.console().flush();
        }
    }

    private List<Fault> faults() {
        Glob glob = new Glob(pattern);
        List<Fault> faults = Fault.all().stream().filter(one -> glob.fits(one.name())).toList();
        if (faults.isEmpty()) {
            throw CliException.usage("no fault fits " + Context.quoted(pattern) + "; there are "
                    + Context.list(Fault.all().stream().map(Fault::name).toList()));
        }
        return faults;
    }

    private ConformingRow conforming(String subject, CaseCatalogue cases, SeedRange range) {
        SubjectProvider provider = context.subject(subject);
        ConformingRow row = new ConformingRow(subject);
        for (long seed : range.all()) {
            RunOptions options = new RunOptions(seed, timeout, provider.info().profile(), ImmutableMap.of("scheduler", scheduler.name()));
            row.add(seed, new SuiteRunner(cases, provider, options, context.judges()).run(RunListener.SILENT, provider.atOnce()));
        }
        return row;
    }
}
