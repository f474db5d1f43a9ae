package dev.codepurger.cli.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.exec.HistoryLine;
import dev.codepurger.conformance.exec.TraceException;
import dev.codepurger.conformance.exec.TraceHeader;
import dev.codepurger.conformance.exec.TraceReader;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.trace.HistoryRejection;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.HistoryOracle;
import dev.codepurger.model.oracle.HistoryVerdict;
import dev.codepurger.model.oracle.LongHistory;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.world.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Judges a history while it is read, part by part: a part ends at a rest, where nobody does anything. Of a part that does not follow from what came
 * before only one order is known to have led there; so all of it is judged again, as a whole, before anything is said against it.
 */
final class HistoryCheck {
    /** Of a longer history no more can be said than that an order was found, or that none was. */
    private static final int KEPT = 20_000;
    /** The order of so many events without a rest between is not looked for. */
    private static final int LONGEST_PART = 1_000_000;

    private final String name;
    private final Judges judges;
    private final TraceHeader header;
    private final OracleOptions options;
    private final LongConsumer legal;
    private final LongHistory parts;
    private final List<HistoryLine> part = new ArrayList<>();
    private final List<HistoryLine> kept = new ArrayList<>();
    private long events;

    /**
     * For a history with this header.
     *
     * @param legal is told how many events were legal so far
     */
    HistoryCheck(String name, Judges judges, TraceHeader header, LongConsumer legal) {
        this.name = name;
        this.judges = judges;
        this.header = header;
        this.legal = legal;
        options = OracleOptions.DEFAULT.withEffects(header.effects()).missing(header.gaps());
        parts = new LongHistory(header.profile(), options);
    }

    CheckedTrace check(TraceReader reader) throws IOException, TraceException {
        for (HistoryLine line = reader.nextOfHistory(); line != null; line = reader.nextOfHistory()) {
            if (line.event().label() instanceof Label.Showed && !header.effects()) {
                return CheckedTrace.wrong(name, events, reader.line(), 1, TraceCheck.NO_EFFECTS);
            }
            part.add(line);
            if (kept.size() <= KEPT) {
                kept.add(line);
            }
            if (part.size() > LONGEST_PART) {
                return CheckedTrace.inconclusive(name, events, reader.line(),
                        "more than " + LONGEST_PART + " events without a rest between");
            }
            if (line.event().label() instanceof Label.Quiet) {
                Optional<CheckedTrace> end = judge(reader.line());
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
        return judge(reader.line() - 1).orElseGet(() -> CheckedTrace.conforms(name, events, ImmutableSet.of()));
    }

    /** What came of the history, if that is settled now. */
    private Optional<CheckedTrace> judge(long line) {
        Verdict verdict = parts.next(history(part));
        if (verdict == Verdict.CONFORMS) {
            events += part.size();
            legal.accept(events);
            part.clear();
            return Optional.empty();
        }
        if (verdict == Verdict.INCONCLUSIVE) {
            return Optional.of(CheckedTrace.inconclusive(name, events, line, "the oracle's bound was hit while it looked for an order of "
                    + part.size() + " events up to this line"));
        }
        if (kept.size() > KEPT) {
            return Optional.of(CheckedTrace.inconclusive(name, events, line,
                    "no order of the events up to this line follows from the one that was found before them; to look for others, they are too many"));
        }
        return Optional.of(whole(line));
    }

    private CheckedTrace whole(long line) {
        HistoryVerdict verdict = new HistoryOracle(header.profile(), options).judge(history(kept));
        if (verdict.verdict() != Verdict.VIOLATED) {
            return CheckedTrace.inconclusive(name, events, line, "the oracle's bound was hit while it looked for an order of " + kept.size()
                    + " events up to this line");
        }
        String refused = String.join(" nor ", verdict.refused().stream().map(event -> Notation.label(event.label())).toList());
        return CheckedTrace
                .violated(name, events, line, "no order of the events up to this line is legal; the best one cannot go on with " + refused)
                .because(HistoryRejection.of(verdict, header.profile(), header.effects(), judges));
    }

    private static History history(List<HistoryLine> lines) {
        Map<String, ImmutableList.Builder<History.Event>> actors = new LinkedHashMap<>();
        lines.forEach(line -> actors.computeIfAbsent(line.by(), by -> ImmutableList.builder()).add(line.event()));
        ImmutableMap.Builder<String, ImmutableList<History.Event>> all = ImmutableMap.builder();
        actors.forEach((by, events) -> all.put(by, events.build()));
        return new History(all.buildOrThrow());
    }
}
