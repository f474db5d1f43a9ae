package dev.codepurger.model.oracle;

import static dev.codepurger.model.oracle.Verdict.CONFORMS;
import static dev.codepurger.model.oracle.Verdict.INCONCLUSIVE;
import static dev.codepurger.model.oracle.Verdict.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A search that looks ahead comes to the verdict of one that does not, with less to look at. */
@Tag("slow")
class ForesightTest {

    private static final PurgeWorld SYSTEM = PlainPlay.SYSTEM;
    private static final int BOUND = 60_000;
    private static final int HISTORIES = Integer.getInteger("codepurger.foresight.histories", 120);

    @Test
    void changesNoVerdict() {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        long with = 0;
        long without = 0;
        for (long seed = 1; seed <= HISTORIES; seed++) {
            History history = new PlainPlay(seed).played(45);
            HistorySearch<World> slow = search(Optional.empty(), history);
            HistorySearch<World> quick = search(SYSTEM.foresight(), history);
            Verdict expected = slow.search();
            if (expected != INCONCLUSIVE) {
                String what = "seed " + seed + ": " + history.events();
                assertEquals(expected, quick.search(), what);
                with += quick.visited();
                without += slow.visited();
            }
            verdicts.merge(expected, 1, Integer::sum);
        }
        assertTrue(verdicts.getOrDefault(VIOLATED, 0) > 20 && verdicts.getOrDefault(CONFORMS, 0) > 20, verdicts::toString);
        String visited = with + " states with it, " + without + " without, " + verdicts;
        assertTrue(with < without / 2, visited);
    }

    private static HistorySearch<World> search(Optional<Foresight<World, Label>> foresight, History history) {
        return new HistorySearch<>(SYSTEM, foresight, List.of(SYSTEM.initial()), history, new Likely(history, null), BOUND,
                Integer.MAX_VALUE);
    }
}
