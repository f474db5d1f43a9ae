package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON from somebody who is not trusted: shallow, with short numbers and names, without anything twice. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(20).maxNameLength(200)
                    .maxStringLength(10_000).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectMapper OURS = new ObjectMapper();

    private Json() {
    }

    /** A document of our own. */
    static ObjectNode tree(String text) throws JsonProcessingException {
        return (ObjectNode) OURS.readTree(text);
    }

    /** To go through the text that {@link #parse} has read. */
    static JsonParser parser(String line) throws IOException {
        return MAPPER.createParser(line);
    }

    /** The value that a parser stands at; what comes after it is left. */
    static JsonNode value(JsonParser parser) throws IOException {
        return MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(parser);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * One JSON object.
     *
     * @throws BadAnswerException if the line is anything else, saying what
     */
    static ObjectNode parse(String line) throws BadAnswerException {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
            throw new BadAnswerException("is not JSON" + where, e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new BadAnswerException("is not a JSON object");
    }

    /** In ASCII on one line. */
    static String line(JsonNode node) {
        // A tree of our own can always be written; its text has no line breaks, since those in strings are escaped.
        return node.isMissingNode() ? "" : write(node);
    }

    private static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unwritable " + node.getNodeType(), e);
        }
    }
}
