package dev.codepurger.cli.mutation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.cli.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of all mutants of one kind, short enough to be kept under version control.
 *
 * @param kind the kind
 * @param counts how many mutants had each fate
 * @param undetected the ids of those that nobody detected and nobody has accepted
 */
public record MutationSummary(String kind, ImmutableMap<Fate, Integer> counts, ImmutableSet<String> undetected) {

    /** Copies them in order, so that two equal summaries are the same text. */
    public MutationSummary {
        undetected = undetected.stream().sorted().collect(ImmutableSet.toImmutableSet());
    }

    static MutationSummary of(MutationReport report) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        report.mutants().forEach(one -> counts.merge(one.fate(), 1, Integer::sum));
        return new MutationSummary(report.kind(), ImmutableMap.copyOf(counts), report.mutants().stream()
                .filter(one -> one.fate().undetected()).map(ReportedMutant::id).collect(ImmutableSet.toImmutableSet()));
    }

    /** How many mutants had this fate. */
    public int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    /** How many there were. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were detected. */
    public int detected() {
        return counts.entrySet().stream().filter(entry -> entry.getKey().detected()).mapToInt(Map.Entry::getValue).sum();
    }

    /** The detected ones of those that could be and are not accepted, in percent; 100 if there are none. */
    public double score() {
        int valid = detected() + undetected.size();
        return valid == 0 ? 100 : 100.0 * detected() / valid;
    }

    /** In one line. */
    public String words() {
        List<String> parts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            if (count(fate) > 0) {
                parts.add(count(fate) + " " + WORDS.get(fate));
            }
        }
        return all() + " mutants: " + String.join(", ", parts) + "; score " + percent(score());
    }

    /** A number of percent, in words. */
    static String percent(double score) {
        return String.format(Locale.ROOT, "%.1f%%", score);
    }

    private static final ImmutableMap<Fate, String> WORDS = ImmutableMap.of(Fate.KILLED, "killed", Fate.TIMEOUT, "timed out",
            Fate.SURVIVED, "survived", Fate.NO_COVERAGE, "not covered", Fate.IGNORED, "accepted with a reason", Fate.COMPILE_ERROR,
            "not loadable", Fate.RUNTIME_ERROR, "do not start");

    /** What has changed since another one, in lines; none if nothing has. */
    public List<String> since(MutationSummary before) {
        List<String> lines = new ArrayList<>();
        if (before.all() != all()) {
            lines.add("mutants " + before.all() + " -> " + all());
        }
        for (Fate fate : Fate.values()) {
            if (before.count(fate) != count(fate)) {
                lines.add(WORDS.get(fate) + " " + before.count(fate) + " -> " + count(fate));
            }
        }
        if (before.score() != score()) {
            lines.add("score " + percent(before.score()) + " -> " + percent(score()));
        }
        Sets.difference(undetected, before.undetected).forEach(id -> lines.add("newly undetected: " + id));
        Sets.difference(before.undetected, undetected).forEach(id -> lines.add("no longer undetected: " + id));
        return lines;
    }

    /** As JSON. */
    public String json() {
        return Json.write(this::write) + "\n";
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kind);
        json.writeObjectFieldStart("counts");
        for (Fate fate : Fate.values()) {
            if (count(fate) > 0) {
                json.writeNumberField(fate.word(), count(fate));
            }
        }
        json.writeEndObject();
        Json.strings(json, "undetected", undetected);
        json.writeEndObject();
    }

    /**
     * Reads one that was kept.
     *
     * @throws IOException if it cannot be read, or is no summary
     */
    public static MutationSummary read(Path file) throws IOException {
        return of(new ObjectMapper().readTree(Files.readString(file)));
    }

    static MutationSummary of(JsonNode tree) throws IOException {
        if (!tree.path("kind").isTextual() || !tree.path("counts").isObject() || !tree.path("undetected").isArray()) {
            throw new IOException("it is no summary of mutants");
        }
        ImmutableMap.Builder<Fate, Integer> counts = ImmutableMap.builder();
        for (Map.Entry<String, JsonNode> entry : tree.path("counts").properties()) {
            Fate fate = Fate.find(entry.getKey()).orElseThrow(() -> new IOException("there is no state of mutants " + entry.getKey()));
            counts.put(fate, entry.getValue().asInt());
        }
        ImmutableSet.Builder<String> undetected = ImmutableSet.builder();
        tree.path("undetected").forEach(id -> undetected.add(id.asText()));
        return new MutationSummary(tree.path("kind").asText(), counts.buildOrThrow(), undetected.build());
    }
}
