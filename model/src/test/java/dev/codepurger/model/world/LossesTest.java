package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.spec.Rule;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where LIVE-5 is relaxed one signal of a check is lost, for one is enough to wait for ever. */
class LossesTest {

    private static Set<World> purging(Settings settings) {
        PurgeWorld system = new PurgeWorld(settings);
        World world = system.initial();
        for (Stimulus stimulus : new Stimulus[]{new Stimulus.Load("m", false), new Stimulus.Spawn("c", new Where.Nowhere()),
                new Stimulus.Spawn("v1", new Where.InModule("m", Residence.WAITING)),
                new Stimulus.Spawn("v2", new Where.InModule("m", Residence.WAITING)), new Stimulus.Load("m", false),
                new Stimulus.Purge("r", "m", "c")}) {
            world = system.respond(world, stimulus).get(0).world();
        }
        Set<World> seen = new LinkedHashSet<>(Set.of(world));
        ArrayDeque<World> todo = new ArrayDeque<>(seen);
        while (!todo.isEmpty()) {
            for (World next : system.internal(todo.remove())) {
                if (seen.add(next)) {
                    todo.add(next);
                }
            }
        }
        return seen;
    }

    private static int lostAnswers(World world) {
        int asked = world.groups.stream().filter(g -> g.local().ask() != Local.Ask.NONE).mapToInt(Group::count).sum();
        return world.phase instanceof Phase.Check check ? check.unanswered() - asked : 0;
    }

    private static int lostDowns(World world) {
        int watched = world.groups.stream().filter(g -> g.local().watch() == Local.Watch.KILL).mapToInt(Group::count).sum();
        return world.phase instanceof Phase.Check check ? check.kill().outstanding().size() - watched : 0;
    }

    @Test
    void oneAnswerIsLostAtMost() {
        Set<World> relaxed = purging(Settings.of(Profile.SEED).relaxing(Rule.LIVE_5));
        assertEquals(1, relaxed.stream().mapToInt(LossesTest::lostAnswers).max().orElseThrow());
        assertEquals(1, relaxed.stream().mapToInt(LossesTest::lostDowns).max().orElseThrow());
    }

    @Test
    void nothingIsLostWhereTheRuleIsObeyed() {
        Set<World> obeyed = purging(Settings.of(Profile.SEED));
        assertEquals(0, obeyed.stream().mapToInt(LossesTest::lostAnswers).max().orElseThrow());
        assertEquals(0, obeyed.stream().mapToInt(LossesTest::lostDowns).max().orElseThrow());
    }

    private static World checking(int asked, int watched) {
        return world(draft -> {
            List<Pid> pids = List.of(add(draft, "x", nowhere()), add(draft, "y", nowhere()));
            for (int i = 0; i < 2; i++) {
                Local one = i < asked ? asked(nowhere(), Local.Ask.ASKED) : nowhere();
                draft.change(pids.get(i), nowhere(), i < watched ? one.watch(Local.Watch.KILL, Window.ANY) : one);
            }
            draft.phase = check(2, 0, new KillState(ImmutableList.copyOf(pids), ImmutableList.of(), true));
        });
    }

    @Test
    @DisplayName("an answer is lost where more are awaited than processes have something to answer, and so with deaths")
    void whatIsLost() {
        assertFalse(Losses.ofAnswers(checking(2, 0)));
        assertTrue(Losses.ofAnswers(checking(1, 2)));
        assertFalse(Losses.ofDowns(checking(0, 2)));
        assertTrue(Losses.ofDowns(checking(2, 1)));
    }

    @Test
    @DisplayName("where there is no check nothing is lost")
    void outsideOfChecks() {
        World world = world(draft -> add(draft, "x", nowhere().watch(Local.Watch.TESTER, Window.ANY)));
        assertFalse(Losses.ofAnswers(world));
        assertFalse(Losses.ofDowns(world));
    }
}
