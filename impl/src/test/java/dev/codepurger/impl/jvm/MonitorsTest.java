package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One thing after the other; {@code MonitorLincheckTest} looks at things at the same time. */
class MonitorsTest {
    private final Monitors monitors = new Monitors();
    private final MonitorRef monitor = monitors.begin();
    private final List<String> done = new ArrayList<>();

    private void fire() {
        monitors.fire(monitor, () -> done.add("put"));
    }

    private void end() {
        monitors.end(monitor, () -> done.add("taken back"));
    }

    @Test
    void firesOnce() {
        fire();
        fire();
        assertEquals(List.of("put"), done);
    }

    @Test
    void oneThatWasEndedDoesNotFireAndHasNothingToTakeBack() {
        end();
        fire();
        assertEquals(List.of(), done);
    }

    @Test
    void oneThatHasFiredIsTakenBackWhenItIsEnded() {
        fire();
        end();
        assertEquals(List.of("put", "taken back"), done);
    }

    @Test
    void oneIsNoOther() {
        monitors.end(monitors.begin(), () -> done.add("taken back"));
        fire();
        assertEquals(List.of("put"), done);
    }
}
