package dev.codepurger.cli;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.cli.report.CaseList;
import dev.codepurger.cli.report.ReportFolder;
import dev.codepurger.cli.report.TextReport;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.ExpectedFailures;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code codepurger run}. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Judges a subject by the suite.")
final class RunCommand implements Callable<Integer> {
    private static final int MOST_JOBS = 64;

    private final Context context;

    @Option(names = "--subject", paramLabel = "S", defaultValue = "reference", description = "Who is judged: one that codepurger subjects lists, or exec:COMMAND, a program that speaks the protocol (default: ${DEFAULT-VALUE}).")
    private String subject = "reference";

    @Mixin
    private PurgerOption purger = new PurgerOption();

    @Option(names = "--profile", paramLabel = "P", description = "What it is judged by (default: what the subject claims).")
    private @Nullable String profile;

    @Option(names = "--otp-limit", paramLabel = "N", description = "The limit of requests in flight for all cases that have none of their own; the profile is then otp-25 if nothing else is said (default: 100, under the profiles that have such a limit).")
    private @Nullable Integer otpLimit;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", converter = Seeds.class, description = "Decides every choice (default: ${DEFAULT-VALUE}).")
    private long seed = RunOptions.DEFAULT_SEED;

    @Option(names = "--cases", paramLabel = "PATTERN", description = "Only these cases: a case id or a rule id, * and ? allowed; repeatable.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "D", converter = Durations.class, defaultValue = "10s", description = "How long the subject may take for one thing, such as 500ms or 10s (default: ${DEFAULT-VALUE}).")
    private Duration timeout = RunOptions.DEFAULT_TIMEOUT;

    @Option(names = "--scheduler", paramLabel = "threads|seeded", defaultValue = "threads", description = "How the reference and the faults run their processes: really concurrently, or one at a time, in an order that the seed decides (default: ${DEFAULT-VALUE}).")
    private Scheduler scheduler = Scheduler.threads;

    @Option(names = "--channel", paramLabel = "CHANNEL", converter = ChannelNames.class, defaultValue = "both", description = "How cases are judged: black-box, effects (with what the subject shows of its doings), as-asked (effects where a case looks at them), or both, where the subject has effects (default: ${DEFAULT-VALUE}).")
    private Channels channels = Channels.BOTH;

    @Option(names = "--strict-protocol", description = "With exec: also judges every answer by the JSON Schemas of the protocol.")
    private boolean strictProtocol;

    @Option(names = "--jobs", paramLabel = "N", description = "How many cases run at once, each with a subject of its own, 1 to 64 (default: one for each processor; 1 for programs).")
    private @Nullable Integer jobs;

    @Option(names = "--expected-failures", paramLabel = "FILE", description = "Rules that the subject is known not to obey, as JSON; the run fails if one of them is obeyed after all, unless --cases chooses a part of the suite.")
    private @Nullable Path expectedFailures;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes report.json and junit.xml into this folder.")
    private @Nullable Path report;

    @Option(names = "--record", paramLabel = "DIR", description = "Writes what was done and seen in each sequence into this folder, as traces for codepurger check.")
    private @Nullable Path record;

    @Option(names = "--list", description = "Lists the cases and runs none.")
    private boolean list;

    @Option(names = "--json", description = "With --list: as JSON.")
    private boolean json;

    /** The schedulers, spelled as on the command line. */
    enum Scheduler {
        threads, seeded
    }

    /** Reads a channel as it is spelled on the command line. */
    static final class ChannelNames implements ITypeConverter<Channels> {
        @Override
        public Channels convert(String text) {
            return Arrays.stream(Channels.values()).filter(one -> one.id().equals(text)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(Printable.line(text) + " is none of "
                            + String.join(", ", Arrays.stream(Channels.values()).map(Channels::id).toList())));
        }
    }

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (json && !list) {
            throw CliException.usage("--json goes with --list; a run writes JSON with --report DIR");
        }
        if (jobs != null && (jobs < 1 || jobs > MOST_JOBS)) {
            throw CliException.usage("--jobs wants a number from 1 to " + MOST_JOBS + ", not " + jobs);
        }
        CaseCatalogue cases = context.cases(patterns);
        if (list) {
            CaseList.print(cases, json, context.console());
            return 0;
        }
        SubjectProvider provider = context.subject(purger.in(subject));
        Profile judged = judged(provider);
        Optional<ReportFolder> folder = Optional.ofNullable(report).map(path -> open(path, context));
        RunOptions options = new RunOptions(seed, timeout, judged, settings(), channels)
                .withExpected(expected(provider.info().name(), judged.name()));
        if (record == null) {
            return run(cases, provider, options, folder);
        }
        TraceFolder traces = TraceFolder.open(record, provider);
        int code = run(cases, traces.recorder(), options, folder);
        return traces.end(context.console()) ? code : Verdict.INTERNAL.code();
    }

    private Profile judged(SubjectProvider provider) {
        if (otpLimit == null) {
            return profile == null ? provider.info().profile() : context.profile(profile);
        }
        Profile limited = profile == null ? Profile.OTP_25 : context.profile(profile);
        if (otpLimit < 1 || !limited.limitsRequests()) {
            throw CliException.usage("--otp-limit wants a number from 1, and a profile with such a limit: " + Profile.OTP_25.name() + " or "
                    + Profile.OTP_25_HARDENED.name());
        }
        if (!provider.info(limited).capabilities().contains(Capability.REQUEST_LIMIT)) {
            throw CliException.usage("--otp-limit is for subjects that take a limit: this one lacks " + Capability.REQUEST_LIMIT.id());
        }
        return limited.withRequestsInFlight(otpLimit);
    }

    private ExpectedFailures expected(String name, String judged) {
        if (expectedFailures == null) {
            return ExpectedFailures.NONE;
        }
        ExpectedFailures expected = ExpectedFailures.of(ExpectedFailuresFile.read(expectedFailures), name, judged);
        return patterns.isEmpty() ? expected : expected.inPart();
    }

    private ImmutableMap<String, String> settings() {
        ImmutableMap.Builder<String, String> settings = ImmutableMap.<String, String>builder().put("scheduler", scheduler.name());
        if (strictProtocol) {
            settings.put("strict-protocol", "true");
        }
        return settings.buildOrThrow();
    }

    static ReportFolder open(Path path, Context context) {
        if (path.toString().isEmpty()) {
            // Such as from a variable of the shell that is not set: the current folder is seldom what was meant.
            throw CliException.usage("--report wants the name of a folder; the current one is .");
        }
        try {
            return ReportFolder.open(path, context.rules());
        } catch (ReportFolder.NotWritable e) {
            throw CliException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private int run(CaseCatalogue cases, SubjectProvider provider, RunOptions options, Optional<ReportFolder> folder) {
        Console console = context.console();
        SuiteRunner suite = new SuiteRunner(cases, provider, options, context.judges());
        TextReport text = new TextReport(console, context.rules(), cases);
        Progress progress = Progress.on(console, suite.plan().size());
        context.interrupts().on(() -> {
            suite.end();
            progress.end();
            return finish(suite.result(), text, folder, cases);
        });
        // Whoever has read this line may end the run, and gets a report.
        text.begin(provider.info(), options, suite.plan().size());
        RunResult result;
        try {
            result = suite.run(progress, jobs == null ? Math.min(MOST_JOBS, provider.atOnce()) : jobs);
        } finally {
            progress.end();
        }
        // If this was ended from outside, whoever ended it reports, and the process is about to go.
        return context.interrupts().forget() ? finish(result, text, folder, cases) : result.verdict().code();
    }

    private int finish(RunResult result, TextReport text, Optional<ReportFolder> folder, CaseCatalogue cases) {
        text.end(result);
        int code = result.verdict().code();
        if (folder.isPresent()) {
            try {
                folder.get().write(result, cases);
                context.console().out("reports: " + folder.get().files());
            } catch (ReportFolder.NotWritable e) {
                // It could be written when the run began. What was found is printed, but whoever waits for the report must not miss it.
                context.console().err("codepurger: " + e.getMessage());
                code = Verdict.INTERNAL.code();
            }
        }
        context.console().flush();
        return code;
    }
}
