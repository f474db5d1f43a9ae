package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Trait;
import dev.codepurger.model.world.Stimulus.Where;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * Stimuli as JSON: {@code {"name": "purge", "request": "r1", "module": "m", "from": "p1"}}. The words are those of the records; the schemas,
 * against which every kind is tested, see to it that they do not change by accident.
 */
final class Stimuli {
    private static final ImmutableMap<String, Shape> STIMULI = shapes(Stimulus.class);
    private static final ImmutableMap<String, Shape> PLACES = shapes(Where.class);

    private Stimuli() {
    }

    static ObjectNode write(Stimulus stimulus) {
        return object(stimulus);
    }

    private static ObjectNode object(Record record) {
        ObjectNode object = Json.object();
        object.put("name", name(record.getClass()));
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            put(object, component.getName(), value(component, record));
        }
        return object;
    }

    private static ObjectNode object(Stimulus stimulus) {
        if (stimulus instanceof Record record) {
            return object(record);
        }
        throw new IllegalStateException("a stimulus that is no record: " + stimulus);
    }

    /**
     * A stimulus from JSON. Parts that it does not have are ignored.
     *
     * @throws BadAnswerException if it is none
     */
    static Stimulus read(Part part) throws BadAnswerException {
        return (Stimulus) record(part.object(), STIMULI);
    }

    private static Object record(Part part, ImmutableMap<String, Shape> known) throws BadAnswerException {
        Part name = part.field("name");
        Shape shape = known.get(name.text());
        if (shape == null) {
            throw name.isNot("one of " + String.join(", ", known.keySet()));
        }
        Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = shape.components().get(i);
            values[i] = value(part.field(component.getName()), component.getType());
        }
        try {
            return shape.maker().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot be made: " + name.text(), e);
        }
    }

    private static Object value(Part part, Class<?> type) throws BadAnswerException {
        if (type == String.class) {
            return part.name();
        }
        if (type == boolean.class) {
            return part.truth();
        }
        if (type == Where.class) {
            return record(part.object(), PLACES);
        }
        if (type == ImmutableSet.class) {
            // The only sets in stimuli are those of traits.
            ImmutableSet.Builder<Trait> traits = ImmutableSet.builder();
            for (Part one : part.list()) {
                traits.add(one.word(Trait.class));
            }
            return traits.build();
        }
        return part.constant(type);
    }

    /** How a record is made from its parts. */
    private record Shape(ImmutableList<RecordComponent> components, Constructor<?> maker) {
    }

    private static ImmutableMap<String, Shape> shapes(Class<?> sealed) {
        ImmutableMap.Builder<String, Shape> all = ImmutableMap.builder();
        for (Class<?> one : sealed.getPermittedSubclasses()) {
            if (one.isSealed()) {
                all.putAll(shapes(one));
                continue;
            }
            RecordComponent[] components = one.getRecordComponents();
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                all.put(name(one), new Shape(ImmutableList.copyOf(components), one.getDeclaredConstructor(types)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: " + one, e);
            }
        }
        return all.buildOrThrow();
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode object, String name, Object value) {
        switch (value) {
            case String text -> object.put(name, text);
            case Boolean truth -> object.put(name, truth);
            case Enum<?> constant -> object.put(name, word(constant));
            case Record record -> object.set(name, object(record));
            case Collection<?> all -> {
                ArrayNode list = object.putArray(name);
                all.forEach(one -> list.add(word((Enum<?>) one)));
            }
            default -> throw new IllegalStateException("a part of a stimulus that cannot be written: " + value);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("unreadable " + component, e);
        }
    }
}
