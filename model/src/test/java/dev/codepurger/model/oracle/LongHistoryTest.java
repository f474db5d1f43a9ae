package dev.codepurger.model.oracle;

import static dev.codepurger.model.oracle.Verdict.CONFORMS;
import static dev.codepurger.model.oracle.Verdict.INCONCLUSIVE;
import static dev.codepurger.model.oracle.Verdict.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories in parts: each follows from where the last one ended, in whichever way that can have been. */
class LongHistoryTest {

    private static final Event IDLE = new Event(new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of()), 100, 100);

    private static Event ok(Stimulus stimulus, long from, long to) {
        return new Event(new Label.Did(stimulus, Response.OK), from, to);
    }

    private static History part(ImmutableList<Event> one, ImmutableList<Event> other, Event... subject) {
        return new History(ImmutableMap.of("one", one, "other", other, "subject",
                ImmutableList.<Event>builder().add(subject).add(IDLE).build()));
    }

    /** Whether v1 was started before the second load or after it cannot be told yet. */
    private static History uncertain() {
        return part(ImmutableList.of(ok(new Stimulus.Load("m", false), 1, 2), ok(new Stimulus.Load("m", false), 5, 10)),
                ImmutableList.of(ok(new Stimulus.Spawn("c", new Where.Nowhere()), 3, 4),
                        ok(new Stimulus.Spawn("v1", new Where.InModule("m", Residence.WAITING)), 6, 9)));
    }

    private static History purge(String request, boolean old, boolean killed) {
        Event replied = new Event(new Label.Replied(request, RequestKind.PURGE, new Result.Hard(old, killed)), 5, 5);
        ImmutableList<Event> asked = ImmutableList.of(ok(new Stimulus.Purge(request, "m", "c"), 1, 2));
        return killed ? part(asked, ImmutableList.of(), new Event(new Label.Down("v1", "killed"), 4, 4), replied)
                : part(asked, ImmutableList.of(), replied);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPartFollowsFromAnyEndOfTheLastOne(boolean killed) {
        LongHistory history = new LongHistory(Profile.SEED, OracleOptions.DEFAULT);

        assertEquals(CONFORMS, history.next(uncertain()));
        assertEquals(CONFORMS, history.next(purge("r1", true, killed)));
        assertEquals(CONFORMS, history.next(purge("r2", false, false)));
        assertEquals(VIOLATED, history.next(purge("r3", true, false)));
        assertTrue(history.describe().contains("m current v2 old none"), history.describe());
    }

    @Test
    void aPartThatFollowsFromNoEndIsViolated() {
        LongHistory history = new LongHistory(Profile.SEED, OracleOptions.DEFAULT);

        assertEquals(CONFORMS, history.next(uncertain()));
        assertEquals(VIOLATED, history.next(purge("r1", false, false)));
    }

    @Test
    void theFirstPartIsJudgedToo() {
        assertEquals(VIOLATED, new LongHistory(Profile.SEED, OracleOptions.DEFAULT).next(purge("r1", false, false)));
    }

    @Test
    void aBoundThatIsHitIsSaid() {
        LongHistory history = new LongHistory(Profile.SEED, OracleOptions.DEFAULT.withStateBound(2));

        assertEquals(CONFORMS, history.next(uncertain()));
        // Follows from the other end only, which takes more states to find.
        assertEquals(INCONCLUSIVE, history.next(purge("r1", true, false)));
    }

    /** As {@link #aPartFollowsFromAnyEndOfTheLastOne}, where the parts before it have done something. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPartThatContradictsWhatWasGuessedStillFollowsFromAllBeforeIt(boolean killed) {
        LongHistory history = new LongHistory(Profile.SEED, OracleOptions.DEFAULT);
        assertEquals(CONFORMS,
                history.next(part(ImmutableList.of(ok(new Stimulus.Spawn("c", new Where.Nowhere()), 1, 2)), ImmutableList.of())));
        assertEquals(CONFORMS,
                history.next(part(ImmutableList.of(ok(new Stimulus.Load("m", false), 1, 2), ok(new Stimulus.Load("m", false), 5, 10)),
                        ImmutableList.of(ok(new Stimulus.Spawn("v1", new Where.InModule("m", Residence.WAITING)), 6, 9)))));

        assertEquals(CONFORMS, history.next(purge("r1", true, killed)));
    }

    @Test
    @DisplayName("A first part that takes too many states is not said to be violated")
    void aFirstPartBeyondTheBound() {
        assertEquals(INCONCLUSIVE, new LongHistory(Profile.SEED, OracleOptions.DEFAULT.withStateBound(0)).next(uncertain()));
    }

    @Test
    @DisplayName("Where not all ends of the last part are found, a part that follows from none of those found is not said to be violated")
    void endsBeyondTheBound() {
        LongHistory history = new LongHistory(Profile.SEED, OracleOptions.DEFAULT.withStateBound(5));
        assertEquals(CONFORMS, history.next(uncertain()));

        Event impossible = new Event(new Label.Did(new Stimulus.CheckOldCode("k"), Response.TRUE), 1, 2);
        assertEquals(INCONCLUSIVE, history.next(new History(ImmutableMap.of("one", ImmutableList.of(impossible)))));
    }
}
