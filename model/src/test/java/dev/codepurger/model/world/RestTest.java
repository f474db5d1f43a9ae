package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.isThere;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.world.Label.QuietKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Quiescence as somebody sees it who does not see deaths, suspensions, or quiescence. */
class RestTest {
    private static final Settings DEATHS = SETTINGS.missing(Gaps.of(Unseen.DEATHS));
    private static final Settings MORE = SETTINGS.missing(Gaps.of(Unseen.DEATHS, Unseen.SUSPENSIONS));
    private static final Label.Quiet IDLE = quiet(QuietKind.IDLE);
    private static final Local MORTAL = nowhere().mortal();
    private static final Local.Call CALL = new Local.Call("k", null, "f");

    private static Label.Quiet quiet(QuietKind kind, String... suspended) {
        return new Label.Quiet(kind, ImmutableSortedSet.copyOf(suspended));
    }

    private static World with(Local local) {
        return world(draft -> {
            draft.funs = ImmutableMap.of("f", new Fun("m", 1));
            add(draft, "x", local);
        });
    }

    private static List<World> idle(World world, Settings settings) {
        return Rest.after(world, settings, IDLE);
    }

    @Test
    @DisplayName("who could be killed unseen is no reason not to rest, and is not killed without a reason")
    void nobodyDiesWithoutAReason() {
        assertEquals(Set.of(IDLE), Rest.possible(with(MORTAL), DEATHS));
        List<World> after = idle(with(MORTAL), DEATHS);
        assertEquals(1, after.size());
        assertTrue(isThere(after.get(0), "x"));
    }

    @Test
    @DisplayName("who is dying is dead by then")
    void whoIsDyingIsDead() {
        World dying = with(nowhere().dying(Local.Reason.KILLED));
        assertEquals(Set.of(), Rest.possible(dying, SETTINGS), "that would be seen first");
        assertEquals(Set.of(IDLE), Rest.possible(dying, DEATHS));
        assertFalse(isThere(idle(dying, DEATHS).get(0), "x"));
    }

    @Test
    @DisplayName("who has something to say and does not has died, unless he may be suspended unseen")
    void whoDoesNotSaySomething() {
        World calling = with(MORTAL.call(CALL));
        assertEquals(Set.of(IDLE), Rest.possible(calling, DEATHS));
        assertFalse(isThere(idle(calling, DEATHS).get(0), "x"));
        assertTrue(isThere(idle(calling, MORE).get(0), "x"));
        World told = with(MORTAL).changed(SETTINGS,
                draft -> draft.pending = ImmutableList.of(new Pending(new Pid(2, "x"), true, new Label.Started("r"))));
        assertFalse(isThere(idle(told, DEATHS).get(0), "x"));
        World another = with(MORTAL).changed(SETTINGS,
                draft -> draft.pending = ImmutableList.of(new Pending(new Pid(8, "y"), true, new Label.Started("r"))));
        assertTrue(isThere(idle(another, DEATHS).get(0), "x"));
    }

    @Test
    @DisplayName("who waits in a call may have died, which shows")
    void whoWaitsInACall() {
        World waiting = with(MORTAL.call(CALL.block()));
        assertEquals(Set.of(IDLE, quiet(QuietKind.IDLE, "x")), Rest.possible(waiting, DEATHS));
        assertFalse(isThere(idle(waiting, DEATHS).get(0), "x"));
        assertEquals(Set.of(IDLE), Rest.possible(waiting, MORE), "which does not show to everybody");
        assertEquals(1, idle(waiting, MORE).size());
    }

    @Test
    @DisplayName("who is monitored may have died, unless he is paused")
    void whoIsMonitored() {
        Local monitored = MORTAL.watch(Local.Watch.KILL, Window.ANY);
        assertEquals(2, idle(with(monitored), DEATHS).size());
        assertEquals(1, idle(with(monitored.paused(true)), DEATHS).size());
    }

    @Test
    @DisplayName("who was asked by a purger that is held may have died")
    void whoWasAskedByAPurgerThatIsHeld() {
        World held = world(draft -> {
            add(draft, "x", asked(inCurrent().mortal(), Local.Ask.ASKED));
            draft.phase = check(1, 0);
            draft.held = true;
        });
        Label.Quiet blocked = quiet(QuietKind.BLOCKED);
        assertEquals(2, Rest.after(held, DEATHS, blocked).size());
        World notAsked = held.changed(SETTINGS, draft -> draft.changeAll(local -> local.ask(Local.Ask.NONE, Window.ANY)));
        assertEquals(1, Rest.after(notAsked, DEATHS, blocked).size());
    }

    @Test
    @DisplayName("in a node that is down nobody dies any more")
    void inANodeThatIsDown() {
        World down = with(MORTAL.watch(Local.Watch.KILL, Window.ANY)).changed(SETTINGS,
                draft -> draft.phase = new Phase.Terminated("killed"));
        assertEquals(1, Rest.after(down, DEATHS, quiet(QuietKind.DOWN)).size());
    }

    @Test
    @DisplayName("who does not see quiescence is shown none")
    void quiescenceThatIsNotSeen() {
        assertEquals(Set.of(), Rest.possible(with(nowhere()), SETTINGS.missing(Gaps.of(Unseen.QUIET))));
        assertEquals(Set.of(IDLE), Rest.possible(with(nowhere()), SETTINGS));
        assertEquals(List.of(), Rest.after(with(nowhere()), SETTINGS, quiet(QuietKind.BLOCKED)));
    }

    @Test
    @DisplayName("who does not see suspensions cannot tell who is suspended from who is about to speak")
    void suspensionsThatAreNotSeen() {
        Settings unseen = SETTINGS.missing(Gaps.of(Unseen.SUSPENSIONS));
        assertEquals(Set.of(IDLE), Rest.possible(with(nowhere().call(CALL)), unseen));
        assertEquals(Set.of(), Rest.possible(with(nowhere().call(CALL)), SETTINGS));
    }
}
