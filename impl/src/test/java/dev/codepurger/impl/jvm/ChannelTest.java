package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private final Actors actors = new Actors();
    private final List<String> arrived = new ArrayList<>();
    private final Channel<String> channel = new Channel<>(actors, arrived::add);

    @Test
    void whatIsSentArrivesInOrderOneAtATime() {
        channel.send("a");
        channel.send("b");
        assertEquals(List.of(), arrived);
        channel.step();
        assertEquals(List.of("a"), arrived);
    }

    @Test
    void allArrivesAtOnceWhenItIsFlushedAndNothingIsLeftToDo() {
        channel.send("a");
        channel.send("b");
        assertEquals(1, actors.size());
        channel.flush();
        assertEquals(List.of("a", "b"), arrived);
        assertFalse(channel.canStep());
        assertEquals(0, actors.size());
    }
}
