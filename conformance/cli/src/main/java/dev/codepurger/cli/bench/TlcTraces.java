package dev.codepurger.cli.bench;

import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Trace validation by TLC: whether {@code Outside.tla} explains traces, all of them in one run. */
final class TlcTraces {
    private static final Pattern PLACE = Pattern.compile("(?m)^<<(\\d+), (\\d+)>>$");

    /** How far it has come TLC keeps for each worker of its own. */
    private static final int ONE_WORKER = 1;

    private final Tlc tlc;
    private final Profile profile;

    /**
     * By a purger with this profile.
     *
     * @throws IllegalArgumentException for a profile with a limit of requests in flight, which {@code Outside.tla} does not know
     */
    TlcTraces(Path jar, Profile profile) {
        if (profile.limitsRequests()) {
            throw new IllegalArgumentException("not described in TLA+: " + profile.name());
        }
        tlc = new Tlc(jar);
        this.profile = profile;
    }

    /**
     * What it found.
     *
     * @param explained of each trace how many of its events are explained; 0 for one that is not explained to its end, unless each place was asked for
     * @param run how long it took
     */
    record Validation(List<Integer> explained, Tlc.Run run) {
    }

    /**
     * Validates traces.
     *
     * @param each is it to be told of each trace how far it is explained, or only whether it is to its end?
     * @throws IllegalArgumentException if something occurs in them that {@code Outside.tla} does not know
     */
    Validation validate(List<List<Label>> traces, boolean each) throws InterruptedException {
        TlaEvents events = new TlaEvents();
        traces.forEach(events::add);
        Tlc.Run run = tlc.run(List.of("Purger.tla", "Outside.tla", "trace.cfg"), Map.of("Traces.tla", module(events, each)), "trace.cfg",
                "Traces", ONE_WORKER);
        List<Integer> explained = new ArrayList<>(Collections.nCopies(traces.size(), 0));
        Matcher places = PLACE.matcher(run.said());
        while (places.find()) {
            // Numbers begin with 1, and the place is that of the next event.
            explained.set(Integer.parseInt(places.group(1)) - 1, Integer.parseInt(places.group(2)) - 1);
        }
        return new Validation(List.copyOf(explained), run);
    }

    /** The traces stand in definitions without arguments, which TLC evaluates once; constants that are replaced by them it would evaluate each time. */
    private String module(TlaEvents events, boolean each) {
        return """
                ---- MODULE Traces ----
                EXTENDS Outside

                Inside == {%s}
                MCNames == Inside \\cup {%s}
                MCPlace == [p \\in MCNames |-> IF p \\in Inside THEN "elsewhere" ELSE "remote"]
                MCProgram == [p \\in MCNames |-> <<>>]
                MCMay == [p \\in MCNames |-> {}]
                MCLimit == %d
                MCKeepsWords == %s
                MCTelling == %s

                Events == <<
                    %s>>

                Numbers == <<
                    %s>>

                MCCount == %d
                MCLength(t) == Len(Numbers[t])
                MCEventAt(t, i) == Events[Numbers[t][i]]
                ====
                """.formatted(String.join(", ", events.inside()), String.join(", ", events.outside()), profile.killLimit(),
                truth(profile.handshakeKept()), truth(each), String.join(",\n    ", events.events()),
                events.traces().stream().map(TlcTraces::sequence).collect(Collectors.joining(",\n    ")),
                events.traces().size());
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String sequence(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "<<", ">>"));
    }
}
