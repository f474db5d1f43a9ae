package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.spec.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of a purger that has two requests and kills under way at most. */
class LimitClaimsTest {

    private static final Sketch CHECKING = FIRST.with(checking(PURGE, KillState.NONE));

    private static Sketch asked(Sketch sketch) {
        return sketch.where(P, actor -> actor.and(Signal.CHECK));
    }

    private static Property<ClosedState, Move> claim(Rule rule) {
        return LimitClaims.of(2).stream().filter(one -> one.name().equals(rule.id())).findFirst().orElseThrow();
    }

    static Stream<Arguments> states() {
        Sketch two = asked(CHECKING).mailbox(new Message.CheckReply(Tag.CURRENT, Q, true));
        Sketch three = two.monitored(T, Monitor.VICTIM);
        Message down = new Message.Down(P, true, false);
        return Stream.of(Arguments.of(CHECK_9, true, two), Arguments.of(CHECK_9, false, three), Arguments.of(CHECK_9, true, CHECKING),
                // Without a check there is nothing that the limit is about, also where a DOWN of a tester has come.
                Arguments.of(CHECK_9, true, FIRST.mailbox(down, down, down)),
                Arguments.of(CHECK_9, false, CHECKING.mailbox(down, down, down)),
                Arguments.of(CHECK_10, true, CHECKING), Arguments.of(CHECK_10, true, two.unasked(T)),
                Arguments.of(CHECK_10, false, asked(CHECKING).unasked(T)), Arguments.of(CHECK_10, true, FIRST.unasked(T)));
    }

    @ParameterizedTest
    @MethodSource("states")
    @DisplayName("in a check as much is under way as may be, and no more")
    void state(Rule rule, boolean holds, Sketch sketch) {
        assertEquals(holds, ((Property.Always<ClosedState, Move>) claim(rule)).holds().test(sketch.state()));
    }

    static Stream<Arguments> steps() {
        Sketch finish = CHECKING.with(new Phase.Finish(PURGE, Ending.COMPLETE, new Result.Hard(true, false), Saved.NOTHING));
        return Stream.of(Arguments.of(true, CHECKING, asked(CHECKING)), Arguments.of(true, CHECKING, finish),
                Arguments.of(false, CHECKING, asked(finish)), Arguments.of(true, asked(CHECKING), asked(finish)),
                Arguments.of(true, FIRST, asked(CHECKING)), Arguments.of(true, FIRST, asked(FIRST)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("with the step that ends a check nobody is asked any more")
    void step(boolean holds, Sketch before, Sketch after) {
        assertEquals(holds, ((Property.EveryStep<ClosedState, Move>) claim(CHECK_11)).holds().test(before.state(),
                Move.of(Move.Kind.PURGER, "purger", "any"), after.state()));
    }
}
