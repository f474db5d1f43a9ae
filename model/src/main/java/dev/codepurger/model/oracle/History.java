package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.world.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done and seen where several acted at once: each event is an interval of the subject's clock, and of two events only those of one
 * line, and those whose intervals do not overlap, are ordered. Follows Herlihy and Wing (1990), with what the subject shows of its own as
 * events of their own.
 *
 * @param lines the events of each actor, in the order in which it did or saw them, by the actor's name
 */
public record History(ImmutableMap<String, ImmutableList<Event>> lines) {

    /**
     * One label.
     *
     * @param label what was done, with what it returned, or what was seen
     * @param from a time of the subject's clock, before which it did not take effect
     * @param to one after which it did not; open for a stimulus that had not returned when the history was cut
     */
    public record Event(Label label, long from, long to) {

        /** By when they ended. */
        public static final Comparator<Event> BY_END = Comparator.comparingLong(Event::to).thenComparingLong(Event::from);

        /** The end of an event that has none yet. */
        public static final long OPEN = Long.MAX_VALUE;

        /**
         * Checks the interval.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Event {
            if (to < from) {
                throw new IllegalArgumentException("an event ends at " + to + ", before it begins at " + from);
            }
        }

        /** Did it end, for certain, before {@code other} began? */
        boolean isBefore(Event other) {
            return to < other.from;
        }

        /** May it have happened or not? */
        boolean isOpen() {
            return to == OPEN;
        }
    }

    /**
     * Checks that no actor did two things at once.
     *
     * @throws IllegalArgumentException if one did
     */
    public History {
        lines.forEach((name, events) -> {
            for (int i = 1; i < events.size(); i++) {
                if (events.get(i - 1).to() > events.get(i).from()) {
                    throw new IllegalArgumentException("event " + (i + 1) + " of " + name + " begins before the one before it has ended");
                }
            }
        });
    }

    /** How many events there are. */
    public int size() {
        return lines.values().stream().mapToInt(List::size).sum();
    }

    /** All events, in the order in which they ended. */
    public ImmutableList<Event> events() {
        return lines.values().stream().flatMap(List::stream)
                .sorted(Event.BY_END)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * What was known at one moment: what had ended by then, and the stimuli that had begun, which may have taken effect or not. If this history
     * is explained, so is each of its prefixes.
     */
    public History until(long time) {
        Map<String, ImmutableList<Event>> kept = new LinkedHashMap<>();
        lines.forEach((name, events) -> {
            List<Event> prefix = new ArrayList<>();
            for (Event event : events) {
                if (event.to() <= time) {
                    prefix.add(event);
                } else if (event.from() <= time && event.label() instanceof Label.Did) {
                    prefix.add(new Event(event.label(), event.from(), Event.OPEN));
                }
            }
            kept.put(name, ImmutableList.copyOf(prefix));
        });
        return new History(ImmutableMap.copyOf(kept));
    }
}
