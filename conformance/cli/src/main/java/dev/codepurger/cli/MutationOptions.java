package dev.codepurger.cli;

import dev.codepurger.cli.mutation.MutationFolder;
import dev.codepurger.cli.mutation.MutationReport;
import dev.codepurger.cli.mutation.MutationSummary;
import dev.codepurger.cli.mutation.Triage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --report} and {@code --baseline} of the commands that report mutants. */
final class MutationOptions {
    @Option(names = "--report", paramLabel = "DIR", description = "Writes the report into this folder: as JSON in the published schema, a summary, and mutation.html, which shows all reports in the folder.")
    private @Nullable Path report;

    @Option(names = "--baseline", paramLabel = "FILE", description = "An earlier summary; the report says what has changed since.")
    private @Nullable Path baseline;

    /** Was one of them given? */
    boolean given() {
        return report != null || baseline != null;
    }

    /** Opens the folder, if one was asked for, before anybody waits for a run. */
    Optional<MutationFolder> folder(Context context) {
        return Optional.ofNullable(report).map(path -> new MutationFolder(RunCommand.open(path, context)));
    }

    /** What to compare with, if it was given. */
    Optional<MutationSummary> before(String kind) {
        if (baseline == null) {
            return Optional.empty();
        }
        try {
            MutationSummary before = MutationSummary.read(baseline);
            if (!before.kind().equals(kind)) {
                throw CliException.usage("--baseline " + baseline + " is about " + before.kind() + ", not about " + kind);
            }
            return Optional.of(before);
        } catch (IOException e) {
            throw CliException.usage("--baseline " + baseline + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** What is said about mutants that are not detected; nothing if there is no file. */
    static Triage triage(Optional<Path> file) {
        try {
            return file.isPresent() ? Triage.read(file.get()) : Triage.NONE;
        } catch (IOException e) {
            throw CliException.usage("--triage " + file.get() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Says what it comes to, and writes what was asked for. */
    void end(MutationReport result, Optional<MutationFolder> folder, Console console) {
        console.out(result.summary().words());
        result.before().ifPresent(before -> result.summary().since(before).forEach(line -> console.out("  " + line)));
        folder.ifPresent(one -> console.err("report: " + one.write(result)));
    }
}
