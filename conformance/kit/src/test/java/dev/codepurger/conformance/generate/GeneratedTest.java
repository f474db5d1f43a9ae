package dev.codepurger.conformance.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseRunner;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.stub.StubJudges;
import dev.codepurger.conformance.stub.StubSubject;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GeneratedTest {

    private static ConformanceCase everything() {
        return new GeneratedCases().cases().stream().filter(one -> one.id().equals("generated-everything")).findFirst().orElseThrow();
    }

    private static List<List<Stimulus>> played(long seed, Capability... missing) {
        List<StubSubject> all = new ArrayList<>();
        ConformanceCase one = everything();
        new CaseRunner(StubSubject.provider(options -> {
            StubSubject subject = new StubSubject();
            all.add(subject);
            return subject;
        }, missing), RunOptions.of(Profile.SEED).withSeed(seed), StubJudges.content()).run(one);
        return all.stream().map(subject -> subject.done).toList();
    }

    @Test
    @DisplayName("the seed alone decides the plans")
    void seedDecides() {
        assertEquals(played(7), played(7));
        assertNotEquals(played(7), played(8));
    }

    @Test
    @DisplayName("every kind of stimulus is made up sooner or later")
    void everyKindIsReached() {
        List<String> kinds = played(1).stream().flatMap(List::stream).map(one -> one.getClass().getSimpleName()).distinct().sorted()
                .toList();
        assertEquals(List.of("Alive", "BeginOnLoad", "Call", "CallFun", "CheckOldCode", "Complete", "Continue", "Delete", "Exit",
                "FinishAfterOnLoad", "ForgeCheckReply", "ForgeDown", "Hold", "Junk", "Kill", "Leave", "Load", "MakeFun", "Offer", "Pause",
                "Purge", "Release", "Resume", "SoftPurge", "Spawn", "StallPrepare", "Suspend", "TestPurge", "Unstall", "Unsuspend"), kinds);
    }

    @Test
    @DisplayName("nothing is asked of a subject that it cannot do")
    void capabilitiesAreRespected() {
        List<Stimulus> all = played(1, Capability.PAUSE, Capability.FUNS, Capability.ON_LOAD).stream().flatMap(List::stream).toList();
        assertTrue(all.stream().noneMatch(Stimulus.Pause.class::isInstance));
        assertTrue(all.stream().noneMatch(Stimulus.MakeFun.class::isInstance));
        assertTrue(all.stream().noneMatch(Stimulus.BeginOnLoad.class::isInstance));
    }

    @Test
    @DisplayName("made-up steps can be written down and read back")
    void stepsSurviveTheirText() {
        for (List<Stimulus> one : played(3)) {
            List<Step> steps = one.stream().<Step>map(Step.Do::new).toList();
            assertEquals(steps, StepReader.read(Notation.steps(steps)));
        }
    }

    @Test
    @DisplayName("a failure shrinks to the steps that it needs")
    void shrinksToTheMinimum() {
        // Bad is any purge after any delete: two steps, and the spawn of the requester.
        StubJudges judges = StubJudges.rejecting(trace -> trace.stream().anyMatch(GeneratedTest::isDelete)
                && trace.get(trace.size() - 1) instanceof Label.Did did && did.stimulus() instanceof Stimulus.Purge);
        CaseResult result = new CaseRunner(StubSubject.provider(options -> new StubSubject()), RunOptions.of(Profile.SEED), judges)
                .run(everything());
        assertEquals(CaseResult.Status.FAILED, result.status());
        assertEquals(3, result.attempt().orElseThrow().steps().size(), result.attempt().orElseThrow().steps().toString());
    }

    private static boolean isDelete(Label label) {
        return label instanceof Label.Did did && did.stimulus() instanceof Stimulus.Delete;
    }
}
