package dev.codepurger.conformance.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real node is driven, goes down, and is replaced. */
@Tag("slow")
class OtpNodeTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MANY = 20;
    /** The answer was kept back in one of seventeen. */
    private static final int KILLED = 100;

    @BeforeAll
    static void erlangIsThere() {
        Programs.require("erl", "erlang-base");
        Programs.require("erlc", "erlang-base");
    }

    private static SubjectProvider find(String name) throws SubjectException {
        return new OtpFamily().find(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            otp, seed, purge-*, 10
            otp, seed, kill-*, 8
            otp, seed, onload-*, 8
            otp, seed, lambda-*, 10
            otp, seed, dispatch-*, 10
            otp:schedulers=1, seed, handshake-*, 20
            otp:schedulers=4, seed, queue-*, 8
            otp:requests=functions, seed, purge-*, 5
            otp:requests=functions, seed, soft-*, 5
            otp:requests=functions, seed, onload-*, 6
            otp:requests=functions, seed, queue-*, 6
            otp, otp-25, change-*, 6
            otp, otp-25, check-limit-*, 6
            otp, otp-25, kill-*, 8
            """)
    @DisplayName("the node conforms, black-box")
    void conforms(String name, String profile, String cases, int least) throws SubjectException {
        RunResult result = run(name, cases, Channels.BLACK_BOX, Profiles.find(profile).orElseThrow());
        assertEquals(List.of(), result.results().stream().filter(one -> one.replay().isPresent())
                .map(one -> one.of().name() + ": " + one.reason() + "\n" + one.replay()).toList());
        assertEquals(Verdict.CONFORMS, result.verdict());
        assertTrue(result.ran() >= least, () -> "only " + result.ran() + " cases ran");
    }

    @Test
    @DisplayName("what the list says of the node is what it says itself")
    void listed() throws SubjectException {
        SubjectProvider node = find("otp");
        try {
            assertEquals(new OtpListing().info().capabilities(), node.info().capabilities());
            assertTrue(node.info().version().startsWith("Erlang/OTP "), node.info().version());
            assertTrue(node.info().capabilities().contains(Capability.PAUSE));
            assertEquals(Set.of(Capability.CHANGE_PRIO),
                    Sets.difference(node.info(Profile.OTP_25).capabilities(), node.info(Profile.SEED).capabilities()));
        } finally {
            node.close();
        }
    }

    @Test
    @DisplayName("asked by the functions of its module, a node shows no effects, and gets no new code of the purger")
    void functions() throws SubjectException {
        SubjectProvider node = find("otp:requests=functions");
        try {
            assertEquals(Set.of(Capability.EFFECTS, Capability.PURGER_CODE),
                    Sets.difference(new OtpListing().info().capabilities(), node.info().capabilities()));
        } finally {
            node.close();
        }
    }

    @Test
    @DisplayName("when the purger takes the node down, that is seen, and the next case has another node")
    void down() throws SubjectException {
        SubjectProvider node = find("otp");
        try {
            try (Subject first = node.open(options())) {
                assertEquals(Response.OK, first.apply(new Stimulus.Spawn("p", new Stimulus.Where.Nowhere())));
                assertEquals(Response.OK, first.apply(new Stimulus.FinishAfterOnLoad("r", "m", true, "p")));
                List<Label.Observation> seen = first.settle(LONG);
                assertEquals(new Label.PurgerDown("badarg"), seen.get(0));
                assertEquals(Label.QuietKind.DOWN, ((Label.Quiet) seen.get(1)).kind());
                assertEquals(Response.NO_EFFECT, first.apply(new Stimulus.Alive("p")));
            }
            try (Subject second = node.open(options())) {
                assertEquals(Response.FALSE, second.apply(new Stimulus.Alive("p")));
                assertEquals(Label.QuietKind.IDLE, ((Label.Quiet) second.settle(LONG).get(0)).kind());
            }
        } finally {
            node.close();
        }
    }

    @Test
    @DisplayName("the next case finds the purger with the priority that it began with")
    void priority() throws SubjectException {
        SubjectProvider node = find("otp");
        try {
            for (Priority changed : List.of(Priority.LOW, Priority.MAX)) {
                try (Subject subject = node.open(options().withProfile(Profile.OTP_25))) {
                    assertEquals(Response.OK, subject.apply(new Stimulus.Spawn("p", new Stimulus.Where.Nowhere())));
                    assertEquals(Response.OK, subject.apply(new Stimulus.ChangePrio("r", changed, "p")));
                    assertEquals(new Label.Replied("r", Label.RequestKind.CHANGE_PRIO, new Result.Was(Priority.HIGH)),
                            subject.settle(LONG).get(0));
                }
            }
        } finally {
            node.close();
        }
    }

    @Test
    @DisplayName("who has been told to exit is not suspended before it has")
    void exits() throws SubjectException {
        SubjectProvider node = find("otp:schedulers=4");
        try (Subject subject = node.open(options())) {
            List<Label.Observation> expected = new ArrayList<>();
            List<Label.Observation> seen = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                String name = "p" + i;
                for (Stimulus one : List.of(Stimulus.Spawn.with(name, new Stimulus.Where.Nowhere(), Set.of(Stimulus.Trait.DIRTY)),
                        new Stimulus.Exit(name), new Stimulus.Suspend(name))) {
                    subject.apply(one);
                    seen.addAll(subject.seenBefore());
                }
                expected.add(new Label.Down(name, "normal"));
            }
            seen.addAll(subject.settle(LONG));
            expected.add(seen.get(seen.size() - 1));
            assertEquals(expected, seen);
        } finally {
            node.close();
        }
    }

    @Test
    @DisplayName("as many as there are schedulers for are paused at once, also where one of them ran in between; one more is a clear error")
    void pausesAll() throws SubjectException {
        SubjectProvider node = find("otp");
        try (Subject subject = node.open(options())) {
            subject.apply(new Stimulus.Spawn("client", new Stimulus.Where.Nowhere()));
            subject.apply(new Stimulus.Load("m", false));
            List<String> victims = IntStream.range(0, OtpProvider.CELLS).mapToObj(i -> "v" + i).toList();
            for (String victim : victims) {
                subject.apply(new Stimulus.Spawn(victim, new Stimulus.Where.InModule("m", Stimulus.Residence.WAITING)));
                assertEquals(Response.OK, subject.apply(new Stimulus.Pause(victim)));
            }
            String last = victims.get(victims.size() - 1);
            subject.apply(new Stimulus.Resume(last));
            assertEquals(Response.OK, subject.apply(new Stimulus.Pause(last)));
            subject.apply(new Stimulus.Load("m", false));
            subject.apply(new Stimulus.Purge("r", "m", "client"));
            assertEquals(Label.QuietKind.BLOCKED, ((Label.Quiet) subject.settle(LONG).get(0)).kind());
            Set<Label.Observation> expected = new HashSet<>();
            Set<Label.Observation> seen = new HashSet<>();
            for (String victim : victims) {
                subject.apply(new Stimulus.Resume(victim));
                expected.add(new Label.Down(victim, "killed"));
                seen.addAll(subject.seenBefore());
            }
            seen.addAll(subject.settle(LONG));
            expected.add(new Label.Replied("r", Label.RequestKind.PURGE, new Result.Hard(true, true)));
            expected.add(new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of()));
            assertEquals(expected, seen);
        }
        try (Subject subject = node.open(options())) {
            for (int i = 0; i < OtpProvider.CELLS; i++) {
                subject.apply(new Stimulus.Spawn("p" + i, new Stimulus.Where.Nowhere()));
                subject.apply(new Stimulus.Pause("p" + i));
            }
            subject.apply(new Stimulus.Spawn("more", new Stimulus.Where.Nowhere()));
            SubjectException e = assertThrows(SubjectException.class, () -> subject.apply(new Stimulus.Pause("more")));
            assertTrue(String.valueOf(e.getMessage()).contains("there are not enough schedulers to pause so many processes"), e::toString);
        } finally {
            node.close();
        }
    }

    @Test
    @DisplayName("who was killed while it was paused answers whatever it was asked when it is resumed")
    void answersAtTheEnd() throws SubjectException {
        // Before it ends it is asked twice: the first check has gone on without its answer.
        List<Step> steps = StepReader.read("load(n,false);spawn(a,nowhere,[]);spawn(b,nowhere,[]);spawn(t,nowhere,[]);make_fun(f,n);"
                + "load(n,false);pause(t);settle;spawn(p,on_fun(f),[]);settle;kill(t);settle;soft_purge(r1,n,b);exit(p);settle;"
                + "spawn(q,on_fun(f),[]);settle;purge(r2,n,a);settle;resume(t)");
        SubjectProvider node = find("otp");
        try {
            for (int i = 0; i < KILLED; i++) {
                try (Subject subject = node.open(options().withEffects(true))) {
                    for (Step step : steps) {
                        if (step instanceof Step.Do one) {
                            subject.apply(one.stimulus());
                        } else {
                            subject.settle(LONG);
                        }
                    }
                    List<Label.Observation> seen = subject.settle(LONG);
                    assertEquals(new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of()), seen.get(seen.size() - 1));
                }
            }
        } finally {
            node.close();
        }
    }

    private static OpenOptions options() {
        return new OpenOptions(1, Profile.SEED, LONG, false, ImmutableMap.of());
    }

    static RunResult run(String name, String cases, Channels channels) throws SubjectException {
        return run(name, cases, channels, Profile.SEED);
    }

    static RunResult run(String name, String cases, Channels channels, Profile profile) throws SubjectException {
        SubjectProvider provider = find(name);
        try {
            RunOptions options = new RunOptions(1, LONG, profile, ImmutableMap.of(), channels);
            return new SuiteRunner(CaseCatalogue.load().matching(cases), provider, options, new OracleJudges()).run(RunListener.SILENT);
        } finally {
            provider.close();
        }
    }
}
