package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.conformance.explain.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of an answer and where it stands, so that whatever is wrong with it can be said in a clause. */
record Part(JsonNode node, String path) {
    private static final int LONGEST_NAME = 200;
    private static final long HIGHEST_TIME = 999_999_999_999_999_999L;

    Part field(String name) {
        return new Part(node.path(name), path.isEmpty() ? name : path + "." + name);
    }

    boolean has(String name) {
        return node.has(name) && !node.get(name).isNull();
    }

    Part object() throws BadAnswerException {
        check(node.isObject(), "an object");
        return this;
    }

    String text() throws BadAnswerException {
        check(node.isTextual(), "a string");
        return node.textValue();
    }

    /** Text that names something. */
    String name() throws BadAnswerException {
        String text = text();
        check(!text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_NAME, "a name of 1 to " + LONGEST_NAME + " characters");
        return text;
    }

    boolean truth() throws BadAnswerException {
        check(node.isBoolean(), "true or false");
        return node.booleanValue();
    }

    int number(int least, int most) throws BadAnswerException {
        check(node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= least && node.intValue() <= most,
                "a number from " + least + " to " + most);
        return node.intValue();
    }

    /** A time of a subject's clock. */
    long time(long least) throws BadAnswerException {
        check(node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= least && node.longValue() <= HIGHEST_TIME,
                "a number from " + least + " to " + HIGHEST_TIME);
        return node.longValue();
    }

    /** One of the constants, spelled in small letters. */
    <E extends Enum<E>> E word(Class<E> type) throws BadAnswerException {
        return type.cast(constant(type));
    }

    /** The same where it is known only now which enum it is. */
    Object constant(Class<?> type) throws BadAnswerException {
        String text = node.isTextual() ? node.textValue() : "";
        for (Object one : type.getEnumConstants()) {
            if (spelled(one).equals(text)) {
                return one;
            }
        }
        throw isNot("one of " + Arrays.stream(type.getEnumConstants()).map(Part::spelled).collect(Collectors.joining(", ")));
    }

    private static String spelled(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    List<Part> list() throws BadAnswerException {
        check(node.isArray(), "a list");
        ImmutableList.Builder<Part> all = ImmutableList.builder();
        for (int i = 0; i < node.size(); i++) {
            all.add(new Part(node.get(i), path + "[" + i + "]"));
        }
        return all.build();
    }

    ImmutableSortedSet<String> names() throws BadAnswerException {
        ImmutableSortedSet.Builder<String> all = ImmutableSortedSet.naturalOrder();
        for (Part one : list()) {
            all.add(one.name());
        }
        return all.build();
    }

    /** What to throw if what stands here is not this. */
    BadAnswerException isNot(String wanted) {
        String shown = node.isTextual() ? node.textValue() : Json.line(node);
        String there = node.isMissingNode() ? "is missing, and should be " : "is " + Printable.quoted(shown) + ", and should be ";
        return new BadAnswerException("has a wrong part: " + (path.isEmpty() ? "all of it" : path) + " " + there + wanted, path, wanted);
    }

    private void check(boolean right, String wanted) throws BadAnswerException {
        if (!right) {
            throw isNot(wanted);
        }
    }
}
