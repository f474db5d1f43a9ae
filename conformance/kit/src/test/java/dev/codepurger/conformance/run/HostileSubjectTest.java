package dev.codepurger.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.stub.StubJudges;
import dev.codepurger.conformance.stub.StubSubject;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a subject does, it is the subject's fault, and the run goes on. */
class HostileSubjectTest {
    private static final RunOptions OPTIONS = RunOptions.of(Profile.SEED).withTimeout(Duration.ofMillis(200));

    private static ConformanceCase polling() {
        return ConformanceCase.of("some-case", "Something happens").rules(Rule.KILL_1).plays(HostileSubjectTest::script);
    }

    private static void script(Session s) {
        s.load("m");
        s.poll();
        s.settle();
    }

    private static CaseResult run(StubSubject.Opening opening, RunOptions how) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> new CaseRunner(StubSubject.provider(opening), how, StubJudges.content()).run(polling()));
    }

    private static CaseResult run(StubSubject.Opening opening) {
        return run(opening, OPTIONS);
    }

    private static StubSubject.Opening showing(Supplier<List<Observation>> shown) {
        return options -> new StubSubject() {
            @Override
            public List<Observation> poll() {
                return shown.get();
            }
        };
    }

    @SuppressWarnings("NullAway") // It is what a hostile subject does.
    static Stream<Arguments> shown() {
        return Stream.of(Arguments.of("the subject gave no result", (Supplier<List<Observation>>) () -> null),
                Arguments.of("the subject showed something with a part missing",
                        (Supplier<List<Observation>>) () -> Collections.singletonList(null)),
                Arguments.of("the subject showed something with a part missing",
                        (Supplier<List<Observation>>) () -> List.of(new Label.Down("p", null))),
                Arguments.of("the subject showed a text of 2000 characters",
                        (Supplier<List<Observation>>) () -> List.of(new Label.Down("p".repeat(2_000), "killed"))),
                Arguments.of("the subject showed more than 100000 things at once", (Supplier<List<Observation>>) Endless::new));
    }

    private static final class Endless extends AbstractList<Observation> {
        @Override
        public Observation get(int index) {
            return new Label.Started("t");
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void shows(String reason, Supplier<List<Observation>> shown) {
        CaseResult result = run(showing(shown), RunOptions.of(Profile.SEED));
        assertEquals(Status.FAILED, result.status());
        assertEquals(Ending.BROKEN, result.attempt().orElseThrow().ending());
        assertEquals(reason, result.reason());
    }

    @Test
    @DisplayName("a list that never ends to be read costs the time-out")
    void hangsWhileRead() {
        CountDownLatch never = new CountDownLatch(1);
        CaseResult result = run(showing(() -> new AbstractList<>() {
            @Override
            public Observation get(int index) {
                Uninterruptibles.awaitUninterruptibly(never);
                return StubSubject.idle();
            }

            @Override
            public int size() {
                return 1;
            }
        }));
        assertEquals("the subject did not answer within 200 ms", result.reason());
    }

    @Test
    @DisplayName("a provider without a subject, or with an error instead, is the subject's fault")
    @SuppressWarnings("NullAway")
    void noSubject() {
        assertEquals("the subject could not be started: there was none", run(options -> null).reason());
        CaseResult error = run(options -> {
            throw new AssertionError("not today");
        });
        assertEquals("the subject could not be started: java.lang.AssertionError: not today", error.reason());
        assertEquals(Ending.BROKEN, error.attempt().orElseThrow().ending());
    }

    @Test
    @DisplayName("errors of all kinds are the subject's fault, and none after the verdict changes it")
    void errors() {
        assertEquals("the subject threw java.lang.StackOverflowError", run(options -> new StubSubject() {
            @Override
            public Response apply(Stimulus stimulus) {
                throw new StackOverflowError();
            }
        }).reason());
        assertEquals(Status.PASSED, run(options -> new StubSubject() {
            @Override
            public void close() {
                throw new AssertionError("cannot end");
            }
        }).status());
    }

    @Test
    @DisplayName("a subject that interrupts who drives it gets no better verdict by that")
    void interrupts() {
        CaseResult goesOn = run(options -> new StubSubject() {
            @Override
            public Response apply(Stimulus stimulus) {
                Thread.currentThread().interrupt();
                return Response.OK;
            }
        });
        assertEquals(Status.PASSED, goesOn.status());
        CaseResult throwing = run(options -> new StubSubject() {
            @Override
            public Response apply(Stimulus stimulus) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("out of order");
            }
        });
        assertEquals(Status.FAILED, throwing.status());
    }

    @Test
    @DisplayName("a run can be ended while a judge thinks")
    void endsWhileJudging() throws Exception {
        CountDownLatch thinking = new CountDownLatch(1);
        CountDownLatch thought = new CountDownLatch(1);
        Judges slow = new StubJudges(trace -> {
            thinking.countDown();
            Uninterruptibles.awaitUninterruptibly(thought);
            return Judge.Verdict.CONFORMS;
        });
        SuiteRunner suite = new SuiteRunner(new CaseCatalogue(ImmutableList.of(polling())),
                StubSubject.provider(options -> new StubSubject()),
                OPTIONS, slow);
        CompletableFuture<RunResult> running = CompletableFuture.supplyAsync(() -> suite.run(RunListener.SILENT));
        assertTrue(thinking.await(20, TimeUnit.SECONDS));
        suite.end();
        assertTrue(running.get(20, TimeUnit.SECONDS).interrupted());
        assertEquals(1, thought.getCount());
        thought.countDown();
    }

    @Test
    @DisplayName("what a hung call shows when it comes back is of no interest")
    void comesBack() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        AtomicReference<Thread> attempt = new AtomicReference<>();
        AtomicBoolean polled = new AtomicBoolean();
        CaseResult result = run(options -> new StubSubject() {
            @Override
            public Response apply(Stimulus stimulus) {
                attempt.set(Thread.currentThread());
                Uninterruptibles.awaitUninterruptibly(back);
                // As if the interruption had never been.
                Thread.interrupted();
                return Response.OK;
            }

            @Override
            public List<Observation> poll() {
                polled.set(true);
                return List.of();
            }
        });
        assertEquals(Status.INCONCLUSIVE, result.status());
        back.countDown();
        assertTrue(Objects.requireNonNull(attempt.get()).join(Duration.ofSeconds(20)));
        assertFalse(polled.get());
    }
}
