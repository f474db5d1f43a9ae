package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Pid;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who can send, and whom a forged signal may name. */
class SendStimuliTest {
    private static final World WORLD = world(draft -> add(draft, "x", nowhere()));

    private static List<Response> purge(Settings settings, String from) {
        return new PurgeWorld(settings).respond(WORLD, new Stimulus.Purge("r", "m", from)).stream().map(Outcome::response).toList();
    }

    @Test
    @DisplayName("somebody else may have suspended a process unseen, so that it sends nothing; but not the purger")
    void whoCanSend() {
        Settings unseen = SETTINGS.missing(Gaps.of(Unseen.SUSPENSIONS));
        assertEquals(List.of(Response.OK), purge(SETTINGS, "x"));
        assertEquals(List.of(Response.OK, Response.NO_EFFECT), purge(unseen, "x"));
        assertEquals(List.of(Response.OK), purge(unseen, "purger"));
        assertEquals(List.of(Response.NO_EFFECT), purge(SETTINGS, "nobody"));
    }

    private static Pid forged(String process) {
        World after = new PurgeWorld(SETTINGS).respond(WORLD, new Stimulus.ForgeDown(process)).get(0).world();
        return ((Message.Down) after.mailbox.get(0)).process();
    }

    @Test
    @DisplayName("a forged signal may name a process, or somebody who is not there")
    void whomAForgedSignalNames() {
        assertEquals(WORLD.pidOf("x"), forged("x"));
        assertEquals(new Pid(-1, "nobody"), forged("nobody"));
        assertEquals("nobody", forged("nobody").name());
    }
}
