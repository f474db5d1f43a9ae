package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.world.Stimulus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;

/**
 * Stimuli as JSON: {@code {"name": "purge", "request": "r1", "module": "m", "from": "p1"}}. The words are those of the records; the schemas,
 * against which every kind is tested, see to it that they do not change by accident.
 */
final class Stimuli {
    private Stimuli() {
    }

    static ObjectNode write(Stimulus stimulus) {
        return object(stimulus);
    }

    private static ObjectNode object(Record record) {
        ObjectNode object = Json.object();
        object.put("name", record.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
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
