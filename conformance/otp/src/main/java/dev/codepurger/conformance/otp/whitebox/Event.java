package dev.codepurger.conformance.otp.whitebox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a log: something that the purger did.
 *
 * @param line its number, from 1
 * @param fields what it says
 */
record Event(long line, ObjectNode fields) {
    static final String END = "end";
    static final String RECEIVE = "receive";

    String name() {
        return text("event");
    }

    String text(String field) {
        JsonNode value = value(field);
        if (!value.isTextual()) {
            throw wrong(field, "a string");
        }
        return value.textValue();
    }

    boolean truth(String field) {
        JsonNode value = value(field);
        if (!value.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return value.booleanValue();
    }

    List<JsonNode> list(String field) {
        JsonNode value = value(field);
        if (!value.isArray()) {
            throw wrong(field, "a list");
        }
        List<JsonNode> all = new ArrayList<>(value.size());
        value.forEach(all::add);
        return all;
    }

    JsonNode value(String field) {
        JsonNode value = fields.get(field);
        if (value == null) {
            throw new LogException("line " + line + " of the log has no \"" + field + "\"");
        }
        return value;
    }

    private LogException wrong(String field, String wanted) {
        return new LogException("line " + line + " of the log: \"" + field + "\" should be " + wanted);
    }
}
