package dev.codepurger.conformance.otp.whitebox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.EvictingQueue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The log as the model goes along it: what the purger did next, and what has come into its mailbox and was not consumed yet. */
final class Trail {
    private static final int REMEMBERED = 8;

    /** The log ends here. */
    static final class End extends RuntimeException {
        private static final long serialVersionUID = 1L;

        End() {
            super("the log ends here", null, false, false);
        }
    }

    /** The purger did something else than the model. */
    static final class Parted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Difference difference;

        Parted(Difference difference) {
            super("the purger did something else than the model", null, false, false);
            this.difference = difference;
        }

        Difference difference() {
            return difference;
        }
    }

    private final PurgerLog log;
    private final List<JsonNode> mailbox = new ArrayList<>();
    private final Set<String> flushed = new HashSet<>();
    private final EvictingQueue<Event> before = EvictingQueue.create(REMEMBERED);
    private final Map<String, Long> consumed = new TreeMap<>();
    private Supplier<String> phase = () -> "";
    private boolean ended;

    Trail(PurgerLog log) {
        this.log = log;
    }

    static ObjectNode event(String name) {
        return JsonNodeFactory.instance.objectNode().put("event", name);
    }

    /** What to say of the model where something differs. */
    void during(Supplier<String> described) {
        phase = described;
    }

    /** What has come of it so far. */
    WhiteBoxResult result(Optional<Difference> difference) {
        return new WhiteBoxResult(ImmutableSortedMap.copyOf(consumed), ended, difference);
    }

    /**
     * The purger must do this next.
     *
     * @param wanted some or all fields of an event
     * @return the event, with all fields
     */
    Event expect(ObjectNode wanted) {
        Event event = act();
        return same(wanted, event, event.fields());
    }

    /**
     * The same where the purger's side has to be brought into another form before.
     *
     * @param changed what the event says, in that form
     */
    Event same(ObjectNode wanted, Event event, ObjectNode changed) {
        for (var field : wanted.properties()) {
            if (!field.getValue().equals(changed.get(field.getKey()))) {
                throw part(wanted, event, changed);
            }
        }
        before.add(event);
        return event;
    }

    /** The next event that is no arrival of a message. */
    Event act() {
        Event event = next();
        while (event.name().equals(Event.RECEIVE)) {
            arrived(event);
            event = next();
        }
        return event;
    }

    private Parted part(ObjectNode wanted, Event event, ObjectNode changed) {
        ImmutableList<String> last = before.stream().map(one -> one.line() + " " + one.fields()).collect(ImmutableList.toImmutableList());
        return new Parted(new Difference(event.line(), result(Optional.empty()).all(), wanted, changed, phase.get(), last));
    }

    /** How many messages are in the mailbox. */
    int waiting() {
        return mailbox.size();
    }

    JsonNode message(int index) {
        return mailbox.get(index);
    }

    /** Waits until one more message is in the mailbox: the purger can do nothing else. */
    void await(String what) {
        Event event = next();
        if (!event.name().equals(Event.RECEIVE)) {
            throw part(event("nothing").put("waits_for", what), event, event.fields());
        }
        arrived(event);
    }

    /** Consumes a message. */
    JsonNode take(int index) {
        JsonNode message = mailbox.remove(index);
        consumed.merge(Letters.kind(message), 1L, Long::sum);
        return message;
    }

    /** Puts a message back, which no right purger does. */
    void requeue(JsonNode message) {
        mailbox.add(message);
    }

    /** From now on there is no {@code DOWN} of this monitor. */
    void flush(String monitor) {
        flushed.add(monitor);
        mailbox.removeIf(one -> isFlushed(one));
    }

    private void arrived(Event event) {
        JsonNode message = event.value("message");
        if (!isFlushed(message)) {
            mailbox.add(message);
        }
    }

    private boolean isFlushed(JsonNode message) {
        return message.isArray() && message.size() == 5 && message.get(0).asText().equals("DOWN")
                && flushed.contains(message.get(1).asText());
    }

    private Event next() {
        Event event = log.next().orElseThrow(End::new);
        if (event.name().equals(Event.END)) {
            ended = true;
            throw new End();
        }
        return event;
    }
}
