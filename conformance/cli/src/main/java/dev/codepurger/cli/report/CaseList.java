package dev.codepurger.cli.report;

import dev.codepurger.cli.Console;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.explain.Table;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.spec.Rule;
import java.util.List;

/** The cases, one a line or as JSON. */
public final class CaseList {
    private CaseList() {
    }

    /** Prints them. */
    public static void print(CaseCatalogue cases, boolean json, Console console) {
        if (json) {
            console.out(json(cases));
            return;
        }
        Table table = new Table();
        for (ConformanceCase one : cases.cases()) {
            table.row(one.id(), String.join(",", rules(one)), one.title());
        }
        table.lines("  ").forEach(console::out);
    }

    private static List<String> rules(ConformanceCase one) {
        return one.rules().stream().map(Rule::id).toList();
    }

    private static String json(CaseCatalogue cases) {
        return Json.write(generator -> {
            generator.writeStartArray();
            for (ConformanceCase one : cases.cases()) {
                generator.writeStartObject();
                generator.writeStringField("id", one.id());
                generator.writeStringField("title", one.title());
                Json.strings(generator, "rules", rules(one));
                Json.strings(generator, "needs", one.needs().stream().map(Capability::id).toList());
                Json.strings(generator, "profiles", one.profiles());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }
}
