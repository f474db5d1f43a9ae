package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A purger that always has something to do, one step at a time. */
class RestlessTest {
    /** So long that only the number of steps can end it. */
    private static final Duration LONG = Duration.ofHours(1);

    /** Who asks for all processes asks again and again. */
    private static final class Restless extends Variation {
        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public List<Pid> processes() {
                    List<Pid> all = delegate.processes();
                    while (!all.isEmpty()) {
                        all = delegate.processes();
                    }
                    return all;
                }
            };
        }
    }

    private static void givenUp(Executable act) {
        SubjectTimeoutException thrown = assertThrows(SubjectTimeoutException.class, act);
        assertEquals("the subject did not come to rest in 100000 steps", thrown.getMessage());
    }

    private static ReferenceSubject purging() throws SubjectException {
        ReferenceSubject subject = new ReferenceSubject(Game.seeded(Profile.SEED, 1), SchedulerChoice.SEEDED, new Restless());
        for (Step step : StepReader.read("load(m,false);load(m,false);spawn(a,nowhere,[]);purge(r,m,a)")) {
            subject.apply(((Step.Do) step).stimulus());
        }
        return subject;
    }

    @Test
    @DisplayName("who goes on for ever is given up after many steps, however long one may wait")
    void settled() throws SubjectException {
        try (ReferenceSubject subject = purging()) {
            givenUp(() -> subject.settle(LONG));
        }
    }

    @Test
    @DisplayName("who never comes to take a message is not waited for when it is held")
    void held() throws SubjectException {
        try (ReferenceSubject subject = purging()) {
            givenUp(() -> subject.apply(new Stimulus.Hold()));
        }
    }
}
