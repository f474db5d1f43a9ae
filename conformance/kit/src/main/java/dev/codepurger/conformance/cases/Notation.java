package dev.codepurger.conformance.cases;

import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Labels and steps in one line of text each, such as {@code purge(r1, m, client) -> ok} or {@code down(p1, killed)}. Whatever a hostile subject
 * puts into a name is escaped here, so the text is safe for a terminal. {@link StepReader} reads steps back.
 */
public final class Notation {
    private Notation() {
    }

    /** A label. */
    public static String label(Label label) {
        return switch (label) {
            case Label.Did did -> term(did.stimulus(), ", ") + " -> " + term(did.response(), ", ");
            case Label.Quiet quiet -> "quiet(" + term(quiet.kind(), ", ")
                    + (quiet.suspended().isEmpty() ? "" : ", suspended " + term(quiet.suspended(), ", ")) + ")";
            case Label.Showed showed -> "effect " + term(showed.effect(), ", ");
            case Label.Observation other -> term(other, ", ");
        };
    }

    /** A label without blanks, to be read back by {@link StepReader#label}. */
    public static String compact(Label label) {
        return switch (label) {
            case Label.Did did -> term(did.stimulus(), ",") + "=" + term(did.response(), ",");
            case Label.Observation seen -> term(seen, ",");
        };
    }

    /** A step, without blanks. */
    public static String step(Step step) {
        return switch (step) {
            case Step.Do one -> term(one.stimulus(), ",");
            case Step.Poll poll -> "poll";
            case Step.Settle settle -> "settle";
        };
    }

    /** Steps with semicolons between. */
    public static String steps(List<Step> steps) {
        return steps.stream().map(Notation::step).collect(Collectors.joining(";"));
    }

    private static String term(Object value, String comma) {
        return switch (value) {
            case String text -> word(text);
            case Result result -> result.toString();
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Collection<?> all -> all.stream().map(one -> term(one, comma)).collect(Collectors.joining(comma, "[", "]"));
            case Record record -> compound(record, comma);
            default -> word(value.toString());
        };
    }

    private static String compound(Record record, String comma) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                parts.add(term(component.getAccessor().invoke(record), comma));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("unreadable " + component, e);
            }
        }
        String name = functor(record.getClass());
        return parts.isEmpty() ? name : name + "(" + String.join(comma, parts) + ")";
    }

    /** The name of a record in this notation: {@code SoftPurge} is {@code soft_purge}. */
    static String functor(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** A name as it is if it is a plain word, else in quotes with everything unusual escaped. */
    public static String word(String text) {
        return isPlain(text) ? text : '"' + escape(text) + '"';
    }

    /** Any text in quotes, escaped. */
    public static String quote(String text) {
        return '"' + escape(text) + '"';
    }

    /** Any text with blanks, quotes, separators and whatever is not printable ASCII written as a backslash, a u and four digits. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            if (c <= ' ' || c > '~' || "\"\\';".indexOf(c) >= 0) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }

    /**
     * The text that {@link #escape} wrote.
     *
     * @throws IllegalArgumentException if a backslash begins anything but a backslash, a u and four digits
     */
    public static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                if (at + 6 > text.length() || !text.substring(at, at + 6).matches("\\\\u[0-9a-fA-F]{4}")) {
                    throw new IllegalArgumentException("at character " + at + ": expected an escape such as \\u0041");
                }
                c = (char) Integer.parseInt(text, at + 2, at + 6, 16);
                at += 5;
            }
            out.append(c);
        }
        return out.toString();
    }

    static boolean isPlain(String text) {
        return !text.isEmpty() && text.length() <= 200 && text.chars().allMatch(Notation::isPlain);
    }

    static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-.:".indexOf(c) >= 0;
    }
}
