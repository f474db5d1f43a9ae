package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is named for the first time in a trace that begins in the middle. */
class MetTest {
    private static final Gaps TWO_STRANGERS = new Gaps(ImmutableSet.of(), true, 2);
    private static final Met TWO_DEAD = Met.NOBODY.after(down("a")).after(down("b"));

    private static Label ok(Stimulus stimulus) {
        return new Label.Did(stimulus, Response.OK);
    }

    private static Label down(String process) {
        return new Label.Down(process, "killed");
    }

    private static Label quiet(QuietKind kind) {
        return new Label.Quiet(kind, ImmutableSortedSet.of());
    }

    private static String paused(Stimulus stimulus) {
        return ((Stimulus.Pause) stimulus).process();
    }

    static List<Stimulus> ofProcessX() {
        return List.of(new Stimulus.Leave("x"), new Stimulus.Exit("x"), new Stimulus.Kill("x"), new Stimulus.Alive("x"),
                new Stimulus.Pause("x"), new Stimulus.Resume("x"), new Stimulus.Suspend("x"), new Stimulus.Unsuspend("x"),
                new Stimulus.CallFun("k", "x", "f"), new Stimulus.Call("k", "x", "m"), new Stimulus.Purge("r", "m", "x"),
                new Stimulus.SoftPurge("r", "m", "x"), new Stimulus.FinishAfterOnLoad("r", "m", true, "x"),
                new Stimulus.TestPurge("r", "m", TestType.HARD, "x"), new Stimulus.ChangePrio("r", Priority.HIGH, "x"),
                new Stimulus.Continue("r", "x"), new Stimulus.Complete("r", "x"), new Stimulus.ForgeDown("x"),
                new Stimulus.ForgeCheckReply("x", true));
    }

    @ParameterizedTest
    @MethodSource("ofProcessX")
    @DisplayName("whoever a stimulus names is marked the first time, and not the second")
    void marksTheFirstTime(Stimulus stimulus) {
        assertNotEquals(stimulus, Met.NOBODY.announced(stimulus));
        assertEquals(new Label.Did(Met.NOBODY.announced(stimulus), Response.OK), Met.NOBODY.announced(ok(stimulus)));
        Met met = Met.NOBODY.after(ok(stimulus));
        assertEquals(stimulus, met.announced(stimulus));
        assertEquals(down("x"), met.announced(down("x")));
        assertNotEquals(down("y"), met.announced(down("y")));
    }

    @Test
    @DisplayName("a mark can be seen, and taken away")
    void theMarkCanBeTakenAway() {
        String marked = paused(Met.NOBODY.announced(new Stimulus.Pause("x")));
        assertTrue(Met.isFirst(marked));
        assertEquals("x", Met.plain(marked));
        assertFalse(Met.isFirst("x"));
        assertEquals("x", Met.plain("x"));
        assertFalse(Met.isFirst(""));
        assertEquals("", Met.plain(""));
    }

    @Test
    @DisplayName("the purger and whoever was started are nobody of before")
    void whoIsKnownIsNotMarked() {
        assertEquals("purger", paused(Met.NOBODY.announced(new Stimulus.Pause("purger"))));
        Stimulus spawn = new Stimulus.Spawn("x", new Where.Nowhere());
        assertEquals(spawn, Met.NOBODY.announced(spawn));
        assertEquals("x", paused(Met.NOBODY.after(ok(spawn)).announced(new Stimulus.Pause("x"))));
        Met other = Met.NOBODY.after(ok(new Stimulus.Pause("y"))).after(ok(new Stimulus.Pause("purger")));
        assertNotEquals("x", paused(other.announced(new Stimulus.Pause("x"))));
        assertEquals("y", paused(other.announced(new Stimulus.Pause("y"))));
    }

    @Test
    @DisplayName("a trace is marked label by label")
    void marksATrace() {
        Label pause = ok(new Stimulus.Pause("x"));
        Label idle = quiet(QuietKind.IDLE);
        assertEquals(List.of(Met.NOBODY.announced(pause), pause, idle, Met.NOBODY.announced(down("y")), down("y")),
                Met.announced(List.of(pause, pause, idle, down("y"), down("y"))));
    }

    @Test
    @DisplayName("there are as many strangers as are reckoned with, and may be more, when that many unknown ones have died")
    void countsTheDeathsOfStrangers() {
        assertFalse(Met.NOBODY.isCrowded(TWO_STRANGERS));
        assertFalse(Met.NOBODY.after(down("a")).isCrowded(TWO_STRANGERS));
        assertTrue(TWO_DEAD.isCrowded(TWO_STRANGERS));
        assertFalse(Met.NOBODY.after(down("a")).after(down("a")).isCrowded(TWO_STRANGERS), "the same again");
        assertFalse(Met.NOBODY.after(ok(new Stimulus.Pause("a"))).after(down("a")).after(down("b")).isCrowded(TWO_STRANGERS));
    }

    @Test
    @DisplayName("deaths are counted until the node is idle, whatever else is seen")
    void deathsAreCountedUntilTheNodeIsIdle() {
        assertTrue(TWO_DEAD.after(quiet(QuietKind.BLOCKED)).after(new Label.Started("r")).isCrowded(TWO_STRANGERS));
        assertTrue(TWO_DEAD.after(ok(new Stimulus.Pause("c"))).isCrowded(TWO_STRANGERS));
        assertFalse(TWO_DEAD.after(quiet(QuietKind.IDLE)).isCrowded(TWO_STRANGERS));
        assertEquals("a", paused(TWO_DEAD.after(quiet(QuietKind.IDLE)).announced(new Stimulus.Pause("a"))), "they have been named");
    }

    @Test
    @DisplayName("the death of somebody whom nobody knows is shown as that")
    void showsSomebody() {
        assertEquals(down("somebody"), Met.shown(down("(somebody 3)")));
        assertEquals(down("a"), Met.shown(down("a")));
        assertEquals(quiet(QuietKind.IDLE), Met.shown(quiet(QuietKind.IDLE)));
    }
}
