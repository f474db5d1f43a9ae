package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is not in a trace though it happened. */
class GapsTest {

    private static Set<Unseen> hiding(Label label) {
        return Arrays.stream(Unseen.values()).filter(kind -> kind.hides(label)).collect(Collectors.toSet());
    }

    private static Label quiet(String... suspended) {
        return new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.copyOf(suspended));
    }

    @Test
    @DisplayName("each kind hides its labels, and no others")
    void hides() {
        assertEquals(Set.of(Unseen.DEATHS), hiding(new Label.Down("x", "killed")));
        assertEquals(Set.of(), hiding(new Label.PurgerDown("killed")));
        assertEquals(Set.of(Unseen.QUIET), hiding(quiet()));
        assertEquals(Set.of(Unseen.QUIET, Unseen.SUSPENSIONS), hiding(quiet("x")));
        for (Label reply : List.of(new Label.Started("r"), new Label.Continued("r"),
                new Label.Replied("r", RequestKind.PURGE, new Result.Soft(true)))) {
            assertEquals(Set.of(Unseen.REPLIES), hiding(reply));
        }
        assertEquals(Set.of(Unseen.RETURNS), hiding(new Label.Returned("k", "1")));
        assertEquals(Set.of(), hiding(new Label.Did(new Stimulus.Hold(), Response.OK)));
    }

    @Test
    @DisplayName("gaps are empty where nothing is unseen and the beginning is told")
    void isEmpty() {
        assertTrue(Gaps.NONE.isEmpty());
        assertFalse(Gaps.of(Unseen.DEATHS).isEmpty());
        assertFalse(new Gaps(ImmutableSet.of(), true).isEmpty());
        assertFalse(new Gaps(ImmutableSet.of(Unseen.QUIET), true).isEmpty());
    }

    @Test
    @DisplayName("what is said to be unseen is, and nothing else")
    void of() {
        assertTrue(Gaps.of(Unseen.DEATHS, Unseen.QUIET).hides(Unseen.QUIET));
        assertFalse(Gaps.of(Unseen.DEATHS, Unseen.QUIET).hides(Unseen.RETURNS));
        assertFalse(Gaps.of(Unseen.DEATHS).middle());
    }
}
