package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the events of a history are guessed to have happened. */
class LikelyTest {

    private static final int GUESSES = 40;
    private static final Label PURGE = new Label.Did(new Stimulus.Purge("r", "m", "c"), Response.OK);
    private static final Label ALIVE = new Label.Did(new Stimulus.Alive("c"), Response.TRUE);
    private static final Label IDLE = new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.of());
    private static final Event ANSWER = new Event(new Label.Replied("r", RequestKind.PURGE, new Result.Hard(false, false)), 500, 500);

    private static long guess(Event event, @Nullable SplittableRandom random) {
        Event[][] lines = {{event}, {ANSWER}};
        History history = new History(ImmutableMap.of("c", ImmutableList.of(event), "subject", ImmutableList.of(ANSWER)));
        return new Likely(history, random).times(lines)[0][0];
    }

    /** What is guessed in all guesses but the first. */
    private static Set<Long> guesses(Event event) {
        SplittableRandom random = new SplittableRandom(1);
        Set<Long> guesses = new TreeSet<>();
        for (int i = 0; i < GUESSES; i++) {
            guesses.add(guess(event, random));
        }
        return guesses;
    }

    @Test
    @DisplayName("first, what is no request is guessed to happen when it ends")
    void firstByTheEnd() {
        assertEquals(9, guess(new Event(ALIVE, 1, 9), null));
        assertEquals(9, guess(new Event(IDLE, 1, 9), null));
    }

    @Test
    @DisplayName("first, a request is guessed to be taken when its answer is seen")
    void aRequestByItsAnswer() {
        assertEquals(500, guess(new Event(PURGE, 1, 9), null));
    }

    @Test
    @DisplayName("later, what is no request is guessed to happen before it ends")
    void laterBeforeTheEnd() {
        for (Label label : new Label[]{ALIVE, IDLE}) {
            Set<Long> guesses = guesses(new Event(label, 100, 200));
            assertTrue(guesses.size() > 1, guesses::toString);
            assertTrue(guesses.stream().allMatch(time -> time >= 100 && time < 200), guesses::toString);
        }
    }

    @Test
    @DisplayName("later, what took two ticks is guessed to happen in either, and what took one at its end")
    void shortEvents() {
        assertEquals(Set.of(100L, 101L), guesses(new Event(ALIVE, 100, 102)));
        assertEquals(Set.of(101L), guesses(new Event(ALIVE, 100, 101)));
    }

    @Test
    @DisplayName("later, an event that has not ended is guessed to be the last")
    void anOpenEvent() {
        assertEquals(Set.of(Event.OPEN), guesses(new Event(ALIVE, 100, Event.OPEN)));
    }

    @Test
    @DisplayName("later, most requests are guessed by their answers, and some are not")
    void someRequestsAreDoubted() {
        SplittableRandom random = new SplittableRandom(1);
        int byAnswer = 0;
        for (int i = 0; i < GUESSES; i++) {
            byAnswer += guess(new Event(PURGE, 1, 9), random) == 500 ? 1 : 0;
        }
        assertTrue(byAnswer > GUESSES / 2 && byAnswer < GUESSES, byAnswer + " by their answers");
    }
}
