package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads what {@link Notation#steps} and {@link Notation#compact} wrote. The records themselves are the grammar, so a new stimulus needs nothing here. */
public final class StepReader {
    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_NAME = 1_000;
    private static final ImmutableList<Result> RESULTS = ImmutableList.of(new Result.Hard(true, true), new Result.Hard(true, false),
            new Result.Hard(false, true), new Result.Hard(false, false), new Result.Soft(true), new Result.Soft(false), new Result.Ok(),
            new Result.NoPendingOnLoad(), new Result.Was(Priority.LOW), new Result.Was(Priority.NORMAL), new Result.Was(Priority.HIGH),
            new Result.Was(Priority.MAX), new Result.NoPriority());

    private final String text;
    private int at;

    private StepReader(String text) {
        this.text = text;
    }

    /**
     * The steps in this text.
     *
     * @throws IllegalArgumentException with the place, if it is not a list of steps
     */
    public static ImmutableList<Step> read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("more than " + MAX_LENGTH + " characters");
        }
        return new StepReader(text).all();
    }

    /**
     * The label in this text.
     *
     * @throws IllegalArgumentException with the place, if it is not one
     */
    public static Label label(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("more than " + MAX_LENGTH + " characters");
        }
        StepReader reader = new StepReader(text);
        Label label = reader.label();
        if (reader.at < text.length()) {
            throw reader.wrong("the end");
        }
        return label;
    }

    private Label label() {
        int start = at;
        String name = name();
        at = start;
        if (permitted(Stimulus.class).containsKey(name)) {
            Stimulus stimulus = (Stimulus) record(Stimulus.class);
            expect('=');
            return new Label.Did(stimulus, (Response) constant(Response.class));
        }
        return (Label) record(Label.Observation.class);
    }

    private ImmutableList<Step> all() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        while (at < text.length()) {
            steps.add(step());
            if (at < text.length()) {
                expect(';');
            }
        }
        return steps.build();
    }

    private Step step() {
        int start = at;
        String name = name();
        if (name.equals("settle")) {
            return new Step.Settle();
        }
        if (name.equals("poll")) {
            return new Step.Poll();
        }
        at = start;
        return new Step.Do((Stimulus) record(Stimulus.class));
    }

    private Object record(Class<?> sealed) {
        int start = at;
        String name = name();
        Class<?> type = permitted(sealed).get(name);
        if (type == null) {
            at = start;
            throw wrong("one of " + permitted(sealed).keySet());
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            expect(i == 0 ? '(' : ',');
            values[i] = value(components[i].getType());
        }
        if (components.length > 0) {
            expect(')');
        }
        try {
            return type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("at character " + start + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Class<?>> permitted(Class<?> sealed) {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        for (Class<?> one : sealed.getPermittedSubclasses()) {
            if (one.isRecord()) {
                all.put(Notation.functor(one), one);
            } else if (one.isSealed()) {
                all.putAll(permitted(one));
            }
        }
        return all;
    }

    private Object value(Class<?> type) {
        if (type == String.class) {
            return name();
        }
        if (type == boolean.class) {
            return switch (name()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong("true or false");
            };
        }
        if (type.isEnum()) {
            return constant(type);
        }
        if (type == ImmutableSortedSet.class) {
            return names();
        }
        if (type == Result.class) {
            return result();
        }
        if (type == ImmutableSet.class) {
            // The only sets in stimuli are those of traits.
            return traits();
        }
        return record(type);
    }

    private ImmutableSet<Stimulus.Trait> traits() {
        ImmutableSet.Builder<Stimulus.Trait> all = ImmutableSet.builder();
        expect('[');
        while (at < text.length() && text.charAt(at) != ']') {
            all.add((Stimulus.Trait) constant(Stimulus.Trait.class));
            if (at < text.length() && text.charAt(at) != ']') {
                expect(',');
            }
        }
        expect(']');
        return all.build();
    }

    private ImmutableSortedSet<String> names() {
        ImmutableSortedSet.Builder<String> all = ImmutableSortedSet.naturalOrder();
        expect('[');
        while (at < text.length() && text.charAt(at) != ']') {
            all.add(name());
            if (at < text.length() && text.charAt(at) != ']') {
                expect(',');
            }
        }
        expect(']');
        return all.build();
    }

    private Result result() {
        for (Result one : RESULTS) {
            if (text.startsWith(one.toString(), at)) {
                at += one.toString().length();
                return one;
            }
        }
        throw wrong("one of " + RESULTS);
    }

    private Object constant(Class<?> type) {
        int start = at;
        String name = name();
        for (Object one : type.getEnumConstants()) {
            if (((Enum<?>) one).name().toLowerCase(Locale.ROOT).equals(name)) {
                return one;
            }
        }
        at = start;
        throw wrong("a " + Notation.functor(type));
    }

    private String name() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && Notation.isPlain(text.charAt(at))) {
            at++;
        }
        if (start == at || at - start > MAX_NAME) {
            at = start;
            throw wrong("a name");
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0 || end - at > 6 * MAX_NAME) {
            throw wrong("a name in quotes");
        }
        String name = Notation.unescape(text.substring(at + 1, end));
        at = end + 1;
        return name;
    }

    private void expect(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw wrong("'" + c + "'");
        }
        at++;
    }

    private IllegalArgumentException wrong(String expected) {
        String found = at >= text.length() ? "the end" : Notation.word(text.substring(at, Math.min(text.length(), at + 20)));
        return new IllegalArgumentException("at character " + at + ": expected " + expected + ", found " + found);
    }
}
