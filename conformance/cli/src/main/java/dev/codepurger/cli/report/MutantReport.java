package dev.codepurger.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.codepurger.cli.Console;
import dev.codepurger.conformance.explain.Table;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Mutant;
import dev.codepurger.model.closed.Mutants;
import dev.codepurger.model.purger.Profile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the claims see of purgers that need not obey a rule, as text or as JSON. */
public final class MutantReport {
    private final Console console;
    private final Profile profile;
    private final List<Configuration> worlds;
    private final Mutants found;

    /** Of what was found. */
    public MutantReport(Console console, Profile profile, List<Configuration> worlds, Mutants found) {
        this.console = console;
        this.profile = profile;
        this.worlds = worlds;
        this.found = found;
    }

    /** Violated if a claim is left that no mutant breaks; but one that was not explored in full may break it yet. */
    public Verdict verdict() {
        if (found.unbroken().isEmpty()) {
            return Verdict.CONFORMS;
        }
        return found.mutants().stream().allMatch(Mutant::complete) ? Verdict.VIOLATED : Verdict.INCONCLUSIVE;
    }

    /** As text. */
    public void text() {
        console.out("profile " + profile.name() + ", " + (worlds.size() == 1 ? worlds.get(0).name() : worlds.size() + " worlds"));
        Table table = new Table();
        table.row("relaxed", "breaks, and first where");
        found.of(Mutant.Fate.CAUGHT).forEach(mutant -> table.row(mutant.relaxed().id(), claims(mutant)));
        table.lines("  ").forEach(console::out);
        console.out("");
        line(Mutant.Fate.UNSEEN, "show, and break no claim");
        line(Mutant.Fate.SAME, "change nothing here");
        line(Mutant.Fate.UNKNOWN, "break no claim so far; not all states were looked at");
        console.out(found.unbroken().isEmpty() ? "every claim is broken by a mutant"
                : "broken by no mutant: " + String.join(", ", found.unbroken()));
        console.out("");
        console.out("verdict: " + verdict().words());
    }

    private static String claims(Mutant mutant) {
        // By world, for most are broken in the same.
        Map<String, List<String>> byWorld = mutant.broken().entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue,
                LinkedHashMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return byWorld.entrySet().stream().map(entry -> String.join(", ", entry.getValue()) + " in " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private void line(Mutant.Fate fate, String what) {
        List<Mutant> those = found.of(fate);
        if (!those.isEmpty()) {
            console.out(those.size() + " " + what + ": "
                    + those.stream().map(mutant -> mutant.relaxed().id()).collect(Collectors.joining(", ")));
        }
    }

    /** As JSON. */
    public void json() {
        console.out(Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("verdict", verdict().words());
            json.writeStringField("profile", profile.name());
            Json.strings(json, "worlds", worlds.stream().map(Configuration::name).toList());
            Json.strings(json, "unbroken", found.unbroken().asList());
            json.writeArrayFieldStart("mutants");
            for (Mutant mutant : found.mutants()) {
                mutant(json, mutant);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void mutant(JsonGenerator json, Mutant mutant) throws IOException {
        json.writeStartObject();
        json.writeStringField("relaxed", mutant.relaxed().id());
        json.writeStringField("fate", mutant.fate().name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("complete", mutant.complete());
        json.writeObjectFieldStart("broken");
        for (Map.Entry<String, String> claim : mutant.broken().entrySet()) {
            json.writeStringField(claim.getKey(), claim.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
