package dev.codepurger.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.explain.Explanation;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.ExpectedFailure;
import dev.codepurger.conformance.run.ReplayLine;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code report.json}. Everything that differs between two equal runs stands under {@code environment} and {@code timings}. */
final class JsonReport {
    private static final String BLACK_BOX = "black-box";
    private static final String EFFECTS = "effects";

    private final RuleCatalogue rules;
    private final CaseCatalogue cases;
    private final RunResult result;
    private final Map<String, String> environment;

    JsonReport(RuleCatalogue rules, CaseCatalogue cases, RunResult result, Map<String, String> environment) {
        this.rules = rules;
        this.cases = cases;
        this.result = result;
        this.environment = environment;
    }

    String text() {
        return Json.write(this::write) + "\n";
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("verdict", result.verdict().words());
        json.writeBooleanField("interrupted", result.interrupted());
        json.writeFieldName("subject");
        Json.subject(json, result.subject());
        json.writeStringField("profile", result.options().profile().name());
        json.writeNumberField("seed", result.options().seed());
        json.writeStringField("channel", result.options().channels().id());
        json.writeObjectFieldStart("settings");
        json.writeStringField("timeout", result.options().timeout().toMillis() + "ms");
        strings(json, result.options().settings());
        json.writeEndObject();
        json.writeObjectFieldStart("environment");
        strings(json, environment);
        json.writeEndObject();
        counts(json);
        ruleRows(json);
        reach(json);
        Json.strings(json, "confirmedDefects", new RuleSummary(rules, cases, result).confirmedDefects());
        results(json, "failures", result.failures());
        expectations(json);
        results(json, "expectedFailures", result.expectedFailures());
        results(json, "inconclusive", result.inconclusive());
        skips(json);
        timings(json);
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, Map<String, String> values) throws IOException {
        for (Map.Entry<String, String> one : values.entrySet()) {
            json.writeStringField(one.getKey(), one.getValue());
        }
    }

    private void counts(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("cases");
        json.writeNumberField("planned", result.planned());
        json.writeNumberField("ran", result.ran());
        json.writeNumberField("passed", result.count(Status.PASSED));
        json.writeNumberField("failed", result.count(Status.FAILED));
        json.writeNumberField("expectedFailures", result.count(Status.EXPECTED));
        json.writeNumberField("inconclusive", result.count(Status.INCONCLUSIVE));
        json.writeNumberField("skipped", result.count(Status.SKIPPED));
        json.writeEndObject();
    }

    private void ruleRows(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (RuleSummary.Row row : new RuleSummary(rules, cases, result).rows()) {
            json.writeStartObject();
            json.writeStringField("id", row.rule().id());
            json.writeStringField("level", row.rule().level().toString());
            json.writeNumberField("cases", row.cases());
            json.writeNumberField("failed", row.failed());
            json.writeNumberField("skipped", row.skipped());
            json.writeObjectFieldStart("observed");
            json.writeNumberField(BLACK_BOX, row.blackBox());
            json.writeNumberField(EFFECTS, row.effects());
            json.writeEndObject();
            json.writeStringField("reason", row.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void results(JsonGenerator json, String field, List<CaseResult> all) throws IOException {
        Explanation explanation = TextReport.explanation(rules);
        json.writeArrayFieldStart(field);
        for (CaseResult one : all) {
            json.writeStartObject();
            json.writeStringField("case", one.of().id());
            json.writeStringField("channel", one.of().effects() ? EFFECTS : BLACK_BOX);
            Json.strings(json, "rules", one.blamed().stream().map(Rule::id).toList());
            json.writeStringField("reason", one.reason());
            json.writeStringField("replay", one.replay().map(ReplayLine::toString).orElse(""));
            json.writeStringField("explanation", String.join("\n", explanation.of(one)));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void expectations(JsonGenerator json) throws IOException {
        List<ExpectedFailure> passes = result.unexpectedPasses();
        json.writeArrayFieldStart("expectations");
        for (ExpectedFailure one : result.options().expected().all()) {
            json.writeStartObject();
            json.writeStringField("rule", one.rule().id());
            json.writeStringField("subject", one.subject());
            json.writeStringField("profile", one.profile());
            json.writeStringField("reason", one.reason());
            json.writeStringField("link", one.link());
            json.writeNumberField("cases",
                    result.expectedFailures().stream().filter(failure -> failure.blamed().contains(one.rule())).count());
            json.writeBooleanField("unexpectedPass", passes.contains(one));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void reach(JsonGenerator json) throws IOException {
        Map<String, Integer> counts = result.reached();
        List<String> missing = counts.entrySet().stream().filter(one -> one.getValue() == 0).map(Map.Entry::getKey).toList();
        json.writeObjectFieldStart("reach");
        json.writeNumberField("situations", counts.size());
        json.writeNumberField("reached", counts.size() - missing.size());
        Json.strings(json, "missing", missing);
        json.writeEndObject();
    }

    private void skips(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("skips");
        for (CaseResult one : result.results()) {
            if (one.status() == Status.SKIPPED) {
                json.writeStartObject();
                json.writeStringField("case", one.of().id());
                json.writeStringField("channel", one.of().effects() ? EFFECTS : BLACK_BOX);
                json.writeStringField("reason", one.reason());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void timings(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("timings");
        for (CaseResult one : result.results()) {
            if (one.status() != Status.SKIPPED) {
                json.writeNumberField(one.of().name(), one.time().toMillis());
            }
        }
        json.writeEndObject();
    }
}
