package dev.codepurger.cli;

import dev.codepurger.cli.bench.Measurements;
import dev.codepurger.cli.bench.Measurements.Column;
import dev.codepurger.model.closed.Claims;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configurations;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.closed.packed.PackedExploration;
import dev.codepurger.model.closed.packed.PackedWorld;
import dev.codepurger.model.explore.Counts;
import dev.codepurger.model.explore.Exploration;
import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.explore.Resources;
import dev.codepurger.model.explore.Survey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How worlds of millions of states are explored. */
final class ScaleOptions {
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);
    /** Where nobody says how many states are enough. */
    private static final long MOST_STATES = 1_000_000_000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--workers", paramLabel = "N", description = "Explores with so many threads (default: one for each processor).")
    private @Nullable Integer workers;

    @Option(names = "--memory", paramLabel = "SIZE", description = "Keeps so much of the states in memory, such as 512m or 4g, and the rest in files "
            + "(default: three quarters of what Java may use).")
    private @Nullable String memory;

    @Option(names = "--checkpoint", paramLabel = "DIR", description = "Keeps the states in DIR, and every ten seconds how far it is; goes on from there if "
            + "DIR holds a run that was not ended.")
    private @Nullable Path folder;

    @Option(names = "--symmetry", description = "Does not tell processes apart that begin alike and may do the same.")
    private boolean symmetric;

    @Option(names = "--count", description = "Counts only, and looks at no claim: takes a fraction of the time.")
    private boolean count;

    /** Is a world explored in its packed form? One of the large ones is, and any if something is said about how. */
    private boolean packs(ClosedWorld world) {
        return Configurations.large().contains(world.configuration()) || workers != null || memory != null || folder != null || symmetric
                || count;
    }

    /**
     * Explores a world in its packed form; empty if it has none, or is to be explored in the readable one.
     *
     * @param bound of states to look at, if the user has said so
     */
    Optional<PackedExploration> explore(ClosedWorld world, int bound, Console console) {
        if (!packs(world) || hasNoPackedForm(world, console)) {
            return Optional.empty();
        }
        PackedExploration found = packed(world, Claims.of(world.configuration(), world.profile()), bound, console);
        if (symmetric) {
            Survey survey = found.survey();
            console.err(String.format(Locale.ROOT, "codepurger: %d states stand for %d, and %d edges for %d", survey.counts().states(),
                    survey.unreducedStates(), survey.counts().edges(), survey.unreducedEdges()));
        }
        return Optional.of(found);
    }

    private PackedExploration packed(ClosedWorld world, List<Property<ClosedState, Move>> claims, int bound, Console console) {
        try (ExploreProgress progress = new ExploreProgress(console, world.configuration().name())) {
            return PackedExploration.of(new PackedWorld(world, symmetric), claims, boundGiven() ? bound : MOST_STATES, resources(world),
                    progress::show);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw CliException.usage("cannot explore " + world.configuration().name() + ": " + e.getMessage(), e);
        }
    }

    /** Is nothing wanted but counts? */
    boolean counts() {
        return count;
    }

    /** How many states and edges worlds have, and how long it takes to find out. */
    Measurements count(List<ClosedWorld> worlds, int bound, Console console) {
        Measurements table = new Measurements(new Column("world", "world"), new Column("complete", "complete"),
                new Column("states", "states"),
                new Column("edges", "edges"), new Column("depth", "depth"), new Column("resting", "at rest"),
                new Column("unreducedStates", "unreduced states"), new Column("unreducedEdges", "unreduced edges"),
                new Column("bytesPerState", "bytes a state"), new Column("seconds", "seconds"));
        for (ClosedWorld world : worlds) {
            long began = System.nanoTime();
            if (hasNoPackedForm(world, console)) {
                Exploration<ClosedState, Move> found = readable(world, List.of(), bound);
                Counts counts = found.counts();
                table.row(world.configuration().name(), found.complete(), counts.states(), counts.edges(), counts.depth(), counts.resting(),
                        counts.states(), counts.edges(), null, seconds(began));
            } else {
                Survey survey = packed(world, List.of(), bound, console).survey();
                Counts counts = survey.counts();
                table.row(world.configuration().name(), survey.complete(), counts.states(), counts.edges(), counts.depth(),
                        counts.resting(),
                        survey.unreducedStates(), survey.unreducedEdges(), (double) survey.bytes() / counts.states(), seconds(began));
            }
        }
        return table;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static boolean hasNoPackedForm(ClosedWorld world, Console console) {
        if (PackedWorld.canPack(world.configuration())) {
            return false;
        }
        console.err(
                "codepurger: " + world.configuration().name() + " has no packed form, and is explored in the readable one, by one worker");
        return true;
    }

    /** Explores a world in its readable form. */
    static Exploration<ClosedState, Move> readable(ClosedWorld world, List<Property<ClosedState, Move>> claims, int bound) {
        return new Explorer<>(world, (Move move) -> move.kind().mustHappen(), claims, bound).explore();
    }

    private boolean boundGiven() {
        return command != null && command.commandLine().getParseResult().hasMatchedOption("--bound");
    }

    private Resources resources(ClosedWorld world) {
        int threads = workers == null ? Math.min(Runtime.getRuntime().availableProcessors(), Resources.MOST_WORKERS) : workers;
        long most = Runtime.getRuntime().maxMemory();
        long bytes = memory == null ? most / 4 * 3 : bytes(memory);
        if (bytes > most) {
            throw CliException
                    .usage("--memory is more than the " + (most >> 20) + "m that Java may use; CODEPURGER_JAVA_OPTS=-Xmx… allows more");
        }
        Path own = folder == null ? null : folder.resolve(world.configuration().name() + "-" + world.profile().name());
        return new Resources(threads, bytes, own, BETWEEN_CHECKPOINTS);
    }

    static long bytes(String size) {
        String digits = size.toLowerCase(Locale.ROOT).replaceFirst("[kmg]$", "");
        int shift = digits.length() == size.length() ? 0 : 10 * (1 + "kmg".indexOf(Character.toLowerCase(size.charAt(size.length() - 1))));
        try {
            return Math.multiplyExact(Long.parseLong(digits), 1L << shift);
        } catch (NumberFormatException | ArithmeticException e) {
            throw CliException.usage("--memory must be a number of bytes, or such as 512m or 4g: " + Context.quoted(size), e);
        }
    }
}
