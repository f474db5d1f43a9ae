package dev.codepurger.conformance.generate;

import dev.codepurger.conformance.generate.Stage.Cast;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.List;

/** Scenes in which something can happen at each point: a message comes, or somebody dies. */
final class EventScenes {
    private static final int CYCLES = 5;

    private EventScenes() {
    }

    /** Something that is done at a moment that matters. */
    interface Event {
        void happen(Plan plan, Cast cast, int number);
    }

    /** A session from its request to its end, with something at each point. */
    static void session(Plan plan, Picks pick, Event event) {
        boolean bare = pick.oneIn(2, 4);
        Cast cast = bare ? Stage.bare(plan) : Stage.set(plan, pick);
        Plan.Test test = Messages.testPurge(plan, cast.module(), cast.asks(), pick.of(2, Scenes.TYPES));
        event.happen(plan, cast, pick.number(3));
        plan.settle();
        if (pick.oneIn(0, 2)) {
            plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), cast.next()));
        }
        event.happen(plan, cast, pick.number(4));
        plan.act(new Stimulus.Continue(test.ref(), test.tester()));
        event.happen(plan, cast, pick.number(5));
        plan.settle();
        event.happen(plan, cast, pick.number(6));
        plan.act(new Stimulus.Complete(test.ref(), test.tester()));
        event.happen(plan, cast, pick.number(7));
        plan.settle();
    }

    /** A request, and something while it runs. */
    static void request(Plan plan, Picks pick, Event event) {
        Cast cast = Stage.set(plan, pick);
        String onLoad = plan.newOnLoad();
        plan.readyOnLoad();
        plan.settle();
        ask(plan, cast, pick.number(2), onLoad);
        event.happen(plan, cast, pick.number(3));
        event.happen(plan, cast, pick.number(4));
        if (pick.oneIn(5, 2)) {
            plan.poll();
        }
        event.happen(plan, cast, pick.number(6));
        plan.settle();
        event.happen(plan, cast, pick.number(7));
    }

    /** The same where everything lies in the mailbox before the purger looks. */
    static void heldRequest(Plan plan, Picks pick, Event event) {
        Cast cast = Stage.set(plan, pick);
        String onLoad = plan.newOnLoad();
        plan.readyOnLoad();
        plan.settle();
        boolean hold = Stage.hold(plan);
        ask(plan, cast, pick.number(2), onLoad);
        event.happen(plan, cast, pick.number(3));
        plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), cast.next()));
        event.happen(plan, cast, pick.number(4));
        Stage.release(plan, hold);
        event.happen(plan, cast, pick.number(5));
        event.happen(plan, cast, pick.number(6));
        plan.settle();
    }

    private static void ask(Plan plan, Cast cast, int number, String onLoad) {
        switch (number % 3) {
            case 0 -> plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), cast.asks()));
            case 1 -> plan.act(new Stimulus.SoftPurge(plan.newRequest(), cast.module(), cast.asks()));
            default -> plan.act(new Stimulus.FinishAfterOnLoad(plan.newRequest(), onLoad, false, cast.asks()));
        }
    }

    /** A session whose check saves two requests, and something between its end and theirs. */
    static void saved(Plan plan, Picks pick, Event event) {
        Cast cast = Stage.set(plan, pick);
        Plan.Test test = Messages.testPurge(plan, cast.module(), cast.asks(), pick.of(2, Scenes.TYPES));
        plan.settle();
        plan.act(new Stimulus.SoftPurge(plan.newRequest(), cast.module(), cast.next()));
        plan.act(new Stimulus.Purge(plan.newRequest(), pick.of(3, Plan.MODULES), cast.next()));
        plan.act(new Stimulus.Continue(test.ref(), test.tester()));
        plan.settle();
        event.happen(plan, cast, pick.number(4));
        plan.act(new Stimulus.Complete(test.ref(), test.tester()));
        event.happen(plan, cast, pick.number(5));
        event.happen(plan, cast, pick.number(6));
        plan.settle();
    }

    /** One thing after the other, each where the purger is on its way through phases that last a moment only. */
    static void onTheWay(Plan plan, Picks pick, Event event) {
        Stage.onlyCurrent(plan, "m");
        for (int i = 0; i < CYCLES; i++) {
            String victim = plan.newProcess();
            plan.act(new Stimulus.Spawn(victim, new Where.InModule("m", Residence.WAITING)));
            plan.act(new Stimulus.Load("m", false));
            Cast cast = new Cast("m", plan.newRequester(new Where.Nowhere()), plan.newRequester(new Where.Nowhere()), List.of(victim));
            plan.readyOnLoad();
            int number = pick.number(1) + i;
            switch (pick.number(0) % 4) {
                case 0 -> failOnLoad(plan, cast, event, number);
                case 1 -> afterContinue(plan, cast, event, number);
                case 2 -> beforeSaved(plan, cast, event, number);
                default -> beforeStarted(plan, cast, event, number);
            }
            Stage.onlyCurrent(plan, "m");
        }
    }

    private static void failOnLoad(Plan plan, Cast cast, Event event, int number) {
        String onLoad = plan.newOnLoad();
        plan.readyOnLoad();
        boolean hold = Stage.hold(plan);
        plan.act(new Stimulus.FinishAfterOnLoad(plan.newRequest(), onLoad, false, cast.asks()));
        plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), cast.next()));
        Stage.release(plan, hold);
        event.happen(plan, cast, number);
    }

    private static void beforeStarted(Plan plan, Cast cast, Event event, int number) {
        Messages.testPurge(plan, cast.module(), cast.asks(), TestType.HARD);
        event.happen(plan, cast, number);
        plan.settle();
    }

    private static void afterContinue(Plan plan, Cast cast, Event event, int number) {
        Plan.Test test = Messages.testPurge(plan, cast.module(), cast.asks(), TestType.SOFT);
        plan.settle();
        plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), cast.next()));
        plan.act(new Stimulus.Continue(test.ref(), test.tester()));
        event.happen(plan, cast, number);
        plan.settle();
    }

    private static void beforeSaved(Plan plan, Cast cast, Event event, int number) {
        Plan.Test test = Messages.testPurge(plan, cast.module(), cast.asks(), TestType.HARD);
        plan.settle();
        plan.act(new Stimulus.SoftPurge(plan.newRequest(), "n", cast.next()));
        plan.act(new Stimulus.Continue(test.ref(), test.tester()));
        plan.settle();
        plan.act(new Stimulus.Complete(test.ref(), test.tester()));
        event.happen(plan, cast, number);
    }

    /** The purger is killed in the middle of something; it comes last, for nothing happens afterwards. */
    static void lastBlow(Plan plan, int number) {
        Cast cast = Stage.set(plan, "m", 1);
        Event blow = (after, players, any) -> after.act(new Stimulus.Kill("purger"));
        switch (number % 4) {
            case 0 -> failOnLoad(plan, cast, blow, number);
            case 1 -> afterContinue(plan, cast, blow, number);
            case 2 -> beforeSaved(plan, cast, blow, number);
            default -> {
                plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), cast.asks()));
                blow.happen(plan, cast, number);
            }
        }
        plan.settle();
    }
}
