package dev.codepurger.cli;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.cli.report.Counterexample;
import dev.codepurger.cli.report.ExplorationReport.Explored;
import dev.codepurger.cli.report.Itf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counterexamples for tools that read traces: one to standard output, or each to a file. */
final class ItfExport {
    private final Context context;
    private final @Nullable Path folder;

    /** To a folder, or if it is null to standard output. */
    ItfExport(Context context, @Nullable Path folder) {
        this.context = context;
        this.folder = folder;
    }

    void write(List<Explored> explored) {
        ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
        for (Explored world : explored) {
            for (Counterexample one : world.violated()) {
                if (one.trace().isPresent()) {
                    String name = world.world().configuration().name() + "." + one.name().replace(' ', '.') + ".itf.json";
                    files.put(name, Itf.of(world.world().configuration(), one));
                }
            }
        }
        Map<String, String> all = files.buildOrThrow();
        if (folder != null) {
            write(folder, all);
        } else if (all.size() > 1) {
            throw CliException.usage(
                    "there are " + all.size() + " counterexamples, and standard output has room for one: --out DIR writes them to files");
        } else {
            all.values().forEach(context.console()::out);
        }
    }

    private void write(Path to, Map<String, String> files) {
        try {
            Files.createDirectories(to);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(to.resolve(file.getKey()), file.getValue() + "\n");
                context.console().out(to.resolve(file.getKey()).toString());
            }
        } catch (IOException e) {
            throw CliException
                    .usage("the traces cannot be written to " + Context.quoted(to.toString()) + ": " + e.getClass().getSimpleName(), e);
        }
    }
}
