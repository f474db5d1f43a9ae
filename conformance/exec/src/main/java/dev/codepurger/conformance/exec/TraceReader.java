package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Unseen;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a trace, one event a line, as {@code spec/protocol/TRACE.md} says. Streams: an event is given as soon as its line has ended, and however
 * long the trace, no more than one line is held. Whatever is wrong is said with its place. Nothing in a trace is taken for the name of a file.
 * Not thread-safe; closes nothing.
 */
public final class TraceReader {
    private static final int LONGEST = 300;
    private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9_]{1,100}");

    private final TraceInput lines;
    private final TraceHeader header;
    private final HistoryOrder order = new HistoryOrder();

    private TraceReader(TraceInput lines, TraceHeader header) {
        this.lines = lines;
        this.header = header;
    }

    private interface Reading<T> {
        T read(Part part) throws BadAnswerException;
    }

    /**
     * Begins to read a trace: reads its header.
     *
     * @throws TraceException if there is none
     */
    public static TraceReader of(InputStream in) throws IOException, TraceException {
        TraceInput lines = new TraceInput(in);
        String first = line(lines);
        if (first == null) {
            throw new TraceException(1, 1, "expected the header of a trace, found the end");
        }
        return new TraceReader(lines, read(first, lines.number(), TraceHeader::read));
    }

    /** What the events are to be judged by. */
    public TraceHeader header() {
        return header;
    }

    /** The line of the last event, counted from 1. */
    public long line() {
        return lines.number();
    }

    /**
     * The next event, null after the last.
     *
     * @throws TraceException if the next line is none
     */
    public @Nullable Label next() throws IOException, TraceException {
        String text = line(lines);
        return text == null ? null : shown(text, read(text, lines.number(), TraceReader::event));
    }

    /**
     * The next event of a history, null after the last.
     *
     * @throws TraceException if the next line is none
     */
    public @Nullable HistoryLine nextOfHistory() throws IOException, TraceException {
        String text = line(lines);
        if (text == null) {
            return null;
        }
        HistoryLine line = read(text, lines.number(), this::timed);
        shown(text, line.event().label());
        return line;
    }

    private HistoryLine timed(Part part) throws BadAnswerException {
        Part by = part.field("by");
        if (!ACTOR.matcher(by.text()).matches()) {
            throw by.isNot("the name of an actor, of 1 to 100 letters, digits and _");
        }
        long from = part.field("from").time(0);
        HistoryLine line = new HistoryLine(by.text(), new History.Event(event(part), from, part.field("to").time(from)));
        order.next(line, part.field("from"));
        return line;
    }

    /** The label, if the source can have seen it. */
    private Label shown(String text, Label label) throws TraceException {
        for (Unseen kind : header.gaps().unseen()) {
            if (kind.hides(label)) {
                throw new TraceException(lines.number(), JsonPlace.of(text, label instanceof Label.Quiet ? "quiet" : "seen").column(),
                        "expected nothing like this, for the header has " + TraceHeader.spelled(kind) + " among what is unseen, found "
                                + cut(text));
            }
        }
        return label;
    }

    /** The next line that is not empty. */
    private static @Nullable String line(TraceInput lines) throws IOException, TraceException {
        String text = lines.next();
        while (text != null && text.isBlank()) {
            text = lines.next();
        }
        return text;
    }

    private static Label event(Part part) throws BadAnswerException {
        if (kinds(part) > 1) {
            throw part.isNot("one event: what was done, what was seen and that it is quiet stand in lines of their own");
        }
        if (part.has("apply")) {
            return new Label.Did(Stimuli.read(part.field("apply")), part.field("response").word(Response.class));
        }
        if (part.has("seen")) {
            return Observations.read(part.field("seen").object());
        }
        if (part.has("quiet")) {
            return Observations.quiet(part.field("quiet"));
        }
        throw part.isNot("an event, with apply, seen or quiet");
    }

    /** To take one and pass over the others would be to judge a part of what is said. */
    private static int kinds(Part part) {
        return (part.node().has("apply") ? 1 : 0) + (part.node().has("seen") ? 1 : 0) + (part.node().has("quiet") ? 1 : 0);
    }

    private static <T> T read(String text, long line, Reading<T> reading) throws TraceException {
        try {
            return reading.read(new Part(Json.parse(text), ""));
        } catch (BadAnswerException e) {
            throw at(text, line, e);
        }
    }

    private static TraceException at(String text, long line, BadAnswerException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            int column = json.getLocation() == null ? 1 : Math.max(1, json.getLocation().getColumnNr());
            return new TraceException(line, column, "expected a JSON object: " + cut(String.valueOf(json.getOriginalMessage())));
        }
        JsonPlace place = JsonPlace.of(text, e.path());
        String wanted = e.wanted().isEmpty() ? "a JSON object" : e.wanted();
        String found = place.value() == null ? "nothing" : shown(place.value());
        String where = e.path().isEmpty() ? "" : " as " + cut(e.path());
        return new TraceException(line, place.column(), "expected " + wanted + where + ", found " + found);
    }

    private static String shown(JsonNode node) {
        return Printable.quoted(node.isTextual() ? node.textValue() : Json.line(node));
    }

    private static String cut(String text) {
        return Printable.line(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }
}
