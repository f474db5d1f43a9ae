package dev.codepurger.conformance.generate;

import static dev.codepurger.conformance.generate.Move.Kind.DEATHS;
import static dev.codepurger.conformance.generate.Move.Kind.DEATHS_ON_THE_WAY;
import static dev.codepurger.conformance.generate.Move.Kind.LAST;
import static dev.codepurger.conformance.generate.Move.Kind.MESSAGES;
import static dev.codepurger.conformance.generate.Move.Kind.MESSAGES_ON_THE_WAY;
import static dev.codepurger.conformance.generate.Move.Kind.NESTING;
import static dev.codepurger.conformance.generate.Move.Kind.STAGED_KILLS;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.generate.Stage.Cast;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.List;

/**
 * Moves that set a stage first and then do something at a moment that matters. Single moves alone come to such moments too seldom: old code, somebody
 * in it, a session that is held at the right place, and then the one message, all by chance.
 */
final class Scenes {
    static final List<TestType> TYPES = List.of(TestType.HARD, TestType.SOFT);

    private Scenes() {
    }

    static ImmutableList<Move> all() {
        return ImmutableList.<Move>builder()
                .add(new Move("session with messages", MESSAGES, Move::always,
                        (plan, pick) -> EventScenes.session(plan, pick, Events::message)))
                .add(new Move("request with messages", MESSAGES, Move::always,
                        (plan, pick) -> EventScenes.request(plan, pick, Events::message)))
                .add(new Move("held request with messages", MESSAGES, plan -> plan.can(Capability.HOLD),
                        (plan, pick) -> EventScenes.heldRequest(plan, pick, Events::message)))
                .add(new Move("saved request with messages", MESSAGES, Move::always,
                        (plan, pick) -> EventScenes.saved(plan, pick, Events::message)))
                .add(new Move("messages on the way", MESSAGES_ON_THE_WAY, Move::always,
                        (plan, pick) -> EventScenes.onTheWay(plan, pick, Events::message)))
                .add(new Move("deaths on the way", DEATHS_ON_THE_WAY, Move::always,
                        (plan, pick) -> EventScenes.onTheWay(plan, pick, Events::death)))
                .add(new Move("session with deaths", DEATHS, Move::always, (plan, pick) -> EventScenes.session(plan, pick, Events::death)))
                .add(new Move("request with deaths", DEATHS, Move::always, (plan, pick) -> EventScenes.request(plan, pick, Events::death)))
                .add(new Move("held request with deaths", DEATHS, plan -> plan.can(Capability.HOLD),
                        (plan, pick) -> EventScenes.heldRequest(plan, pick, Events::death)))
                .add(new Move("saved request with deaths", DEATHS, Move::always,
                        (plan, pick) -> EventScenes.saved(plan, pick, Events::death)))
                .add(new Move("last blow", LAST, plan -> plan.can(Capability.KILL_PURGER),
                        (plan, pick) -> plan.lastBlow = pick.number(0)))
                .add(new Move("tester in old code", DEATHS, Move::always, Scenes::testerInOldCode))
                .add(new Move("nested sessions", NESTING, Move::always, Scenes::nested))
                .add(new Move("change before the next saved", NESTING, Move::always, Scenes::changeBeforeNext))
                .add(new Move("early words", NESTING, Move::always, Scenes::earlyWords))
                .add(new Move("victims act", STAGED_KILLS, Move::always, Scenes::victimsAct))
                .add(new Move("stale answers", STAGED_KILLS, plan -> plan.can(Capability.PAUSE), Scenes::staleAnswers))
                .build();
    }

    /** A hard session kills its own tester. */
    private static void testerInOldCode(Plan plan, Picks pick) {
        String module = pick.of(0, Plan.MODULES);
        Stage.onlyCurrent(plan, module);
        String tester = plan.newRequester(new Where.InModule(module, Residence.WAITING));
        plan.act(new Stimulus.Load(module, false));
        Plan.Test test = Messages.testPurge(plan, module, tester, pick.of(1, TYPES));
        plan.settle();
        plan.act(new Stimulus.Continue(test.ref(), tester));
        plan.settle();
    }

    /** A session that saves another one and a purge; the other one's check saves a request behind the purge. */
    private static void nested(Plan plan, Picks pick) {
        Cast cast = Stage.set(plan, pick);
        plan.act(new Stimulus.Load("n", false));
        Plan.Test first = Messages.testPurge(plan, cast.module(), cast.asks(), pick.of(2, TYPES));
        plan.settle();
        Plan.Test second = Messages.testPurge(plan, "n", cast.next(), pick.of(3, TYPES));
        Events.request(plan, cast, pick.number(4));
        if (pick.oneIn(5, 2)) {
            Messages.testPurge(plan, "m", plan.newRequester(new Where.Nowhere()), TestType.SOFT);
        }
        plan.act(new Stimulus.Continue(first.ref(), first.tester()));
        plan.settle();
        Events.word(plan, pick.number(6));
        plan.act(new Stimulus.Complete(first.ref(), first.tester()));
        plan.settle();
        Events.request(plan, cast, pick.number(7));
        plan.act(new Stimulus.Continue(second.ref(), second.tester()));
        plan.settle();
        plan.act(new Stimulus.Complete(second.ref(), second.tester()));
        plan.settle();
    }

    /** Saved requests for a module that somebody else changes before they are served. */
    private static void changeBeforeNext(Plan plan, Picks pick) {
        Cast cast = Stage.set(plan, pick.of(0, Plan.MODULES), 0);
        Plan.Test test = Messages.testPurge(plan, cast.module(), cast.asks(), TestType.HARD);
        plan.settle();
        plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), cast.next()));
        plan.act(new Stimulus.SoftPurge(plan.newRequest(), cast.module(), cast.next()));
        plan.act(new Stimulus.Continue(test.ref(), test.tester()));
        plan.settle();
        plan.act(new Stimulus.Complete(test.ref(), test.tester()));
        for (int i = 2; i < 4; i++) {
            plan.act(pick.oneIn(i, 2) ? new Stimulus.Delete(cast.module()) : new Stimulus.Load(cast.module(), false));
        }
        plan.settle();
    }

    /** Continue and complete before the session that they are for. */
    private static void earlyWords(Plan plan, Picks pick) {
        Cast cast = pick.oneIn(2, 3) ? Stage.bare(plan) : Stage.set(plan, pick);
        boolean hold = pick.oneIn(3, 2) && Stage.hold(plan);
        if (pick.oneIn(4, 2)) {
            plan.act(word(pick.number(4), plan.nextRequest(), cast.asks()));
        }
        Plan.Test test = Messages.testPurge(plan, cast.module(), cast.asks(), pick.of(5, TYPES));
        plan.act(word(pick.number(6), test.ref(), test.tester()));
        plan.act(word(pick.number(7), test.ref(), test.tester()));
        Stage.release(plan, hold);
        plan.settle();
        plan.act(new Stimulus.Continue(test.ref(), test.tester()));
        plan.act(new Stimulus.Complete(test.ref(), test.tester()));
        plan.settle();
    }

    private static Stimulus word(int number, String ref, String from) {
        return number / 2 % 2 == 0 ? new Stimulus.Complete(ref, from) : new Stimulus.Continue(ref, from);
    }

    /** More victims than the kill limit, some of which go or are paused before their time. */
    private static void victimsAct(Plan plan, Picks pick) {
        if (plan.can(Capability.PAUSE) && pick.oneIn(6, 2)) {
            victimsAnswerLast(plan, pick);
            return;
        }
        Cast cast = Stage.set(plan, pick.of(0, Plan.MODULES), pick.of(1, List.of(3, 4)));
        purge(plan, pick, cast);
        for (int i = 3; i < 6; i++) {
            Events.life(plan, cast.victims().get(pick.number(i) % cast.victims().size()), pick.number(i));
        }
        plan.settle();
    }

    /** All victims answer at once, when all others have, so that there is nothing else that could come before the next kill. */
    private static void victimsAnswerLast(Plan plan, Picks pick) {
        Cast cast = Stage.set(plan, pick.of(0, Plan.MODULES), 4);
        cast.victims().forEach(one -> plan.act(new Stimulus.Pause(one)));
        purge(plan, pick, cast);
        plan.settle();
        boolean hold = Stage.hold(plan);
        cast.victims().forEach(one -> plan.act(new Stimulus.Resume(one)));
        Stage.release(plan, hold);
        for (int i = 3; i < 6; i++) {
            plan.act(Events.goes(cast.victims().get((pick.number(7) + i) % 4), pick.number(i)));
        }
        plan.settle();
    }

    private static void purge(Plan plan, Picks pick, Cast cast) {
        plan.act(pick.oneIn(2, 5) ? new Stimulus.SoftPurge(plan.newRequest(), cast.module(), cast.asks())
                : new Stimulus.Purge(plan.newRequest(), cast.module(), cast.asks()));
    }

    /** Somebody paused owes an answer to a check that has been aborted, and gives it in another. */
    private static void staleAnswers(Plan plan, Picks pick) {
        Stage.set(plan, "n", 0);
        Cast cast = Stage.set(plan, "m", 2);
        String owes = pick.oneIn(1, 2) ? cast.next() : cast.victims().get(1);
        plan.act(new Stimulus.Pause(owes));
        plan.act(new Stimulus.SoftPurge(plan.newRequest(), "m", cast.asks()));
        plan.settle();
        plan.act(pick.oneIn(2, 2) ? new Stimulus.Purge(plan.newRequest(), "n", cast.asks())
                : new Stimulus.SoftPurge(plan.newRequest(), "n", cast.asks()));
        plan.settle();
        plan.act(new Stimulus.Resume(owes));
        plan.settle();
    }
}
