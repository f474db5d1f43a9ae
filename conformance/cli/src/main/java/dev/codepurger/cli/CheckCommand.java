package dev.codepurger.cli;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.cli.check.CheckReport;
import dev.codepurger.cli.check.CheckedTrace;
import dev.codepurger.cli.check.TraceCheck;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.model.purger.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codepurger check}. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Judges traces of purgers, and explains what is not legal in them.")
final class CheckCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Traces, as spec/protocol/TRACE.md says; - for standard input, which is judged while it grows.")
    private List<String> files = List.of();

    @Option(names = "--profile", paramLabel = "P", description = "What they are judged by, with the limits of their headers (default: what the headers say).")
    private @Nullable String profile;

    @Option(names = "--diagram", description = "Also prints what is not legal as a sequence diagram (Mermaid).")
    private boolean diagram;

    @Option(names = "--test", description = "Also prints what is not legal as a JUnit test.")
    private boolean test;

    @Option(names = "--json", description = "Prints JSON instead, when all is done.")
    private boolean json;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Profile named = profile == null ? null : context.profile(profile);
        CheckReport report = new CheckReport(context.console(), context.rules(), diagram, test);
        for (String file : files) {
            TraceCheck check = new TraceCheck(file, context.judges(), said -> named == null ? said : limited(named, said));
            context.interrupts().on(() -> ended(check, report));
            CheckedTrace trace = check(check, file);
            if (!context.interrupts().forget()) {
                // Ended from outside, and whoever ended it has reported.
                return Verdict.INCONCLUSIVE.code();
            }
            add(trace, report);
        }
        return end(report);
    }

    private void add(CheckedTrace trace, CheckReport report) {
        if (json) {
            report.add(trace);
        } else {
            report.print(trace);
        }
    }

    private int end(CheckReport report) {
        if (json) {
            report.json();
        } else {
            report.summary();
        }
        return report.verdict().code();
    }

    private static Profile limited(Profile named, Profile said) {
        Profile limited = named.withKillLimit(said.killLimit());
        return named.limitsRequests() && said.limitsRequests() ? limited.withRequestsInFlight(said.requestsInFlight()) : limited;
    }

    private CheckedTrace check(TraceCheck check, String file) {
        if (file.equals(STANDARD_INPUT)) {
            try {
                return check.check(context.console().in());
            } catch (IOException e) {
                return unreadable(check, String.valueOf(e.getMessage()));
            }
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return check.check(in);
        } catch (InvalidPathException | NoSuchFileException e) {
            return unreadable(check, "there is no such file");
        } catch (AccessDeniedException e) {
            return unreadable(check, "access is denied");
        } catch (IOException e) {
            return unreadable(check, Files.isDirectory(Path.of(file)) ? "it is a folder" : String.valueOf(e.getMessage()));
        }
    }

    private static CheckedTrace unreadable(TraceCheck check, String reason) {
        return new CheckedTrace(check.name(), Verdict.USAGE, check.events(), 0, 0, 0, "cannot be read: " + reason, Optional.empty(),
                Optional.empty(), ImmutableSet.of());
    }

    /** What is known by now is said, and counts; of the files that were not reached nothing is. */
    private int ended(TraceCheck check, CheckReport report) {
        add(check.soFar(), report);
        int code = end(report);
        context.console().flush();
        return code;
    }
}
