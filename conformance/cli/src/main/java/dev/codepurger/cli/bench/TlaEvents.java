package dev.codepurger.cli.bench;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Traces as the values of {@code Outside.tla}: each event that occurs once, and each trace as a sequence of their numbers. So that the same occurs often,
 * processes and requests are named in the order in which a trace comes to speak of them.
 *
 * <p>
 * What can be said there: one module, without on_load and funs, and processes that wait in it or are elsewhere; loads, deaths, those who leave, the three
 * kinds of purges with their words, and what is seen of these.
 */
final class TlaEvents {
    /** What a trace calls it; nothing is done to it here. */
    private static final String PURGER = "purger";
    private static final Pattern PLAIN = Pattern.compile("\\w+");

    private final SequencedMap<String, Integer> numbers = new LinkedHashMap<>();
    private final List<List<Integer>> traces = new ArrayList<>();
    private int inside;
    private int outside;

    /**
     * Adds a trace.
     *
     * @throws IllegalArgumentException if something occurs in it that cannot be said
     */
    void add(List<Label> trace) {
        Names names = new Names(trace.stream().flatMap(TlaEvents::entering).collect(ImmutableSet.toImmutableSet()));
        List<Integer> events = new ArrayList<>();
        for (Label label : trace) {
            events.add(numbers.computeIfAbsent(names.event(label), event -> numbers.size() + 1));
        }
        traces.add(events);
        inside = Math.max(inside, names.inside.size());
        outside = Math.max(outside, names.outside.size());
    }

    /** The process that begins in the module, if one does. */
    private static Stream<String> entering(Label label) {
        return label instanceof Label.Did(Stimulus.Spawn spawn, Response response) && spawn.where() instanceof Where.InModule
                ? Stream.of(spawn.process())
                : Stream.empty();
    }

    /** The events, the first is number 1. */
    SequencedSet<String> events() {
        return numbers.sequencedKeySet();
    }

    /** The traces, as numbers of events. */
    List<List<Integer>> traces() {
        return traces;
    }

    /** The names of the processes that begin in the module. */
    List<String> inside() {
        return IntStream.rangeClosed(1, inside).mapToObj(number -> name("p", number)).toList();
    }

    /** The names of the others. */
    List<String> outside() {
        return IntStream.rangeClosed(1, outside).mapToObj(number -> name("c", number)).toList();
    }

    private static String name(String letter, int number) {
        return "\"" + letter + number + "\"";
    }

    /** What a request is called in a trace. */
    private record Request(int number, String from) {
    }

    /** What things are called in one trace. */
    private static final class Names {
        private final Set<String> entering;
        private final Map<String, Integer> inside = new HashMap<>();
        private final Map<String, Integer> outside = new HashMap<>();
        private final Map<String, Request> requests = new HashMap<>();
        private String module = "";

        Names(Set<String> entering) {
            this.entering = entering;
        }

        private String who(String process) {
            if (process.equals(PURGER)) {
                throw unknown(process);
            }
            Map<String, Integer> alike = entering.contains(process) ? inside : outside;
            int number = alike.computeIfAbsent(process, added -> alike.size() + 1);
            return name(entering.contains(process) ? "p" : "c", number);
        }

        /** One that nobody has made so far is nobody's. */
        private Request request(String name) {
            return requests.computeIfAbsent(name, added -> new Request(requests.size() + 1, "\"none\""));
        }

        private void only(String other) {
            if (module.isEmpty()) {
                module = other;
            }
            if (!module.equals(other)) {
                throw new IllegalArgumentException("more than one module");
            }
        }

        String event(Label label) {
            return switch (label) {
                case Label.Did did -> did(did.stimulus()) + ", gives |-> \"" + did.response().name().toLowerCase(Locale.ROOT) + "\"]";
                case Label.Replied seen -> told("replied", seen.request(), kinds(seen), seen.result().toString());
                case Label.Started seen -> told("started", seen.ref(), "{\"test\", \"softtest\"}", "none");
                case Label.Continued seen -> told("continued", seen.ref(), "{\"test\", \"softtest\"}", "none");
                case Label.Down seen when PLAIN.matcher(seen.reason()).matches() ->
                    "[event |-> \"down\", death |-> [who |-> " + who(seen.process()) + ", why |-> \"" + seen.reason() + "\"]]";
                case Label.Quiet seen when seen.suspended().isEmpty() ->
                    "[event |-> \"quiet\", kind |-> \"" + seen.kind().name().toLowerCase(Locale.ROOT) + "\"]";
                default -> throw unknown(label);
            };
        }

        private static IllegalArgumentException unknown(Object what) {
            return new IllegalArgumentException("not said in Outside.tla: " + what);
        }

        private String told(String what, String request, String kinds, String result) {
            return "[event |-> \"" + what + "\", n |-> " + request(request).number + ", kinds |-> " + kinds + ", result |-> \"" + result
                    + "\"]";
        }

        private static String kinds(Label.Replied seen) {
            return switch (seen.kind()) {
                case PURGE -> "{\"purge\"}";
                case SOFT_PURGE -> "{\"soft\"}";
                case TEST_PURGE -> "{\"test\", \"softtest\"}";
                default -> throw unknown(seen);
            };
        }

        private String did(Stimulus stimulus) {
            return switch (stimulus) {
                case Stimulus.Load s when !s.identical() -> ofModule("load", s.module());
                case Stimulus.CheckOldCode s -> ofModule("check_old_code", s.module());
                case Stimulus.Spawn s when s.where() instanceof Where.Nowhere -> of("spawn", s.process()) + ", inside |-> FALSE";
                case Stimulus.Spawn s when s.where() instanceof Where.InModule(String in, Stimulus.Residence residence)
                        && residence == Stimulus.Residence.WAITING -> {
                    only(in);
                    yield of("spawn", s.process()) + ", inside |-> TRUE";
                }
                case Stimulus.Leave s -> of("leave", s.process());
                case Stimulus.Exit s -> of("exit", s.process());
                case Stimulus.Kill s -> of("kill", s.process());
                case Stimulus.Alive s -> of("alive", s.process());
                case Stimulus.Purge s -> requested("purge", s.request(), s.module(), s.from());
                case Stimulus.SoftPurge s -> requested("soft", s.request(), s.module(), s.from());
                case Stimulus.TestPurge s ->
                    requested(s.type() == TestType.HARD ? "test" : "softtest", s.request(), s.module(), s.from());
                case Stimulus.Continue s -> sent(s.from(), "continue", request(s.ref()));
                case Stimulus.Complete s -> sent(s.from(), "complete", request(s.ref()));
                default -> throw unknown(stimulus);
            };
        }

        private String of(String what, String process) {
            return "[event |-> \"" + what + "\", who |-> " + who(process);
        }

        private String ofModule(String what, String name) {
            only(name);
            return "[event |-> \"" + what + "\"";
        }

        private String requested(String kind, String name, String of, String from) {
            only(of);
            Request request = new Request(request(name).number, who(from));
            requests.put(name, request);
            return sent(from, kind, request);
        }

        private String sent(String from, String kind, Request request) {
            return of("send", from) + ", message |-> [kind |-> \"" + kind + "\", from |-> " + request.from + ", n |-> " + request.number
                    + "]";
        }
    }
}
