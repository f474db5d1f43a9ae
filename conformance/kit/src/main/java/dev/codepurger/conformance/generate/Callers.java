package dev.codepurger.conformance.generate;

import static dev.codepurger.conformance.generate.Move.Kind.CALLERS;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.List;

/** Scenes around callers that are suspended in old code. */
final class Callers {
    private static final List<String> ENDINGS = List.of("badfun", "undef", "reloaded", "abort");

    private Callers() {
    }

    static ImmutableList<Move> all() {
        return ImmutableList.of(
                new Move("suspended callers", CALLERS, plan -> plan.can(Capability.FUNS), Callers::suspended),
                new Move("suspended tester", CALLERS, plan -> plan.can(Capability.FUNS), Callers::suspendedTester),
                new Move("fun of code set aside", CALLERS, plan -> plan.can(Capability.FUNS, Capability.ON_LOAD), Callers::setAside));
    }

    /** A fun of code that is old by now, or was deleted. */
    private static Plan.Fun oldFun(Plan plan, String module, boolean replaced) {
        Stage.onlyCurrent(plan, module);
        Plan.Fun fun = new Plan.Fun("f" + (plan.funs.size() + 1), module);
        plan.funs.add(fun);
        plan.act(new Stimulus.MakeFun(fun.name(), module));
        plan.deleted.add(module);
        plan.act(replaced ? new Stimulus.Load(module, false) : new Stimulus.Delete(module));
        return fun;
    }

    /** Callers wait for the end of a session, which ends in each of the ways that they can tell apart. */
    private static void suspended(Plan plan, Picks pick) {
        String ending = pick.of(0, ENDINGS);
        // Modules of its own: what is offered once is offered for ever.
        String module = ending.equals("reloaded") ? "o" : pick.of(1, Plan.MODULES);
        if (ending.equals("reloaded")) {
            plan.act(new Stimulus.Offer(module));
        }
        Plan.Fun fun = oldFun(plan, module, ending.equals("badfun") || ending.equals("abort"));
        String tester = plan.newRequester(new Where.Nowhere());
        String caller = plan.newRequester(new Where.Nowhere());
        String spawned = plan.newProcess();
        if (ending.equals("abort")) {
            // Somebody in the old code, so that a soft session aborts: it gets there by the fun.
            plan.act(new Stimulus.Spawn(plan.newProcess(), new Where.OnFun(fun.name())));
            plan.settle();
        }
        Plan.Test test = Messages.testPurge(plan, module, tester,
                ending.equals("abort") || pick.oneIn(2, 2) ? TestType.SOFT : TestType.HARD);
        plan.settle();
        plan.act(new Stimulus.CallFun(plan.newCall(), caller, fun.name()));
        plan.act(new Stimulus.Spawn(spawned, new Where.OnFun(fun.name())));
        plan.settle();
        happens(plan, pick.oneIn(3, 2) ? caller : spawned, pick.number(4));
        plan.act(new Stimulus.Continue(test.ref(), tester));
        if (pick.oneIn(7, 3)) {
            plan.act(new Stimulus.Spawn(plan.newProcess(), new Where.OnFun(fun.name())));
        }
        plan.settle();
        happens(plan, pick.oneIn(3, 2) ? spawned : caller, pick.number(5));
        plan.act(new Stimulus.Complete(test.ref(), tester));
        happens(plan, caller, pick.number(6));
        plan.settle();
    }

    /** Sometimes something comes between. */
    private static void happens(Plan plan, String process, int number) {
        switch (number % 10) {
            case 6, 7 -> plan.act(new Stimulus.Kill(process));
            case 8 -> {
                if (plan.can(Capability.PAUSE) && plan.paused.add(process)) {
                    plan.act(new Stimulus.Pause(process));
                }
            }
            default -> {
                // mostly nothing
            }
        }
    }

    /** A tester that cannot speak any more, for it waits for its own session. */
    private static void suspendedTester(Plan plan, Picks pick) {
        String module = pick.of(0, Plan.MODULES);
        Plan.Fun fun = oldFun(plan, module, true);
        String tester = plan.newRequester(new Where.Nowhere());
        Messages.testPurge(plan, module, tester, pick.oneIn(1, 2) ? TestType.SOFT : TestType.HARD);
        plan.settle();
        plan.act(new Stimulus.CallFun(plan.newCall(), tester, fun.name()));
        plan.settle();
        if (pick.oneIn(2, 2)) {
            plan.act(new Stimulus.Kill(tester));
            plan.settle();
        }
    }

    /** A fun of old code, called while failed on_load code stands in that code's place. */
    private static void setAside(Plan plan, Picks pick) {
        String module = pick.of(0, Plan.MODULES);
        Plan.Fun fun = oldFun(plan, module, false);
        plan.act(new Stimulus.BeginOnLoad(module));
        plan.act(new Stimulus.Spawn(plan.newProcess(), new Where.InOnLoad(module)));
        String caller = plan.newRequester(new Where.Nowhere());
        plan.act(new Stimulus.FinishAfterOnLoad(plan.newRequest(), module, false, plan.newRequester(new Where.Nowhere())));
        plan.act(new Stimulus.CallFun(plan.newCall(), plan.requesters.get(0), fun.name()));
        plan.act(new Stimulus.CallFun(plan.newCall(), caller, fun.name()));
        plan.settle();
    }
}
