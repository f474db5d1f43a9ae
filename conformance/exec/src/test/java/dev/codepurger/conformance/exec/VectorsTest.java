package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.codepurger.conformance.cases.directed.DirectedCases;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.vector.TestVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors that are checked in are current, as documented, and of use without Java. */
class VectorsTest {
    private static final Path FOLDER = Python.ROOT.resolve(Path.of("spec", "vectors"));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static SortedMap<String, String> checkedIn() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".ndjson")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String text : checkedIn().values()) {
            text.lines().forEach(lines::add);
        }
        assertTrue(lines.size() > 150, () -> "only " + lines.size() + " vectors");
        return lines;
    }

    @Test
    @Tag("slow")
    @DisplayName("the vectors are those that the model gives")
    void current() throws IOException {
        SortedMap<String, String> made = VectorLines.files(TestVectors.of(new DirectedCases().cases(),
                Profiles.names().stream().map(name -> Profiles.find(name).orElseThrow()).toList(), TestVectors.BOUND));
        SortedMap<String, String> checkedIn = checkedIn();
        Set<String> names = new TreeSet<>(made.keySet());
        names.addAll(checkedIn.keySet());
        for (String name : names) {
            assertTrue(made.getOrDefault(name, "").equals(checkedIn.getOrDefault(name, "")), () -> "spec/vectors/" + name
                    + " is not what the model gives (" + difference(made.getOrDefault(name, ""), checkedIn.getOrDefault(name, ""))
                    + "); if that is meant, run ./codepurger vectors spec/vectors");
        }
    }

    private static String difference(String made, String checkedIn) {
        ImmutableList<String> one = made.lines().collect(ImmutableList.toImmutableList());
        ImmutableList<String> other = checkedIn.lines().collect(ImmutableList.toImmutableList());
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return "line " + (i + 1) + ": " + one.get(i).substring(0, Math.min(one.get(i).length(), 100));
            }
        }
        return one.size() + " lines instead of " + other.size();
    }

    @Test
    @DisplayName("every vector fits its schema")
    void fitsTheSchema() throws IOException {
        JsonSchema schema = schema();
        for (String line : lines()) {
            assertEquals(Set.of(), schema.validate(MAPPER.readTree(line)), () -> line);
        }
    }

    private static JsonSchema schema() throws IOException {
        Map<String, String> known = ImmutableMap.of("urn:codepurger:vector:1", Files.readString(FOLDER.resolve("vector.schema.json")),
                "urn:codepurger:protocol:1", Files.readString(Python.ROOT.resolve(Path.of("spec", "protocol", "protocol.schema.json"))));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, to -> to.schemaLoaders(loaders -> loaders.schemas(known)))
                .getSchema(SchemaLocation.of("urn:codepurger:vector:1"));
    }

    @ParameterizedTest
    @CsvSource({"'\"format\":1', '\"format\":2'", "soft_purge, hard_purge", "'\"settle\":true', '\"settle\":false'", "idle, lazy",
            "'[[0,1]]', '[[0,1,2]]'", "'\"needs\":[]', '\"needs\":[\"luck\"]'", "'\"nodes\"', '\"too_big\"'", "case, cases"})
    @DisplayName("the schema refuses what is no vector")
    void schemaRefuses(String good, String bad) throws IOException {
        String line = lines().stream().filter(one -> one.contains("\"soft-unknown-module\"")).findFirst().orElseThrow();
        assertEquals(Set.of(), schema().validate(MAPPER.readTree(line)));
        assertTrue(line.contains(good), line);
        Set<ValidationMessage> problems = schema().validate(MAPPER.readTree(line.replace(good, bad)));
        assertTrue(!problems.isEmpty(), bad);
    }

    @Test
    @DisplayName("what a node speaks of is there, and what is there is spoken of")
    void numbers() throws IOException {
        for (String line : lines()) {
            JsonNode vector = MAPPER.readTree(line);
            Set<Integer> outcomes = new TreeSet<>();
            Set<Integer> nodes = new TreeSet<>(Set.of(0));
            for (JsonNode node : vector.path("nodes")) {
                for (JsonNode edge : node) {
                    outcomes.add(edge.get(0).intValue());
                    nodes.add(edge.get(1).intValue());
                }
            }
            assertEquals(vector.path("outcomes").size(), outcomes.size(), line);
            assertEquals(vector.path("too_big").booleanValue() ? 1 : vector.path("nodes").size(), nodes.size(), line);
        }
    }

    @Test
    @DisplayName("every outcome can be read as what an adapter may answer")
    void outcomesCanBeRead() throws Exception {
        for (String line : lines()) {
            for (JsonNode outcome : MAPPER.readTree(line).path("outcomes")) {
                if (outcome.has("seen")) {
                    Part seen = new Part(Json.parse("{\"seen\":[" + outcome.path("seen") + "]}"), "").field("seen");
                    assertEquals(outcome.path("seen"), Shown.observation(Observations.list(seen).get(0)));
                } else if (outcome.has("quiet")) {
                    Part quiet = new Part(Json.parse(outcome.toString()), "").field("quiet");
                    assertEquals(outcome.path("quiet"), Shown.quiet(Observations.quiet(quiet)));
                }
            }
        }
    }

    @Test
    @DisplayName("the document's example is one of them, and it names those that are too big")
    void document() throws IOException {
        String text = Files.readString(FOLDER.resolve("README.md"));
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertTrue(example.find());
        JsonNode shown = MAPPER.readTree(example.group(1));
        Set<String> named = new TreeSet<>();
        Pattern.compile("`((kill|check|queue|purge)-[a-z0-9-]+)`").matcher(text.substring(text.indexOf("## What is too big"))).results()
                .forEach(one -> named.add(one.group(1)));
        Set<String> tooBig = new TreeSet<>();
        boolean found = false;
        for (String line : lines()) {
            JsonNode vector = MAPPER.readTree(line);
            found |= vector.equals(shown);
            if (vector.has("too_big")) {
                tooBig.add(vector.path("case").textValue());
            }
        }
        assertTrue(found, "the example is not among the vectors");
        assertEquals(tooBig, named);
    }

    @Test
    @DisplayName("a program that is not in Java can run them: the sample passes")
    void samplePasses() throws Exception {
        Python.require();
        Python.Run run = vectors();
        assertEquals(0, run.code(), run::out);
        assertTrue(run.out().matches("(?s).*passed 1[0-9][0-9], failed 0, inconclusive 0, skipped [0-9]+, too big [0-9]\\s*"), run::out);
    }

    @ParameterizedTest
    @CsvSource({"kill-limit, kill-limit-two", "kill-order, kill-last-in-first-out", "queue-reversed, queue-requests-in-check",
            "early-reply, check-awaits-bystander", "no-snapshot, check-awaits-lingerer",
            "deaf-handshake, handshake-tester-dies-at-started"})
    @DisplayName("and each of its mistakes is found by them")
    void samplesMistakesFail(String mistake, String id) throws Exception {
        Python.require();
        Python.Run run = vectors("--broken", mistake);
        assertEquals(1, run.code(), run::out);
        assertTrue(run.out().contains("FAILED " + id + " ("), run::out);
        assertTrue(run.out().contains("legal would have been: "), run::out);
    }

    private static Python.Run vectors(String... mistake) throws Exception {
        List<String> command = new ArrayList<>(List.of(Python.ROOT.resolve(Path.of("samples", "python", "vectors.py")).toString(),
                FOLDER.toString(), "--", "python3", Python.SAMPLE.toString()));
        command.addAll(List.of(mistake));
        return Python.run(command.toArray(new String[0]));
    }

    @Test
    @DisplayName("an adapter that does not speak the protocol fails, or cannot be started, in a sentence")
    void runnerSurvives() throws Exception {
        Python.require();
        String script = Python.ROOT.resolve(Path.of("samples", "python", "vectors.py")).toString();
        String one = FOLDER.resolve("soft.ndjson").toString();
        Python.Run crash = Python.run(script, one, "--cases", "soft-unknown-module", "--", "python3", "-c", "exit(7)");
        assertEquals(1, crash.code(), crash::out);
        assertTrue(crash.out().contains("the adapter ended instead of answering hello"), crash::out);
        Python.Run garbage = Python.run(script, one, "--cases", "soft-unknown-module", "--", "python3", "-c",
                "import sys; print(sys.stdin.readline())");
        assertEquals(1, garbage.code(), garbage::out);
        Python.Run silent = Python.run(script, one, "--cases", "soft-unknown-module", "--timeout", "0.2", "--", "python3", "-c",
                "import sys; sys.stdin.read()");
        assertEquals(3, silent.code(), silent::out);
        Python.Run missing = Python.run(script, one, "--", "no-such-program-anywhere");
        assertEquals(2, missing.code(), missing::out);
        assertTrue(missing.out().contains("cannot start no-such-program-anywhere"), missing::out);
        Python.Run none = Python.run(script, one, "--cases", "no-such-case", "--", "python3");
        assertEquals(2, none.code(), none::out);
    }
}
