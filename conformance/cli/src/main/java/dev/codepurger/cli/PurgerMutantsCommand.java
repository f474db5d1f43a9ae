package dev.codepurger.cli;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.Glob;
import dev.codepurger.conformance.otp.mutant.PurgerMutant;
import dev.codepurger.conformance.otp.mutant.PurgerMutants;
import dev.codepurger.conformance.run.RuleFindings;
import dev.codepurger.conformance.run.RuleHunt;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code codepurger purger-mutants}. */
@Command(name = "purger-mutants", mixinStandardHelpOptions = true, description = {
        "Changes a real purger in many ways, and lets the suite look at each in a real Erlang node.",
        "A mutant is run until each of the rules that it breaks has been blamed; the purger as it was given must conform.",
        "With --systematic, every small change is made, and each mutant is run until a case fails."})
final class PurgerMutantsCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--purger", paramLabel = "FILE.erl", description = "The source of erts_code_purger that is changed (default: that which the node was built with).")
    private @Nullable Path purger;

    @Option(names = "--systematic", description = "Makes every small change, instead of those that were chosen by hand.")
    private boolean systematic;

    @Option(names = "--mutants", paramLabel = "PATTERN", description = "Only these mutants, * and ? allowed; repeatable (default: all).")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--cases", paramLabel = "PATTERN", description = "With --systematic: only these cases, as for run (default: all that were written by hand).")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--triage", paramLabel = "FILE", description = "With --systematic: what is said about mutants that survive; nothing else may, and nothing may be said about others.")
    private @Nullable Path triage;

    @Mixin
    private MutationOptions reporting = new MutationOptions();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", converter = Seeds.class, description = "Decides every choice (default: ${DEFAULT-VALUE}).")
    private long seed = RunOptions.DEFAULT_SEED;

    @Option(names = "--timeout", paramLabel = "D", converter = Durations.class, defaultValue = "10s", description = "How long a node may take for one thing (default: ${DEFAULT-VALUE}).")
    private Duration timeout = RunOptions.DEFAULT_TIMEOUT;

    @Option(names = "--write", paramLabel = "DIR", description = "Writes their sources into this folder, for run --subject otp --purger, and runs nothing.")
    private @Nullable Path folder;

    PurgerMutantsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (systematic) {
            return new SystematicMutants(context, Optional.ofNullable(purger), this::wanted, cases, seed, timeout,
                    Optional.ofNullable(triage),
                    reporting).run(Optional.ofNullable(folder));
        }
        if (triage != null || !cases.isEmpty() || reporting.given()) {
            throw CliException.usage("--cases, --triage, --report and --baseline go with --systematic");
        }
        try (PurgerMutants mutants = PurgerMutants.of(Optional.ofNullable(purger))) {
            List<PurgerMutant> chosen = chosen(mutants);
            return folder == null ? run(mutants, chosen) : write(mutants, chosen, folder);
        } catch (SubjectException e) {
            throw CliException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private List<PurgerMutant> chosen(PurgerMutants mutants) {
        List<PurgerMutant> chosen = mutants.all().stream().filter(one -> wanted(one.name())).toList();
        if (chosen.isEmpty()) {
            throw CliException.usage("no mutant fits; there are " + Context.list(mutants.all().stream().map(PurgerMutant::name).toList()));
        }
        return chosen;
    }

    private boolean wanted(String name) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> new Glob(pattern).fits(name));
    }

    private int write(PurgerMutants mutants, List<PurgerMutant> chosen, Path into) {
        try {
            Files.createDirectories(into);
            for (PurgerMutant one : chosen) {
                if (one.made()) {
                    Path file = into.resolve(one.name() + ".erl");
                    Files.copy(mutants.source(one), file);
                    context.console().out(file.toString());
                }
            }
        } catch (IOException e) {
            throw CliException.usage("the sources cannot be written: " + e, e);
        }
        context.console().flush();
        return Verdict.CONFORMS.code();
    }

    private int run(PurgerMutants mutants, List<PurgerMutant> chosen) throws SubjectException {
        int width = chosen.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        int wrong = 0;
        for (PurgerMutant one : chosen) {
            Row row = one.made() ? row(mutants, one) : new Row(false, "the purger has nothing that could be so changed");
            wrong += row.right ? 0 : 1;
            context.console()
                    .out((row.right ? "ok     " : "WRONG  ") + one.name() + " ".repeat(width - one.name().length()) + "  " + row.text
                            + (one.rules().isEmpty() ? "" : "; " + one.change()));
            context.console().flush();
        }
        context.console().out("mutants " + (chosen.size() - wrong) + " of " + chosen.size() + " as expected");
        context.console().flush();
        return (wrong == 0 ? Verdict.CONFORMS : Verdict.VIOLATED).code();
    }

    private record Row(boolean right, String text) {
    }

    private Row row(PurgerMutants mutants, PurgerMutant one) throws SubjectException {
        SubjectProvider nodes = mutants.nodes(one);
        try {
            RunOptions options = new RunOptions(seed, timeout, nodes.info().profile(), ImmutableMap.of());
            CaseCatalogue cases = context.cases();
            return one.rules().isEmpty() ? conforming(new SuiteRunner(cases, nodes, options, context.judges()).run(RunListener.SILENT))
                    : rejected(one, new RuleHunt(cases, context.judges()).run(one.rules(), nodes, options, 1));
        } finally {
            nodes.close();
        }
    }

    private static Row conforming(RunResult result) {
        return new Row(result.verdict() == Verdict.CONFORMS, result.verdict().words() + ", " + result.ran() + " cases");
    }

    private static Row rejected(PurgerMutant one, RuleFindings findings) {
        String blamed = findings.blamed().entrySet().stream().map(entry -> entry.getKey().id() + " by " + entry.getValue().get(0))
                .collect(Collectors.joining(", "));
        boolean right = findings.missing(one.rules()).isEmpty();
        String missing = findings.missing(one.rules()).stream().map(Rule::id).collect(Collectors.joining(", "));
        return new Row(right,
                (right ? blamed : "not " + missing + (blamed.isEmpty() ? "" : ", but " + blamed)) + ", case " + findings.ran());
    }
}
