package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Pid;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a report says of a world. */
class DescribeTest {
    private static final String IDLE = "purger waits for a request";
    private static final String MODULE = "; m current v2 old v1";
    private static final String PURGER = "; purger in erts_code_purger v1";

    private static String described(Consumer<Draft> change) {
        return world(change).toString();
    }

    private static String process(Local local) {
        return described(draft -> add(draft, "x", local)).substring((IDLE + MODULE + PURGER).length());
    }

    @Test
    @DisplayName("the purger comes first, then what the harness does to it")
    void purger() {
        assertEquals(IDLE + MODULE + PURGER, described(draft -> {}));
        assertEquals(IDLE + " (held by the harness)" + MODULE + PURGER, described(draft -> draft.held = true));
        assertEquals(IDLE + " (prepare stalled)" + MODULE + PURGER, described(draft -> draft.stall = Stall.STALLED));
        assertEquals(IDLE + " (prepare stalled too late)" + MODULE + PURGER, described(draft -> draft.stall = Stall.LATE));
    }

    @Test
    @DisplayName("the mailbox is told without the marks between its messages")
    void mailbox() {
        assertEquals(IDLE + "; mailbox [purge(r, m), continue(s)]" + MODULE + PURGER, described(draft -> draft.mailbox = ImmutableList.of(
                new Message.Purge("m", MadeWorlds.CLIENT, "r"), World.MARK, new Message.Continue("s"))));
        assertEquals(IDLE + MODULE + PURGER, described(draft -> draft.mailbox = ImmutableList.of(World.MARK)));
    }

    @Test
    @DisplayName("of a process it is told where it is, what it does, what it was asked, and whether it lives")
    void processes() {
        assertEquals("", process(nowhere()), "nothing is to be told of this one");
        assertEquals("; x in m v1, paused, to be asked", process(asked(inOld(), Local.Ask.LISTED).paused(true)));
        assertEquals("; x in m v2, suspended, calls, asked",
                process(asked(inCurrent(), Local.Ask.ASKED).suspended(true).call(new Local.Call("k", "m", null))));
        assertEquals("; x waits in a call of f, answered true", process(
                asked(nowhere(), Local.Ask.TRUE).call(new Local.Call("k", null, "f").block())));
        assertEquals("; x to be asked, or has answered false, monitored, dying",
                process(asked(nowhere(), Local.Ask.PERHAPS).watch(Local.Watch.KILL, Window.ANY).dying(Local.Reason.KILLED)));
        assertEquals("; x answered false, dead", process(asked(nowhere(), Local.Ask.FALSE).dead()));
    }

    @Test
    @DisplayName("of those who go by one pid it is told how many they are")
    void crowds() {
        assertEquals(IDLE + MODULE + PURGER + "; 2 of crowd in m v1", described(draft -> {
            Pid crowd = new Pid(3, "crowd");
            draft.crowds = ImmutableMap.of(crowd, Crowd.of(Map.of("a", 2, "b", 4)));
            draft.groups.add(new Group(crowd, inOld(), 2));
        }));
    }

    @Test
    @DisplayName("processes and code of before are called that")
    void whatWasThereBefore() {
        assertEquals("; x somewhere", process(Local.fresh(new Instance("", 0))));
        assertEquals("; x in n code of before", process(Local.fresh(new Instance("n", -1))));
        assertEquals("; x in n older code of before", process(Local.fresh(new Instance("n", -2))));
        assertEquals("; x in n on_load code of before", process(Local.fresh(new Instance("n", 0))));
    }

    @Test
    @DisplayName("a module may have code that is pending, and be marked")
    void modules() {
        assertEquals(IDLE + "; m current v1 old none on_load pending; n current none old v1 being purged" + PURGER,
                new PurgeWorld(SETTINGS).initial().changed(SETTINGS, draft -> {
                    draft.module("m", Module.UNKNOWN.load(false).beginOnLoad());
                    draft.module("n", Module.UNKNOWN.load(false).delete().prepare());
                }).toString());
    }

    @Test
    @DisplayName("last comes what the harness has not seen yet")
    void unseen() {
        assertEquals(IDLE + MODULE + PURGER + "; unseen [Started[ref=r]]", described(
                draft -> draft.pending = ImmutableList.of(new Pending(World.PURGER, true, new Label.Started("r")))));
    }
}
