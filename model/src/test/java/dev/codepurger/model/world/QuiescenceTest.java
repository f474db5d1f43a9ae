package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.local;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Message;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is known when all was quiet though the purger was held in a check: whoever could answer has, and whoever could die is dead. */
class QuiescenceTest {
    private static final Message JUNK = new Message.ExitSignal();

    private static World quiet(Local local, boolean held) {
        World before = world(draft -> {
            add(draft, "x", local);
            draft.phase = check(1, 0);
            draft.held = held;
            draft.mailbox = ImmutableList.of(JUNK);
        });
        List<World> after = Quiescence.after(before, SETTINGS);
        assertEquals(1, after.size());
        return after.get(0);
    }

    private static void comesTo(Local expected, List<Message> mailbox, Local before) {
        World after = quiet(before, true);
        assertEquals(expected, local(after, "x"));
        assertEquals(mailbox, after.mailbox);
    }

    @Test
    @DisplayName("an answer that could come is there, somewhere among the messages, and a mark stands behind it")
    void answersAreThere() {
        Window among = new Window(0, 1);
        comesTo(inOld().ask(Local.Ask.TRUE, among), List.of(JUNK, World.MARK), asked(inOld(), Local.Ask.ASKED));
        comesTo(inCurrent().ask(Local.Ask.FALSE, among), List.of(JUNK, World.MARK), asked(inCurrent(), Local.Ask.ASKED));
    }

    @Test
    @DisplayName("the death of somebody who is monitored has been told, and a mark stands behind that")
    void deathsAreThere() {
        Local dead = nowhere().dead().watch(Local.Watch.KILL, Window.ANY);
        comesTo(dead.watch(Local.Watch.KILL, new Window(0, 1)), List.of(JUNK, World.MARK), dead);
    }

    @Test
    @DisplayName("what a paused process says, and its death, come behind all that is there")
    void whoIsPausedComesLater() {
        Local paused = asked(inOld(), Local.Ask.ASKED).paused(true);
        Window behind = Window.after(1);
        comesTo(paused.ask(Local.Ask.ASKED, behind), List.of(JUNK), paused);
        Local listed = paused.ask(Local.Ask.LISTED, Window.ANY);
        assertEquals(behind, local(quiet(listed, true), "x").answer());
        Local watched = inOld().paused(true).watch(Local.Watch.KILL, Window.ANY);
        comesTo(watched.watch(Local.Watch.KILL, behind), List.of(JUNK), watched);
        comesTo(inOld().paused(true), List.of(JUNK), inOld().paused(true));
    }

    @Test
    @DisplayName("where nobody has anything to say nothing changes, nor where the purger is not held")
    void nothingToSay() {
        comesTo(inOld(), List.of(JUNK), inOld());
        assertEquals(asked(inOld(), Local.Ask.ASKED), local(quiet(asked(inOld(), Local.Ask.ASKED), false), "x"));
    }
}
