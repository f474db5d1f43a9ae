package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label.Quiet;
import dev.codepurger.model.world.Label.QuietKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An oracle is a snapshot: it never changes, so it can be kept, asked, and gone on from in more ways than one. */
class SnapshotTest {
    private static final Quiet IDLE = new Quiet(QuietKind.IDLE, ImmutableSortedSet.of());
    private static final Quiet STALLED = new Quiet(QuietKind.STALLED, ImmutableSortedSet.of());

    @Test
    void afterTheAnswerThePurgerIsIdle() {
        PurgeOracle answered = PurgeOracle.of(Profile.SEED, OracleOptions.DEFAULT).observeAll(OurPurger.log());
        assertEquals(Set.of(IDLE), answered.legalNext());
        assertEquals(Verdict.CONFORMS, answered.observe(IDLE).verdict());
        assertEquals(Verdict.VIOLATED, answered.observe(STALLED).verdict());
        assertEquals(1, answered.possibleStates().size());
    }
}
