package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.lts.Transition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WatchTest {

    @Test
    @DisplayName("the first sight stays, also if it is of the first state")
    void first() {
        Watch<Integer, String> rest = new Watch<>(new Property.AtRest<>("rest", "nothing rests", state -> false));
        Watch<Integer, String> state = new Watch<>(new Property.Always<>("state", "there is no state", any -> false));
        Watch<Integer, String> step = new Watch<>(new Property.EveryStep<>("step", "there is no step", (source, label, target) -> false));
        for (int number = 0; number < 2; number++) {
            rest.rest(number, number);
            state.state(number, number);
            step.step(number, new Transition<>("on", number + 1), number);
        }
        assertEquals(0, rest.seenAt);
        assertEquals(0, state.seenAt);
        assertEquals(0, step.seenAt);
        assertEquals(new Transition<>("on", 1), step.seenStep);
    }
}
