package dev.codepurger.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.cli.bench.TlcTraces.Validation;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TLC, with the description in TLA+, explains as much of each trace as the oracle does: of walks in its world, of what the reference shows, and of both changed. */
@Tag("slow")
class TlcTracesTest {
    private static final int WALKS = 25;
    private static final int CHANGES = 3;
    private static final int EVENTS = 24;
    private static final int ACTS = 3;

    static Stream<Profile> profiles() {
        return Stream.of(Profile.SEED.withKillLimit(1), Profile.HARDENED.withKillLimit(2));
    }

    /** How many of its events are legal, one after the other. */
    private static int legal(Profile profile, List<Label> trace) {
        PurgeOracle oracle = PurgeOracle.of(profile, OracleOptions.DEFAULT);
        int legal = 0;
        while (legal < trace.size()) {
            oracle = oracle.observe(trace.get(legal));
            if (oracle.verdict() != Verdict.CONFORMS) {
                return legal;
            }
            legal++;
        }
        return legal;
    }

    private static void assertSame(Profile profile, List<List<Label>> traces, int legal) throws InterruptedException {
        Validation validation = new TlcTraces(Tlc.besideCommandLine().orElseThrow(), profile).validate(traces, true);
        List<Integer> expected = traces.stream().map(trace -> legal(profile, trace)).toList();
        List<String> differences = IntStream.range(0, traces.size()).filter(i -> !expected.get(i).equals(validation.explained().get(i)))
                .mapToObj(i -> expected.get(i) + " events are legal, TLC explains " + validation.explained().get(i) + ": " + traces.get(i))
                .toList();
        assertEquals(List.of(), differences);
        long whole = IntStream.range(0, traces.size()).filter(i -> expected.get(i) == traces.get(i).size()).count();
        System.out.println(
                profile.name() + ": " + traces.size() + " traces, of which " + whole + " are explained, " + validation.run().states()
                        + " states");
        // Of those that are changed some are legal all the same.
        assertTrue(whole >= legal && whole < traces.size(), () -> whole + " of " + traces.size());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("walks through the world of the oracle, and each of them changed in some ways")
    void walks(Profile profile) throws InterruptedException {
        List<List<Label>> traces = new ArrayList<>();
        for (int seed = 0; seed < WALKS; seed++) {
            Random random = new Random(seed * 7_919L);
            List<Label> walk = walk(profile, random);
            traces.add(walk);
            for (int i = 0; i < CHANGES; i++) {
                traces.add(changed(walk, random));
            }
        }
        assertSame(profile, traces, WALKS);
    }

    @Test
    @DisplayName("what the reference shows, and the same with an event left out")
    void reference() throws InterruptedException {
        List<List<Label>> traces = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            List<Label> life = Lives.sequential(seed, 1, 100);
            traces.add(life);
            traces.add(Stream.concat(life.stream().limit(50L + seed), life.stream().skip(51L + seed)).toList());
        }
        assertSame(Lives.profile(), traces, 10);
    }

    @Test
    @DisplayName("what the description does not know is refused")
    void refused() {
        TlaEvents events = new TlaEvents();
        assertThrows(IllegalArgumentException.class,
                () -> events.add(List.of(new Label.Did(new Stimulus.BeginOnLoad("m"), Response.OK))));
        assertThrows(IllegalArgumentException.class, () -> events.add(List.of(new Label.Did(new Stimulus.Load("m", false), Response.OK),
                new Label.Did(new Stimulus.Load("n", false), Response.OK))));
        assertThrows(IllegalArgumentException.class,
                () -> events.add(List.of(new Label.Did(new Stimulus.Kill("purger"), Response.OK))));
        assertThrows(IllegalArgumentException.class, () -> new TlcTraces(Tlc.besideCommandLine().orElseThrow(), Profile.OTP_25));
    }

    // ------------------------------------------------------------------------------------------------------------ walks

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A harness that does anything and sees anything that is legal, and waits for rest before it has done too much for TLC. */
    private static List<Label> walk(Profile profile, Random random) {
        PurgeOracle oracle = PurgeOracle.of(profile, OracleOptions.DEFAULT);
        List<Label> trace = new ArrayList<>();
        Harness harness = new Harness(random);
        int acts = 0;
        while (trace.size() < EVENTS) {
            boolean begun = trace.size() >= Harness.BEGINNING;
            List<Label> legal = begun ? List.copyOf(oracle.legalNext()) : List.of();
            Label next;
            if (!legal.isEmpty() && (acts == ACTS || random.nextBoolean())) {
                next = any(random, legal);
                acts = next instanceof Label.Quiet ? 0 : acts;
            } else {
                Stimulus stimulus = harness.next(trace.size());
                next = new Label.Did(stimulus, any(random, List.copyOf(oracle.legalResponses(stimulus))));
                acts += begun ? 1 : 0;
            }
            trace.add(next);
            oracle = oracle.observe(next);
        }
        return trace;
    }

    /** What it does: with two that ask, and some that are in the code. */
    private static final class Harness {
        private static final List<String> CLIENTS = List.of("c", "d");
        private static final List<Stimulus> FIRST = List.of(new Stimulus.Load("m", false), inside("p"), inside("q"), elsewhere("c"),
                elsewhere("d"), new Stimulus.Load("m", false));
        static final int BEGINNING = FIRST.size();
        private final Random random;
        private final List<Stimulus> words = new ArrayList<>();
        private final List<String> processes = new ArrayList<>(List.of("p", "q", "r", "c", "d"));
        private int names;

        Harness(Random random) {
            this.random = random;
        }

        private static Stimulus inside(String process) {
            return new Stimulus.Spawn(process, new Stimulus.Where.InModule("m", Stimulus.Residence.WAITING));
        }

        private static Stimulus elsewhere(String process) {
            return new Stimulus.Spawn(process, new Stimulus.Where.Nowhere());
        }

        Stimulus next(int place) {
            if (place < BEGINNING) {
                return FIRST.get(place);
            }
            String process = any(random, processes);
            String client = any(random, CLIENTS);
            return switch (random.nextInt(16)) {
                case 0 -> new Stimulus.Load("m", false);
                case 1 -> processes.remove("r") ? inside("r") : new Stimulus.Alive(process);
                case 2 -> new Stimulus.Leave(process);
                case 3 -> new Stimulus.Exit(process);
                case 4 -> new Stimulus.Kill(process);
                case 5 -> new Stimulus.Alive(process);
                case 6 -> new Stimulus.CheckOldCode("m");
                case 7 -> new Stimulus.Purge("r" + ++names, "m", any(random, List.of("c", "d", "p")));
                case 8 -> new Stimulus.SoftPurge("r" + ++names, "m", client);
                default ->
                    words.isEmpty() || random.nextInt(3) == 0 ? session(client) : words.remove(random.nextInt(Math.min(2, words.size())));
            };
        }

        private Stimulus session(String client) {
            String request = "r" + ++names;
            words.addAll(List.of(new Stimulus.Continue(request, client), new Stimulus.Complete(request, client)));
            return new Stimulus.TestPurge(request, "m", any(random, List.of(TestType.HARD, TestType.SOFT)), client);
        }
    }

    // ------------------------------------------------------------------------------------------------------------ changes

    /** An event dropped, doubled, swapped with its neighbour, or its result changed. */
    private static List<Label> changed(List<Label> trace, Random random) {
        List<Label> changed = new ArrayList<>(trace);
        int at = random.nextInt(Harness.BEGINNING, trace.size() - 1);
        Label label = trace.get(at);
        switch (random.nextInt(4)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(at, label);
            case 2 -> {
                changed.set(at, trace.get(at + 1));
                changed.set(at + 1, label);
            }
            default -> changed.set(at, otherwise(label, random));
        }
        return changed;
    }

    private static Label otherwise(Label label, Random random) {
        return switch (label) {
            case Label.Did did -> new Label.Did(did.stimulus(), any(random, List.of(Response.values())));
            case Label.Replied(String request, Label.RequestKind kind, Result.Soft was) -> new Label.Replied(request, kind,
                    new Result.Soft(!was.purged()));
            case Label.Replied seen ->
                new Label.Replied(seen.request(), seen.kind(), new Result.Hard(random.nextBoolean(), random.nextBoolean()));
            case Label.Started seen -> new Label.Continued(seen.ref());
            case Label.Continued seen -> new Label.Started(seen.ref());
            case Label.Down seen -> new Label.Down(seen.process(), seen.reason().equals("killed") ? "normal" : "killed");
            case Label.Quiet seen -> new Label.Quiet(any(random, List.of(Label.QuietKind.values())), seen.suspended());
            default -> label;
        };
    }
}
