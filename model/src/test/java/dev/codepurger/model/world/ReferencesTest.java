package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Saved;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a process can be known. */
class ReferencesTest {
    private static final Pid X = new Pid(2, "x");
    private static final Pid OTHER = new Pid(4, "other");
    private static final ImmutableList<Pid> NOBODY = ImmutableList.of();

    private static boolean isKnown(World world, Pid pid) {
        boolean[] known = {false};
        MadeWorlds.one(world, SETTINGS, draft -> known[0] = References.to(draft, pid));
        return known[0];
    }

    private static Consumer<Draft> mail(Message message) {
        return draft -> draft.mailbox = ImmutableList.of(new Message.ExitSignal(), message);
    }

    static Stream<Consumer<Draft>> places() {
        Message purge = new Message.Purge("m", X, "r");
        return Stream.of(mail(purge), mail(new Message.ChangePrio(Priority.HIGH, X, "r")), mail(new Message.Down(X, false, false)),
                mail(new Message.CheckReply(Message.Tag.FOREIGN, X, true)),
                draft -> draft.pending = ImmutableList.of(new Pending(X, true, new Label.Started("r"))),
                draft -> draft.phase = new Phase.Prepared(new Message.Purge("m", X, "r"), true, -1, Saved.NOTHING),
                draft -> draft.phase = new Phase.CheckRequests(new Saved(ImmutableList.of(purge), ImmutableList.of())),
                draft -> draft.phase = check(1, 0, new KillState(ImmutableList.of(X), NOBODY, true)),
                draft -> draft.phase = check(1, 0, new KillState(NOBODY, ImmutableList.of(X), true)));
    }

    @ParameterizedTest
    @MethodSource("places")
    @DisplayName("a process is known to whatever names it, and no other is")
    void isKnown(Consumer<Draft> place) {
        assertTrue(isKnown(world(place), X));
        assertFalse(isKnown(world(place), OTHER));
    }

    @Test
    @DisplayName("words that name nobody make nobody known")
    void wordsThatNameNobody() {
        assertFalse(isKnown(world(mail(new Message.Continue("r"))), X));
        assertFalse(isKnown(world(draft -> {
            // nothing
        }), X));
    }

    @Test
    @DisplayName("whoever is killed already does not wait to be killed")
    void waits() {
        assertEquals(true, waits(new KillState(ImmutableList.of(OTHER), ImmutableList.of(X), true), X));
        assertEquals(false, waits(new KillState(ImmutableList.of(OTHER), ImmutableList.of(X), true), OTHER));
    }

    private static boolean waits(KillState kill, Pid pid) {
        boolean[] waiting = {false};
        MadeWorlds.one(world(draft -> draft.phase = check(1, 0, kill)), SETTINGS, draft -> waiting[0] = References.isWaiting(draft, pid));
        return waiting[0];
    }
}
