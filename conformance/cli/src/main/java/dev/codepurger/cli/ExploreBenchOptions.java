package dev.codepurger.cli;

import dev.codepurger.cli.bench.ExploreBench;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configurations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code bench explore} explores, and beside what. */
final class ExploreBenchOptions {
    private static final String WARM_UP = "crowd-100k";

    @Option(names = "--worlds", paramLabel = "WORLD", split = ",", defaultValue = "crowd-1m,crowd-4m,crowd-10m", description = "Which worlds are "
            + "explored (default: ${DEFAULT-VALUE}).")
    private List<String> worlds = List.of();

    @Option(names = "--tlc-worlds", paramLabel = "WORLD", split = ",", defaultValue = "crowd-1m,crowd-4m", description = "Which of them TLC explores "
            + "too, which takes minutes for each million of states (default: ${DEFAULT-VALUE}).")
    private List<String> tlcWorlds = List.of();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "1", description = "How often; the medians count (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(names = "--tlc", paramLabel = "FILE", description = "The jar of TLC (default: the one that the build has put beside the command line).")
    private @Nullable Path tlc;

    ExploreBench bench() {
        if (rounds < 1) {
            throw CliException.usage("--rounds must be at least 1");
        }
        return new ExploreBench(worlds(worlds), world(WARM_UP), rounds, tlc(), worlds(tlcWorlds));
    }

    /** The jar of TLC, if there is one. */
    Optional<Path> tlc() {
        if (tlc != null && !Files.isRegularFile(tlc)) {
            throw CliException.usage("there is no file " + tlc);
        }
        return tlc == null ? ExploreBench.ownTlc() : Optional.of(tlc);
    }

    private static List<Configuration> worlds(List<String> names) {
        return names.stream().filter(name -> !name.equals("none")).map(ExploreBenchOptions::world).toList();
    }

    private static Configuration world(String name) {
        return Configurations.find(name).orElseThrow(() -> CliException.usage("there is no world " + Context.quoted(name)));
    }
}
