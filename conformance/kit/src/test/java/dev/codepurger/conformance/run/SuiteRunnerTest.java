package dev.codepurger.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.stub.StubJudges;
import dev.codepurger.conformance.stub.StubSubject;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuiteRunnerTest {

    private static CaseCatalogue catalogue(int size) {
        return new CaseCatalogue(IntStream.range(0, size)
                .mapToObj(i -> ConformanceCase.of("case-" + i, "Something").rules(Rule.KILL_1).plays(session -> session.load("m" + i)))
                .collect(ImmutableList.toImmutableList()));
    }

    private static SuiteRunner suite(CaseCatalogue cases, SubjectProvider provider) {
        return new SuiteRunner(cases, provider, RunOptions.of(Profile.SEED), StubJudges.content());
    }

    @Test
    @DisplayName("a run of passing cases conforms, and its listener hears of each")
    void conforms() {
        List<String> heard = new ArrayList<>();
        RunResult result = suite(catalogue(3), StubSubject.provider(options -> new StubSubject())).run(new RunListener() {
            @Override
            public void begins(ConformanceCase one) {
                heard.add(one.id());
            }

            @Override
            public void ended(CaseResult result) {
                heard.add(result.status().toString());
            }
        });
        assertEquals(Verdict.CONFORMS, result.verdict());
        assertEquals(List.of("case-0", "PASSED", "case-1", "PASSED", "case-2", "PASSED"), heard);
        assertEquals(3, result.ran());
    }

    @Test
    @DisplayName("one broken case does not keep the rest from running")
    void goesOn() {
        RunResult result = suite(catalogue(3), StubSubject.provider(options -> new StubSubject() {
            @Override
            public dev.codepurger.model.world.Response apply(dev.codepurger.model.world.Stimulus stimulus) {
                if (stimulus.toString().contains("m1")) {
                    throw new IllegalStateException("broken");
                }
                return dev.codepurger.model.world.Response.OK;
            }
        })).run(RunListener.SILENT);
        assertEquals(Verdict.VIOLATED, result.verdict());
        assertEquals(2, result.count(Status.PASSED));
        assertEquals(1, result.count(Status.FAILED));
    }

    @Test
    @DisplayName("a run in which everything was skipped is no success")
    void nothingRan() {
        CaseCatalogue cases = new CaseCatalogue(ImmutableList.of(ConformanceCase.of("case-0", "Something").rules(Rule.KILL_1)
                .needs(Capability.PAUSE).plays(session -> session.load("m"))));
        RunResult result = suite(cases, StubSubject.provider(options -> new StubSubject(), Capability.PAUSE)).run(RunListener.SILENT);
        assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    }

    @Test
    @DisplayName("a run that is ended from outside keeps what it has, and is no success")
    void ended() {
        SuiteRunner[] suite = new SuiteRunner[1];
        suite[0] = suite(catalogue(5), StubSubject.provider(options -> new StubSubject()));
        RunResult result = suite[0].run(new RunListener() {
            @Override
            public void ended(CaseResult one) {
                if (one.of().id().equals("case-1")) {
                    suite[0].end();
                }
            }
        });
        assertTrue(result.interrupted());
        assertEquals(2, result.results().size());
        assertEquals(3, result.missing());
        assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    }

    @Test
    @DisplayName("fewer results than were planned are no success, whoever lost them")
    void lost() {
        RunResult whole = suite(catalogue(2), StubSubject.provider(options -> new StubSubject())).run(RunListener.SILENT);
        RunResult lost = new RunResult(whole.subject(), whole.options(), 3, whole.results(), false);
        assertEquals(1, lost.missing());
        assertEquals(Verdict.INCONCLUSIVE, lost.verdict());
    }

    @Test
    @DisplayName("a case id stands once in a catalogue")
    void idsAreUnique() {
        ConformanceCase one = catalogue(1).cases().get(0);
        assertThrows(IllegalArgumentException.class, () -> new CaseCatalogue(ImmutableList.of(one, one)));
    }

    @Test
    @DisplayName("cases are found by id, by glob and by rule")
    void matching() {
        assertEquals(1, catalogue(12).matching("case-1").cases().size());
        assertEquals(3, catalogue(12).matching("case-1*").cases().size());
        assertEquals(12, catalogue(12).matching("KILL-1").cases().size());
        assertEquals(0, catalogue(12).matching("KILL-2").cases().size());
    }

    @Test
    @DisplayName("with two jobs two cases run at once, each with a subject of its own, and the results stand in the plan's order")
    void twoAtOnce() {
        CyclicBarrier both = new CyclicBarrier(2);
        RunResult result = suite(catalogue(6), StubSubject.provider(options -> {
            meet(both);
            return new StubSubject();
        })).run(RunListener.SILENT, 2);
        assertEquals(Verdict.CONFORMS, result.verdict());
        assertEquals(List.of("case-0", "case-1", "case-2", "case-3", "case-4", "case-5"),
                result.results().stream().map(one -> one.of().id()).toList());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("nobody came", e);
        }
    }

    @Test
    @DisplayName("with two jobs failures are looked into in the plan's order")
    void failuresInOrder() {
        CountDownLatch second = new CountDownLatch(1);
        List<Integer> lookedInto = Collections.synchronizedList(new ArrayList<>());
        CaseRunner cases = new CaseRunner(StubSubject.provider(options -> new StubSubject()), RunOptions.of(Profile.SEED),
                StubJudges.rejecting(trace -> true));
        Turns turns = new Turns();
        Thread late = new Thread(() -> {
            cases.run(catalogue(2).cases().get(1), () -> {
                second.countDown();
                turns.await(1);
                lookedInto.add(1);
            });
        });
        late.start();
        cases.run(catalogue(2).cases().get(0), () -> {
            awaitZero(second);
            turns.await(0);
            lookedInto.add(0);
        });
        turns.ended(0);
        join(late);
        assertEquals(0, lookedInto.get(0));
        assertTrue(lookedInto.contains(1), lookedInto::toString);
        assertEquals(List.of(0, 1), lookedInto.stream().distinct().toList());
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            assertTrue(latch.await(5, TimeUnit.SECONDS), "the other case did not fail");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("a fault of the kit itself ends a run with several jobs, and is told")
    void faultOfOurs() {
        SuiteRunner suite = suite(catalogue(6), StubSubject.provider(options -> new StubSubject()));
        assertThrows(UnsupportedOperationException.class, () -> suite.run(new RunListener() {
            @Override
            public void begins(ConformanceCase one) {
                throw new UnsupportedOperationException();
            }
        }, 2));
    }

    @Test
    @DisplayName("less than one job is refused")
    void noJob() {
        SuiteRunner suite = suite(catalogue(1), StubSubject.provider(options -> new StubSubject()));
        assertThrows(IllegalArgumentException.class, () -> suite.run(RunListener.SILENT, 0));
    }
}
