package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.all;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Crowds: processes that nobody can tell apart. */
class NamingTest {
    private static final Settings SETTINGS = Settings.of(Profile.SEED);
    private static final Pid CROWD = new Pid(3, "crowd");
    private static final Pid X = new Pid(6, "x");
    private static final Label IDLE = new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.of());

    private Settings settings = SETTINGS;

    private World does(World world, Stimulus... stimuli) {
        World now = world;
        for (Stimulus stimulus : stimuli) {
            List<Outcome> outcomes = new PurgeWorld(settings).respond(now, stimulus);
            assertEquals(1, outcomes.size());
            now = outcomes.get(0).world();
        }
        return now;
    }

    private World spawned(String... names) {
        World world = does(new PurgeWorld(settings).initial(), new Stimulus.Load("m", false));
        for (String name : names) {
            world = does(world, new Stimulus.Spawn(name, new Where.InModule("m", Residence.WAITING)));
        }
        return world;
    }

    private static Pid pid(World world, String name) {
        return Objects.requireNonNull(world.pidOf(name));
    }

    private static int count(World world, String name) {
        Pid pid = pid(world, name);
        return world.groups.stream().filter(g -> g.pid().equals(pid)).mapToInt(Group::count).sum();
    }

    @Test
    void processesThatAreAlikeGoByOnePid() {
        World world = spawned("a", "b", "c");
        assertEquals(3, count(world, "a"));
        assertEquals(world.pidOf("a"), world.pidOf("c"));
        assertEquals(2, world.groups.size());
        assertNull(world.pidOf("d"));
    }

    @Test
    void whoeverIsElsewhereIsNoneOfThem() {
        World world = does(spawned("a", "b"), new Stimulus.Spawn("x", new Where.Nowhere()));
        assertEquals(2, count(world, "a"));
        assertEquals(1, count(world, "x"));
    }

    @Test
    void aNameTakesAProcessOutOfItsCrowd() {
        World world = does(spawned("a", "b", "c"), new Stimulus.Pause("b"));
        assertEquals(1, count(world, "b"));
        assertEquals(2, count(world, "a"));
        assertTrue(world.locals(pid(world, "b")).get(0).paused());
        assertEquals("b", pid(world, "b").name());
        World both = does(world, new Stimulus.Pause("a"), new Stimulus.Pause("c"));
        assertEquals(List.of(1, 1, 1), List.of(count(both, "a"), count(both, "b"), count(both, "c")));
        assertTrue(both.crowds.isEmpty());
    }

    @Test
    void theOrderInWhichTheyAreNamedMakesNoDifference() {
        World world = spawned("a", "b", "c");
        assertEquals(does(world, new Stimulus.Pause("a"), new Stimulus.Pause("c")),
                does(world, new Stimulus.Pause("c"), new Stimulus.Pause("a")));
    }

    @Test
    void theyAreGatheredAgainWhenAllIsQuiet() {
        World named = does(spawned("a", "b", "c"), new Stimulus.Load("n", false), new Stimulus.Call("k1", "a", "n"),
                new Stimulus.Call("k2", "b", "n"));
        assertEquals(1, count(named, "a"));
        PurgeWorld system = new PurgeWorld(settings);
        World called = system.internal(system.internal(named).get(0)).get(0);
        for (String call : List.of("k1", "k2")) {
            called = system.after(called, new Label.Returned(call, "1")).get(0);
        }
        assertEquals(1, count(called, "a"));
        List<World> quiet = system.after(called, IDLE);
        assertEquals(1, quiet.size());
        assertEquals(3, count(quiet.get(0), "a"));
        assertEquals(1, quiet.get(0).crowds.size());
    }

    @Test
    void whoeverIsAskedAfterOrLetGoIsGatheredAtOnce() {
        World alive = does(spawned("a", "b", "c"), new Stimulus.Alive("a"));
        assertEquals(3, count(alive, "a"));
        World paused = does(alive, new Stimulus.Pause("a"), new Stimulus.Pause("b"));
        assertEquals(List.of(1, 1, 1), List.of(count(paused, "a"), count(paused, "b"), count(paused, "c")));
        assertEquals(2, count(does(paused, new Stimulus.Resume("a")), "a"));
        assertEquals(3, count(does(paused, new Stimulus.Resume("b"), new Stimulus.Resume("a")), "b"));
    }

    /** One of two has answered when the third is let go: which of the two nobody knows, but it was not the third. */
    @Test
    void whoeverIsLetGoIsNotTakenForOneWhoMayHaveAnswered() {
        PurgeWorld system = new PurgeWorld(settings);
        World world = does(spawned("a", "b", "c"), new Stimulus.Load("m", false), new Stimulus.Spawn("p", new Where.Nowhere()),
                new Stimulus.Pause("c"), new Stimulus.Purge("r", "m", "p"));
        World asked = system.internal(system.internal(world).get(0)).get(0);
        World letGo = does(asked, new Stimulus.Resume("c"));
        assertEquals(3, count(letGo, "c"));
        World oneAnswered = system.internal(asked).stream().filter(w -> w.locals(pid(w, "a")).size() == 2).findFirst().orElseThrow();
        World apart = does(oneAnswered, new Stimulus.Resume("c"));
        assertEquals(1, count(apart, "c"));
        assertEquals(2, count(apart, "a"));
    }

    @Test
    void bySettingNobodyIsCounted() {
        settings = SETTINGS.namingEverybody();
        World world = does(spawned("a", "b"), new Stimulus.Pause("a"), new Stimulus.Resume("a"));
        assertEquals(1, count(world, "a"));
        assertEquals(1, count(world, "b"));
    }

    @Test
    void whoeverIsPausedStaysApart() {
        World named = does(spawned("a", "b", "c"), new Stimulus.Pause("a"));
        World quiet = new PurgeWorld(settings).after(named, IDLE).get(0);
        assertEquals(1, count(quiet, "a"));
        assertEquals(2, count(quiet, "b"));
    }

    @Test
    void whoeverHasSentARequestStaysApart() {
        World sent = does(spawned("a", "b", "c"), new Stimulus.Hold(), new Stimulus.Purge("r", "m", "a"));
        World quiet = new PurgeWorld(settings).after(sent, new Label.Quiet(QuietKind.BLOCKED, ImmutableSortedSet.of())).get(0);
        assertEquals(1, count(quiet, "a"));
        assertEquals(2, count(quiet, "b"));
    }

    @Test
    void twoLoadsOfACrowdDoNotMix() {
        World world = does(spawned("a", "b"), new Stimulus.Load("m", false),
                new Stimulus.Spawn("x", new Where.InModule("m", Residence.WAITING)),
                new Stimulus.Spawn("y", new Where.InModule("m", Residence.WAITING)));
        assertEquals(2, count(world, "a"));
        assertEquals(2, count(world, "y"));
        assertEquals(2, world.crowds.size());
    }

    @Test
    void onTheEffectChannelEverybodyHasAName() {
        settings = SETTINGS.withEffects(true);
        World world = spawned("a", "b");
        assertEquals(1, count(world, "a"));
        assertEquals(1, count(new PurgeWorld(settings).after(world, IDLE).get(0), "b"));
    }

    @Test
    void aMemberOfACrowdThatWasAskedMayBeInAnyOfItsStates() {
        World world = does(spawned("a", "b"), new Stimulus.Load("m", false), new Stimulus.Spawn("c", new Where.Nowhere()),
                new Stimulus.Purge("r", "m", "c"));
        PurgeWorld system = new PurgeWorld(settings);
        for (int step = 0; step < 3; step++) {
            world = system.internal(world).get(0);
        }
        assertTrue(world.locals(pid(world, "a")).size() > 1, world.toString());
        assertTrue(system.respond(world, new Stimulus.Pause("a")).size() > 1);
    }

    @Test
    @DisplayName("whoever leaves his code, or is let go after a suspension, is gathered at once with those he is like then")
    void whoeverLeavesOrIsLetGo() {
        World left = does(spawned("a"), new Stimulus.Load("m", false),
                new Stimulus.Spawn("b", new Where.InModule("m", Residence.WAITING)), new Stimulus.Leave("a"));
        assertEquals(2, count(left, "a"));
        World suspended = does(spawned("a", "b"), new Stimulus.Suspend("a"));
        assertEquals(1, count(suspended, "a"));
        assertEquals(2, count(does(suspended, new Stimulus.Unsuspend("a")), "a"));
    }

    @Test
    @DisplayName("who was taken out of a crowd and let go again leaves no trace")
    void aPauseLeavesNoTrace() {
        World world = spawned("a", "b", "c");
        World letGo = does(world, new Stimulus.Pause("b"), new Stimulus.Resume("b"));
        assertEquals(world, letGo);
        assertEquals(pid(world, "a"), pid(letGo, "b"));
    }

    @Test
    @DisplayName("what does not make anybody alike to others gathers nobody, not even those who are alike by now")
    void othersAreGatheredLater() {
        World apart = world(draft -> {
            add(draft, "a", inOld());
            add(draft, "b", inOld());
        });
        assertEquals(1, count(does(apart, new Stimulus.Load("n", false)), "a"));
        assertEquals(2, count(does(apart, new Stimulus.Alive("a")), "a"));
    }

    @Test
    @DisplayName("two who are paused stay apart, though they are alike")
    void twoWhoArePausedStayApart() {
        World paused = does(spawned("a", "b", "c"), new Stimulus.Pause("a"), new Stimulus.Pause("b"));
        World quiet = new PurgeWorld(settings).after(paused, IDLE).get(0);
        assertEquals(List.of(1, 1, 1), List.of(count(quiet, "a"), count(quiet, "b"), count(quiet, "c")));
    }

    @Test
    @DisplayName("two who leave a crowd one after the other, and are alike then, go by a pid that the rest does not have")
    void twoCrowdsOfOne() {
        World world = does(spawned("a", "b", "c", "d"), new Stimulus.Load("m", false), new Stimulus.Leave("b"), new Stimulus.Leave("c"));
        assertEquals(List.of(2, 2), List.of(count(world, "a"), count(world, "b")));
        assertEquals(List.of(pid(world, "a"), pid(world, "b")), List.of(pid(world, "d"), pid(world, "c")));
        assertNotEquals(pid(world, "a"), pid(world, "b"));
        assertEquals(2, world.crowds.size());
    }

    private static World crowdOfTwo(Local one, Local other, Pid... waiting) {
        return world(draft -> {
            draft.crowds = ImmutableMap.of(CROWD, Crowd.of(Map.of("a", 2, "b", 4)));
            Groups.add(draft.groups, new Group(CROWD, one, 1));
            Groups.add(draft.groups, new Group(CROWD, other, 1));
            draft.phase = check(0, 0, new KillState(ImmutableList.of(), ImmutableList.copyOf(waiting), true));
        });
    }

    /** Who may wait to be killed when a has been named. */
    private static List<List<String>> waiting(World world) {
        return all(world, SETTINGS, draft -> Naming.name(draft, world, "a")).stream()
                .map(after -> ((Phase.Check) after.phase).kill().waiting().stream().map(Pid::name).toList())
                .toList();
    }

    @Test
    @DisplayName("who is named may be any of his crowd that wait to be killed, or another that does not")
    void whoIsNamedMayWaitToBeKilled() {
        assertEquals(List.of(List.of("a", "x"), List.of("crowd", "x")), waiting(crowdOfTwo(inOld(), inOld(), CROWD, X)));
        assertEquals(List.of(List.of("a", "x", "crowd"), List.of("crowd", "x", "a")),
                waiting(crowdOfTwo(inOld(), inOld(), CROWD, X, CROWD)), "all of them wait");
        assertEquals(List.of(List.of("x")), waiting(crowdOfTwo(inOld(), inOld(), X)), "none of them does");
        Local asked = asked(inOld(), Local.Ask.ASKED);
        assertEquals(List.of(List.of("crowd"), List.of("a")), waiting(crowdOfTwo(asked, inOld(), CROWD)).stream().sorted(
                Comparator.comparing((List<String> names) -> names.get(0)).reversed()).toList(), "who is asked does not wait");
    }

    @Test
    @DisplayName("who waits to be killed lives, has answered, and has not been killed")
    void mayWait() {
        assertTrue(Naming.mayWait(inOld()));
        assertTrue(Naming.mayWait(inOld().dying(Local.Reason.NORMAL)));
        assertFalse(Naming.mayWait(asked(inOld(), Local.Ask.ASKED)));
        assertFalse(Naming.mayWait(inOld().watch(Local.Watch.KILL, Window.ANY)));
        assertFalse(Naming.mayWait(inOld().dead()));
    }
}
