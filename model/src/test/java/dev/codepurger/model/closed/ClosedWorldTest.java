package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Code;
import dev.codepurger.model.world.Module;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedWorldTest {

    private static final Module ROW = FIRST.state().module();

    private static List<Transition<ClosedState, Move>> steps(Sketch sketch, Move.Kind kind, Set<Rule> relaxed) {
        return new ClosedWorld(WORLD, Profile.HARDENED, relaxed).from(sketch.state()).stream()
                .filter(step -> step.label().kind() == kind).toList();
    }

    private static ClosedState loading(Module row, int loads) {
        return new ClosedState(row, new Phase.WaitForRequest(), ImmutableList.of(), FIRST.state().actors(), loads, ImmutableSet.of());
    }

    private static List<String> loads(ClosedState state) {
        return steps(new Sketch(state), Move.Kind.LOAD, Set.of()).stream()
                .map(step -> step.label().text() + ", " + step.target().loads() + " left").toList();
    }

    @Test
    @DisplayName("new code is loaded where there is room for it, and as often as it may be")
    void load() {
        Module gone = ROW.complete();
        assertEquals(List.of("loads version 3, 1 left"), loads(loading(gone, 2)));
        assertEquals(List.of(), loads(loading(gone, 0)));
        assertEquals(List.of(), loads(loading(ROW, 2)));
        assertEquals(List.of("loads version 3, 1 left"), loads(loading(ROW.delete(), 2)));
        assertEquals(List.of(), loads(loading(gone.beginOnLoad(), 2)));
    }

    @Test
    @DisplayName("without an end, it gets the least number that nothing is, and nobody refers to")
    void loadForEver() {
        // Version 1 is gone, but for those who are in it still.
        assertEquals(List.of("loads version 3, -1 left"), loads(loading(ROW.complete(), Configuration.ALWAYS)));
        Sketch left = FIRST;
        for (Pid pid : List.of(P, Q, T)) {
            left = left.where(pid, actor -> actor.in(0));
        }
        ClosedState free = new ClosedState(ROW.complete(), left.state().phase(), ImmutableList.of(), left.state().actors(),
                Configuration.ALWAYS, ImmutableSet.of());
        assertEquals(List.of("loads version 1, -1 left"), loads(free));
        Module aside = new Module(null, new Code(1, 1), null, false, new Code(2, 2), true, true, false, 2);
        assertEquals(List.of("loads version 3, -1 left"), loads(new Sketch(free).with(aside).state()));
    }

    @ParameterizedTest
    @CsvSource({"true, the pending code is current now", "false, the pending code has failed"})
    @DisplayName("of the end of an on_load it is said what became of the code")
    void finish(boolean keep, String text) {
        Sketch pending = FIRST.with(ROW.delete().beginOnLoad()).mailbox(new Message.FinishAfterOnLoad(ClosedDraft.MODULE, keep, C, "c#1"));
        assertEquals(List.of(new Move.Effect("purger", text)), steps(pending, Move.Kind.PURGER, Set.of()).get(0).label().effects());
    }

    @Test
    @DisplayName("an abort leaves the old code; with a node that need not obey that, it may also be gone")
    void abort() {
        Sketch aborting = FIRST.with(ROW.prepare()).with(new Phase.Finish(SOFT, Ending.ABORT, new Result.Soft(false), Saved.NOTHING));
        assertEquals(List.of(ROW), steps(aborting, Move.Kind.PURGER, Set.of()).stream().map(step -> step.target().module()).toList());
        assertEquals(List.of(ROW, ROW.complete()),
                steps(aborting, Move.Kind.PURGER, Set.of(MODULE_6)).stream().map(step -> step.target().module()).toList());
    }

    @Test
    @DisplayName("with the purger the node goes down, and nothing happens any more")
    void terminated() {
        Sketch asked = FIRST.where(P, actor -> actor.and(Actor.Signal.CHECK));
        assertEquals(1, steps(asked, Move.Kind.ANSWER, Set.of()).size());
        assertEquals(List.of(), steps(asked.with(new Phase.Terminated("badarg")), Move.Kind.ANSWER, Set.of()));
    }
}
