package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.bench.Measurements;
import dev.codepurger.cli.report.Counterexample;
import dev.codepurger.cli.report.ExplorationReport;
import dev.codepurger.cli.report.ExplorationReport.Explored;
import dev.codepurger.cli.report.MutantReport;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.model.closed.Claims;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configurations;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.closed.Mutants;
import dev.codepurger.model.closed.Promises;
import dev.codepurger.model.closed.SequenceDiagram;
import dev.codepurger.model.explore.Exploration;
import dev.codepurger.model.explore.Graph;
import dev.codepurger.model.explore.Liveness;
import dev.codepurger.model.explore.LivenessFinding;
import dev.codepurger.model.purger.Profile;
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

/** {@code codepurger explore}. */
@Command(name = "explore", mixinStandardHelpOptions = true, description = "Looks at every state of small closed worlds of the model.")
final class ExploreCommand implements Callable<Integer> {
    /** All states are kept for that, and every step, in larger pieces than for the rest. */
    private static final int MOST_FOR_LIVENESS = 500_000;

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "CONFIG", description = "Only this world; --list says which there are, "
            + "the last of them with millions of states. A path, or "
            + "a name that ends in .json, is a file that describes one.")
    private @Nullable String name;

    @Option(names = "--profile", paramLabel = "P", defaultValue = "hardened", description = "Which purger (default: ${DEFAULT-VALUE}).")
    private String profile = "hardened";

    @Option(names = "--bound", paramLabel = "N", description = "Looks at so many states of a world at most (default: 2000000; with --mutants 20000, for "
            + "some have no end).")
    private @Nullable Integer chosenBound;

    @Option(names = "--to", paramLabel = "FORM", description = "Prints the graph of CONFIG (aut, dot), or its counterexamples as sequence "
            + "diagrams (mermaid) or as traces for tools (itf), instead.")
    private @Nullable Form form;

    @Option(names = "--out", paramLabel = "DIR", description = "With --to itf: writes each counterexample to a file of its own in DIR, which is made "
            + "if it is not there.")
    private @Nullable Path folder;

    @Option(names = "--mutants", description = "Relaxes each rule in turn, and tells which claims see that, and which claims see nothing ever.")
    private boolean mutants;

    @Option(names = "--list", description = "Lists the worlds.")
    private boolean list;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private ScaleOptions scale = new ScaleOptions();

    /** What an exploration can be printed as. */
    enum Form {
        aut, dot, mermaid, itf
    }

    private int bound;

    ExploreCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ExplorationReport report = new ExplorationReport(context.console());
        if (list) {
            report.list(Configurations.named(), json);
            return Verdict.CONFORMS.code();
        }
        Profile purger = context.profile(profile);
        bound = chosenBound == null ? mutants ? 20_000 : 2_000_000 : chosenBound;
        if (bound < 1) {
            throw CliException.usage("--bound must be at least 1");
        }
        List<Configuration> chosen = name == null ? Configurations.of(purger) : List.of(configuration(name));
        if (form != null && (json || mutants)) {
            throw CliException.usage("--to is a form of its own, and does not go with " + (json ? "--json" : "--mutants"));
        }
        if (mutants) {
            return mutants(chosen, purger);
        }
        if (folder != null && form != Form.itf) {
            throw CliException.usage("--out goes with --to itf only");
        }
        if (form == Form.aut || form == Form.dot) {
            return export(new ClosedWorld(single(chosen), purger), form);
        }
        if (scale.counts()) {
            return count(chosen.stream().map(one -> new ClosedWorld(one, purger)).toList());
        }
        List<Explored> explored = new ArrayList<>();
        for (Configuration one : chosen) {
            explored.add(explore(new ClosedWorld(one, purger)));
        }
        Verdict verdict = verdict(explored);
        if (form != null) {
            if (form == Form.mermaid) {
                explored.forEach(this::diagrams);
            } else {
                new ItfExport(context, folder).write(explored);
            }
            if (verdict != Verdict.VIOLATED) {
                context.console().err("codepurger: nothing is violated, so there is no counterexample to draw");
            }
        } else if (json) {
            report.json(explored, verdict);
        } else {
            report.text(explored, verdict);
        }
        return verdict.code();
    }

    private Configuration configuration(String wanted) {
        if (wanted.endsWith(".json") || wanted.contains("/") || wanted.contains("\\")) {
            return WorldFile.read(Path.of(wanted));
        }
        return Configurations.find(wanted).orElseThrow(() -> CliException.usage("there is no world " + Context.quoted(wanted)
                + "; there are " + Context.list(Configurations.named().stream().map(Configuration::name).toList())));
    }

    private Configuration single(List<Configuration> chosen) {
        if (name == null) {
            throw CliException.usage("--to " + form + " prints the graph of one world, so name it");
        }
        return chosen.get(0);
    }

    private Explored explore(ClosedWorld world) {
        return scale.explore(world, bound, context.console())
                .map(packed -> new Explored(world, packed.exploration(), Optional.empty(), packed.survey().everyWayEnds()))
                .orElseGet(() -> readable(world));
    }

    private Explored readable(ClosedWorld world) {
        Exploration<ClosedState, Move> found = ScaleOptions.readable(world, Claims.of(world.configuration(), world.profile()), bound);
        return new Explored(world, found, ends(world, found.counts().states()), false);
    }

    private Optional<ImmutableList<LivenessFinding<ClosedState, Move>>> ends(ClosedWorld world, int states) {
        if (states > MOST_FOR_LIVENESS) {
            return Optional.empty();
        }
        Liveness<ClosedState, Move> liveness = new Liveness<>(world, Promises.assumptions(world.configuration()), bound);
        return Optional.of(Promises.of(world.configuration()).stream().map(liveness::check).collect(ImmutableList.toImmutableList()));
    }

    private int count(List<ClosedWorld> worlds) {
        Measurements counted = scale.count(worlds, bound, context.console());
        if (json) {
            context.console().out(counted.json());
        } else {
            counted.lines().forEach(context.console()::out);
        }
        return Verdict.CONFORMS.code();
    }

    private int mutants(List<Configuration> chosen, Profile purger) {
        Mutants found = Mutants.of(chosen, purger, bound);
        MutantReport report = new MutantReport(context.console(), purger, chosen, found);
        if (json) {
            report.json();
        } else {
            report.text();
        }
        return report.verdict().code();
    }

    private static Verdict verdict(List<Explored> explored) {
        // A goal that was not met before the bound may be met behind it.
        if (explored.stream().anyMatch(one -> !one.violated().isEmpty())) {
            return Verdict.VIOLATED;
        }
        return explored.stream().allMatch(one -> one.found().complete()) ? Verdict.CONFORMS : Verdict.INCONCLUSIVE;
    }

    private int export(ClosedWorld world, Form as) {
        Graph graph = Graph.of(world, bound);
        String text = as == Form.aut ? graph.aut() : graph.dot();
        context.console().out(text.stripTrailing());
        if (!graph.complete()) {
            context.console().err("codepurger: the graph ends at " + bound + " states; --bound allows more");
        }
        return graph.complete() ? Verdict.CONFORMS.code() : Verdict.INCONCLUSIVE.code();
    }

    private void diagrams(Explored explored) {
        Configuration configuration = explored.world().configuration();
        for (Counterexample one : explored.violated()) {
            one.trace().ifPresent(trace -> {
                context.console().out("**" + configuration.name() + "**: " + one.name() + " is violated: " + one.claim());
                context.console().out("");
                context.console().out("```mermaid\n" + one.lasso().map(lasso -> SequenceDiagram.of(configuration, lasso))
                        .orElseGet(() -> SequenceDiagram.of(configuration, trace)) + "```");
            });
        }
    }
}
