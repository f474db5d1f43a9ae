package dev.codepurger.cli;

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
import dev.codepurger.model.explore.Resources;
import dev.codepurger.model.explore.Survey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    /** Is something said about it? */
    boolean areGiven() {
        return workers != null || memory != null || folder != null || symmetric || count;
    }

    /**
     * Explores a world: one of the large ones, or any if something is said about how, in its packed form; else in the readable one.
     *
     * @param bound of states to look at, if the user has said so
     */
    Exploration<ClosedState, Move> explore(ClosedWorld world, int bound, Console console) {
        if (!areGiven() && !Configurations.large().contains(world.configuration())) {
            return new Explorer<>(world, (Move move) -> move.kind().mustHappen(), Claims.of(world.configuration()), bound).explore();
        }
        if (!PackedWorld.canPack(world.configuration())) {
            throw CliException.usage(world.configuration().name() + " has no packed form, in which alone --workers, --memory, --checkpoint, "
                    + "--symmetry and --count make sense");
        }
        try (ExploreProgress progress = new ExploreProgress(console, world.configuration().name())) {
            PackedExploration found = PackedExploration.of(new PackedWorld(world, symmetric),
                    count ? List.of() : Claims.of(world.configuration()), boundGiven() ? bound : MOST_STATES, resources(world), progress::show);
            if (symmetric) {
                console.err("codepurger: " + unreduced(found.survey()));
            }
            return found.exploration();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw CliException.usage("cannot explore " + world.configuration().name() + ": " + e.getMessage(), e);
        }
    }

    private static String unreduced(Survey survey) {
        Counts counts = survey.counts();
        return String.format(Locale.ROOT, "%d states stand for %d, and %d edges for %d", counts.states(), survey.unreducedStates(),
                counts.edges(), survey.unreducedEdges());
    }

    private boolean boundGiven() {
        return command != null && command.commandLine().getParseResult().hasMatchedOption("--bound");
    }

    private Resources resources(ClosedWorld world) {
        int threads = workers == null ? Math.min(Runtime.getRuntime().availableProcessors(), Resources.MOST_WORKERS) : workers;
        long bytes = memory == null ? Runtime.getRuntime().maxMemory() / 4 * 3 : bytes(memory);
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
