package dev.codepurger.conformance.run;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Unseen;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of text with which a trace is judged again: {@code codepurger1 profile=… limit=… requests=… effects=… trace=LABEL;LABEL…}, before {@code trace}
 * also {@code unseen=KIND,…} and {@code begins=middle}. It needs no subject, nor the file that the trace was in. No value contains a blank or an apostrophe.
 *
 * @param profile what it is judged by
 * @param effects whether effects are in it
 * @param gaps what it does not tell
 * @param trace the events
 */
public record TraceLine(Profile profile, boolean effects, Gaps gaps, ImmutableList<Label> trace) {
    private static final String TRACE = "trace";
    private static final Set<String> FIELDS = Set.of("profile", "limit", "requests", "effects", "unseen", "begins", TRACE);

    /** Is this meant to be such a line? */
    public static boolean isOne(String line) {
        return line.startsWith(ReplayLine.HEAD + " ") && line.contains(" " + TRACE + "=");
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not one, with what is wrong in one sentence
     */
    public static TraceLine parse(String line) {
        Map<String, String> fields = ReplayLine.fields(line);
        for (String name : fields.keySet()) {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("unknown field " + name);
            }
        }
        String named = field(fields, "profile");
        Profile profile = Profiles.find(named)
                .orElseThrow(() -> new IllegalArgumentException("there is no profile " + Notation.quote(ReplayLine.cut(named))))
                .withKillLimit(limit(fields, "limit"));
        if (fields.containsKey("requests")) {
            if (!profile.limitsRequests()) {
                throw new IllegalArgumentException("the profile " + named + " has no limit of requests");
            }
            profile = profile.withRequestsInFlight(limit(fields, "requests"));
        }
        boolean effects = switch (field(fields, "effects")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("the field effects is neither true nor false");
        };
        Gaps gaps = gaps(fields);
        ImmutableList.Builder<Label> trace = ImmutableList.builder();
        int number = 0;
        for (String label : field(fields, TRACE).split(";", -1)) {
            number++;
            try {
                trace.add(StepReader.label(label));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("event " + number + ": " + e.getMessage(), e);
            }
        }
        return new TraceLine(profile, effects, gaps, trace.build());
    }

    private static Gaps gaps(Map<String, String> fields) {
        ImmutableSet.Builder<Unseen> unseen = ImmutableSet.builder();
        for (String word : Splitter.on(',').omitEmptyStrings().split(fields.getOrDefault("unseen", ""))) {
            unseen.add(Arrays.stream(Unseen.values()).filter(kind -> word(kind).equals(word)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the field unseen has " + Notation.quote(ReplayLine.cut(word)))));
        }
        String begins = fields.getOrDefault("begins", "");
        if (!begins.isEmpty() && !begins.equals("middle")) {
            throw new IllegalArgumentException("the field begins is not middle");
        }
        return new Gaps(unseen.build(), !begins.isEmpty());
    }

    private static String word(Unseen kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String gapsText() {
        return (gaps.unseen().isEmpty() ? ""
                : " unseen=" + gaps.unseen().stream().map(TraceLine::word).collect(Collectors.joining(",")))
                + (gaps.middle() ? " begins=middle" : "");
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the field " + name + " is missing: the line was cut or garbled");
        }
        return value;
    }

    private static int limit(Map<String, String> fields, String name) {
        return ReplayLine.limit(name, field(fields, name));
    }

    @Override
    public String toString() {
        return ReplayLine.HEAD + " profile=" + profile.name() + " limit=" + profile.killLimit()
                + (profile.limitsRequests() ? " requests=" + profile.requestsInFlight() : "") + " effects=" + effects + gapsText() + " "
                + TRACE + "="
                + trace.stream().map(Notation::compact).collect(Collectors.joining(";"));
    }
}
