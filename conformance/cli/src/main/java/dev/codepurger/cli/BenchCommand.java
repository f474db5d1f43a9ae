package dev.codepurger.cli;

import com.google.common.collect.ImmutableSortedMap;
import dev.codepurger.cli.bench.Bench;
import dev.codepurger.cli.bench.Measurements;
import dev.codepurger.cli.bench.OracleBench;
import dev.codepurger.cli.bench.OracleStatesBench;
import dev.codepurger.cli.bench.PurgeBench;
import dev.codepurger.cli.bench.SubjectBench;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codepurger bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures something; without a name, lists what.")
final class BenchCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "What to measure.")
    private @Nullable String name;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @ArgGroup(exclusive = false, heading = "For explore, the last also for oracle:%n")
    private ExploreBenchOptions explore = new ExploreBenchOptions();

    BenchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ImmutableSortedMap<String, Bench> benches = ImmutableSortedMap.of("explore", explore.bench(), "oracle",
                new OracleBench(explore.tlc()),
                "oracle-states", new OracleStatesBench(), "otp",
                new SubjectBench(context::subject, context::cases), "purge", new PurgeBench());
        if (name == null) {
            for (Map.Entry<String, Bench> one : benches.entrySet()) {
                context.console().out(one.getKey() + "  " + one.getValue().description());
            }
            return 0;
        }
        Bench bench = benches.get(name);
        if (bench == null) {
            throw CliException
                    .usage("there is no bench " + Context.quoted(name) + "; there are " + Context.list(benches.keySet().asList()));
        }
        Measurements measured = bench.measure();
        if (json) {
            context.console().out(measured.json());
        } else {
            measured.lines().forEach(context.console()::out);
        }
        return 0;
    }
}
