package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.one;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label.RequestKind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is sent to a process, and to the purger itself. */
class DraftTest {
    private static final Pid X = new Pid(2, "x");
    private static final Label.Observation STARTED = new Label.Started("r");

    private static World told(World world, Settings settings, Pid to, Label.Observation told) {
        return one(world, settings, draft -> draft.tell(to, true, told));
    }

    private static List<Message> toItself(Label.Observation told) {
        return told(world(draft -> {}), SETTINGS, World.PURGER, told).mailbox;
    }

    private static Label.Observation replied(RequestKind kind) {
        return new Label.Replied("r", kind, new Result.Hard(true, false));
    }

    @Test
    @DisplayName("what the purger sends to itself is garbage, but the result of a test begins like a request")
    void toThePurgerItself() {
        assertEquals(List.of(new Message.Malformed(Message.RequestTag.TEST_PURGE)), toItself(replied(RequestKind.TEST_PURGE)));
        List<Message> garbage = List.of(new Message.Garbage("own message"));
        assertEquals(garbage, toItself(replied(RequestKind.PURGE)));
        assertEquals(garbage, toItself(STARTED));
    }

    private static int unseen(Local local, Settings settings) {
        return told(world(draft -> add(draft, "x", local)), settings, X, STARTED).pending.size();
    }

    @Test
    @DisplayName("the living get what they are sent, and the dead nothing, nor those who are gone")
    void whoGetsIt() {
        assertEquals(1, unseen(nowhere(), SETTINGS));
        assertEquals(1, unseen(nowhere().dying(Local.Reason.KILLED), SETTINGS));
        assertEquals(0, unseen(nowhere().dead(), SETTINGS));
        assertEquals(0, told(world(draft -> {}), SETTINGS, X, STARTED).pending.size());
    }

    @Test
    @DisplayName("what the harness cannot see is not kept for it")
    void whatIsNotSeen() {
        assertEquals(0, unseen(nowhere(), SETTINGS.missing(Gaps.of(Unseen.REPLIES))));
        assertEquals(1, unseen(nowhere(), SETTINGS.missing(Gaps.of(Unseen.RETURNS))));
    }
}
