package dev.codepurger.cli.bench;

import dev.codepurger.cli.bench.Measurements.Column;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.LongHistory;
import dev.codepurger.model.oracle.Memory;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.world.Label;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many events the oracle judges in a second, of traces that the reference has shown: one long trace; many short ones, each judged from the beginning
 * with the same memory; and a history of 16 clients, part by part. Each at three sizes, the largest last. Beside the first two what an oracle without a
 * memory does, for the smallest size; and of the short traces, the largest number of them, what TLC does, which validates the same ones.
 */
public final class OracleBench implements Bench {
    private static final int CLIENTS = 16;
    private static final int SHORT = 100;
    private static final int NARROW = 1;
    private static final int WIDER = 2;
    private static final int WARM_UP = 2_000;
    /** Only ever for the smallest size: it takes as much longer as it is slower. */
    private static final List<Integer> LONG = List.of(10_000, 100_000, 1_000_000);
    private static final List<Integer> TRACES = List.of(30, 300, 3_000);
    private static final List<Integer> OPERATIONS = List.of(100, 1_000, 10_000);

    private final int divisor;
    private final @Nullable Path tlc;
    private final Measurements table = new Measurements(new Column("form", "form"), new Column("size", "size"),
            new Column("events", "events"), new Column("seconds", "seconds"), new Column("processorSeconds", "processor s"),
            new Column("eventsPerSecond", "events/s"), new Column("eventsPerProcessorSecond", "events/processor s"),
            new Column("verdict", "verdict"), new Column("oracleTimes", "oracle to it"),
            new Column("oracleTimesByProcessor", "by processor"));

    /**
     * At full size.
     *
     * @param tlc the jar of TLC, to go without where there is none
     */
    public OracleBench(Optional<Path> tlc) {
        this(1, tlc);
    }

    /** At a part of the sizes. */
    OracleBench(int divisor, Optional<Path> tlc) {
        this.divisor = divisor;
        this.tlc = tlc.orElse(null);
    }

    private interface Judging {
        /** How many events there were, below 0 if one of them was not legal. */
        long judge();
    }

    @Override
    public String description() {
        return "events that the oracle judges in a second: a long trace, many short ones, a history of " + CLIENTS + " clients";
    }

    @Override
    public Measurements measure() {
        // What it costs to load classes is not what is measured.
        judge(PurgeOracle.remembering(memory()), Lives.sequential(0, NARROW, WARM_UP));
        List<Label> longest = Lives.sequential(1, NARROW, LONG.getLast() / divisor);
        for (int size : LONG) {
            List<Label> trace = longest.subList(0, Math.min(longest.size(), size / divisor));
            row("one trace", size / divisor, () -> judge(PurgeOracle.remembering(memory()), trace));
        }
        row("one trace, without a memory", LONG.getFirst() / divisor,
                () -> judge(PurgeOracle.of(Lives.profile(), OracleOptions.DEFAULT), longest.subList(0, LONG.getFirst() / divisor)));
        List<Label> wider = Lives.sequential(1, WIDER, LONG.get(1) / divisor);
        row("one trace, of a wider life", wider.size(), () -> judge(PurgeOracle.remembering(memory()), wider));
        List<List<Label>> traces = new ArrayList<>();
        for (int i = 0; i < TRACES.getLast() / divisor; i++) {
            traces.add(Lives.sequential(i, NARROW, SHORT));
        }
        Judged last = new Judged(0, 0, 0);
        for (int size : TRACES) {
            Memory memory = memory();
            last = row("traces of " + SHORT, size / divisor,
                    () -> each(traces.subList(0, size / divisor), () -> PurgeOracle.remembering(memory)));
        }
        if (tlc != null) {
            rowOfTlc(tlc, traces, last);
        }
        row("traces of " + SHORT + ", without a memory", TRACES.getFirst() / divisor,
                () -> each(traces.subList(0, TRACES.getFirst() / divisor), () -> PurgeOracle.of(Lives.profile(), OracleOptions.DEFAULT)));
        for (int size : OPERATIONS) {
            List<History> parts = Lives.concurrent(CLIENTS, 2 * size / divisor);
            row("history of " + CLIENTS + " clients", size / divisor, () -> judge(parts));
        }
        return table;
    }

    private static Memory memory() {
        return new Memory(Lives.profile(), OracleOptions.DEFAULT);
    }

    /** How long it took to judge so many events, on the clock and of a processor. */
    private record Judged(long events, double seconds, double processorSeconds) {
        double rate() {
            return events / seconds;
        }

        double rateByProcessor() {
            return events / processorSeconds;
        }
    }

    private Judged row(String form, int size, Judging judging) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long began = System.nanoTime();
        long beganByProcessor = thread.getCurrentThreadCpuTime();
        long events = judging.judge();
        Judged judged = new Judged(Math.abs(events), (System.nanoTime() - began) / 1e9,
                (thread.getCurrentThreadCpuTime() - beganByProcessor) / 1e9);
        row(form, size, judged, events < 0 ? "not all legal" : "conforms", null, null);
        return judged;
    }

    private void row(String form, int size, Judged judged, String verdict, @Nullable Double times, @Nullable Double timesByProcessor) {
        table.row(form, size, judged.events, judged.seconds, judged.processorSeconds, String.format(Locale.ROOT, "%.0f", judged.rate()),
                String.format(Locale.ROOT, "%.0f", judged.rateByProcessor()), verdict, times, timesByProcessor);
    }

    private void rowOfTlc(Path jar, List<List<Label>> traces, Judged byOracle) {
        try {
            TlcTraces.Validation found = new TlcTraces(jar, Lives.profile()).validate(traces, false);
            boolean all = IntStream.range(0, traces.size()).allMatch(i -> found.explained().get(i) == traces.get(i).size());
            Judged judged = new Judged(traces.stream().mapToInt(List::size).sum(), found.run().seconds(), found.run().processorSeconds());
            row("traces of " + SHORT + ", by TLC", traces.size(), judged, all ? "conforms" : "not all explained",
                    byOracle.rate() / judged.rate(), byOracle.rateByProcessor() / judged.rateByProcessor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while TLC was measured", e);
        }
    }

    private static long each(List<List<Label>> traces, Supplier<PurgeOracle> oracle) {
        long events = 0;
        for (List<Label> trace : traces) {
            long judged = judge(oracle.get(), trace);
            if (judged < 0) {
                return judged;
            }
            events += judged;
        }
        return events;
    }

    private static long judge(PurgeOracle begin, List<Label> trace) {
        return begin.observeAll(trace).verdict() == Verdict.CONFORMS ? trace.size() : -trace.size();
    }

    private static long judge(List<History> parts) {
        LongHistory oracle = new LongHistory(Lives.profile(), OracleOptions.DEFAULT);
        long events = 0;
        for (History part : parts) {
            events += part.size();
            if (oracle.next(part) != Verdict.CONFORMS) {
                return -events;
            }
        }
        return events;
    }
}
