package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codepurger.impl.kernel.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Observation DOWN = new Observation.Down("p", "killed");
    private static final Effect COMPLETED = new Effect.Completed("m");

    private final List<Object> shown = new ArrayList<>();

    @Test
    void nothingIsShownAfterTheEnd() {
        Recorder recorder = new Recorder(shown::add, shown::add);
        recorder.effect(COMPLETED);
        recorder.observe(DOWN);
        recorder.purgerDown("killed");
        recorder.effect(COMPLETED);
        recorder.observe(DOWN);
        assertEquals(List.of(COMPLETED, DOWN, new Observation.PurgerDown("killed")), shown);
    }

    @Test
    void theFirstListenerThatThrowsIsTold() {
        RuntimeException first = new IllegalArgumentException("first");
        Recorder recorder = new Recorder(observation -> {
            throw first;
        }, effect -> {
            throw new IllegalArgumentException("second");
        });
        recorder.rethrow();
        recorder.observe(DOWN);
        recorder.effect(COMPLETED);
        assertSame(first, assertThrows(IllegalStateException.class, recorder::rethrow).getCause());
    }
}
