package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Unseen;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final String HISTORY = "{\"format\":\"codepurger-trace\",\"version\":2,\"profile\":\"seed\",\"history\":true}\n";
    private static final List<Label> LABELS = List.of(new Label.Did(new Stimulus.Load("m", true), Response.NOT_PURGED),
            new Label.Did(new Stimulus.Spawn("p \u00e9", new Stimulus.Where.InModule("m", Stimulus.Residence.BUSY)), Response.OK),
            new Label.Replied("r", Label.RequestKind.PURGE, new Result.Hard(true, false)), new Label.Down("p", "killed"),
            new Label.Showed(new Effect.Snapshot(ImmutableSortedSet.of("a", "purger"))),
            new Label.Quiet(Label.QuietKind.HELD, ImmutableSortedSet.of("p")));

    private static JsonSchema schema(String name) throws IOException {
        Map<String, String> known = ImmutableMap.of("urn:codepurger:trace:2", Files.readString(FOLDER.resolve("trace.schema.json")),
                "urn:codepurger:protocol:1", Files.readString(FOLDER.resolve("protocol.schema.json")));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, to -> to.schemaLoaders(loaders -> loaders.schemas(known)))
                .getSchema(SchemaLocation.of("urn:codepurger:trace:2#/$defs/" + name));
    }

    private static void assertFits(List<String> lines) throws IOException {
        assertFits(lines, "event");
    }

    private static void assertFits(List<String> lines, String kind) throws IOException {
        JsonSchema header = schema("header");
        JsonSchema event = schema(kind);
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
    @DisplayName("what a source cannot see, and where it begins, is written and read back")
    void gaps() throws Exception {
        for (Unseen kind : Unseen.values()) {
            for (boolean middle : new boolean[]{false, true}) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                TraceHeader header = new TraceHeader(Profile.SEED, false, "",
                        new Gaps(ImmutableSet.of(kind), middle && kind != Unseen.QUIET));
                new TraceWriter(out, header).close();
                String text = out.toString(StandardCharsets.UTF_8);
                assertFits(text.lines().toList());
                assertEquals(header, TraceReader.of(bytes(text)).header());
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "deaths|{'seen':{'name':'down','process':'p','reason':'killed'}}|2:9",
            "suspensions|{'quiet':{'kind':'idle','suspended':['p']}}|2:10", "quiet|{'at':1,'quiet':{'kind':'idle','suspended':[]}}|2:17",
            "replies|{'seen':{'name':'started','ref':'r'}}|2:9", "returns|{'seen':{'name':'returned','call':'c','outcome':'1'}}|2:9"})
    @DisplayName("what is declared unseen is refused")
    void unseen(String kind, String event, String place) throws Exception {
        String header = "{'format':'codepurger-trace','version':2,'profile':'seed','unseen':['" + kind + "']}\n";
        TraceReader reader = TraceReader.of(bytes((header + event + "\n").replace('\'', '"')));
        TraceException problem = assertThrows(TraceException.class, reader::next);
        assertEquals(place, problem.line() + ":" + problem.column(), problem.clause());
        assertTrue(problem.clause().contains("the header has " + kind + " among what is unseen"), problem.clause());
    }

    @Test
    @DisplayName("the example of the document is a trace")
    void example() throws Exception {
        List<String> lines = Files.readString(FOLDER.resolve("TRACE.md")).lines().filter(line -> line.startsWith("    {"))
                .map(String::strip).toList();
        List<String> histories = lines.stream().filter(line -> line.startsWith("{\"by\"")).toList();
        List<String> plain = lines.stream().filter(line -> !histories.contains(line)).toList();
        assertFits(plain);
        assertEquals(8, all(TraceReader.of(bytes(String.join("\n", plain)))).size());
        List<String> history = Stream.concat(Stream.of(HISTORY.strip()), histories.stream()).toList();
        assertFits(history, "history_event");
        TraceReader reader = TraceReader.of(bytes(String.join("\n", history)));
        for (String line : histories) {
            assertEquals(line.substring(7, line.indexOf('"', 7)), Objects.requireNonNull(reader.nextOfHistory()).by());
        }
    }

    @Test
    @DisplayName("a history is written as the schema says, and read back")
    void history() throws Exception {
        List<HistoryLine> lines = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            lines.add(new HistoryLine(i % 2 == 0 ? "a" : "B_2", new History.Event(LABELS.get(i), 10L * i, 10L * i + 9)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceHeader header = new TraceHeader(Profile.SEED, true, "", Gaps.of(Unseen.RETURNS), true);
        try (TraceWriter writer = new TraceWriter(out, header)) {
            for (HistoryLine line : lines) {
                writer.write(line);
            }
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertFits(text.lines().toList(), "history_event");
        TraceReader reader = TraceReader.of(bytes(text));
        assertEquals(header, reader.header());
        for (HistoryLine line : lines) {
            assertEquals(line, reader.nextOfHistory());
        }
        assertNull(reader.nextOfHistory());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"'from':1,'to':2|2:1|a string as by, found nothing",
            "'by':'a b','from':1,'to':2|2:7|the name of an actor", "'by':'','from':1,'to':2|2:7|the name of an actor",
            "'by':7,'from':1,'to':2|2:7|a string as by", "'by':'a','from':-1,'to':2|2:18|a number from 0 to 999999999999999999 as from",
            "'by':'a','from':1.5,'to':2|2:18|a number from 0", "'by':'a','from':99999999999999999999,'to':2|2:18|a number from 0",
            "'by':'a','from':1000000000000000000,'to':2|2:18|a number from 0", "'by':'a','from':3,'to':2|2:25|a number from 3",
            "'by':'a','from':1|2:1|a number from 1 to 999999999999999999 as to, found nothing",
            "'by':[[]],'from':1,'to':1|2:7|a string as by"})
    @DisplayName("what is no event of a history is refused")
    void wrongHistoryEvents(String fields, String place, String message) throws Exception {
        String line = ("{" + fields + ",'apply':{'name':'hold'},'response':'ok'}").replace('\'', '"');
        if (!fields.contains("'from':3")) {
            assertDoesNotFit("history_event", line);
        }
        TraceReader reader = TraceReader.of(bytes(HISTORY + line + "\n"));
        TraceException problem = assertThrows(TraceException.class, reader::nextOfHistory);
        assertTrue(problem.clause().contains(message), problem.clause());
        assertEquals(place, problem.line() + ":" + problem.column(), problem.clause());
    }

    private static String hold(String by, int from, int to) {
        return "{\"by\":\"" + by + "\",\"from\":" + from + ",\"to\":" + to + ",\"apply\":{\"name\":\"hold\"},\"response\":\"ok\"}\n";
    }

    @Test
    @DisplayName("a history that is out of order is refused: one actor does two things at once, or somebody does something at rest")
    void wrongOrder() throws Exception {
        String quiet = "{\"by\":\"s\",\"from\":5,\"to\":7,\"quiet\":{\"kind\":\"blocked\",\"suspended\":[]}}\n";
        for (String[] one : new String[][]{{hold("a", 1, 4) + hold("a", 3, 6), "at least 4, when a had ended the event before"},
                {hold("a", 1, 6) + quiet, "at least 6, when something had not ended yet"},
                {quiet + hold("a", 7, 9), "more than 7, when all was quiet"}}) {
            TraceReader reader = TraceReader.of(bytes(HISTORY + one[0]));
            reader.nextOfHistory();
            TraceException problem = assertThrows(TraceException.class, reader::nextOfHistory);
            assertTrue(problem.clause().contains(one[1]), problem.clause());
            assertEquals("3:" + (1 + "{\"by\":\"a\",\"from\":".length()), problem.line() + ":" + problem.column());
        }
        TraceReader fine = TraceReader.of(bytes(HISTORY + hold("a", 1, 4) + hold("b", 2, 5) + hold("a", 4, 4) + quiet + hold("b", 8, 9)));
        for (int i = 0; i < 5; i++) {
            assertNotNull(fine.nextOfHistory());
        }
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
            "{'format':'codepurger-trace','version':3,'profile':'seed'}|1:40|a number from 1 to 2 as version, found \"3\"",
            "{'format':'x','version':1,'profile':'seed'}|1:11|expected \"codepurger-trace\" as format, found \"x\"",
            "{'seen':{'name':'started','ref':'r'}}|1:1|the first line of a trace is its header",
            "{'format':'codepurger-trace','version':1,'profile':'mine'}|1:52|one of seed, hardened",
            "{'format':'codepurger-trace','version':1,'profile':'seed','unsure':['down']}|1:68|absent: a header has only",
            "{'format':'codepurger-trace','version':1,'profile':'seed','unseen':['deaths']}|1:68|absent: a header of version 1 has no such field",
            "{'format':'codepurger-trace','version':1,'profile':'seed','begins':'fresh'}|1:68|absent: a header of version 1 has no such field",
            "{'format':'codepurger-trace','version':2,'profile':'seed','unseen':['quiet','down']}|1:77|one of deaths, suspensions, replies, returns, quiet as unseen[1], found \"down\"",
            "{'format':'codepurger-trace','version':2,'profile':'seed','unseen':['deaths','deaths']}|1:78|something that is not in the list yet as unseen[1]",
            "{'format':'codepurger-trace','version':2,'profile':'seed','unseen':'deaths'}|1:68|a list as unseen",
            "{'format':'codepurger-trace','version':2,'profile':'seed','unseen':null}|1:1|where nothing is null",
            "{'format':'codepurger-trace','version':2,'profile':'seed','unseen':[[[]]]}|1:69|one of deaths, suspensions",
            "{'format':'codepurger-trace','version':2,'profile':'seed','begins':'end'}|1:68|one of fresh, middle as begins, found \"end\"",
            "{'format':'codepurger-trace','version':2,'profile':'seed','begins':'middle','unseen':['quiet']}|1:68|judged from its first idle quiet, which this source cannot see",
            "{'format':'codepurger-trace','version':2,'profile':'seed','history':true,'begins':'middle'}|1:83|a history has to be told from its beginning",
            "{'format':'codepurger-trace','version':2,'profile':'seed','history':1}|1:69|true or false as history",
            "{'format':'codepurger-trace','version':2,'profile':'seed','effects':true,'begins':'middle'}|1:83|effects name all processes",
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
