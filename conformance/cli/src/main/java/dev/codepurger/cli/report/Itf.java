package dev.codepurger.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.closed.StateValues;
import dev.codepurger.model.explore.Lasso;
import dev.codepurger.model.explore.Trace;
import dev.codepurger.model.lts.Transition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counterexamples in the Informal Trace Format, which tools for TLA+ read: the states in the words of {@code Purger.tla}, and of a way that never ends the
 * number of the state to which the last one leads back.
 */
public final class Itf {
    private static final ImmutableList<String> VARIABLES = ImmutableList.of("purger", "mailbox", "code", "proc", "left");

    private Itf() {}

    /** A counterexample, which must have a trace. */
    public static String of(Configuration configuration, Counterexample one) {
        Trace<ClosedState, Move> prefix = one.trace().orElseThrow();
        List<Transition<ClosedState, Move>> steps = one.lasso().map(Lasso::unrolled).orElse(prefix).steps();
        // The last state of a loop is its first, and does not stand there twice.
        int last = one.lasso().filter(lasso -> !lasso.stutters()).map(lasso -> steps.size() - 1).orElse(steps.size());
        return Json.write(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("#meta");
            json.writeStringField("format", "ITF");
            json.writeStringField("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html");
            json.writeStringField("description", configuration.name() + ": " + one.name() + " is violated: " + one.claim());
            json.writeEndObject();
            Json.strings(json, "vars", VARIABLES);
            if (one.lasso().isPresent()) {
                json.writeNumberField("loop", prefix.steps().size());
            }
            json.writeArrayFieldStart("states");
            for (int i = 0; i <= last; i++) {
                json.writeStartObject();
                json.writeObjectFieldStart("#meta");
                json.writeNumberField("index", i);
                if (i > 0) {
                    json.writeStringField("action", steps.get(i - 1).label().who() + ": " + steps.get(i - 1).label().text());
                }
                json.writeEndObject();
                fields(json, StateValues.of(configuration, i == 0 ? prefix.start() : steps.get(i - 1).target()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void fields(JsonGenerator json, Map<?, ?> record) throws IOException {
        for (Map.Entry<?, ?> field : record.entrySet()) {
            json.writeFieldName(String.valueOf(field.getKey()));
            value(json, field.getValue());
        }
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> record -> {
                json.writeStartObject();
                fields(json, record);
                json.writeEndObject();
            }
            case Set<?> set -> {
                json.writeStartObject();
                json.writeFieldName("#set");
                items(json, List.copyOf(set));
                json.writeEndObject();
            }
            case List<?> sequence -> items(json, sequence);
            case Integer number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writeString(value.toString());
        }
    }

    private static void items(JsonGenerator json, List<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            value(json, item);
        }
        json.writeEndArray();
    }
}
