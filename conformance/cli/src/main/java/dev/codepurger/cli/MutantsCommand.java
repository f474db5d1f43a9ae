package dev.codepurger.cli;

import dev.codepurger.cli.mutation.MutationFolder;
import dev.codepurger.cli.mutation.MutationReport;
import dev.codepurger.cli.mutation.ReportedMutant;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.Glob;
import dev.codepurger.conformance.run.Detections.Until;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code codepurger mutants}. */
@Command(name = "mutants", mixinStandardHelpOptions = true, description = {
        "Tells what cases find: runs them against every faulty purger, and against the model with each rule relaxed.",
        "Says of each which cases and rules detect it, after how many steps, and which cases detect nothing that others do not."})
final class MutantsCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--mutants", paramLabel = "PATTERN", description = "Only these: names of subjects such as fault:lost-down or relaxed:KILL-3, * and ? allowed; repeatable.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--subject", paramLabel = "S", description = "Adds a faulty subject of your own, as for run; repeatable.")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--cases", paramLabel = "PATTERN", description = "Only these cases: a case id or a rule id, * and ? allowed; repeatable.")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "RANGE", converter = SeedRange.Converter.class, defaultValue = "1-20", description = "All cases run with the first seed; what that does not detect meets the cases about its rules with the others (default: ${DEFAULT-VALUE}).")
    private SeedRange seeds = new SeedRange(1, 20);

    @Option(names = "--every-case", description = "Lets generated cases, and those of several threads, look at mutants too that others detect; takes an hour.")
    private boolean everyCase;

    @Option(names = "--first", description = "Leaves each mutant at the first case that fails.")
    private boolean first;

    @Option(names = "--scheduler", paramLabel = "threads|seeded", defaultValue = "seeded", description = "As for faults (default: ${DEFAULT-VALUE}).")
    private RunCommand.Scheduler scheduler = RunCommand.Scheduler.seeded;

    @Option(names = "--timeout", paramLabel = "D", converter = Durations.class, defaultValue = "10s", description = "How long a subject may take for one thing (default: ${DEFAULT-VALUE}).")
    private Duration timeout = RunOptions.DEFAULT_TIMEOUT;

    @Option(names = "--list", description = "Lists the mutants, and runs nothing.")
    private boolean list;

    @Mixin
    private MutationOptions reporting = new MutationOptions();

    MutantsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<MeaningMutant> mutants = mutants();
        Console console = context.console();
        if (list) {
            mutants.forEach(one -> console.out(one.id() + "  " + one.description()));
            return Verdict.CONFORMS.code();
        }
        CaseCatalogue chosen = context.cases(cases);
        Optional<MutationFolder> folder = reporting.folder(context);
        MeaningRun run = new MeaningRun(context, chosen, everyCase, seeds, first ? Until.FIRST : Until.ALL);
        List<ReportedMutant> reported = new ArrayList<>();
        for (MeaningMutant mutant : mutants) {
            ReportedMutant one = run.of(mutant);
            reported.add(one);
            console.out(MeaningRun.line(one));
            console.flush();
        }
        MutationReport report = run.report(reported, reporting.before(MeaningRun.KIND));
        console.out("");
        run.cases(report).forEach(console::out);
        reporting.end(report, folder, console);
        console.flush();
        boolean detected = reported.stream().noneMatch(one -> one.fate().undetected());
        return (detected ? Verdict.CONFORMS : Verdict.VIOLATED).code();
    }

    private List<MeaningMutant> mutants() {
        List<Glob> globs = patterns.stream().map(Glob::new).toList();
        boolean all = globs.isEmpty() && subjects.isEmpty();
        Stream<MeaningMutant> known = MeaningMutant.catalogue(timeout, scheduler.name())
                .filter(one -> all || globs.stream().anyMatch(glob -> glob.fits(one.id())));
        List<MeaningMutant> chosen = Stream.concat(known,
                subjects.stream().map(name -> MeaningMutant.of(context.subject(name), timeout))).toList();
        if (chosen.isEmpty()) {
            throw CliException.usage("no mutant fits " + String.join(", ", patterns.stream().map(Context::quoted).toList())
                    + "; --list says which there are");
        }
        return chosen;
    }
}
