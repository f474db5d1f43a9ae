package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Stimulus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report says of the states that are possible. */
class DescribeTest {
    private static final String SELF = "purger in erts_code_purger v1";

    private static void assertSays(String text, Story story) {
        assertEquals(List.of(text), story.oracle().describeStates(3));
    }

    @Test
    void aHeldPurgerAndItsMailbox() {
        assertSays(
                "purger waits for a request (held by the harness); mailbox [purge(r, m)]; m current v2 old v1; " + SELF
                        + "; v1 in m v1, paused; v2 in m v1, suspended",
                Story.seed().victims(2).pause("v1").does(new Stimulus.Suspend("v2")).hold().purge("r"));
    }

    @Test
    void aHandshakeWithASuspendedCaller() {
        assertSays("purger waits for continue of r; m current v2 old v1 being purged; " + SELF + "; p waits in a call of f; t monitored",
                Story.seed().load("m").makeFun("f").spawn("p", "t").load("m").testPurge("r", TestType.HARD, "t").started("r")
                        .callFun("k", "p", "f").quiet(QuietKind.HELD, "p"));
    }

    @Test
    void aCallAndADeath() {
        assertSays("purger waits for a request; m current none old none on_load pending; " + SELF + "; c dying; p calls",
                Story.seed().spawn("c", "p").does(new Stimulus.BeginOnLoad("m")).kill("c").call("k", "p"));
    }

    @Test
    void aStalledPrepare() {
        assertSays("purger has prepared m (prepare stalled); m current v2 old v1 being purged; " + SELF + "; v1 in m v1",
                Story.seed().victims(1).does(new Stimulus.StallPrepare()).purge("r").quiet(QuietKind.BLOCKED));
    }

    @Test
    void aCheckWithAnswersMissing() {
        assertSays("purger checks softly m, open 3, outstanding [], waiting [], saved []; m current v2 old v1 being purged; " + SELF
                + ", asked; c asked; x paused, asked",
                Story.seed().victims(0).spawn("x").pause("x").softPurge("r").quiet(QuietKind.BLOCKED));
    }

    @Test
    void aCheckWithAnOutstandingKill() {
        Story answered = Story.seed().victims(1).pause("v1").purge("r").quiet(QuietKind.BLOCKED).hold().resume("v1")
                .quiet(QuietKind.BLOCKED).pause("v1");
        assertSays("purger checks m, open 3, outstanding [], waiting [], saved [] (held by the harness); "
                + "m current v2 old v1 being purged; " + SELF
                + ", answered false; c answered false; v1 in m v1, paused, answered true", answered.copy());
        assertSays("purger checks m, open 0, outstanding [v1], waiting [], saved []; m current v2 old v1 being purged; " + SELF
                + "; v1 in m v1, paused, monitored, dying", answered.release().quiet(QuietKind.BLOCKED));
    }

    @Test
    void aDeadPurger() {
        assertSays("purger is dead (killed); " + SELF, Story.seed().kill("purger").purgerDown("killed"));
    }
}
