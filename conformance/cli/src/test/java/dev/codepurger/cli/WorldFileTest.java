package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configurations;
import dev.codepurger.model.closed.Goal;
import dev.codepurger.model.closed.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorldFileTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(read(ROOT.resolve("spec/tla/world.schema.json")));
    }

    private static JsonNode read(Path file) throws IOException {
        return MAPPER.readTree(file.toFile());
    }

    static Stream<Configuration> worlds() {
        return Configurations.named().stream();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    @DisplayName("every named world can be written as a file, by the schema, and is the same when it is read")
    void named(Configuration world, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("world.json");
        Files.writeString(file, written(world).toString());
        assertEquals(Set.of(), schema().validate(written(world)));
        assertEquals(world, WorldFile.read(file));
    }

    private static ObjectNode written(Configuration world) {
        ObjectNode json = MAPPER.createObjectNode().put("name", world.name()).put("about", world.about()).put("killLimit",
                world.killLimit());
        if (world.requestLimit() > 0) {
            json.put("requestLimit", world.requestLimit());
        }
        ArrayNode code = json.putArray("code");
        Stream.of(world.codes().old() ? "old" : "", world.codes().current() ? "current" : "", world.codes().pending() ? "pending" : "")
                .filter(word -> !word.isEmpty()).forEach(code::add);
        if (world.loads() == Configuration.ALWAYS) {
            json.put("loads", "always");
        } else {
            json.put("loads", world.loads());
        }
        ArrayNode processes = json.putArray("processes");
        for (Plan plan : world.processes()) {
            ObjectNode process = processes.addObject().put("name", plan.name()).put("place", word(plan.place()));
            plan.requests().forEach(ask -> process.withArray("asks").add(word(ask)));
            plan.freedoms().forEach(freedom -> process.withArray("may").add(word(freedom)));
        }
        world.goals().forEach(goal -> json.withArray("goals").add(goal.id()));
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Test
    @DisplayName("the schema has the words that there are")
    void words() throws IOException {
        JsonNode schema = read(ROOT.resolve("spec/tla/world.schema.json"));
        JsonNode process = schema.at("/$defs/process/properties");
        assertEquals(words(Stream.of(Plan.Place.values()).map(WorldFileTest::word).toList()), texts(process.at("/place/enum")));
        assertEquals(words(Stream.of(Plan.Ask.values()).map(WorldFileTest::word).toList()), texts(process.at("/asks/items/enum")));
        assertEquals(words(Stream.of(Plan.Freedom.values()).map(WorldFileTest::word).toList()), texts(process.at("/may/items/enum")));
        assertEquals(words(Stream.of(Goal.values()).map(Goal::id).toList()), texts(schema.at("/properties/goals/items/enum")));
    }

    private static Set<String> words(Collection<String> words) {
        return new TreeSet<>(words);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    @DisplayName("the example of the documentation is explored, and all that it claims holds")
    void example() throws IOException {
        Path example = ROOT.resolve("docs/examples/world.json");
        assertEquals(Set.of(), schema().validate(read(example)));
        Shell shell = Shell.run("explore", example.toString());
        assertEquals(0, shell.code(), shell.out() + shell.err());
        assertTrue(shell.out().startsWith("retry: a client that asks"), shell.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                            | 1, column 2: JSON is expected: Unexpected end-of-input
            []                                           | 1, column 1: a world, which is an object, is expected
            {"name": "x",~ "coda": []}                   | 2, column 2: there is no field "coda"; there are name, about, code
            {"name": "x", "code": []}                    | 1, column 1: processes is missing
            {"name": "x",~"name": "y"}                   | 2, column 7: JSON is expected: Duplicate field 'name'
            {"name": "X"}                                | 1, column 10: a name is expected: a small letter
            {"name": 3}                                  | 1, column 10: a name is expected
            {"about": " "}                               | 1, column 11: a text of at least one character is expected
            {"loads": -1}                                | 1, column 11: a number from 0 to 100, or "always" is expected
            {"killLimit": 0}                             | 1, column 15: a number from 1 to 100 is expected
            {"killLimit": 99999999999999999999}          | 1, column 15: a number from 1 to 100 is expected
            {"code": "old"}                              | 1, column 10: a list of words is expected
            {"code": ["old", "old"]}                     | 1, column 18: old is expected once
            {"goals": ["all"]}                           | 1, column 12: one of these is expected: victim-waits, victim-dead
            {"processes": [3]}                           | 1, column 16: a process, which is an object, is expected
            {"processes": [~{"name": "p"}]}              | 2, column 1: place of a process is missing
            {"processes": [{"place": "here"}]}           | 1, column 26: one of these is expected: old, current, pending, elsewhere, remote
            {"processes": [{"asks": ["kill"]}]}          | 1, column 26: one of these is expected: purge, soft_purge, test_purge
            {"processes": [{"at": "old"}]}               | 1, column 17: there is no field "at"; there are name, place, asks, may
            {"name":"x","code":[],"processes":[]} 3      | 1, column 39: nothing is expected behind the world
            {"name":"x","code":["old"],"processes":[{"name":"p","place":"old"},~{"name":"p","place":"old"}]} | 2, column 1: two processes are called p
            {"name":"x","code":["old"],"processes":[~{"name":"p","place":"current"}]}                        | 2, column 1: no code for p to begin in
            {"name":"x","code":["old"],"processes":[~{"name":"p","place":"old","may":["again"]}]}            | 2, column 1: p asks nothing, so not again
            {"name":"x","code":[],"processes":[~{"name":"p","place":"remote","asks":["forged_down"],"may":["again"]}]} | 2, column 1: p would send DOWNs without an end
            {"requestLimit": 0}                          | 1, column 18: a number from 1 to 100 is expected
            {"name":"x","loads":"always","code":["old"],"processes":[~{"name":"p","place":"old","may":["call"]}]} | 2, column 1: p calls a fun of version 1
            {"name":"x","code":["old","current","pending"],"processes":[]} | 1, column 1: a module with old and current code has no pending code
            """)
    @DisplayName("whatever is wrong with a file is said in one line, with the place and what is expected")
    void wrong(String text, String said, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("world.json");
        Files.writeString(file, text.replace('~', '\n'));
        Shell shell = Shell.run("explore", file.toString());
        assertEquals(2, shell.code());
        assertTrue(shell.err().contains("world.json\", line " + said), shell.err());
        assertEquals(1, shell.err().lines().count(), shell.err());
    }

    @Test
    @DisplayName("more processes than can be explored are refused, and so is a file that is not there")
    void refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("world.json");
        List<String> processes = Stream.iterate(0, i -> i + 1).limit(9).map(i -> "{\"name\":\"p" + i + "\",\"place\":\"remote\"}").toList();
        Files.writeString(file, "{\"name\":\"x\",\"code\":[],\"processes\":" + processes + "}");
        assertTrue(Shell.run("explore", file.toString()).err().contains("no more than 8 processes are expected"));
        Shell missing = Shell.run("explore", folder.resolve("none").toString());
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("cannot be read: NoSuchFileException"), missing.err());
    }
}
