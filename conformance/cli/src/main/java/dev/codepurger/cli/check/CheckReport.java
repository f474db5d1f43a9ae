package dev.codepurger.cli.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.codepurger.cli.Console;
import dev.codepurger.cli.report.Json;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.concurrent.HistoryText;
import dev.codepurger.conformance.explain.AwaitedText;
import dev.codepurger.conformance.explain.JunitTest;
import dev.codepurger.conformance.explain.Mermaid;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.explain.RejectionText;
import dev.codepurger.conformance.run.TraceLine;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.trace.HistoryRejection;
import dev.codepurger.conformance.trace.Rejection;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says what came of traces. */
public final class CheckReport {
    private static final int EXPLAINED = 5;
    /** A violation has been seen, and what could not be judged changes nothing about it. */
    private static final List<Verdict> GRAVEST_FIRST = List.of(Verdict.VIOLATED, Verdict.USAGE, Verdict.INCONCLUSIVE, Verdict.CONFORMS);

    private final Console console;
    private final RejectionText text;
    private final boolean diagram;
    private final boolean test;
    private final List<CheckedTrace> all = new ArrayList<>();
    private int explained;

    /**
     * Onto a console.
     *
     * @param diagram also as sequence diagrams
     * @param test also as tests to paste
     */
    public CheckReport(Console console, RuleCatalogue rules, boolean diagram, boolean test) {
        this.console = console;
        text = new RejectionText(rules, "./codepurger replay ");
        this.diagram = diagram;
        this.test = test;
    }

    /** One more, which is only counted. */
    public void add(CheckedTrace trace) {
        all.add(trace);
    }

    /** One more, of which it is said what is wrong; the first few are explained. */
    public void print(CheckedTrace trace) {
        add(trace);
        String name = Printable.line(trace.place());
        if (trace.skipped() > 0 && trace.verdict() != Verdict.USAGE) {
            console.out(Printable.line(trace.name()) + ": begins in the middle, "
                    + (trace.skipped() == 1 ? "1 event" : trace.skipped() + " events")
                    + " before the first idle quiet skipped");
        }
        switch (trace.verdict()) {
            case CONFORMS -> AwaitedText.lines(trace.awaited(), true)
                    .forEach(words -> console.out(name + ": at the end the purger waits for " + words));
            case VIOLATED -> {
                console.out(name + ": violated "
                        + (trace.history().isPresent() ? "after event " + trace.events() : "at event " + (trace.events() + 1))
                        + ", " + Printable.line(trace.message()));
                trace.rejection().ifPresent(this::explain);
                trace.history().ifPresent(this::explain);
                if (trace.rejection().isEmpty() && trace.history().isEmpty()) {
                    console.out(trace.events() >= TraceCheck.KEPT
                            ? "  (after so many events nothing is known of them any more, and nothing can be explained)"
                            : "  (ended from outside before it was explained)");
                }
            }
            case INCONCLUSIVE -> console.out(name + ": inconclusive, " + Printable.line(trace.message()));
            default -> console.err("codepurger: " + name + ": " + Printable.line(trace.message()));
        }
        console.flush();
    }

    private void explain(HistoryRejection rejection) {
        if (explained++ < EXPLAINED) {
            text.of(rejection).forEach(console::out);
            console.out("");
        }
    }

    private void explain(Rejection rejection) {
        if (explained++ >= EXPLAINED) {
            return;
        }
        text.of(rejection).forEach(console::out);
        if (diagram) {
            console.out("");
            console.out("```mermaid");
            Mermaid.lines(rejection.shorter(), true).forEach(console::out);
            console.out("```");
        }
        if (test) {
            console.out("");
            JunitTest.lines(rejection).forEach(console::out);
        }
        console.out("");
    }

    /** What all of it comes to. */
    public Verdict verdict() {
        return GRAVEST_FIRST.stream().filter(one -> count(one) > 0).findFirst().orElse(Verdict.INCONCLUSIVE);
    }

    private long count(Verdict verdict) {
        return all.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** How many there were of each kind. */
    public void summary() {
        if (explained > EXPLAINED) {
            console.out("the first " + EXPLAINED + " violations were explained; check the other files alone");
        }
        List<String> parts = new ArrayList<>();
        for (Verdict one : List.of(Verdict.CONFORMS, Verdict.VIOLATED, Verdict.INCONCLUSIVE, Verdict.USAGE)) {
            if (one == Verdict.CONFORMS || count(one) > 0) {
                parts.add(count(one) + " " + (one == Verdict.USAGE ? "not a trace" : one.words()));
            }
        }
        long events = all.stream().mapToLong(CheckedTrace::events).sum();
        long skipped = all.stream().mapToLong(CheckedTrace::skipped).sum();
        console.out(all.size() + (all.size() == 1 ? " trace, " : " traces, ") + events + " legal events"
                + (skipped == 0 ? "" : " (" + skipped + " skipped)") + ": " + String.join(", ", parts));
        console.out("verdict: " + (verdict() == Verdict.USAGE ? "wrong input" : verdict().words()));
    }

    /** The same as JSON. */
    public void json() {
        console.out(Json.write(json -> {
            json.writeStartArray();
            for (CheckedTrace one : all) {
                write(json, one);
            }
            json.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, CheckedTrace one) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", one.name());
        json.writeStringField("verdict", one.verdict() == Verdict.USAGE ? "wrong input" : one.verdict().words());
        json.writeNumberField("events", one.events());
        if (one.skipped() > 0) {
            json.writeNumberField("skipped", one.skipped());
        }
        if (one.line() > 0) {
            json.writeNumberField("line", one.line());
        }
        if (one.column() > 0) {
            json.writeNumberField("column", one.column());
        }
        if (!one.message().isEmpty()) {
            json.writeStringField("message", one.message());
        }
        if (one.rejection().isPresent()) {
            Rejection why = one.rejection().get();
            Json.strings(json, "rules", why.blamed().stream().map(Rule::id).toList());
            Json.strings(json, "legal", why.legal());
            Json.strings(json, "states", why.states());
            Json.strings(json, "awaited", AwaitedText.lines(why.awaited(), why.effects()));
            Json.strings(json, "shorter", why.shorter().stream().map(Notation::label).toList());
            json.writeStringField("replay", new TraceLine(why.profile(), why.effects(), why.gaps(), why.shorter()).toString());
        }
        if (one.history().isPresent()) {
            HistoryRejection why = one.history().get();
            Json.strings(json, "rules", why.blamed().stream().map(Rule::id).toList());
            Json.strings(json, "refused", why.verdict().refused().stream().map(event -> Notation.label(event.label())).toList());
            Json.strings(json, "legal", why.verdict().legal().stream().map(Notation::label).sorted().toList());
            Json.strings(json, "states", why.verdict().states());
            json.writeStringField("history", HistoryText.write(why.verdict().history()));
        }
        json.writeEndObject();
    }
}
