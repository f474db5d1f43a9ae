package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Said;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActorStepsTest {

    /** What the first process can do, if it is this one, in a state that differs from the first of all in what belongs to others. */
    private static List<Transition<ClosedState, Move>> steps(Plan plan, Sketch sketch) {
        Configuration world = new Configuration("any", "any", new Configuration.Codes(true, true, false),
                ImmutableList.of(plan, Plan.of("q", Place.OLD), Plan.of("t", Place.OLD).asks(Ask.TEST_PURGE),
                        Plan.of("c", Place.REMOTE).asks(Ask.PURGE, Ask.SOFT_PURGE)),
                0, 1, 0, ImmutableSet.of());
        List<Transition<ClosedState, Move>> all = new ArrayList<>();
        new ActorSteps(world).addTo(all, sketch.state());
        return all.stream().filter(step -> step.label().who().equals("p")).toList();
    }

    private static List<String> texts(Plan plan, Sketch sketch) {
        return steps(plan, sketch).stream().map(step -> step.label().kind() + ": " + step.label().text()).toList();
    }

    private static Arguments can(Plan plan, Sketch sketch, String... steps) {
        return Arguments.of(plan, sketch, List.of(steps));
    }

    private static Sketch in(int version) {
        return FIRST.where(P, actor -> actor.in(version));
    }

    static Stream<Arguments> leaving() {
        Plan leaves = Plan.of("p", Place.OLD, Freedom.LEAVE).asks(Ask.PURGE);
        String asks = "REQUEST: purge, p#1";
        Sketch waits = FIRST.where(P, actor -> actor.asking(1, true));
        return Stream.of(can(leaves, FIRST, asks, "LEAVE: goes over to version 2"), can(leaves, in(2), asks), can(leaves, in(0), asks),
                can(leaves, FIRST.with(FIRST.state().module().delete()), asks, "LEAVE: leaves the module"), can(leaves, waits),
                can(leaves, FIRST.dead(P)), can(leaves, FIRST.where(P, actor -> actor.call(Call.SUSPENDED))));
    }

    static Stream<Arguments> calls() {
        Plan caller = Plan.of("p", Place.OLD, Freedom.CALL);
        Sketch ready = FIRST.where(P, actor -> actor.call(Call.READY));
        Sketch resumed = FIRST.where(P, actor -> actor.call(Call.RESUMED));
        Module row = FIRST.state().module();
        Module gone = row.complete();
        String call = "CALL: calls a fun of version 1 and ";
        return Stream.of(can(caller, FIRST), can(caller, ready, call + "runs version 1"),
                can(caller, ready.with(row.prepare()), call + "is suspended"),
                // Also where it is current, or has been set aside.
                can(caller, ready.with(Module.UNKNOWN.load(false)), call + "runs version 1"),
                can(caller, ready.with(Module.UNKNOWN.load(false).delete().beginOnLoad().failOnLoad().prepareOnLoad()),
                        call + "runs version 1"),
                can(caller, ready.with(row.delete().beginOnLoad().failOnLoad().prepareOnLoad()), call + "fails with undef"),
                can(caller, ready.with(gone), call + "fails with badfun"),
                can(caller, ready.with(gone.prepare()), call + "fails with badfun"),
                can(caller, ready.with(gone.delete()), call + "fails with undef"),
                can(caller.asks(Ask.PURGE), ready.where(P, actor -> actor.asking(1, true))), can(caller, ready.dead(P)),
                can(caller, FIRST.where(P, actor -> actor.call(Call.SUSPENDED))),
                can(caller, resumed, "RECALL: calls a fun of version 1 and runs version 1"),
                can(caller, resumed.with(row.prepare()), "RECALL: calls a fun of version 1 and is suspended"));
    }

    static Stream<Arguments> signals() {
        Plan p = Plan.of("p", Place.OLD);
        Plan mortal = Plan.of("p", Place.OLD, Freedom.DIE);
        Sketch asked = FIRST.where(P, actor -> actor.and(Signal.CHECK));
        Sketch killed = FIRST.where(P, actor -> actor.and(Signal.KILL).and(Signal.CHECK));
        Sketch victim = FIRST.monitored(P, Monitor.VICTIM);
        return Stream.of(can(p, FIRST), can(p, asked, "ANSWER: answers true"),
                can(p, asked.where(P, actor -> actor.in(2)), "ANSWER: answers false"),
                can(p, asked.where(P, actor -> actor.in(0)), "ANSWER: answers false"),
                can(p, asked.with(FIRST.state().module().complete()), "ANSWER: answers false"),
                can(p, asked.dead(P), "ANSWER: is dead, and the node answers false"), can(p, killed, "KILLED: dies, killed by the purger"),
                can(p, victim), can(p, victim.dead(P), "DOWN: is reported dead"), can(p, FIRST.dead(P)), can(mortal, FIRST, "DIE: dies"),
                can(mortal, FIRST.dead(P)));
    }

    static Stream<Arguments> words() {
        Plan tester = Plan.of("p", Place.OLD).asks(Ask.PURGE, Ask.TEST_PURGE);
        Plan eager = tester.may(Freedom.EAGER);
        Sketch waits = FIRST.where(P, actor -> actor.asking(2, true));
        Sketch started = waits.where(P, actor -> actor.heard(Heard.STARTED));
        Sketch continued = waits.where(P, actor -> actor.heard(Heard.CONTINUED));
        String goOn = "CONTINUE: continue";
        String end = "COMPLETE: complete";
        return Stream.of(can(tester, FIRST, "REQUEST: purge, p#1"), can(tester, FIRST.where(P, actor -> actor.asking(1, true))),
                can(tester, FIRST.where(P, actor -> actor.asking(1, false)), "REQUEST: test_purge true, p#2"), can(tester, waits),
                can(tester, started, goOn), can(tester, continued, goOn, end),
                can(tester, started.where(P, actor -> actor.saying(Said.CONTINUE))),
                can(tester, continued.where(P, actor -> actor.saying(Said.CONTINUE)), end),
                can(tester, continued.where(P, actor -> actor.saying(Said.COMPLETE)), goOn), can(eager, waits, goOn, end),
                can(eager, waits.where(P, actor -> actor.saying(Said.CONTINUE).saying(Said.COMPLETE))),
                can(eager, FIRST.where(P, actor -> actor.asking(2, false))), can(eager, FIRST.where(P, actor -> actor.asking(1, true))));
    }

    static Stream<Arguments> again() {
        Plan again = Plan.of("p", Place.OLD, Freedom.AGAIN).asks(Ask.PURGE, Ask.SOFT_PURGE);
        Plan returns = Plan.of("p", Place.OLD, Freedom.RETURN);
        Sketch dead = FIRST.dead(P);
        return Stream.of(can(again, FIRST, "ASK_AGAIN: purge, p#1"),
                can(again, FIRST.where(P, actor -> actor.asking(1, false)), "ASK_AGAIN: soft_purge, p#2"),
                can(again, FIRST.where(P, actor -> actor.asking(2, false)), "ASK_AGAIN: purge, p#1"),
                can(again, FIRST.where(P, actor -> actor.asking(2, true))), can(returns, FIRST),
                can(returns, dead, "RETURN: is there again, in version 2"),
                can(returns, dead.with(FIRST.state().module().delete()), "RETURN: is there again"),
                can(Plan.of("p", Place.ELSEWHERE, Freedom.RETURN), dead, "RETURN: is there again"),
                can(returns, dead.with(new Phase.Prepared(new Message.Purge(ClosedDraft.MODULE, P, "p#1"), true, -1, Saved.NOTHING))));
    }

    @ParameterizedTest
    @MethodSource({"leaving", "calls", "signals", "words", "again"})
    @DisplayName("a process can do what its plan and its state allow")
    void steps(Plan plan, Sketch sketch, List<String> expected) {
        assertEquals(expected, texts(plan, sketch));
    }

    @Test
    @DisplayName("a message is sent behind those that are there, and whoever gets it is told of; the others stay as they are")
    void sends() {
        Transition<ClosedState, Move> step = steps(Plan.of("p", Place.OLD).asks(Ask.FORGED_DOWN), FIRST.mailbox(PURGE)).get(0);
        Message forged = new Message.Down(P, false, false);
        assertEquals(ImmutableList.of(PURGE, forged), step.target().mailbox());
        assertEquals(ImmutableList.of(new Move.Effect("purger", "DOWN, p (forged)")), step.label().effects());
        // It is no request, and nobody waits for an answer to it.
        assertEquals(FIRST.where(P, actor -> actor.asking(1, false)).state().actors(), step.target().actors());
        assertTrue(steps(Plan.of("p", Place.OLD, Freedom.DIE), FIRST).get(0).label().effects().isEmpty());
    }
}
