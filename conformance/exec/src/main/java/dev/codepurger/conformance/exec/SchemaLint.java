package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.spec.RuleCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** Judges answers by the JSON Schemas of {@code spec/protocol}, which allow nothing that they do not name. */
final class SchemaLint implements Lint {
    private static final String RESOURCE = "protocol/protocol.schema.json";
    private static final int LONGEST = 300;

    private final ObjectNode all = load();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private SchemaLint() {
    }

    /** Made when it is first asked for. */
    private static final class Shared {
        static final SchemaLint LINT = new SchemaLint();
    }

    /** The one for everybody: schemas are read when they are first needed. */
    static SchemaLint shared() {
        return Shared.LINT;
    }

    private static ObjectNode load() {
        // Beside the rules, in the jar of the spec.
        try (InputStream in = RuleCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the spec has no " + RESOURCE);
            }
            return Json.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(String op, ObjectNode answer) throws BadAnswerException {
        Optional<String> problem = problem(op + "_answer", answer);
        if (problem.isPresent()) {
            throw new BadAnswerException("does not fit the schema " + op + "_answer: " + problem.get());
        }
    }

    /** What does not fit the schema of this name, if anything. */
    Optional<String> problem(String name, ObjectNode message) {
        return schemas.computeIfAbsent(name, this::schema).validate(message).stream().map(ValidationMessage::getMessage).sorted()
                .findFirst().map(text -> Printable.line(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text));
    }

    /** The words that a schema allows, or one of its fields does. */
    List<String> words(String name, String field) {
        JsonNode schema = all.path("$defs").path(name);
        JsonNode words = (field.isEmpty() ? schema : schema.path("properties").path(field)).path("enum");
        return StreamSupport.stream(words.spliterator(), false).map(JsonNode::textValue).toList();
    }

    private JsonSchema schema(String name) {
        if (!all.path("$defs").has(name)) {
            throw new IllegalArgumentException("there is no schema " + name);
        }
        ObjectNode one = all.deepCopy();
        one.remove("$id");
        one.put("$ref", "#/$defs/" + name);
        return factory.getSchema(one);
    }
}
