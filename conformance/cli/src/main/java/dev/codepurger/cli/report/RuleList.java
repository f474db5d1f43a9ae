package dev.codepurger.cli.report;

import dev.codepurger.cli.Console;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.explain.Table;
import dev.codepurger.spec.LineRange;
import dev.codepurger.spec.Observability;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import dev.codepurger.spec.RuleText;
import java.util.List;
import java.util.stream.Collectors;

/** The rules, one a line, one with its text, or as JSON. */
public final class RuleList {
    private final RuleCatalogue texts;
    private final CaseCatalogue cases;
    private final Console console;

    /** On a console. */
    public RuleList(RuleCatalogue texts, CaseCatalogue cases, Console console) {
        this.texts = texts;
        this.cases = cases;
        this.console = console;
    }

    /** One a line. */
    public void lines(List<Rule> rules) {
        Table table = new Table();
        for (Rule rule : rules) {
            table.row(rule.id(), rule.level().toString(), (rule.isDefect() ? "DEFECT " : "") + rule.title());
        }
        table.lines("  ").forEach(console::out);
    }

    /** All about one. */
    public void text(Rule rule) {
        RuleText text = texts.text(rule);
        console.out(rule.id() + " " + rule.title());
        console.out(rule.level() + ", profiles: " + String.join(", ", rule.profiles()) + (rule.isDefect() ? ", a defect" : "")
                + ", observable: " + (rule.observability().isEmpty() ? "no"
                        : rule.observability().stream().map(Observability::id).collect(Collectors.joining(", "))));
        paragraph("", text.normative().plain());
        text.notRequired().ifPresent(prose -> paragraph("Not required: ", prose.plain()));
        text.observed().ifPresent(prose -> paragraph("Observed: ", prose.plain()));
        text.reason().ifPresent(prose -> paragraph("Reason: ", prose.plain()));
        paragraph("Intent: ", text.intent().plain());
        List<String> about = cases.casesFor(rule).stream().map(ConformanceCase::id).toList();
        paragraph("Cases: ", about.isEmpty() ? "none" : String.join(", ", about));
    }

    private void paragraph(String head, String body) {
        console.out("");
        console.out(head + body);
    }

    /** With all their text. */
    public void json(List<Rule> rules) {
        console.out(Json.write(json -> {
            json.writeStartArray();
            for (Rule rule : rules) {
                RuleText text = texts.text(rule);
                json.writeStartObject();
                json.writeStringField("id", rule.id());
                json.writeStringField("title", rule.title());
                json.writeStringField("level", rule.level().toString());
                json.writeBooleanField("defect", rule.isDefect());
                Json.strings(json, "profiles", rule.profiles());
                Json.strings(json, "seedLines", rule.seedLines().stream().map(LineRange::toString).toList());
                Json.strings(json, "observable", rule.observability().stream().map(Observability::id).toList());
                json.writeStringField("text", text.normative().plain());
                json.writeStringField("intent", text.intent().plain());
                if (text.reason().isPresent()) {
                    json.writeStringField("reason", text.reason().get().plain());
                }
                Json.strings(json, "cases", cases.casesFor(rule).stream().map(ConformanceCase::id).toList());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }
}
