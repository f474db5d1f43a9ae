package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How much is looked at in search of an order. */
class HistorySearchTest {

    private static final int LOADS = 6;
    private static final PurgeWorld WORLD = new PurgeWorld(Settings.of(Profile.SEED));

    /** Loads at the same time; afterwards a module is said to have old code that has none. */
    private static History wrong() {
        ImmutableMap.Builder<String, ImmutableList<Event>> lines = ImmutableMap.builder();
        for (int i = 0; i < LOADS; i++) {
            lines.put("line" + i, ImmutableList.of(new Event(new Label.Did(new Stimulus.Load("m" + i, false), Response.OK), 1, 2)));
        }
        lines.put("last", ImmutableList.of(new Event(new Label.Did(new Stimulus.CheckOldCode("m1"), Response.TRUE), 3, 4)));
        return new History(lines.buildOrThrow());
    }

    private static HistorySearch<World> search(boolean foreseeing) {
        History history = wrong();
        return new HistorySearch<>(WORLD, foreseeing ? WORLD.foresight() : Optional.empty(), List.of(WORLD.initial()), history,
                new Likely(history, null), 1_000, Integer.MAX_VALUE);
    }

    @Test
    @DisplayName("with foresight one order is tried of what has nothing to do with each other, and without it all are")
    void oneOrderIsEnough() {
        HistorySearch<World> foreseeing = search(true);
        HistorySearch<World> plain = search(false);

        assertEquals(Verdict.VIOLATED, foreseeing.search());
        assertEquals(Verdict.VIOLATED, plain.search());
        assertEquals(1 + LOADS, foreseeing.visited());
        assertEquals(1 << LOADS, plain.visited());
    }
}
