package dev.codepurger.cli;

import dev.codepurger.conformance.exec.RecordedTurns;
import dev.codepurger.conformance.exec.TraceHeader;
import dev.codepurger.conformance.exec.TraceWriter;
import dev.codepurger.conformance.explain.Explanation;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.soak.Soak;
import dev.codepurger.conformance.soak.SoakOptions;
import dev.codepurger.conformance.soak.SoakResult;
import dev.codepurger.conformance.soak.SoakSample;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.purger.Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code codepurger soak}. */
@Command(name = "soak", mixinStandardHelpOptions = true, description = "Lets many clients act at once for a long time, and judges it as it goes on.")
final class SoakCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--subject", paramLabel = "NAME", defaultValue = "reference", description = "Who is judged (default ${DEFAULT-VALUE}).")
    private String subject = "";

    @Option(names = "--profile", paramLabel = "NAME", description = "What it is judged by (default: what it claims).")
    private @Nullable String profile;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides what the clients do (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--events", paramLabel = "N", defaultValue = "10000000", description = "How many stimuli and observations (default ${DEFAULT-VALUE}).")
    private long events;

    @Option(names = "--processes", paramLabel = "N", defaultValue = "10000", description = "How many idle processes take part in every check (default ${DEFAULT-VALUE}).")
    private int processes;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "16", description = "How many clients act at once (default ${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--record", paramLabel = "FILE", description = "Writes what is done and seen as a trace, for codepurger check, in place of judging it; the clients take turns then.")
    private @Nullable Path record;

    SoakCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        SubjectProvider provider = context.subject(subject);
        if (!provider.info().capabilities().contains(Capability.CONCURRENT)) {
            throw CliException.usage("several threads cannot drive " + Printable.line(provider.info().name()) + " at once");
        }
        Profile judged = profile == null ? provider.info().profile() : context.profile(profile);
        SoakOptions options;
        try {
            options = SoakOptions.of(judged).withSeed(seed).withEvents(events).withSizes(processes, clients);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(String.valueOf(e.getMessage()), e);
        }
        Console console = context.console();
        console.out(Printable.line("subject " + provider.info().name() + ", profile " + judged.name() + ", seed " + seed + ": " + clients
                + " clients, " + processes + " processes, " + events + " events"));
        if (record != null) {
            return record(record, new Soak(provider, options, sample -> {
            }), new TraceHeader(judged, false, provider.info().name()));
        }
        console.out(String.format(Locale.ROOT, "%12s %9s %12s %12s %9s %12s %9s", "events", "parts", "requests", "with purge",
                "seconds", "events/s", "heap MB"));
        SoakResult result;
        try {
            result = new Soak(provider, options, sample -> print(console, sample)).run();
        } catch (SubjectTimeoutException e) {
            console.out(Printable.line(String.valueOf(e.getMessage())));
            return end(console, Verdict.INCONCLUSIVE);
        } catch (SubjectException e) {
            console.out(Printable.line(String.valueOf(e.getMessage())));
            return end(console, Verdict.VIOLATED);
        }
        result.wrong().ifPresent(wrong -> Explanation.sequence(wrong).forEach(line -> console.out(Printable.line(line))));
        console.out(memory(result));
        return end(console, verdict(result));
    }

    private int record(Path file, Soak soak, TraceHeader header) throws InterruptedException {
        AtomicReference<@Nullable RecordedTurns> turns = new AtomicReference<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            TraceWriter writer = new TraceWriter(out, header);
            soak.run(subject -> turns.updateAndGet(none -> new RecordedTurns(subject, writer)));
        } catch (IOException | UncheckedIOException e) {
            throw CliException.usage("--record cannot write " + file + ": " + e, e);
        } catch (SubjectException e) {
            if (e.getCause() instanceof IOException cause) {
                throw CliException.usage("--record cannot write " + file + ": " + cause, e);
            }
            // What was shown until then is in the file, and can be judged.
            context.console().out(Printable.line(String.valueOf(e.getMessage())));
            return end(context.console(), e instanceof SubjectTimeoutException ? Verdict.INCONCLUSIVE : Verdict.VIOLATED);
        }
        RecordedTurns recorded = turns.get();
        context.console().out((recorded == null ? 0 : recorded.written()) + " events in " + file + ", not judged");
        return 0;
    }

    private static Verdict verdict(SoakResult result) {
        return switch (result.verdict()) {
            case CONFORMS -> result.grew() ? Verdict.VIOLATED : Verdict.CONFORMS;
            case VIOLATED -> Verdict.VIOLATED;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
        };
    }

    private static String memory(SoakResult result) {
        String used = String.format(Locale.ROOT, "heap after collection: first %.1f MB, last %.1f MB, most %.1f MB; ",
                result.samples().get(0).heap() / 1e6, result.samples().get(result.samples().size() - 1).heap() / 1e6,
                result.mostHeap() / 1e6);
        return used + result.growth()
                .map(growth -> String.format(Locale.ROOT, "median of the last quarter %.2f times that of the second: %s", growth,
                        result.grew() ? "it grew" : "flat"))
                .orElse("too few samples to tell whether it grew");
    }

    private static int end(Console console, Verdict verdict) {
        console.out("verdict: " + verdict.words());
        return verdict.code();
    }

    private static void print(Console console, SoakSample sample) {
        double seconds = sample.elapsed().toNanos() / 1e9;
        console.out(
                String.format(Locale.ROOT, "%12d %9d %12d %12d %9.1f %12.0f %9.1f", sample.events(), sample.parts(), sample.requests(),
                        sample.purged(), seconds, sample.events() / seconds, sample.heap() / 1e6));
        console.flush();
    }
}
