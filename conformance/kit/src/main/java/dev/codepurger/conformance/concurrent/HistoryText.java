package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.History.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Histories as text without blanks: {@code LABEL@FROM-TO@ACTOR}, with semicolons between, in the order in which the events ended. {@code TO} is
 * absent for a stimulus that had not returned.
 */
public final class HistoryText {
    private static final int MAX_LENGTH = 1_000_000;
    private static final Pattern PLACE = Pattern.compile("(.*)@([0-9]{1,18})-([0-9]{0,18})@([A-Za-z0-9_]{1,100})", Pattern.DOTALL);

    private HistoryText() {
    }

    /** The history as text. */
    public static String write(History history) {
        List<String> texts = new ArrayList<>();
        record Placed(String actor, Event event) {
        }
        history.lines().entrySet().stream().flatMap(line -> line.getValue().stream().map(event -> new Placed(line.getKey(), event)))
                .sorted(Comparator.comparing(Placed::event, Event.BY_END))
                .forEach(one -> texts.add(Notation.compact(one.event().label()) + '@' + one.event().from() + '-'
                        + (one.event().to() == Event.OPEN ? "" : one.event().to()) + '@' + one.actor()));
        return String.join(";", texts);
    }

    /**
     * The history in this text.
     *
     * @throws IllegalArgumentException with the place, if it is none
     */
    public static History read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("more than " + MAX_LENGTH + " characters");
        }
        Map<String, ImmutableList.Builder<Event>> lines = new LinkedHashMap<>();
        int number = 0;
        for (String one : text.split(";", -1)) {
            number++;
            Matcher place = PLACE.matcher(one);
            if (!place.matches()) {
                throw new IllegalArgumentException("event " + number + " is not LABEL@FROM-TO@ACTOR");
            }
            try {
                long to = place.group(3).isEmpty() ? Event.OPEN : Long.parseLong(place.group(3));
                lines.computeIfAbsent(place.group(4), actor -> ImmutableList.builder())
                        .add(new Event(StepReader.label(place.group(1)), Long.parseLong(place.group(2)), to));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("event " + number + ": " + e.getMessage(), e);
            }
        }
        ImmutableMap.Builder<String, ImmutableList<Event>> all = ImmutableMap.builder();
        lines.forEach((actor, events) -> all.put(actor, events.build()));
        return new History(all.buildOrThrow());
    }
}
