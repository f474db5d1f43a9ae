package dev.codepurger.model.closed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values as TLC prints them: a record becomes a map, a sequence a list, a set a set. */
final class TlaValues {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?\\w+|\\|->|<<|>>|/\\\\|[\\[\\]{},=]");

    private final Matcher tokens;
    private String token = "";

    private TlaValues(String text) {
        tokens = TOKEN.matcher(text);
        next();
    }

    /** The values of the variables of a state, by their names. */
    static Map<String, Object> state(String text) {
        TlaValues values = new TlaValues(text);
        Map<String, Object> state = new HashMap<>();
        while (!values.token.isEmpty()) {
            values.take("/\\");
            String name = values.take();
            values.take("=");
            state.put(name, values.value());
        }
        return state;
    }

    private void next() {
        token = tokens.find() ? tokens.group() : "";
    }

    private String take() {
        String taken = token;
        next();
        return taken;
    }

    private void take(String expected) {
        if (!take().equals(expected)) {
            throw new IllegalArgumentException("no " + expected + " before " + token);
        }
    }

    private Object value() {
        String first = take();
        return switch (first) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            case "<<" -> members(">>");
            case "{" -> new HashSet<>(members("}"));
            case "[" -> record();
            default -> first.startsWith("\"") ? first.substring(1, first.length() - 1) : (Object) Integer.parseInt(first);
        };
    }

    private List<Object> members(String end) {
        List<Object> members = new ArrayList<>();
        while (!token.equals(end)) {
            members.add(value());
            if (token.equals(",")) {
                next();
            }
        }
        next();
        return members;
    }

    private Map<String, Object> record() {
        Map<String, Object> fields = new HashMap<>();
        while (!token.equals("]")) {
            String name = take();
            take("|->");
            fields.put(name, value());
            if (token.equals(",")) {
                next();
            }
        }
        next();
        return fields;
    }
}
