package dev.codepurger.cli.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.cli.mutation.MutationReport.Source;
import dev.codepurger.cli.mutation.MutationReport.Test;
import dev.codepurger.cli.mutation.MutationReport.TestedRule;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what {@link MutationJson} has written, so that a page can be made of reports that were made at different times. */
public final class MutationReader {
    private MutationReader() {
    }

    /**
     * Reads a report.
     *
     * @throws IOException if it is none of ours
     */
    public static MutationReport read(String text) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(text);
        JsonNode ours = tree.path("config").path(MutationJson.OURS);
        if (!ours.path("kind").isTextual()) {
            throw new IOException("it is no report of mutants that Codepurger has written");
        }
        ImmutableMap.Builder<String, Source> files = ImmutableMap.builder();
        ImmutableMap.Builder<String, ReportedMutant> mutants = ImmutableMap.builder();
        for (Map.Entry<String, JsonNode> file : tree.path("files").properties()) {
            files.put(file.getKey(), new Source(file.getValue().path("language").asText(), file.getValue().path("source").asText()));
            for (JsonNode mutant : file.getValue().path("mutants")) {
                ReportedMutant one = mutant(file.getKey(), mutant, ours.path("mutants").path(mutant.path("id").asText()));
                mutants.put(one.id(), one);
            }
        }
        // In the order in which they were run, which is not that of the files.
        ImmutableMap<String, ReportedMutant> byId = mutants.buildOrThrow();
        ImmutableList<ReportedMutant> ordered = ours.path("mutants").properties().stream().map(entry -> byId.get(entry.getKey()))
                .collect(ImmutableList.toImmutableList());
        JsonNode before = ours.path("before");
        return new MutationReport(ours.path("kind").asText(), ours.path("title").asText(), ours.path("run").asText(),
                ours.path("everyTest").asBoolean(), files.buildOrThrow(), list(ours.path("tests"), MutationReader::test),
                list(ours.path("rules"), MutationReader::rule), ordered,
                before.isMissingNode() ? Optional.empty() : Optional.of(MutationSummary.of(before)));
    }

    private static ReportedMutant mutant(String file, JsonNode mutant, JsonNode ours) throws IOException {
        JsonNode start = mutant.path("location").path("start");
        JsonNode end = mutant.path("location").path("end");
        String status = mutant.path("status").asText();
        Fate fate = Fate.find(status).orElseThrow(() -> new IOException("there is no state of mutants " + status));
        ImmutableMap<String, ImmutableList<String>> blamed = ours.path("blamed").properties().stream()
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, entry -> strings(entry.getValue())));
        return new ReportedMutant(mutant.path("id").asText(), file, mutant.path("mutatorName").asText(),
                new Change(new Span(start.path("line").asInt(), start.path("column").asInt(), end.path("line").asInt(),
                        end.path("column").asInt()), mutant.path("replacement").asText()),
                mutant.path("description").asText(), fate, ours.path("outcome").asText(), mutant.path("statusReason").asText(),
                strings(mutant.path("killedBy")), strings(mutant.path("coveredBy")), ImmutableSet.copyOf(strings(ours.path("breaks"))),
                blamed, ours.path("steps").asInt(), mutant.path("duration").asLong());
    }

    private static Test test(JsonNode test) {
        return new Test(test.path("id").asText(), test.path("name").asText(), test.path("file").asText(),
                ImmutableSet.copyOf(strings(test.path("rules"))));
    }

    private static TestedRule rule(JsonNode rule) {
        return new TestedRule(rule.path("id").asText(), rule.path("title").asText(), rule.path("must").asBoolean(),
                rule.path("reason").asText());
    }

    private static ImmutableList<String> strings(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static <T> ImmutableList<T> list(JsonNode array, Function<JsonNode, T> each) {
        ImmutableList.Builder<T> all = ImmutableList.builder();
        array.forEach(one -> all.add(each.apply(one)));
        return all.build();
    }
}
