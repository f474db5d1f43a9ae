package dev.codepurger.conformance.otp.whitebox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where the purger and the model part.
 *
 * @param line the line of the log
 * @param consumed how many messages had been consumed
 * @param model what the model does next, or is like, as an event of the log
 * @param purger the event of the log
 * @param phase where the model is
 * @param before the last events before it, the oldest first
 */
public record Difference(long line, long consumed, ObjectNode model, ObjectNode purger, String phase, ImmutableList<String> before) {
    private static final int WIDTH = 44;
    private static final int LONGEST = 180;

    /** Both sides, part by part, for people. */
    public ImmutableList<String> lines() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add("the model and the purger differ at line " + line + " of the log, after " + consumed + " consumed messages", "");
        lines.add("the model is in: " + shortened(phase), "before that, the purger did:");
        before.forEach(one -> lines.add("    " + shortened(one)));
        lines.add("", row("    ", "", "the model", "the purger"));
        Set<String> names = new LinkedHashSet<>(ImmutableList.of("event"));
        model.fieldNames().forEachRemaining(names::add);
        if (model.path("event").equals(purger.path("event"))) {
            names.removeIf(name -> !model.has(name));
        } else {
            purger.fieldNames().forEachRemaining(names::add);
        }
        for (String name : names) {
            boolean same = model.path(name).equals(purger.path(name));
            lines.add(row(same ? "    " : ">>> ", name, text(model.path(name)), text(purger.path(name))));
        }
        return lines.build();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "-" : value.isTextual() ? value.textValue() : value.toString();
    }

    private static String row(String mark, String name, String left, String right) {
        return (mark + pad(name, 14) + pad(left, WIDTH) + "  " + right).stripTrailing();
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
