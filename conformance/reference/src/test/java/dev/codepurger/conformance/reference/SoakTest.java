package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.soak.Soak;
import dev.codepurger.conformance.soak.SoakOptions;
import dev.codepurger.conformance.soak.SoakResult;
import dev.codepurger.conformance.soak.SoakSample;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A soak")
class SoakTest {
    private static final SoakOptions SMALL = new SoakOptions(Profile.SEED, 5, 3_000, 200, 4, 3, Duration.ofSeconds(30));

    private static SubjectProvider subject(String name) throws SubjectException {
        return SubjectRegistry.load().find(name).orElseThrow();
    }

    @Test
    @DisplayName("of the reference conforms, and says how it stood")
    void conforms() throws SubjectException, InterruptedException {
        List<SoakSample> told = new ArrayList<>();

        SoakResult result = new Soak(subject("reference"), SMALL, told::add).run();

        assertEquals(Verdict.CONFORMS, result.verdict());
        assertTrue(result.wrong().isEmpty());
        assertEquals(told, result.samples());
        SoakSample last = told.get(told.size() - 1);
        assertTrue(last.events() >= 3_000 && last.events() < 3_500, last::toString);
        assertTrue(last.requests() > 500, last::toString);
        assertTrue(last.purged() > 5, last::toString);
    }

    @Test
    @DisplayName("ends with the part that nothing explains")
    void violated() throws SubjectException, InterruptedException {
        SoakResult result = new Soak(subject("fault:answered-twice"), SMALL, sample -> {
        }).run();

        assertEquals(Verdict.VIOLATED, result.verdict());
        assertTrue(result.wrong().orElseThrow().history().orElseThrow().size() > 10);
    }

    @Test
    @DisplayName("does not wait for ever for an answer that does not come")
    void unanswered() throws SubjectException {
        SoakOptions impatient = new SoakOptions(Profile.SEED, 5, 3_000, 20, 4, 3, Duration.ofSeconds(1));
        Soak soak = new Soak(subject("fault:lost-check-reply"), impatient, sample -> {
        });

        assertThrows(SubjectTimeoutException.class, soak::run);
    }

    @Test
    @DisplayName("calls memory flat that does not grow from the second quarter to the last")
    void growth() {
        assertEquals(Optional.of(1.0), result(50, 10, 10, 10, 10, 10, 10, 10).growth());
        assertFalse(result(50, 10, 10, 10, 10, 10, 10, 10).grew());
        assertEquals(Optional.of(3.0), result(50, 10, 10, 10, 10, 10, 30, 30).growth());
        assertTrue(result(50, 10, 10, 10, 10, 10, 30, 30).grew());
        assertEquals(Optional.empty(), result(1, 2, 30).growth());
        assertFalse(result(1, 2, 30).grew());
        assertEquals(30, result(1, 30, 2).mostHeap());
    }

    @Test
    @DisplayName("notices that something keeps what has happened")
    void leak() throws SubjectException, InterruptedException {
        List<byte[]> kept = new ArrayList<>();

        SoakResult result = new Soak(subject("reference"), SMALL, sample -> kept.add(new byte[10_000_000])).run();

        assertEquals(Verdict.CONFORMS, result.verdict());
        assertTrue(result.grew(), () -> kept.size() + " times: " + result.samples());
    }

    private static SoakResult result(long... heap) {
        List<SoakSample> samples = new ArrayList<>();
        for (long one : heap) {
            samples.add(new SoakSample(samples.size(), 1, 1, 1, Duration.ofSeconds(1), one));
        }
        return new SoakResult(Verdict.CONFORMS, ImmutableList.copyOf(samples), Optional.empty());
    }
}
