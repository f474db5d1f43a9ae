package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Label.RequestKind;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that a world has a use for. */
class RecycledTest {
    private static final Pid X = new Pid(6, "x");
    private static final String R4 = Recycled.request(4);
    private static final String K5 = Recycled.call(5);
    private static final ImmutableList<Pid> NOBODY = ImmutableList.of();

    private static Recycled recycled(World... worlds) {
        return Recycled.of(List.of(worlds), SETTINGS);
    }

    private static BitSet only(int number) {
        BitSet bits = new BitSet();
        bits.set(number);
        return bits;
    }

    private static Consumer<Draft> mail(Message message) {
        return draft -> draft.mailbox = ImmutableList.of(message);
    }

    private static Consumer<Draft> pending(Label.Observation observation) {
        return draft -> draft.pending = ImmutableList.of(new Pending(X, true, observation));
    }

    static Stream<Consumer<Draft>> ofRequest() {
        Message.Request purge = new Message.Purge("m", X, R4);
        return Stream.of(mail(purge), mail(new Message.ChangePrio(Priority.HIGH, X, R4)), mail(new Message.Continue(R4)),
                mail(new Message.Complete(R4)), pending(new Label.Started(R4)), pending(new Label.Continued(R4)),
                pending(new Label.Replied(R4, RequestKind.PURGE, new Result.Soft(true))),
                draft -> draft.phase = new Phase.Prepared(purge, true, -1, Saved.NOTHING),
                draft -> draft.phase = new Phase.CheckRequests(new Saved(ImmutableList.of(purge), ImmutableList.of())),
                draft -> draft.phase = new Phase.CheckRequests(new Saved(ImmutableList.of(), ImmutableList.of(new Message.Continue(R4)))));
    }

    @ParameterizedTest
    @MethodSource("ofRequest")
    @DisplayName("whatever knows a request keeps its number")
    void requests(Consumer<Draft> place) {
        Recycled recycled = recycled(world(place));
        assertEquals(only(4), recycled.requests());
        assertEquals(1, recycled.nextRequest());
        assertEquals(new BitSet(), recycled.calls());
    }

    static Stream<Consumer<Draft>> ofProcess() {
        return Stream.of(mail(new Message.Purge("m", X, "r")), mail(new Message.ChangePrio(Priority.HIGH, X, "r")),
                mail(new Message.Down(X, false, false)), mail(new Message.CheckReply(Message.Tag.FOREIGN, X, true)),
                pending(new Label.Started("r")),
                draft -> draft.phase = new Phase.Prepared(new Message.Purge("m", X, "r"), true, -1, Saved.NOTHING),
                draft -> draft.phase = check(1, 0, new KillState(ImmutableList.of(X), NOBODY, true)),
                draft -> draft.phase = check(1, 0, new KillState(NOBODY, ImmutableList.of(X), true)));
    }

    @ParameterizedTest
    @MethodSource("ofProcess")
    @DisplayName("whatever knows a process keeps its number")
    void processes(Consumer<Draft> place) {
        assertTrue(recycled(world(place)).processes().get(3));
    }

    @Test
    @DisplayName("whoever calls, and what a call came to, keeps the number of the call")
    void calls() {
        assertEquals(only(5), recycled(world(pending(new Label.Returned(K5, "1")))).calls());
        assertEquals(only(5), recycled(world(draft -> draft.groups.add(
                new Group(X, nowhere().call(new Local.Call(K5, "m", null)), 1)))).calls());
        assertEquals(new BitSet(), recycled(world(draft -> draft.groups.add(
                new Group(X, nowhere().call(new Local.Call(null, null, "f")), 1)))).calls());
    }

    @Test
    @DisplayName("the number by which a crowd goes is not given to another")
    void crowds() {
        Recycled recycled = recycled(world(draft -> {
            Pid crowd = new Pid(3, "crowd");
            draft.crowds = ImmutableMap.of(crowd, Crowd.of(Map.of("a", 4, "b", 6)));
            draft.groups.add(new Group(crowd, nowhere(), 2));
            draft.mailbox = ImmutableList.of(new Message.ExitSignal());
        }));
        assertTrue(recycled.processes().get(2) && recycled.processes().get(3));
        assertFalse(recycled.processes().get(1), "nobody has it");
        assertEquals(4, recycled.next(), "1 is the crowd's");
    }

    @Test
    @DisplayName("at rest processes have the first numbers")
    void atRest() {
        Recycled recycled = recycled(world(draft -> draft.groups.add(new Group(X, nowhere(), 1))));
        assertEquals(2, recycled.next());
        assertEquals(only(1), recycled.processes());
        assertEquals(only(3), recycled.found());
        assertEquals(Recycled.process(1), recycled.worlds().get(0).groups.get(1).pid().name());
        assertEquals(2, recycled.worlds().get(0).groups.get(1).pid().number());
    }

    @Test
    @DisplayName("where there is no world nobody has a use for anything")
    void noWorld() {
        assertEquals(1, recycled().next());
        assertEquals("", Recycled.moduleOf(new Label.Did(new Stimulus.CallFun("k", "x", "f"), Response.OK), List.of()));
    }

    @Test
    @DisplayName("there are names for as many as there are")
    void names() {
        assertTrue(Recycled.request(255).endsWith("r255") && Recycled.request(256).endsWith("r256"));
        assertTrue(Recycled.process(255).endsWith("p255") && Recycled.process(256).endsWith("p256"));
    }
}
