package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a part stands in a line, to be looked up when something is wrong with it.
 *
 * @param column its first character, counted from 1; if there is no such part, that of what it should be a part of
 * @param value what stands there; null if there is no such part
 */
record JsonPlace(int column, @Nullable JsonNode value) {

    /**
     * Looks for a part.
     *
     * @param line one JSON object
     * @param path as {@link Part} has it: names with dots between, and numbers in brackets; empty for all of it
     */
    static JsonPlace of(String line, String path) {
        try (JsonParser parser = Json.parser(line)) {
            parser.nextToken();
            int column = parser.currentTokenLocation().getColumnNr();
            for (String step : Splitter.on('.').omitEmptyStrings().split(path.replace("[", ".["))) {
                if (!enter(parser, step)) {
                    return new JsonPlace(column, null);
                }
                column = parser.currentTokenLocation().getColumnNr();
            }
            return new JsonPlace(column, Json.value(parser));
        } catch (IOException e) {
            // It could be read once.
            throw new IllegalStateException("unreadable the second time", e);
        }
    }

    private static boolean enter(JsonParser parser, String step) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            int index = Integer.parseInt(step, 1, step.length() - 1, 10);
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                if (i == index) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean here = parser.currentName().equals(step);
                parser.nextToken();
                if (here) {
                    return true;
                }
                parser.skipChildren();
            }
        }
        return false;
    }
}
