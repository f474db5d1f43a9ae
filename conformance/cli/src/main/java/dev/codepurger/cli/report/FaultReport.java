package dev.codepurger.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.codepurger.conformance.explain.Table;
import dev.codepurger.conformance.reference.Fault;
import dev.codepurger.conformance.reference.FaultTrial;
import dev.codepurger.conformance.reference.Way;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which faults were rejected, and for which rules; grows while they are run. */
public final class FaultReport {
    private static final int NAMED = 4;

    private final String seeds;
    private final String scheduler;
    private final boolean full;
    private final boolean everything;
    private final List<ConformingRow> conforming = new ArrayList<>();
    private final List<FaultRow> rows = new ArrayList<>();
    private int nameWidth;
    private int ruleWidth;

    /**
     * Of no fault yet.
     *
     * @param seeds in words
     * @param scheduler how faults are run
     * @param full whether every case is run
     * @param everything whether these are all faults and all cases, so that something can be said of each rule
     */
    public FaultReport(String seeds, String scheduler, boolean full, boolean everything) {
        this.seeds = seeds;
        this.scheduler = scheduler;
        this.full = full;
        this.everything = everything;
    }

    /** Says what is about to run. */
    public List<String> begin(List<Fault> faults, int cases) {
        nameWidth = faults.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        ruleWidth = faults.stream().mapToInt(one -> rules(one).length()).max().orElse(0);
        return List.of(faults.size() + (faults.size() == 1 ? " fault, " : " faults, ") + seeds + ", scheduler " + scheduler + ", " + cases
                + " cases; each fault " + (full ? "to the end" : "until each of its rules has been blamed"),
                "");
    }

    /** A subject that must conform has been run. */
    public List<String> add(ConformingRow row) {
        conforming.add(row);
        return List.of(row.line(), "");
    }

    /** A fault has been run. */
    public List<String> add(FaultRow row) {
        List<String> lines = new ArrayList<>();
        if (rows.isEmpty()) {
            lines.add(line("fault", "rules", "rejected", "for them", full ? "failed" : "cases", "ms", full ? "" : "shown by"));
        }
        rows.add(row);
        int all = row.results().size();
        lines.add(line(row.fault().name(), rules(row.fault()), row.rejected() + "/" + all, row.asExpected() + "/" + all,
                String.valueOf(full ? row.mostFailed() : row.mostRan()), String.valueOf(row.millis()), full ? "" : shownBy(row)));
        row.troubles().forEach(trouble -> lines.add("    " + trouble));
        return lines;
    }

    private String line(String name, String rules, String rejected, String expected, String cases, String millis, String shown) {
        return (pad(name, nameWidth) + "  " + pad(rules, ruleWidth) + "  " + pad(rejected, 8) + "  " + pad(expected, 8) + "  "
                + pad(cases, 6) + "  " + pad(millis, 6) + "  " + shown).stripTrailing();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String rules(Fault fault) {
        return fault.rules().stream().map(Rule::id).collect(Collectors.joining(", "));
    }

    private static String shownBy(FaultRow row) {
        List<String> cases = row.shownBy();
        return cases.isEmpty() ? "" : cases.get(0) + (cases.size() == 1 ? "" : " and " + (cases.size() - 1) + " more");
    }

    /** Says what it comes to. */
    public List<String> end() {
        List<String> lines = new ArrayList<>();
        if (full) {
            lines.addAll(ruleLines());
        }
        int trials = rows.stream().mapToInt(row -> row.results().size()).sum();
        int expected = rows.stream().mapToInt(FaultRow::asExpected).sum();
        long millis = rows.stream().mapToLong(FaultRow::millis).sum();
        lines.add("");
        lines.add(expected + " of " + trials + " trials of " + rows.size() + " faults rejected for every rule that is broken, "
                + millis / 1000 + " s");
        lines.add("verdict: " + verdict().words());
        return lines;
    }

    private List<String> ruleLines() {
        Table table = new Table();
        table.row("rule", "broken by", "also blamed for");
        for (RuleByFault one : RuleByFault.of(rows)) {
            table.row(one.rule().id(), some(one.broken()), one.reason().isEmpty() ? some(one.blamed()) : "none: " + one.reason());
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines("  "));
        if (everything) {
            RuleByFault.of(rows).stream().filter(one -> !one.trouble().isEmpty())
                    .forEach(one -> lines.add(one.rule().id() + " " + one.trouble()));
        }
        return lines;
    }

    private static String some(List<String> names) {
        return names.size() <= NAMED ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED - 1)) + " and " + (names.size() - NAMED + 1) + " more";
    }

    /** What it comes to. */
    public Verdict verdict() {
        boolean rejected = rows.stream().allMatch(FaultRow::alwaysAsExpected);
        boolean conform = conforming.stream().allMatch(row -> row.notConforming().isEmpty());
        boolean ruled = !full || !everything || RuleByFault.of(rows).stream().allMatch(one -> one.trouble().isEmpty());
        return rejected && conform && ruled ? Verdict.CONFORMS : Verdict.VIOLATED;
    }

    /** All of it. */
    public String json() {
        return Json.write(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("verdict", verdict().words());
        json.writeStringField("seeds", seeds);
        json.writeStringField("scheduler", scheduler);
        json.writeBooleanField("full", full);
        json.writeArrayFieldStart("conforming");
        for (ConformingRow row : conforming) {
            json.writeStartObject();
            json.writeStringField("subject", row.subject());
            json.writeNumberField("runs", row.runs());
            json.writeNumberField("passed", row.passed());
            Json.strings(json, "notConforming", row.notConforming().stream().map(String::valueOf).toList());
            json.writeNumberField("milliseconds", row.millis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("faults");
        for (FaultRow row : rows) {
            write(json, row);
        }
        json.writeEndArray();
        if (full) {
            writeRules(json);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FaultRow row) throws IOException {
        Fault fault = row.fault();
        json.writeStartObject();
        json.writeStringField("fault", fault.name());
        json.writeStringField("description", fault.description());
        json.writeStringField("profile", fault.profile().name());
        Json.strings(json, "rules", fault.rules().stream().map(Rule::id).toList());
        Json.strings(json, "observable", fault.ways().stream().map(Way::id).toList());
        json.writeNumberField("rejected", row.rejected());
        json.writeNumberField("rejectedForRules", row.asExpected());
        json.writeArrayFieldStart("trials");
        for (FaultTrial.Result one : row.results()) {
            json.writeStartObject();
            json.writeNumberField("seed", one.seed());
            json.writeNumberField("ran", one.ran());
            json.writeNumberField("failed", one.failed());
            json.writeNumberField("inconclusive", one.inconclusive());
            json.writeNumberField("milliseconds", one.time().toMillis());
            json.writeObjectFieldStart("blamed");
            for (Map.Entry<Rule, ? extends List<String>> blamed : one.blamed().entrySet()) {
                Json.strings(json, blamed.getKey().id(), blamed.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeRules(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (RuleByFault one : RuleByFault.of(rows)) {
            json.writeStartObject();
            json.writeStringField("id", one.rule().id());
            Json.strings(json, "brokenBy", one.broken());
            Json.strings(json, "alsoBlamedFor", one.blamed());
            json.writeStringField("reason", one.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
