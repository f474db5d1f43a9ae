package dev.codepurger.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.stub.StubJudges;
import dev.codepurger.conformance.stub.StubSubject;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CaseRunnerTest {
    private static final RunOptions OPTIONS = RunOptions.of(Profile.SEED).withTimeout(Duration.ofMillis(100));

    private static ConformanceCase.Builder describe() {
        return ConformanceCase.of("some-case", "Something happens").rules(Rule.KILL_1);
    }

    private static void script(Session s) {
        s.load("m");
        s.spawn("p");
        s.delete("n");
        s.settle();
    }

    private static CaseResult run(StubSubject.Opening opening, Judges judges, ConformanceCase one, Capability... missing) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> new CaseRunner(StubSubject.provider(opening, missing), OPTIONS, judges).run(one));
    }

    private static CaseResult run(StubSubject.Opening opening) {
        return run(opening, StubJudges.content(), describe().plays(CaseRunnerTest::script));
    }

    @Test
    @DisplayName("a case that conforms passes, and its subject is closed")
    void passes() {
        List<StubSubject> all = new ArrayList<>();
        CaseResult result = run(options -> {
            StubSubject subject = new StubSubject();
            all.add(subject);
            return subject;
        });
        assertEquals(Status.PASSED, result.status());
        assertTrue(all.get(0).closed);
    }

    @Test
    @DisplayName("a case is skipped for a capability or a profile, and says which")
    void skips() {
        CaseResult capability = run(options -> new StubSubject(), StubJudges.content(),
                describe().needs(Capability.PAUSE, Capability.HOLD).plays(CaseRunnerTest::script), Capability.HOLD);
        assertEquals(Status.SKIPPED, capability.status());
        assertEquals("the subject lacks hold", capability.reason());
        CaseResult profile = run(options -> new StubSubject(), StubJudges.content(),
                describe().profiles("hardened").plays(CaseRunnerTest::script));
        assertEquals("it is for the profile hardened, not for seed", profile.reason());
    }

    @Test
    @DisplayName("a case that expects more kills at once than are possible is skipped, and says so")
    void tooFewKills() {
        ConformanceCase one = describe().kills(10).plays(CaseRunnerTest::script);
        RunOptions limited = RunOptions.of(Profile.OTP_25.withRequestsInFlight(4));
        assertEquals("it expects 10 kills at once, and no more than 4 are possible",
                new CaseRunner(StubSubject.provider(options -> new StubSubject()), limited, StubJudges.content()).run(one).reason());
        assertEquals(Status.PASSED, run(options -> new StubSubject(), StubJudges.content(), one).status());
    }

    @Test
    @DisplayName("effects need more of a subject where few requests may be in flight")
    void limitedEffects() {
        ConformanceCase free = describe().needs(Capability.EFFECTS).plays(CaseRunnerTest::script);
        ConformanceCase bounded = describe().needs(Capability.EFFECTS).requestLimit(3).plays(CaseRunnerTest::script);
        assertEquals(ImmutableSet.of(Capability.EFFECTS), free.needs(Profile.OTP_25));
        assertEquals(ImmutableSet.of(Capability.EFFECTS, Capability.LIMITED_EFFECTS), free.needs(Profile.OTP_25.withRequestsInFlight(3)));
        assertEquals(ImmutableSet.of(Capability.EFFECTS, Capability.LIMITED_EFFECTS, Capability.REQUEST_LIMIT),
                bounded.needs(Profile.OTP_25));
        assertEquals(ImmutableSet.of(Capability.EFFECTS), bounded.needs(Profile.SEED));
    }

    @Test
    @DisplayName("kill limit, profile, seed and effects reach the subject as the case wants them")
    void options() {
        List<OpenOptions> seen = new ArrayList<>();
        run(options -> {
            seen.add(options);
            return new StubSubject();
        }, StubJudges.content(), describe().needs(Capability.EFFECTS, Capability.KILL_LIMIT).killLimit(3).plays(CaseRunnerTest::script));
        assertEquals(3, seen.get(0).profile().killLimit());
        assertTrue(seen.get(0).effects());
        assertEquals(RunOptions.DEFAULT_SEED, seen.get(0).seed());
    }

    @Test
    @DisplayName("a violation is blamed, shortened, and can be replayed")
    void violated() {
        StubJudges judges = StubJudges.rejecting(trace -> trace.get(trace.size() - 1) instanceof Label.Did did
                && did.stimulus() instanceof Stimulus.Delete);
        CaseResult result = run(options -> new StubSubject(), judges, describe().plays(CaseRunnerTest::script));
        assertEquals(Status.FAILED, result.status());
        assertEquals(ImmutableSet.of(Rule.KILL_3), result.blamed());
        assertEquals("delete(n)", Notation.steps(result.attempt().orElseThrow().steps()));
        ReplayLine line = result.replay().orElseThrow();
        CaseResult again = new CaseRunner(StubSubject.provider(options -> new StubSubject()), OPTIONS, judges)
                .run(ConformanceCase.ofSteps(line.caseId(), line.steps().orElseThrow(), line.killLimit(), line.requestLimit(),
                        line.effects()));
        assertEquals(Status.FAILED, again.status());
        assertEquals(result.replay(), again.replay());
    }

    @Test
    @DisplayName("what a case expects in vain is laid to its own rules, and replayed as the case")
    void unexpected() {
        CaseResult result = run(options -> new StubSubject(), StubJudges.content(), describe().plays(s -> {
            s.load("m");
            s.expectStarted("t");
        }));
        assertEquals(Status.FAILED, result.status());
        assertEquals(ImmutableSet.of(Rule.KILL_1), result.blamed());
        assertTrue(result.replay().orElseThrow().steps().isEmpty());
    }

    @Test
    @DisplayName("a subject that says it is late is inconclusive, with the time that it had")
    void late() {
        CaseResult result = run(options -> new StubSubject() {
            @Override
            public List<Observation> settle(Duration timeout) throws SubjectException {
                throw new SubjectTimeoutException("did not come to rest", timeout);
            }
        });
        assertEquals(Status.INCONCLUSIVE, result.status());
        assertEquals("the subject did not come to rest within 100 ms", result.reason());
    }

    @Test
    @DisplayName("what was seen before the time ran out can still be a violation")
    void lateAndWrong() {
        CaseResult result = run(options -> new StubSubject() {
            @Override
            public List<Observation> poll() {
                return List.of(new Label.Started("t"));
            }

            @Override
            public List<Observation> settle(Duration timeout) throws SubjectException {
                throw new SubjectTimeoutException("did not come to rest", timeout);
            }
        }, StubJudges.rejecting(trace -> trace.get(trace.size() - 1) instanceof Label.Started),
                describe().plays(CaseRunnerTest::script));
        assertEquals(Status.FAILED, result.status());
    }

    @Test
    @DisplayName("a subject that hangs anywhere costs its time-out and no more, and the steps so far are kept")
    void hangs() {
        CountDownLatch never = new CountDownLatch(1);
        CaseResult inApply = run(options -> new StubSubject() {
            @Override
            public Response apply(Stimulus stimulus) {
                if (stimulus instanceof Stimulus.Delete) {
                    waitFor(never);
                }
                return Response.OK;
            }

            @Override
            public void close() {
                waitFor(never);
            }
        });
        assertEquals(Status.INCONCLUSIVE, inApply.status());
        assertEquals("the subject did not answer within 100 ms", inApply.reason());
        assertEquals("load(m,false);spawn(p,nowhere,[]);delete(n)", Notation.steps(inApply.attempt().orElseThrow().steps()));
        CaseResult inOpen = run(options -> {
            waitFor(never);
            return new StubSubject();
        });
        assertEquals(Ending.TIMED_OUT, inOpen.attempt().orElseThrow().ending());
    }

    /** The worst subject: it does not even hear that it should stop. */
    private static void waitFor(CountDownLatch latch) {
        Uninterruptibles.awaitUninterruptibly(latch);
    }

    @Test
    @DisplayName("a slow judge is not held against the subject")
    void slowJudge() {
        StubJudges slow = new StubJudges(trace -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                return Judge.Verdict.INCONCLUSIVE;
            }
            return Judge.Verdict.CONFORMS;
        });
        assertEquals(Status.PASSED,
                run(options -> new StubSubject(), slow, describe().plays(s -> {
                    s.load("m");
                    s.load("m");
                    s.load("m");
                })).status());
    }

    @Test
    @DisplayName("a subject that throws is broken: a failure, but no violation of a rule")
    void breaks() {
        CaseResult unchecked = run(options -> new StubSubject() {
            @Override
            public Response apply(Stimulus stimulus) {
                throw new IllegalStateException("out of order");
            }
        });
        assertEquals(Status.FAILED, unchecked.status());
        assertEquals(ImmutableSet.of(), unchecked.blamed());
        assertEquals("the subject threw java.lang.IllegalStateException: out of order", unchecked.reason());
        CaseResult checked = run(options -> {
            throw new SubjectException("no licence");
        });
        assertEquals("the subject could not be started: no licence", checked.reason());
        assertEquals(Ending.BROKEN, checked.attempt().orElseThrow().ending());
    }

    @Test
    @DisplayName("a bound of the oracle is inconclusive")
    void bound() {
        CaseResult result = run(options -> new StubSubject(), new StubJudges(trace -> Judge.Verdict.INCONCLUSIVE),
                describe().plays(CaseRunnerTest::script));
        assertEquals(Status.INCONCLUSIVE, result.status());
        assertFalse(result.replay().orElseThrow().steps().isEmpty());
    }
}
