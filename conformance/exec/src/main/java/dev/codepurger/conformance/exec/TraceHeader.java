package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Unseen;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first line of a trace: what its events are to be judged by.
 *
 * @param profile the profile that the source claims, with its limits
 * @param effects whether the effect channel is in the trace
 * @param source who showed it, such as {@code reference}; empty if nobody says. For people only: nothing is looked up by it
 * @param gaps what the source has not seen
 * @param history whether several acted at once, so that each event is an interval
 */
public record TraceHeader(Profile profile, boolean effects, String source, Gaps gaps, boolean history) {
    /** What the first line of a trace says it is. */
    static final String FORMAT = "codepurger-trace";
    /** The first version: everything is seen, from the beginning. */
    static final int FIRST_VERSION = 1;
    /** The version that this program reads and writes. It writes the first where that can say it, for older readers. */
    static final int VERSION = 2;

    private static final String UNSEEN = "unseen";
    private static final String BEGINS = "begins";
    private static final String HISTORY = "history";
    private static final int HIGHEST_LIMIT = 1_000_000;
    private static final ImmutableList<String> FIELDS = ImmutableList.of("format", "version", "profile", "kill_limit", "requests_in_flight",
            "effects", "source", UNSEEN, BEGINS, HISTORY);
    private static final ImmutableSet<String> SINCE_SECOND = ImmutableSet.of(UNSEEN, BEGINS, HISTORY);
    private static final Pattern PLAIN = Pattern.compile("[a-z_]+");

    /** Of a source that sees everything from the beginning. */
    public TraceHeader(Profile profile, boolean effects, String source) {
        this(profile, effects, source, Gaps.NONE);
    }

    /** Of a source that sees one thing after the other. */
    public TraceHeader(Profile profile, boolean effects, String source, Gaps gaps) {
        this(profile, effects, source, gaps, false);
    }

    /** Where the life of the node stood when the trace began. */
    private enum Begins {
        FRESH, MIDDLE
    }

    /** The same with another profile, as it is, limits included. */
    public TraceHeader withProfile(Profile other) {
        return new TraceHeader(other, effects, source, gaps, history);
    }

    static TraceHeader read(Part part) throws BadAnswerException {
        if (!part.has("format")) {
            throw part.field("format").isNot("\"" + FORMAT + "\"; the first line of a trace is its header");
        }
        if (!part.field("format").text().equals(FORMAT)) {
            throw part.field("format").isNot("\"" + FORMAT + "\"");
        }
        int version = part.field("version").number(FIRST_VERSION, VERSION);
        // What is not understood might change what the events mean.
        for (Iterator<String> names = part.node().fieldNames(); names.hasNext();) {
            String name = names.next();
            if (part.node().get(name).isNull()) {
                throw part.isNot("a header, where nothing is null");
            }
            if (!PLAIN.matcher(name).matches()) {
                // Where it stands could not be told from what it is called.
                throw part.isNot("a header, which has only " + String.join(", ", FIELDS));
            }
            if (!FIELDS.contains(name)) {
                throw part.field(name).isNot("absent: a header has only " + String.join(", ", FIELDS));
            }
            if (version == FIRST_VERSION && SINCE_SECOND.contains(name)) {
                throw part.field(name).isNot("absent: a header of version 1 has no such field, and one of version 2 has");
            }
        }
        Part named = part.field("profile");
        Profile profile = Profiles.find(named.text())
                .orElseThrow(() -> named.isNot("one of " + String.join(", ", Profiles.names())));
        if (part.has("kill_limit")) {
            profile = profile.withKillLimit(part.field("kill_limit").number(1, HIGHEST_LIMIT));
        }
        if (part.has("requests_in_flight")) {
            Part limit = part.field("requests_in_flight");
            if (!profile.limitsRequests()) {
                throw limit.isNot("absent: the profile " + profile.name() + " has no such limit");
            }
            profile = profile.withRequestsInFlight(limit.number(1, HIGHEST_LIMIT));
        }
        boolean effects = part.has("effects") && part.field("effects").truth();
        Gaps gaps = gaps(part, effects);
        boolean history = part.has(HISTORY) && part.field(HISTORY).truth();
        if (history && gaps.middle()) {
            throw part.field(BEGINS).isNot("fresh: a history has to be told from its beginning");
        }
        return new TraceHeader(profile, effects, part.has("source") ? part.field("source").name() : "", gaps, history);
    }

    private static Gaps gaps(Part part, boolean effects) throws BadAnswerException {
        Set<Unseen> unseen = EnumSet.noneOf(Unseen.class);
        if (part.has(UNSEEN)) {
            for (Part one : part.field(UNSEEN).list()) {
                if (!unseen.add(one.word(Unseen.class))) {
                    throw one.isNot("something that is not in the list yet");
                }
            }
        }
        boolean middle = part.has(BEGINS) && part.field(BEGINS).word(Begins.class) == Begins.MIDDLE;
        if (middle && unseen.contains(Unseen.QUIET)) {
            throw part.field(BEGINS)
                    .isNot("fresh: what begins in the middle is judged from its first idle quiet, which this source cannot see");
        }
        if (middle && effects) {
            throw part.field(BEGINS).isNot("fresh: effects name all processes, and of what begins in the middle nobody knows them");
        }
        return new Gaps(ImmutableSet.copyOf(unseen), middle);
    }

    ObjectNode write() {
        ObjectNode object = Json.object().put("format", FORMAT).put("version", gaps.isEmpty() && !history ? FIRST_VERSION : VERSION)
                .put("profile", profile.name()).put("kill_limit",
                        profile.killLimit());
        if (profile.limitsRequests()) {
            object.put("requests_in_flight", profile.requestsInFlight());
        }
        object.put("effects", effects);
        if (!source.isEmpty()) {
            object.put("source", source);
        }
        if (!gaps.unseen().isEmpty()) {
            ArrayNode list = object.putArray(UNSEEN);
            gaps.unseen().forEach(kind -> list.add(spelled(kind)));
        }
        if (gaps.middle()) {
            object.put(BEGINS, spelled(Begins.MIDDLE));
        }
        if (history) {
            object.put(HISTORY, true);
        }
        return object;
    }

    static String spelled(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** The names of all fields that a header can have. */
    static List<String> fields() {
        return FIELDS;
    }
}
