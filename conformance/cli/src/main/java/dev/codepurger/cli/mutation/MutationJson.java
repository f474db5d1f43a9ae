package dev.codepurger.cli.mutation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import dev.codepurger.cli.mutation.MutationReport.Source;
import dev.codepurger.cli.mutation.MutationReport.Test;
import dev.codepurger.cli.mutation.MutationReport.TestedRule;
import dev.codepurger.cli.report.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A report in the published form, the mutation-testing-report-schema. What that has no place for stands in its free part, {@code config}. */
public final class MutationJson {
    /** The name of our part of {@code config}. */
    static final String OURS = "codepurger";
    private static final String SCHEMA_VERSION = "2";
    private static final int HIGH = 100;
    private static final int LOW = 90;

    private MutationJson() {
    }

    /** As text. */
    public static String of(MutationReport report) {
        return Json.write(json -> write(json, report)) + "\n";
    }

    private static void write(JsonGenerator json, MutationReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("schemaVersion", SCHEMA_VERSION);
        json.writeObjectFieldStart("thresholds");
        json.writeNumberField("high", HIGH);
        json.writeNumberField("low", LOW);
        json.writeEndObject();
        json.writeObjectFieldStart("framework");
        json.writeStringField("name", "Codepurger");
        json.writeEndObject();
        json.writeObjectFieldStart("config");
        json.writeFieldName(OURS);
        ours(json, report);
        json.writeEndObject();
        json.writeObjectFieldStart("files");
        for (Map.Entry<String, Source> file : report.files().entrySet()) {
            json.writeObjectFieldStart(file.getKey());
            json.writeStringField("language", file.getValue().language());
            json.writeStringField("source", file.getValue().text());
            json.writeArrayFieldStart("mutants");
            for (ReportedMutant mutant : report.mutants().stream().filter(one -> one.file().equals(file.getKey())).toList()) {
                mutant(json, mutant);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
        if (!report.tests().isEmpty()) {
            tests(json, report.tests());
        }
        json.writeEndObject();
    }

    private static void mutant(JsonGenerator json, ReportedMutant mutant) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", mutant.id());
        json.writeStringField("mutatorName", mutant.operator());
        json.writeStringField("description", mutant.description());
        json.writeStringField("replacement", mutant.change().replacement());
        Span span = mutant.change().span();
        json.writeObjectFieldStart("location");
        position(json, "start", span.line(), span.column());
        position(json, "end", span.endLine(), span.endColumn());
        json.writeEndObject();
        json.writeStringField("status", mutant.fate().word());
        if (!mutant.reason().isEmpty()) {
            json.writeStringField("statusReason", mutant.reason());
        }
        Json.strings(json, "killedBy", mutant.killedBy());
        Json.strings(json, "coveredBy", mutant.ranBy());
        json.writeNumberField("testsCompleted", mutant.ranBy().size());
        json.writeNumberField("duration", mutant.milliseconds());
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, String name, int line, int column) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", line);
        json.writeNumberField("column", column);
        json.writeEndObject();
    }

    private static void tests(JsonGenerator json, List<Test> tests) throws IOException {
        json.writeObjectFieldStart("testFiles");
        for (Map.Entry<String, ? extends Iterable<Test>> file : Multimaps.index(tests, Test::file).asMap().entrySet()) {
            json.writeObjectFieldStart(file.getKey());
            json.writeArrayFieldStart("tests");
            for (Test test : file.getValue()) {
                json.writeStartObject();
                json.writeStringField("id", test.id());
                json.writeStringField("name", test.id() + ": " + test.name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** What our tables are made of. */
    private static void ours(JsonGenerator json, MutationReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", report.kind());
        json.writeStringField("title", report.title());
        json.writeStringField("run", report.run());
        json.writeBooleanField("everyTest", report.everyTest());
        json.writeArrayFieldStart("rules");
        for (TestedRule rule : report.rules()) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("title", rule.title());
            json.writeBooleanField("must", rule.must());
            json.writeStringField("reason", rule.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tests");
        for (Test test : report.tests()) {
            json.writeStartObject();
            json.writeStringField("id", test.id());
            json.writeStringField("name", test.name());
            json.writeStringField("file", test.file());
            Json.strings(json, "rules", test.rules());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("mutants");
        for (ReportedMutant mutant : report.mutants()) {
            json.writeObjectFieldStart(mutant.id());
            json.writeStringField("outcome", mutant.outcome());
            Json.strings(json, "breaks", mutant.breaks());
            json.writeObjectFieldStart("blamed");
            for (Map.Entry<String, ImmutableList<String>> blamed : mutant.blamed().entrySet()) {
                Json.strings(json, blamed.getKey(), blamed.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("steps", mutant.steps());
            json.writeEndObject();
        }
        json.writeEndObject();
        if (report.before().isPresent()) {
            json.writeFieldName("before");
            report.before().get().write(json);
        }
        json.writeEndObject();
    }
}
