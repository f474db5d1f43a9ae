package dev.codepurger.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.Console;
import dev.codepurger.conformance.explain.Table;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Describe;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.explore.Counts;
import dev.codepurger.model.explore.Exploration;
import dev.codepurger.model.explore.Finding;
import dev.codepurger.model.explore.LivenessFinding;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.explore.Trace;
import dev.codepurger.model.purger.Profile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found by exploring, as tables or as JSON. */
public final class ExplorationReport {
    private final Console console;

    /** On a console. */
    public ExplorationReport(Console console) {
        this.console = console;
    }

    /**
     * A world, and what was found in it.
     *
     * @param found of its states and steps
     * @param ends of what must happen in the end; empty if that was not looked at
     * @param everyWayEnds was it found that no way goes on for ever; what is claimed of states at rest then says what happens in the end
     */
    public record Explored(ClosedWorld world, Exploration<ClosedState, Move> found,
            Optional<ImmutableList<LivenessFinding<ClosedState, Move>>> ends, boolean everyWayEnds) {

        /** What does not hold; goals that were not met only if every state was looked at. */
        public ImmutableList<Counterexample> violated() {
            return Stream.concat(
                    found.findings().stream().filter(finding -> !finding.holds())
                            .filter(finding -> found.complete() || !(finding.property() instanceof Property.Reachable))
                            .map(Counterexample::of),
                    ends().stream().flatMap(List::stream).filter(finding -> !finding.holds()).map(Counterexample::of))
                    .collect(ImmutableList.toImmutableList());
        }

        private int claims() {
            return found.findings().size() + ends.map(List::size).orElse(0);
        }

        private String status(LivenessFinding<ClosedState, Move> finding) {
            return !finding.holds() ? "VIOLATED" : found.complete() ? "holds" : "holds so far";
        }

        private String status(Finding<ClosedState, Move> finding) {
            boolean goal = finding.property() instanceof Property.Reachable;
            return finding.holds() ? goal ? "reached" : found.complete() ? "holds" : "holds so far"
                    : !goal ? "VIOLATED" : found.complete() ? "NOT REACHED" : "not reached yet";
        }
    }

    /** The worlds there are, one a line, or as JSON. */
    public void list(List<Configuration> all, boolean asJson) {
        if (asJson) {
            console.out(Json.write(json -> {
                json.writeStartArray();
                for (Configuration one : all) {
                    json.writeStartObject();
                    json.writeStringField("world", one.name());
                    json.writeStringField("about", one.about());
                    Json.strings(json, "processes", one.processes().stream().map(Describe::plan).toList());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }));
            return;
        }
        Table table = new Table();
        all.forEach(one -> table.row(one.name(), one.about()));
        table.lines("  ").forEach(console::out);
    }

    /** One with all that was found, several with a line for each; then the counterexamples. */
    public void text(List<Explored> all, Verdict verdict) {
        if (all.size() == 1) {
            single(all.get(0));
        } else {
            overview(all);
        }
        all.forEach(this::counterexamples);
        console.out("");
        if (all.stream().anyMatch(one -> !one.violated().isEmpty())) {
            console.out("(--to mermaid draws the ways above as sequence diagrams)");
        }
        console.out("verdict: " + verdict.words());
    }

    private void counterexamples(Explored one) {
        Map<List<Move>, String> shown = new HashMap<>();
        for (Counterexample violation : one.violated()) {
            violation.trace().ifPresent(trace -> {
                console.out("");
                String violated = one.world().configuration().name() + ": " + violation.name() + " is violated: " + violation.claim();
                String same = shown.putIfAbsent(violation.moves(), violation.name());
                console.out(violated + (same == null ? "" : "; as for " + same));
                if (same == null) {
                    counterexample(one, violation, trace);
                }
            });
        }
    }

    private void overview(List<Explored> all) {
        console.out("profile " + all.get(0).world().profile().name());
        Table table = new Table();
        table.row("world", "states", "edges", "depth", "claims and goals");
        for (Explored one : all) {
            Counts counts = one.found().counts();
            String violated = one.violated().stream().map(Counterexample::name).collect(Collectors.joining(", "));
            table.row(one.world().configuration().name(), bound(one, counts.states()), bound(one, counts.edges()),
                    String.valueOf(counts.depth()),
                    violated.isEmpty() ? one.found().complete() ? "all " + one.claims() + " hold" : "none violated so far"
                            : "violated: " + violated);
        }
        table.lines("  ").forEach(console::out);
        all.forEach(this::sayIfNotLookedAt);
    }

    private void sayIfNotLookedAt(Explored one) {
        String name = one.world().configuration().name();
        if (one.everyWayEnds()) {
            console.out("  every way through " + name + " comes to an end, so what holds of states at rest says what happens in the end");
        } else if (one.ends().isEmpty()) {
            console.out("  " + name + " is large, or was not looked at in full: what must happen in the end was not looked at");
        }
    }

    private static String bound(Explored one, long count) {
        return (one.found().complete() ? "" : "> ") + count;
    }

    private void single(Explored one) {
        Configuration configuration = one.world().configuration();
        console.out(configuration.name() + ": " + configuration.about());
        Profile profile = one.world().profile();
        console.out("profile " + profile.name() + ", kill limit " + profile.killsAtOnce() + ", "
                + (profile.limitsRequests() ? "request limit " + profile.requestsInFlight() + ", " : "") + Describe.loads(configuration));
        configuration.processes().forEach(plan -> console.out("  " + Describe.plan(plan)));
        Counts counts = one.found().counts();
        console.out("");
        console.out(bound(one, counts.states()) + " states, " + bound(one, counts.edges()) + " edges, depth " + counts.depth() + ", "
                + counts.resting() + " at rest" + (one.found().complete() ? "" : "; not all states were looked at"));
        Table table = new Table();
        one.found().findings()
                .forEach(finding -> table.row("  " + finding.property().name(), one.status(finding), finding.property().claim()));
        one.ends().stream().flatMap(List::stream)
                .forEach(finding -> table.row("  " + finding.property().name(), one.status(finding), finding.property().claim()));
        table.lines("  ").forEach(console::out);
        sayIfNotLookedAt(one);
    }

    private void counterexample(Explored one, Counterexample violation, Trace<ClosedState, Move> trace) {
        Table table = new Table();
        int number = 1;
        for (Move move : violation.moves()) {
            String again = number > trace.steps().size() ? "again" : "";
            table.row(String.format("%4d", number++), move.who(), move.text(), effects(move), again);
        }
        table.lines("  ").forEach(console::out);
        boolean loops = violation.lasso().isPresent() && !violation.lasso().get().stutters();
        console.out((loops ? "  meanwhile, step " + (trace.steps().size() + 1) + " and what follows over and over: " : "  then: ")
                + Describe.waits(one.world().configuration(), trace.end()).entrySet().stream()
                        .map(wait -> wait.getKey() + " " + wait.getValue()).collect(Collectors.joining("; ")));
    }

    private static String effects(Move move) {
        return move.effects().stream()
                .map(effect -> effect.to().equals(move.who()) ? effect.text() : "-> " + effect.to() + ": " + effect.text())
                .collect(Collectors.joining("; "));
    }

    /** All of it as JSON. */
    public void json(List<Explored> all, Verdict verdict) {
        console.out(Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("verdict", verdict.words());
            json.writeArrayFieldStart("worlds");
            for (Explored one : all) {
                world(json, one);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void world(JsonGenerator json, Explored one) throws IOException {
        Counts counts = one.found().counts();
        json.writeStartObject();
        json.writeStringField("world", one.world().configuration().name());
        json.writeStringField("profile", one.world().profile().name());
        json.writeBooleanField("complete", one.found().complete());
        json.writeNumberField("states", counts.states());
        json.writeNumberField("edges", counts.edges());
        json.writeNumberField("depth", counts.depth());
        json.writeNumberField("resting", counts.resting());
        json.writeBooleanField("liveness", one.ends().isPresent());
        json.writeBooleanField("everyWayEnds", one.everyWayEnds());
        json.writeArrayFieldStart("properties");
        for (Finding<ClosedState, Move> finding : one.found().findings()) {
            json.writeStartObject();
            json.writeStringField("name", finding.property().name());
            json.writeStringField("claim", finding.property().claim());
            json.writeBooleanField("goal", finding.property() instanceof Property.Reachable);
            json.writeBooleanField("holds", finding.holds());
            if (!finding.holds()) {
                counterexample(json, Counterexample.of(finding));
            }
            json.writeEndObject();
        }
        for (LivenessFinding<ClosedState, Move> finding : one.ends().orElse(ImmutableList.of())) {
            json.writeStartObject();
            json.writeStringField("name", finding.property().name());
            json.writeStringField("claim", finding.property().claim());
            json.writeBooleanField("goal", false);
            json.writeBooleanField("holds", finding.holds());
            counterexample(json, Counterexample.of(finding));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void counterexample(JsonGenerator json, Counterexample violation) throws IOException {
        if (violation.trace().isEmpty()) {
            return;
        }
        if (violation.lasso().isPresent()) {
            json.writeNumberField("loopsAfter", violation.trace().get().steps().size());
        }
        json.writeArrayFieldStart("counterexample");
        for (Move move : violation.moves()) {
            json.writeStartObject();
            json.writeStringField("who", move.who());
            json.writeStringField("does", move.text());
            Json.strings(json, "effects", move.effects().stream().map(effect -> effect.to() + ": " + effect.text()).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
