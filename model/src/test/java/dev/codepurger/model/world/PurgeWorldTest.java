package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What can be said of labels without looking further. */
class PurgeWorldTest {
    private static final PurgeWorld SYSTEM = new PurgeWorld(SETTINGS);
    private static final Stimulus RESUME = new Stimulus.Resume("x");
    private static final Label QUIET = new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.of());
    private static final Label DOWN = new Label.Down("x", "killed");
    private static final List<Label> TOLD = List.of(new Label.Replied("r", RequestKind.PURGE, new Result.Hard(true, true)),
            new Label.Started("r"), new Label.Continued("r"), new Label.Returned("k", "1"));

    private static boolean persistent(Local local, Label label) {
        return SYSTEM.persistent(world(draft -> add(draft, "x", local)), label);
    }

    @Test
    @DisplayName("letting go of what was stopped can be put off, if it was stopped")
    void lettingGoIsPersistent() {
        Local paused = nowhere().paused(true);
        assertTrue(persistent(paused, new Label.Did(RESUME, Response.OK)));
        assertFalse(persistent(paused, new Label.Did(RESUME, Response.NO_EFFECT)));
        assertFalse(persistent(nowhere(), new Label.Did(RESUME, Response.OK)));
        assertTrue(persistent(nowhere(), new Label.Did(new Stimulus.Release(), Response.OK)));
        assertTrue(persistent(nowhere(), new Label.Did(new Stimulus.Unstall(), Response.OK)));
        assertFalse(persistent(nowhere(), new Label.Did(new Stimulus.Hold(), Response.OK)));
        assertFalse(SYSTEM.persistent(world(draft -> {}), new Label.Did(RESUME, Response.OK)), "there is nobody of that name");
    }

    @Test
    @DisplayName("what is told can be seen later as well; a rest cannot, nor a signal that is thrown away at any time")
    void whatIsSeenLater() {
        TOLD.forEach(told -> assertTrue(persistent(nowhere(), told)));
        assertFalse(persistent(nowhere(), QUIET));
        assertTrue(persistent(nowhere(), new Label.Showed(new Effect.Completed("m"))));
        assertTrue(persistent(nowhere(), new Label.Showed(new Effect.Dropped("garbage"))));
        assertFalse(persistent(nowhere(), new Label.Showed(new Effect.Dropped("DOWN"))));
        assertTrue(persistent(nowhere(), DOWN));
        assertFalse(persistent(nowhere().dying(Local.Reason.KILLED), DOWN), "it does not die by the purger");
    }

    @Test
    @DisplayName("nobody notices when somebody hears something, but everybody when he dies, or all is quiet")
    void unnoticed() {
        TOLD.forEach(told -> assertTrue(SYSTEM.unnoticed(told)));
        for (Label noticed : List.of(DOWN, QUIET, new Label.PurgerDown("killed"), new Label.Showed(new Effect.Completed("m")),
                new Label.Did(RESUME, Response.OK))) {
            assertFalse(SYSTEM.unnoticed(noticed), noticed.toString());
        }
    }

    @Test
    @DisplayName("there is foresight only where everything is seen from the beginning")
    void foresight() {
        assertTrue(SYSTEM.foresight().isPresent());
        assertEquals(SETTINGS, SYSTEM.settings());
        assertFalse(new PurgeWorld(SETTINGS.missing(Gaps.of(Unseen.QUIET))).foresight().isPresent());
    }
}
