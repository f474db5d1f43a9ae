package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.oracle.HistorySearch.Places;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.model.world.World;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is still to come of a history. */
class AheadTest {

    private static final PurgeWorld SYSTEM = new PurgeWorld(Settings.of(Profile.SEED));
    private static final Foresight<World, Label> FORESIGHT = SYSTEM.foresight().orElseThrow();
    private static final Stimulus PURGE = new Stimulus.Purge("r", "m", "c");

    private static Event ok(Stimulus stimulus, long from, long to) {
        return new Event(new Label.Did(stimulus, Response.OK), from, to);
    }

    private static Event killedNobody(long at) {
        return new Event(new Label.Replied("r", RequestKind.PURGE, new Result.Hard(true, false)), at, at);
    }

    private static Places done(int... events) {
        return new Places(events);
    }

    private static Ahead<World> ahead(Event[]... lines) {
        return Objects.requireNonNull(Ahead.of(FORESIGHT, lines));
    }

    @Test
    void whatIsDoneIsNotAhead() {
        Ahead<World> ahead = ahead(new Event[]{ok(new Stimulus.Load("m", false), 1, 2), ok(new Stimulus.Load("n", false), 3, 4)});
        assertTrue(ahead.has("load m", done(0)));
        assertFalse(ahead.has("load m", done(1)));
        assertTrue(ahead.has("load n", done(1)));
        assertFalse(ahead.has("load n", done(2)));
        assertFalse(ahead.has("load k", done(0)));
    }

    @Test
    void othersMayComeFirstIfTheyBeganInTime() {
        Ahead<World> ahead = ahead(new Event[]{ok(new Stimulus.Load("m", false), 1, 5), ok(new Stimulus.Load("m", false), 6, 7)},
                new Event[]{ok(new Stimulus.Load("n", false), 2, 3), ok(new Stimulus.Load("k", false), 5, 8), ok(PURGE, 9, 10)});
        assertFalse(ahead.othersHave("load m", done(0, 0), 0), "nobody else");
        assertTrue(ahead.othersHave("load n", done(0, 0), 0));
        assertTrue(ahead.othersHave("load k", done(0, 0), 0), "began when it ended");
        assertFalse(ahead.othersHave("purge m", done(0, 0), 0), "began later");
        assertTrue(ahead.has("purge m", done(0, 0)));
        assertFalse(ahead.othersHave("load n", done(0, 1), 0), "has been");
        assertTrue(ahead.othersHave("load m", done(0, 1), 1));
        assertTrue(ahead.othersHave("load m", done(1, 1), 1));
    }

    @Test
    void whereSomethingCannotBeToldNothingIs() {
        assertNull(Ahead.of(FORESIGHT, new Event[][]{{ok(PURGE, 1, 2)}, {ok(new Stimulus.Hold(), 1, 2)}}));
        assertNotNull(Ahead.of(FORESIGHT, new Event[][]{{ok(PURGE, 1, 2)}, {}}));
    }

    /** Without old code a hard purge is answered otherwise. */
    @Test
    void anAnswerCountsWhereItsQuestionIsTheOnlyOne() {
        Event[] asked = {ok(PURGE, 1, 2)};
        Event[] answered = {killedNobody(9)};
        World served = served();
        assertTrue(ahead(asked, answered).contradicts(served));
        assertFalse(ahead(asked).contradicts(served));
        assertFalse(ahead(asked, answered, new Event[]{ok(PURGE, 3, 4)}).contradicts(served), "asked twice");
        assertFalse(ahead(asked, answered, new Event[]{killedNobody(10)}).contradicts(served), "answered twice");
    }

    private static World served() {
        World world = SYSTEM.initial();
        Stimulus spawn = new Stimulus.Spawn("c", new Where.Nowhere());
        for (Stimulus stimulus : new Stimulus[]{spawn, PURGE}) {
            world = SYSTEM.respond(world, stimulus).get(0).world();
        }
        for (int i = 0; i < 2; i++) {
            assertEquals(1, SYSTEM.internal(world).size());
            world = SYSTEM.internal(world).get(0);
        }
        return world;
    }
}
