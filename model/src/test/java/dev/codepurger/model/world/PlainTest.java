package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.CLIENT;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In which phases a purger does nothing but purge. */
class PlainTest {
    private static final Message.Request PURGE = new Message.Purge("m", CLIENT, "r");
    private static final Message.Request SOFT = new Message.SoftPurge("m", CLIENT, "r");
    private static final Message.Request TEST = new Message.TestPurge("m", TestType.HARD, CLIENT, "r");
    private static final Message.Request OWN = new Message.Purge("m", World.PURGER, "r");

    /** A phase in which the purger works on a request and has put something away. */
    interface Working extends BiFunction<Message.Request, Saved, Phase> {}

    static Stream<Working> working() {
        Result none = new Result.Hard(false, false);
        return Stream.of((work, saved) -> new Phase.Prepared(work, true, -1, saved),
                (work, saved) -> new Phase.Check(work, true, 1, 0, false, KillState.NONE, Phase.Tester.NONE, saved),
                (work, saved) -> new Phase.Finish(work, Phase.Ending.COMPLETE, none, saved),
                (work, saved) -> new Phase.Answer(work, none, saved));
    }

    private static boolean isPlain(Phase phase) {
        return Plain.is(world(draft -> draft.phase = phase));
    }

    private static Saved saved(Message message) {
        return new Saved(ImmutableList.of(message), ImmutableList.of());
    }

    @ParameterizedTest
    @MethodSource("working")
    @DisplayName("a purge for somebody else is plain, if no more than such purges wait")
    void workingOnARequest(Working phase) {
        assertTrue(isPlain(phase.apply(PURGE, saved(SOFT))));
        assertTrue(isPlain(phase.apply(SOFT, Saved.NOTHING)));
        assertFalse(isPlain(phase.apply(TEST, Saved.NOTHING)));
        assertFalse(isPlain(phase.apply(OWN, Saved.NOTHING)));
        assertFalse(isPlain(phase.apply(PURGE, saved(TEST))));
        assertFalse(isPlain(phase.apply(PURGE, new Saved(ImmutableList.of(), ImmutableList.of(new Message.Continue("r"))))));
    }

    @Test
    @DisplayName("to wait for requests is plain, to wait for a tester is not")
    void betweenRequests() {
        assertTrue(isPlain(new Phase.WaitForRequest()));
        assertTrue(isPlain(new Phase.CheckRequests(saved(PURGE))));
        assertFalse(isPlain(new Phase.CheckRequests(saved(TEST))));
        assertFalse(isPlain(new Phase.WaitForRequest(saved(TEST))));
        assertFalse(isPlain(new Phase.Started((Message.TestPurge) TEST, true, -1, Saved.NOTHING)));
    }
}
