package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces are written as their document and their schemas say, read back, and refused with the place where they are wrong. */
class TraceTest {
    private static final Path FOLDER = Path.of("..", "..", "spec", "protocol");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper STRICT = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final String HEADER = "{\"format\":\"codepurger-trace\",\"version\":1,\"profile\":\"seed\"}\n";
    private static final List<Label> LABELS = List.of(new Label.Did(new Stimulus.Load("m", true), Response.NOT_PURGED),
            new Label.Did(new Stimulus.Spawn("p \u00e9", new Stimulus.Where.InModule("m", Stimulus.Residence.BUSY)), Response.OK),
            new Label.Replied("r", Label.RequestKind.PURGE, new Result.Hard(true, false)), new Label.Down("p", "killed"),
            new Label.Showed(new Effect.Snapshot(ImmutableSortedSet.of("a", "purger"))),
            new Label.Quiet(Label.QuietKind.HELD, ImmutableSortedSet.of("p")));

    private static JsonSchema schema(String name) throws IOException {
        Map<String, String> known = ImmutableMap.of("urn:codepurger:trace:1", Files.readString(FOLDER.resolve("trace.schema.json")),
                "urn:codepurger:protocol:1", Files.readString(FOLDER.resolve("protocol.schema.json")));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, to -> to.schemaLoaders(loaders -> loaders.schemas(known)))
                .getSchema(SchemaLocation.of("urn:codepurger:trace:1#/$defs/" + name));
    }

    private static void assertFits(List<String> lines) throws IOException {
        JsonSchema header = schema("header");
        JsonSchema event = schema("event");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            assertEquals(Set.of(), (i == 0 ? header : event).validate(MAPPER.readTree(line)), line);
        }
    }

    /** Reader and schema refuse the same; that the profile has no limit of requests is beyond a schema. */
    private static void assertDoesNotFit(String name, String line) throws IOException {
        JsonNode node;
        try {
            node = STRICT.readTree(line);
        } catch (JsonProcessingException e) {
            return;
        }
        assertEquals(line.contains("requests_in_flight"), schema(name).validate(node).isEmpty(), line);
    }

    private static List<Label> all(TraceReader reader) throws IOException, TraceException {
        List<Label> all = new ArrayList<>();
        for (Label label = reader.next(); label != null; label = reader.next()) {
            all.add(label);
        }
        return all;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("what is written fits the schemas, and is read back")
    void roundTrip() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceHeader header = new TraceHeader(Profile.OTP_25.withKillLimit(3).withRequestsInFlight(7), true, "somebody");
        try (TraceWriter writer = new TraceWriter(out, header)) {
            for (Label label : LABELS) {
                writer.write(label);
            }
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertFits(text.lines().toList());
        TraceReader reader = TraceReader.of(bytes(text));
        assertEquals(header, reader.header());
        assertEquals(LABELS, all(reader));
    }

    @Test
    @DisplayName("the example of the document is a trace")
    void example() throws Exception {
        List<String> lines = Files.readString(FOLDER.resolve("TRACE.md")).lines().filter(line -> line.startsWith("    {"))
                .map(String::strip).toList();
        assertFits(lines);
        assertEquals(8, all(TraceReader.of(bytes(String.join("\n", lines)))).size());
    }

    @Test
    @DisplayName("the schema of the header knows the fields that the program knows, and every profile is read")
    void sameFields() throws Exception {
        JsonNode properties = MAPPER.readTree(Files.readString(FOLDER.resolve("trace.schema.json"))).at("/$defs/header/properties");
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        assertEquals(TraceHeader.fields(), names);
    }

    @Test
    @DisplayName("events may have other fields, lines may be empty, and the last need not be ended")
    void lenient() throws Exception {
        String text = "\n" + HEADER + "\r\n  \n{\"at\":\"12:00\",\"quiet\":{\"kind\":\"idle\",\"suspended\":[]}}";
        TraceReader reader = TraceReader.of(bytes(text));
        assertEquals(List.of(new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of())), all(reader));
    }

    @Test
    @DisplayName("an event is given while its stream stays open")
    void streams() throws Exception {
        InputStream open = new InputStream() {
            private final InputStream first = bytes(HEADER + "{\"seen\":{\"name\":\"started\",\"ref\":\"r\"}}\n");

            @Override
            public int read() {
                throw new AssertionError("not byte by byte");
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                int got = first.read(into, from, Math.min(count, 10));
                if (got < 0) {
                    throw new AssertionError("would wait");
                }
                return got;
            }
        };
        assertEquals(new Label.Started("r"), TraceReader.of(open).next());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "{'seen':{'name':'down','process':'p'}}|2:9|a string as seen.reason, found nothing",
            "{'seen':{'name':'down','process':'p','reason':7}}|2:47|a string as seen.reason, found \"7\"",
            "{'seen':{'name':'dwon'}}|2:17|one of replied, started",
            "{'apply':{'name':'fly'},'response':'ok'}|2:18|one of load, delete",
            "{'apply':{'name':'load','module':'m','identical':'no'},'response':'ok'}|2:50|true or false as apply.identical",
            "{'apply':{'name':'hold'}}|2:1|one of ok, not_purged",
            "{'apply':{'name':'hold'},'response':'fine'}|2:37|found \"fine\"",
            "{'apply':{'name':'spawn','process':'p','where':{'name':'nowhere'},'traits':['dirty','x']},'response':'ok'}|2:85|as apply.traits[1]",
            "{'quiet':{'kind':'calm','suspended':[]}}|2:18|one of idle, held, blocked, stalled, down",
            "{'apply':{'name':'hold'},'response':'ok','seen':{'name':'started','ref':'r'}}|2:1|expected one event",
            "{'quiet':{'kind':'idle','suspended':[]},'seen':{'name':'started','ref':'r'}}|2:1|expected one event",
            "{'apply':{'name':'hold'},'response':'ok','seen':7}|2:1|expected one event",
            "{'said':1}|2:1|an event, with apply, seen or quiet", "[1]|2:1|a JSON object", "{'seen':|2:9|a JSON object",
            "hello|2:1|a JSON object",
            "{'seen':1,'seen':2}|2:17|Duplicate field"})
    void wrongEvents(String event, String place, String message) throws Exception {
        String line = event.replace('\'', '"');
        assertDoesNotFit("event", line);
        TraceReader reader = TraceReader.of(bytes(HEADER + line + "\n"));
        TraceException problem = assertThrows(TraceException.class, reader::next);
        assertTrue(problem.clause().contains(message), problem.clause());
        assertEquals(place, problem.line() + ":" + problem.column(), problem.clause());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "{'format':'codepurger-trace','version':2,'profile':'seed'}|1:40|a number from 1 to 1 as version, found \"2\"",
            "{'format':'x','version':1,'profile':'seed'}|1:11|expected \"codepurger-trace\" as format, found \"x\"",
            "{'seen':{'name':'started','ref':'r'}}|1:1|the first line of a trace is its header",
            "{'format':'codepurger-trace','version':1,'profile':'mine'}|1:52|one of seed, hardened",
            "{'format':'codepurger-trace','version':1,'profile':'seed','unseen':['down']}|1:68|absent: a header has only",
            "{'a[x]':1,'a':[1],'format':'codepurger-trace','version':1,'profile':'seed'}|1:1|a header, which has only format",
            "{'format':'codepurger-trace','version':1,'profile':'seed','a.b':1}|1:1|a header, which has only format",
            "{'format':'codepurger-trace','version':1,'profile':'seed','effects':null}|1:1|where nothing is null",
            "{'format':'codepurger-trace','version':1,'profile':'seed','requests_in_flight':5}|1:80|has no such limit",
            "{'format':'codepurger-trace','version':1,'profile':'seed','kill_limit':0}|1:72|a number from 1"})
    void wrongHeaders(String header, String place, String message) throws Exception {
        String line = header.replace('\'', '"');
        assertDoesNotFit("header", line);
        TraceException problem = assertThrows(TraceException.class, () -> TraceReader.of(bytes(line + "\n")));
        assertTrue(problem.clause().contains(message), problem.clause());
        assertEquals(place, problem.line() + ":" + problem.column(), problem.clause());
    }

    @Test
    @DisplayName("a stream that ends at once has no header")
    void empty() {
        assertTrue(assertThrows(TraceException.class, () -> TraceReader.of(bytes(""))).clause().contains("found the end"));
    }
}
