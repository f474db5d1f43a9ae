package dev.codepurger.conformance.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.cases.directed.DirectedCases;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.model.ModelSubject;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A vector accepts exactly what the oracle accepts. */
class TestVectorsTest {
    private static final ImmutableList<Profile> PROFILES = ImmutableList.of(Profile.SEED, Profile.HARDENED, Profile.OTP_25,
            Profile.OTP_25_HARDENED);
    private static final int WALKS = 6;

    private static ConformanceCase directed(String id) {
        return new DirectedCases().cases().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static Outcome ok() {
        return new Outcome.Responded(Response.OK);
    }

    private static Outcome quiet(Label.QuietKind kind) {
        return new Outcome.Seen(new Label.Quiet(kind, ImmutableSortedSet.of()));
    }

    /** Everything that a walk of a model that need not obey these rules showed, until the end or the first thing that is not legal. */
    private static List<Label> walk(TestVector vector, Profile profile, ImmutableSet<Rule> relaxed, long seed) throws SubjectException {
        ModelSubject subject = new ModelSubject(new Settings(profile, vector.of().effects(), relaxed), seed);
        List<Label> shown = new ArrayList<>();
        for (Step step : vector.steps()) {
            switch (step) {
                case Step.Do one -> shown.add(new Label.Did(one.stimulus(), subject.apply(one.stimulus())));
                case Step.Poll poll -> shown.addAll(subject.poll());
                case Step.Settle settle -> shown.addAll(subject.settle(Duration.ofSeconds(10)));
            }
        }
        return shown;
    }

    /** How many of these the automaton accepts before the first that it does not. */
    private static int accepted(Automaton automaton, List<Label> labels) {
        int node = 0;
        for (int i = 0; i < labels.size(); i++) {
            Outcome outcome = labels.get(i) instanceof Label.Did did ? new Outcome.Responded(did.response())
                    : new Outcome.Seen((Label.Observation) labels.get(i));
            Integer next = automaton.nodes().get(node).get(outcome);
            if (next == null) {
                return i;
            }
            node = next;
        }
        return labels.size();
    }

    private static int acceptedByOracle(TestVector vector, Profile profile, List<Label> labels) {
        PurgeOracle oracle = PurgeOracle.of(profile, OracleOptions.DEFAULT.withEffects(vector.of().effects()));
        for (int i = 0; i < labels.size(); i++) {
            oracle = oracle.observe(labels.get(i));
            if (oracle.verdict() == Verdict.VIOLATED) {
                return i;
            }
            assertEquals(Verdict.CONFORMS, oracle.verdict());
        }
        return labels.size();
    }

    @Test
    @Tag("slow")
    @DisplayName("of walks of models with and without mistakes, vectors accept as much as the oracle does")
    void acceptsWhatTheOracleAccepts() throws SubjectException {
        int rejected = 0;
        int judged = 0;
        for (TestVector vector : TestVectors.of(new DirectedCases().cases(), PROFILES, 400)) {
            for (Profile profile : PROFILES) {
                if (vector.allowed().isPresent() && vector.profiles().contains(profile.name())) {
                    Profile killing = profile.withKillLimit(vector.killLimit());
                    Profile limited = vector.requestLimit() == 0 ? killing : killing.withRequestsInFlight(vector.requestLimit());
                    judged++;
                    for (long seed = 1; seed <= WALKS; seed++) {
                        ImmutableSet<Rule> relaxed = seed == 1 ? ImmutableSet.of() : ImmutableSet.copyOf(vector.rules());
                        List<Label> labels = walk(vector, limited, relaxed, seed);
                        int accepted = accepted(vector.allowed().get(), labels);
                        assertEquals(acceptedByOracle(vector, limited, labels), accepted, () -> vector.of().id() + ": " + labels);
                        rejected += accepted < labels.size() ? 1 : 0;
                        assertTrue(seed > 1 || accepted == labels.size(), () -> vector.of().id() + ": " + labels);
                    }
                }
            }
        }
        assertTrue(judged > 300, "only " + judged + " were judged");
        assertTrue(rejected > 300, "only " + rejected + " walks were rejected");
    }

    @Test
    @DisplayName("a vector lists what is legal at each point, and nothing else")
    void lists() {
        TestVector vector = TestVectors.of(List.of(directed("soft-unknown-module")), PROFILES, 100).get(0);
        assertEquals(List.of("seed", "hardened", "otp-25", "otp-25-hardened"), vector.profiles());
        assertEquals("soft", vector.family());
        Label replied = new Label.Replied("r1", Label.RequestKind.SOFT_PURGE, new Result.Soft(true));
        assertEquals(Optional.of(new Automaton(ImmutableList.of(ImmutableMap.of(ok(), 1), ImmutableMap.of(ok(), 2),
                ImmutableMap.of(new Outcome.Seen((Label.Observation) replied), 3), ImmutableMap.of(quiet(Label.QuietKind.IDLE), 4),
                ImmutableMap.of()))), vector.allowed());
    }

    @Test
    @DisplayName("profiles that allow different things have vectors of their own")
    void profilesApart() {
        List<TestVector> all = TestVectors.of(new DirectedCases().cases().stream().filter(one -> one.id().startsWith("onload-")).toList(),
                PROFILES, 400);
        assertTrue(all.stream().anyMatch(one -> one.profiles().equals(List.of("seed", "otp-25"))));
        assertTrue(all.stream().anyMatch(one -> one.profiles().equals(List.of("hardened", "otp-25-hardened"))));
    }

    @Test
    @DisplayName("a case that has too many points is said to be too big")
    void tooBig() {
        assertEquals(Optional.empty(), TestVectors.of(List.of(directed("kill-twenty-five-victims")), PROFILES, 50).get(0).allowed());
    }

    @Test
    @DisplayName("signals of sessions that have ended may be seen to be thrown away at any time")
    void staleSignals() {
        TestVector vector = TestVectors.of(List.of(directed("kill-monitored-first")), PROFILES, 2_000).get(0);
        Outcome stale = new Outcome.Seen(new Label.Showed(new Effect.Dropped("DOWN")));
        assertEquals(0, vector.allowed().orElseThrow().nodes().get(0).get(stale));
    }

    @Test
    @DisplayName("a case that does not always do the same is refused")
    void refusesChoices() {
        ConformanceCase choosing = ConformanceCase.of("choosing", "It depends").rules(Rule.PURGE_1).plays(session -> {
            session.load("m");
            session.spawnIn("p", "m");
            session.load("m");
            session.purge("r1", "m");
            while (session.alive("p") == Response.TRUE) {
                session.poll();
            }
        });
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> TestVectors.of(List.of(choosing), PROFILES, 100)).getMessage());
        assertTrue(said.startsWith("what choosing does depends on what it sees"), said);
    }
}
