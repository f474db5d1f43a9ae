package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be told of a world by somebody who knows what is still to come. */
class PurgeForesightTest {

    private static final PurgeWorld SYSTEM = new PurgeWorld(Settings.of(Profile.SEED.withKillLimit(2)));
    private static final Foresight<World, Label> FORESIGHT = SYSTEM.foresight().orElseThrow();
    private static final Stimulus LOAD = new Stimulus.Load("m", false);
    private static final Stimulus PURGE = new Stimulus.Purge("r", "m", "c");
    private static final Stimulus SOFT = new Stimulus.SoftPurge("s", "m", "c");

    private static World does(World world, Stimulus... stimuli) {
        World now = world;
        for (Stimulus stimulus : stimuli) {
            List<Outcome> outcomes = SYSTEM.respond(now, stimulus);
            assertEquals(1, outcomes.size());
            now = outcomes.get(0).world();
        }
        return now;
    }

    private static World world(Stimulus... stimuli) {
        return does(does(SYSTEM.initial(), LOAD, new Stimulus.Spawn("c", new Where.Nowhere())), stimuli);
    }

    private static Stimulus spawn(String name) {
        return new Stimulus.Spawn(name, new Where.InModule("m", Residence.WAITING));
    }

    private static boolean isSettled(World world, String... ahead) {
        List<World> steps = FORESIGHT.settled(world, Set.of(ahead)::contains);
        assertTrue(steps.isEmpty() || SYSTEM.internal(world).contains(steps.get(0)), "it is a step that there is");
        return steps.size() == 1;
    }

    private static World step(World world) {
        return FORESIGHT.settled(world, topic -> false).get(0);
    }

    private static <P extends Phase> World until(Class<P> phase, World world) {
        World now = world;
        while (!phase.isInstance(now.phase)) {
            now = step(now);
        }
        return now;
    }

    private static boolean isSettled(World world, Stimulus stimulus, Response response, String... others) {
        return FORESIGHT.settled(world, new Label.Did(stimulus, response), Set.of(others)::contains, Set.of(others)::contains);
    }

    private static boolean contradicts(World world, Result seen) {
        RequestKind kind = seen instanceof Result.Hard ? RequestKind.PURGE : RequestKind.SOFT_PURGE;
        String request = seen instanceof Result.Hard ? "r" : "s";
        return FORESIGHT.contradicts(world, Map.of(request, new Label.Replied(request, kind, seen)));
    }

    @Test
    void thereIsNoneWhereARuleIsRelaxedOrEffectsAreSeen() {
        assertEquals(Optional.empty(), new PurgeWorld(SYSTEM.settings().relaxing(Rule.PURGE_1)).foresight());
        assertEquals(Optional.empty(), new PurgeWorld(SYSTEM.settings().withEffects(true)).foresight());
    }

    @Test
    void aLabelHasToDoWithModulesAndProcesses() {
        assertEquals(Set.of("load m"), topics(LOAD));
        assertEquals(Set.of("look m"), topics(new Stimulus.CheckOldCode("m")));
        assertEquals(Set.of("purge m", "touch c"), topics(PURGE));
        assertEquals(Set.of("purge m", "touch c"), topics(SOFT));
        assertEquals(Set.of("touch v", "spawn in m"), topics(spawn("v")));
        assertEquals(Set.of("touch c"), topics(new Stimulus.Spawn("c", new Where.Nowhere())));
        assertEquals(Set.of("touch v", "end v"), topics(new Stimulus.Kill("v")));
        assertEquals(Set.of("touch v", "end v"), topics(new Stimulus.Exit("v")));
        assertEquals(Set.of("touch v"), topics(new Stimulus.Alive("v")));
        Label quiet = new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of());
        assertEquals(Set.of("rest"), FORESIGHT.topics(quiet).orElseThrow());
        assertEquals(Set.of(), FORESIGHT.topics(new Label.Down("v", "killed")).orElseThrow());
    }

    private static Set<String> topics(Stimulus stimulus) {
        return FORESIGHT.topics(new Label.Did(stimulus, Response.OK)).orElseThrow();
    }

    @Test
    void ofWhatIsNotPlainNothingIsTold() {
        for (Stimulus odd : List.of(new Stimulus.Hold(), new Stimulus.Pause("v"), new Stimulus.Kill("purger"),
                new Stimulus.BeginOnLoad("m"),
                new Stimulus.Purge("r", "m", "purger"), new Stimulus.SoftPurge("r", "m", "purger"),
                new Stimulus.Spawn("v", new Where.InOnLoad("m")))) {
            assertEquals(Optional.empty(), FORESIGHT.topics(new Label.Did(odd, Response.OK)), odd.toString());
        }
        assertEquals(Optional.empty(), FORESIGHT.topics(new Label.Started("r")));
        World asked = world(PURGE);
        assertTrue(isSettled(asked));
        assertFalse(isSettled(does(asked, new Stimulus.Hold())));
        assertFalse(isSettled(does(asked, new Stimulus.StallPrepare())));
        assertFalse(isSettled(does(asked, new Stimulus.Pause("c"))));
        assertFalse(isSettled(does(asked, new Stimulus.Suspend("c"))));
        assertFalse(isSettled(does(asked, new Stimulus.MakeFun("f", "m"))));
        assertFalse(isSettled(does(asked, new Stimulus.Call("x", "c", "m"))));
        assertFalse(isSettled(does(asked, new Stimulus.Junk(Stimulus.JunkKind.ATOM))));
    }

    @Test
    void aSessionWithATesterIsNotPlain() {
        Stimulus test = new Stimulus.TestPurge("t", "m", TestType.HARD, "c");
        World tested = world(test);
        assertFalse(isSettled(tested));
        World started = SYSTEM.internal(SYSTEM.internal(tested).get(0)).get(0);
        assertInstanceOf(Phase.Started.class, started.phase);
        assertFalse(isSettled(started, spawn("v"), Response.OK));
        World checking = does(until(Phase.Check.class, world(spawn("v"), LOAD, PURGE)), test);
        World saved = SYSTEM.internal(checking).stream().filter(next -> next.mailbox.isEmpty()).findFirst().orElseThrow();
        assertFalse(isSettled(saved));
        assertFalse(isSettled(saved, spawn("w"), Response.OK));
    }

    @Test
    void aRequestIsTakenAtOnceUnlessTheModuleIsLoaded() {
        assertTrue(isSettled(world(PURGE), "load n", "look m", "purge m", "touch c"));
        assertFalse(isSettled(world(PURGE), "load m"));
        assertFalse(isSettled(world()), "there is none");
    }

    @Test
    void aCheckGoesOnAtOnceUnlessSomebodyHasToDoWithItsVictims() {
        World asked = world(spawn("v"), LOAD, PURGE);
        World prepared = until(Phase.Prepared.class, asked);
        assertTrue(isSettled(prepared, "load m", "touch c"));
        assertFalse(isSettled(prepared, "touch v"));
        World checking = until(Phase.Check.class, asked);
        assertTrue(isSettled(checking, "load m", "touch c"));
        assertFalse(isSettled(checking, "touch v"));
        World killed = step(checking);
        assertTrue(isSettled(killed, "touch v"), "its death is only to be heard of");
        World finish = until(Phase.Finish.class, killed);
        assertFalse(isSettled(finish, "load m"));
        assertFalse(isSettled(finish, "look m"));
        assertTrue(isSettled(finish, "purge m", "touch v"));
        World answer = until(Phase.Answer.class, finish);
        assertTrue(isSettled(answer, "load m", "touch c"));
        assertFalse(isSettled(answer, "end c"));
    }

    @Test
    void aCheckPutsRequestsAwayFirst() {
        World checking = does(until(Phase.Check.class, world(spawn("v"), LOAD, PURGE)), SOFT);
        assertEquals(1, assertInstanceOf(Phase.Check.class, step(checking).phase).saved().requests().size());
        World next = until(Phase.CheckRequests.class, checking);
        assertTrue(isSettled(next));
        assertFalse(isSettled(next, "load m"));
    }

    @Test
    void whoIsKilledFirstOfManyIsNotSettled() {
        World two = until(Phase.Prepared.class, world(spawn("v1"), spawn("v2"), LOAD, PURGE));
        World three = until(Phase.Prepared.class, world(spawn("v1"), spawn("v2"), spawn("v3"), LOAD, PURGE));
        assertTrue(isSettled(two));
        assertFalse(isSettled(two, "touch v2"), "one of a crowd");
        assertFalse(isSettled(three));
        assertFalse(isSettled(until(Phase.Prepared.class, world(spawn("v"), LOAD, new Stimulus.Kill("v"), PURGE))), "it may be dead");
    }

    @Test
    void anAbortedPurgeEndsAtOnce() {
        World finish = until(Phase.Finish.class, world(spawn("v"), LOAD, SOFT));
        assertTrue(isSettled(finish, "load m", "look m"));
    }

    @Test
    void aRequestIsSentAtOnceWhereItComesToTheSame() {
        World none = world();
        assertTrue(isSettled(none, PURGE, Response.OK, "purge m", "look m"));
        assertFalse(isSettled(none, PURGE, Response.NO_EFFECT));
        for (String topic : List.of("load m", "touch c", "end c", "rest")) {
            assertFalse(isSettled(none, PURGE, Response.OK, topic), topic);
            assertFalse(isSettled(none, SOFT, Response.OK, topic), topic);
        }
        World old = world(spawn("v"), LOAD);
        assertTrue(isSettled(old, SOFT, Response.OK));
        for (String topic : List.of("load m", "purge m", "look m", "touch v")) {
            assertFalse(isSettled(old, PURGE, Response.OK, topic), topic);
        }
        assertFalse(isSettled(does(old, new Stimulus.Purge("other", "m", "c")), PURGE, Response.OK), "the other may be first");
        assertFalse(isSettled(until(Phase.Check.class, does(old, new Stimulus.Purge("other", "m", "c"))), PURGE, Response.OK));
        assertFalse(isSettled(old, new Stimulus.Purge("r", "m", "v"), Response.OK), "v is going to be killed");
        assertFalse(isSettled(old, new Stimulus.Purge("r", "m", "nobody"), Response.OK));
    }

    @Test
    void whatNobodyHindersIsDoneAtOnce() {
        World world = world(spawn("v"));
        Stimulus alive = new Stimulus.Alive("v");
        assertTrue(isSettled(does(world, LOAD), alive, Response.TRUE, "touch v", "end v", "purge m"), "who asks changes nothing");
        assertFalse(isSettled(world, alive, Response.FALSE));
        assertTrue(isSettled(world, new Stimulus.Alive("nobody"), Response.FALSE, "touch nobody"));
        assertFalse(isSettled(world, new Stimulus.Alive("nobody"), Response.TRUE));
        List.of(Response.TRUE, Response.FALSE)
                .forEach(dying -> assertFalse(isSettled(does(world, new Stimulus.Kill("v")), alive, dying), "it may be dead"));
        for (Stimulus end : List.of(new Stimulus.Exit("v"), new Stimulus.Kill("v"))) {
            assertTrue(isSettled(world, end, Response.OK, "purge m"));
            assertFalse(isSettled(world, end, Response.NO_EFFECT));
            List.of("touch v", "load m", "rest").forEach(topic -> assertFalse(isSettled(world, end, Response.OK, topic), topic));
        }
        assertTrue(isSettled(world, spawn("w"), Response.OK, "purge m", "rest"));
        assertFalse(isSettled(world, spawn("w"), Response.OK, "load m"));
        assertFalse(isSettled(world, spawn("w"), Response.OK, "touch w"));
        assertFalse(isSettled(SYSTEM.initial(), spawn("w"), Response.OK), "it is going to die");
        Stimulus look = new Stimulus.CheckOldCode("m");
        assertTrue(isSettled(world, look, Response.FALSE, "purge m", "load m"));
        assertFalse(isSettled(world, look, Response.TRUE));
        assertTrue(isSettled(does(world, LOAD), look, Response.TRUE, "purge m"));
        assertFalse(isSettled(does(world, LOAD), look, Response.FALSE));
        assertTrue(isSettled(world, LOAD, Response.OK, "touch v", "rest"));
        List.of("purge m", "look m", "load m", "spawn in m")
                .forEach(topic -> assertFalse(isSettled(world, LOAD, Response.OK, topic), topic));
        assertFalse(isSettled(does(world, PURGE), LOAD, Response.OK));
        assertTrue(isSettled(does(world, new Stimulus.Purge("x", "n", "c")), LOAD, Response.OK), "of another module");
        assertFalse(isSettled(world, new Stimulus.Leave("v"), Response.OK));
    }

    @Test
    void anotherAnswerThanTheOneThatIsSeenIsNoticedEarly() {
        Result.Hard none = new Result.Hard(false, false);
        Result.Hard nobody = new Result.Hard(true, false);
        Result.Hard killed = new Result.Hard(true, true);
        World asked = world(spawn("v"), LOAD, PURGE);
        List.of(none, nobody, killed).forEach(result -> assertFalse(contradicts(asked, result)));
        World prepared = until(Phase.Prepared.class, asked);
        assertTrue(contradicts(prepared, none));
        assertFalse(contradicts(prepared, nobody));
        World checking = until(Phase.Check.class, prepared);
        assertTrue(contradicts(checking, none));
        assertFalse(contradicts(checking, nobody));
        World shot = step(checking);
        assertTrue(contradicts(shot, nobody));
        assertFalse(contradicts(shot, killed));
        World answer = until(Phase.Answer.class, shot);
        assertTrue(contradicts(until(Phase.Finish.class, shot), nobody));
        assertTrue(contradicts(answer, nobody));
        assertFalse(contradicts(answer, killed));
        assertTrue(contradicts(step(answer), nobody));
        assertFalse(contradicts(step(answer), killed));
        assertFalse(FORESIGHT.contradicts(step(answer), Map.of()), "nothing is known of it");
    }

    @Test
    void soOfSoftPurges() {
        World prepared = until(Phase.Prepared.class, world(SOFT));
        assertTrue(contradicts(prepared, new Result.Soft(false)));
        assertFalse(contradicts(prepared, new Result.Soft(true)));
        World old = until(Phase.Prepared.class, world(LOAD, SOFT));
        assertFalse(contradicts(old, new Result.Soft(false)));
        assertFalse(contradicts(old, new Result.Soft(true)));
        assertFalse(contradicts(until(Phase.Check.class, old), new Result.Soft(false)));
        assertEquals(Optional.of("s"), FORESIGHT.answers(new Label.Replied("s", RequestKind.SOFT_PURGE, new Result.Soft(true))));
        assertEquals(Optional.empty(), FORESIGHT.answers(new Label.Started("s")));
        assertEquals(Optional.of("s"), FORESIGHT.asks(new Label.Did(SOFT, Response.OK)));
        assertEquals(Optional.of("r"), FORESIGHT.asks(new Label.Did(PURGE, Response.OK)));
        assertEquals(Optional.empty(), FORESIGHT.asks(new Label.Did(LOAD, Response.OK)));
    }
}
