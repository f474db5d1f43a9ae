package dev.codepurger.conformance.exec;

import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import java.util.HashMap;
import java.util.Map;

/** What the order of lines in a history has to be like: each actor does one thing after the other, and at rest nobody does anything. */
final class HistoryOrder {
    private static final int MOST_ACTORS = 1_000;

    private final Map<String, Long> ended = new HashMap<>();
    private long last = -1;
    private long rest = -1;

    /** Takes the next line; says what is wrong with it, at the field from. */
    void next(HistoryLine line, Part from) throws BadAnswerException {
        Event event = line.event();
        long before = ended.getOrDefault(line.by(), -1L);
        if (event.from() < before) {
            throw from.isNot("at least " + before + ", when " + line.by() + " had ended the event before");
        }
        if (event.from() <= rest) {
            throw from.isNot("more than " + rest + ", when all was quiet");
        }
        if (event.label() instanceof Label.Quiet) {
            if (event.from() < last) {
                throw from.isNot("at least " + last + ", when something had not ended yet: at rest nobody does anything");
            }
            rest = event.to();
        }
        last = Math.max(last, event.to());
        ended.put(line.by(), event.to());
        if (ended.size() > MOST_ACTORS) {
            throw new BadAnswerException("has too many actors", "by", "one of the first " + MOST_ACTORS + " actors");
        }
    }
}
