package dev.codepurger.cli.bench;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.cli.bench.Measurements.Column;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Recorder;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How many states of the model the oracle holds, and how long a step takes it, for a hard purge with some victims among a hundred idle processes:
 * free running, and with every second victim paused and then resumed: one by one, so that kills stay outstanding and others wait, or all at once. First where all
 * processes are asked at once, then with a limit of requests in flight.
 */
public final class OracleStatesBench implements Bench {
    private static final int IDLE = 100;
    private static final List<Integer> VICTIMS = List.of(1, 5, 10, 25);
    /** All requests at once first. */
    private static final List<Profile> PROFILES = List.of(Profile.SEED, Profile.OTP_25.withRequestsInFlight(4),
            Profile.OTP_25.withRequestsInFlight(2));

    /** Which victims are paused during the check, and how they are resumed. */
    private enum Paused {
        NONE("none"), EVERY_SECOND("every second"), EVERY_SECOND_AT_ONCE("every second, resumed at once");

        private final String text;

        Paused(String text) {
            this.text = text;
        }
    }

    @Override
    public String description() {
        return "states and time of the oracle, for 1 to 25 victims among " + IDLE + " idle processes";
    }

    @Override
    public Measurements measure() {
        // The first purge pays for the classes.
        measure(Profile.SEED, 3, Paused.EVERY_SECOND);
        Measurements table = new Measurements(new Column("requests", "requests"), new Column("victims", "victims"),
                new Column("paused", "paused"),
                new Column("steps", "steps"),
                new Column("mostStates", "states, most"), new Column("millisPerStep", "ms a step"),
                new Column("mostMillis", "ms, most"), new Column("verdict", "verdict"));
        for (Profile profile : PROFILES) {
            measure(table, profile);
        }
        return table;
    }

    private static void measure(Measurements table, Profile profile) {
        for (Paused paused : Paused.values()) {
            for (int victims : VICTIMS) {
                Measured measured = measure(profile, victims, paused);
                table.row(profile.limitsRequests() ? Integer.toString(profile.requestsInFlight()) : "all", victims, paused.text,
                        measured.steps, measured.states,
                        measured.nanos / 1e6 / measured.steps, measured.most / 1e6, measured.verdict);
            }
        }
    }

    private static Measured measure(Profile profile, int victims, Paused paused) {
        Measured measured = new Measured();
        try (Subject model = SubjectRegistry.load().find("model").orElseThrow().open(OpenOptions.of(profile))) {
            Judge judge = new Stopwatch(new OracleJudges().start(profile, false), measured);
            Session session = new Session(new Recorder(model, judge, Duration.ofSeconds(60)), profile);
            purge(session, victims, paused);
        } catch (SubjectException e) {
            throw new IllegalStateException("the model cannot be opened", e);
        } catch (dev.codepurger.conformance.cases.SessionStop stop) {
            measured.verdict = stop.ending().toString().toLowerCase(Locale.ROOT);
        }
        return measured;
    }

    private static void purge(Session session, int victims, Paused paused) {
        session.load("m");
        session.load("n");
        session.spawnManyIn("idle", IDLE, "n");
        session.spawnManyIn("victim", victims, "m");
        session.load("m");
        for (int i = 2; paused != Paused.NONE && i <= victims; i += 2) {
            session.pause("victim" + i);
        }
        session.purge("r1", "m");
        session.settle();
        for (int i = 2; paused != Paused.NONE && i <= victims; i += 2) {
            session.resume("victim" + i);
            if (paused == Paused.EVERY_SECOND) {
                session.settle();
            }
        }
        session.settle();
        session.expectHard("r1", true, true);
    }

    private static final class Measured {
        private int steps;
        private int states;
        private long nanos;
        private long most;
        private String verdict = "conforms";
    }

    /** A judge whose steps are timed. */
    private record Stopwatch(Judge judge, Measured measured) implements Judge {

        @Override
        public Judge observe(Label label) {
            long began = System.nanoTime();
            Judge next = judge.observe(label);
            long took = System.nanoTime() - began;
            measured.steps++;
            measured.nanos += took;
            measured.most = Math.max(measured.most, took);
            measured.states = Math.max(measured.states, next.stateCount());
            return new Stopwatch(next, measured);
        }

        @Override
        public Verdict verdict() {
            return judge.verdict();
        }

        @Override
        public ImmutableSet<Label.Observation> legalNext() {
            return judge.legalNext();
        }

        @Override
        public ImmutableSet<Response> legalResponses(Stimulus stimulus) {
            return judge.legalResponses(stimulus);
        }

        @Override
        public int stateCount() {
            return judge.stateCount();
        }

        @Override
        public List<String> describeStates(int max) {
            return judge.describeStates(max);
        }
    }
}
