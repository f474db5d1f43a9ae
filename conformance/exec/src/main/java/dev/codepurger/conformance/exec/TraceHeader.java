package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.model.purger.Profile;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first line of a trace: what its events are to be judged by.
 *
 * @param profile the profile that the source claims, with its limits
 * @param effects whether the effect channel is in the trace
 * @param source who showed it, such as {@code reference}; empty if nobody says. For people only: nothing is looked up by it
 */
public record TraceHeader(Profile profile, boolean effects, String source) {
    /** What the first line of a trace says it is. */
    static final String FORMAT = "codepurger-trace";
    /** The version that this program reads and writes. */
    static final int VERSION = 1;

    private static final int HIGHEST_LIMIT = 1_000_000;
    private static final ImmutableList<String> FIELDS = ImmutableList.of("format", "version", "profile", "kill_limit", "requests_in_flight",
            "effects", "source");
    private static final Pattern PLAIN = Pattern.compile("[a-z_]+");

    /** The same with another profile, as it is, limits included. */
    public TraceHeader withProfile(Profile other) {
        return new TraceHeader(other, effects, source);
    }

    static TraceHeader read(Part part) throws BadAnswerException {
        if (!part.has("format")) {
            throw part.field("format").isNot("\"" + FORMAT + "\"; the first line of a trace is its header");
        }
        if (!part.field("format").text().equals(FORMAT)) {
            throw part.field("format").isNot("\"" + FORMAT + "\"");
        }
        part.field("version").number(VERSION, VERSION);
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
        return new TraceHeader(profile, part.has("effects") && part.field("effects").truth(),
                part.has("source") ? part.field("source").name() : "");
    }

    ObjectNode write() {
        ObjectNode object = Json.object().put("format", FORMAT).put("version", VERSION).put("profile", profile.name()).put("kill_limit",
                profile.killLimit());
        if (profile.limitsRequests()) {
            object.put("requests_in_flight", profile.requestsInFlight());
        }
        object.put("effects", effects);
        if (!source.isEmpty()) {
            object.put("source", source);
        }
        return object;
    }

    /** The names of all fields that a header can have. */
    static List<String> fields() {
        return FIELDS;
    }
}
