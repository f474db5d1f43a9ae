package dev.codepurger.conformance.generate;

import static dev.codepurger.conformance.generate.Move.Kind.FUN;
import static dev.codepurger.conformance.generate.Move.Kind.LIFE;
import static dev.codepurger.conformance.generate.Move.Kind.LOOK;
import static dev.codepurger.conformance.generate.Move.Kind.MODULE;
import static dev.codepurger.conformance.generate.Move.Kind.ON_LOAD;
import static dev.codepurger.conformance.generate.Move.Kind.PAUSE;
import static dev.codepurger.conformance.generate.Move.Kind.VICTIM;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.List;

/** The moves around the purger: modules, processes, calls. Those to the purger itself are in {@link Messages}. */
final class Moves {
    private static final List<Residence> RESIDENCES = List.of(Residence.WAITING, Residence.WAITING, Residence.BUSY, Residence.ON_STACK,
            Residence.FUN_ONLY);

    /** With a kill limit of two, this many are enough for anything; each more multiplies the orders in which they may die. */
    private static final int MANY = 7;

    private Moves() {
    }

    static ImmutableList<Move> all() {
        return ImmutableList.<Move>builder()
                .add(new Move("load", MODULE, Move::always, Moves::load))
                .add(new Move("load again", MODULE, Move::always, Moves::load))
                .add(new Move("delete", MODULE, Move::always, Moves::delete))
                .add(new Move("offer", MODULE, plan -> plan.can(Capability.AUTO_LOAD),
                        (plan, pick) -> plan.act(new Stimulus.Offer(pick.of(0, Plan.MODULES)))))
                .add(new Move("check old code", LOOK, Move::always,
                        (plan, pick) -> plan.act(new Stimulus.CheckOldCode(pick.of(0, Plan.MODULES)))))
                .add(new Move("begin on_load", ON_LOAD, plan -> plan.can(Capability.ON_LOAD), Moves::beginOnLoad))
                .add(new Move("spawn in on_load", ON_LOAD, plan -> !plan.pending.isEmpty(), Moves::spawnInOnLoad))
                .add(new Move("spawn", VICTIM, plan -> plan.processes.size() < MANY + 4, Moves::spawn))
                .add(new Move("spawn several", VICTIM, plan -> plan.processes.size() < MANY, Moves::spawnSeveral))
                .add(new Move("spawn and replace", VICTIM, plan -> plan.processes.size() < MANY, Moves::spawnAndReplace))
                .add(new Move("leave", LIFE, Moves::somebody, (plan, pick) -> plan.act(new Stimulus.Leave(pick.of(0, plan.processes)))))
                .add(new Move("exit", LIFE, Moves::somebody, (plan, pick) -> plan.act(new Stimulus.Exit(pick.of(0, plan.processes)))))
                .add(new Move("kill", LIFE, Move::always, (plan, pick) -> plan.act(new Stimulus.Kill(pick.of(0, plan.everybody())))))
                .add(new Move("alive", LOOK, Move::always, (plan, pick) -> plan.act(new Stimulus.Alive(pick.of(0, plan.everybody())))))
                .add(new Move("pause", PAUSE, plan -> plan.can(Capability.PAUSE), Moves::pause))
                .add(new Move("resume", PAUSE, plan -> !plan.paused.isEmpty(), Moves::resume))
                .add(new Move("suspend", PAUSE, plan -> plan.can(Capability.SUSPEND) && somebody(plan), Moves::suspend))
                .add(new Move("unsuspend", PAUSE, plan -> !plan.suspended.isEmpty(), Moves::unsuspend))
                .add(new Move("make fun", FUN, plan -> plan.can(Capability.FUNS), Moves::makeFun))
                .add(new Move("call fun", FUN, plan -> !plan.funs.isEmpty(), (plan, pick) -> plan.act(
                        new Stimulus.CallFun(plan.newCall(), pick.of(0, plan.everybody()), pick.of(1, plan.funs).name()))))
                .add(new Move("spawn on fun", FUN, plan -> !plan.funs.isEmpty(), (plan, pick) -> plan.act(
                        new Stimulus.Spawn(plan.newProcess(), new Where.OnFun(pick.of(0, plan.funs).name())))))
                .add(new Move("spawn requester", LIFE, plan -> plan.requesters.size() < 7, Moves::spawnRequester))
                .add(new Move("call", FUN, Move::always, (plan, pick) -> plan.act(
                        new Stimulus.Call(plan.newCall(), pick.of(0, plan.everybody()), pick.of(1, Plan.MODULES)))))
                .add(new Move("settle", LOOK, Move::always, (plan, pick) -> plan.settle()))
                .add(new Move("poll", LOOK, Move::always, (plan, pick) -> plan.poll()))
                .build();
    }

    private static boolean somebody(Plan plan) {
        return !plan.processes.isEmpty();
    }

    private static void load(Plan plan, Picks pick) {
        plan.act(new Stimulus.Load(pick.of(0, Plan.MODULES), pick.oneIn(1, 6)));
    }

    private static void delete(Plan plan, Picks pick) {
        String module = pick.of(0, Plan.MODULES);
        plan.deleted.add(module);
        plan.act(new Stimulus.Delete(module));
    }

    private static void beginOnLoad(Plan plan, Picks pick) {
        String module = pick.of(0, Plan.MODULES);
        plan.pending.add(module);
        plan.act(new Stimulus.BeginOnLoad(module));
    }

    private static void spawnInOnLoad(Plan plan, Picks pick) {
        plan.act(new Stimulus.Spawn(plan.newProcess(), new Where.InOnLoad(pick.of(0, plan.pending.stream().sorted().toList()))));
    }

    private static void spawn(Plan plan, Picks pick) {
        ImmutableSet<Trait> traits = pick.oneIn(2, 4) && plan.can(Capability.TRAITS)
                ? ImmutableSet.of(pick.of(3, List.of(Trait.values()))) : ImmutableSet.of();
        Where where = pick.oneIn(3, 8) ? new Where.Nowhere()
                : new Where.InModule(pick.of(0, Plan.MODULES), plan.can(Capability.FUNS) ? pick.of(1, RESIDENCES) : Residence.WAITING);
        plan.act(new Stimulus.Spawn(plan.newProcess(), where, traits));
    }

    private static void spawnSeveral(Plan plan, Picks pick) {
        for (int i = 0; i < pick.of(1, List.of(2, 3, 4)); i++) {
            plan.act(new Stimulus.Spawn(plan.newProcess(), new Where.InModule(pick.of(0, Plan.MODULES), Residence.WAITING)));
        }
    }

    private static void spawnAndReplace(Plan plan, Picks pick) {
        spawnSeveral(plan, pick);
        plan.act(new Stimulus.Load(pick.of(0, Plan.MODULES), false));
    }

    private static void pause(Plan plan, Picks pick) {
        String process = pick.of(0, plan.everybody());
        if (plan.paused.add(process)) {
            plan.act(new Stimulus.Pause(process));
        }
    }

    private static void resume(Plan plan, Picks pick) {
        String process = pick.of(0, plan.paused.stream().sorted().toList());
        plan.paused.remove(process);
        plan.act(new Stimulus.Resume(process));
    }

    private static void suspend(Plan plan, Picks pick) {
        String process = pick.of(0, plan.processes);
        if (plan.suspended.add(process)) {
            plan.act(new Stimulus.Suspend(process));
        }
    }

    private static void unsuspend(Plan plan, Picks pick) {
        String process = pick.of(0, plan.suspended.stream().sorted().toList());
        plan.suspended.remove(process);
        plan.act(new Stimulus.Unsuspend(process));
    }

    private static void makeFun(Plan plan, Picks pick) {
        // Only of a module that has code for certain: else there is no fun to speak of afterwards.
        List<String> modules = Plan.MODULES.stream().filter(one -> !plan.deleted.contains(one)).toList();
        if (!modules.isEmpty()) {
            Plan.Fun fun = new Plan.Fun("f" + (plan.funs.size() + 1), pick.of(0, modules));
            plan.funs.add(fun);
            plan.act(new Stimulus.MakeFun(fun.name(), fun.module()));
            if (pick.oneIn(1, 2)) {
                plan.act(new Stimulus.Load(fun.module(), pick.oneIn(2, 6)));
            }
        }
    }

    /** Somebody new who can ask, now and then in the code that is to be purged. */
    private static void spawnRequester(Plan plan, Picks pick) {
        plan.newRequester(pick.oneIn(0, 2) ? new Where.InModule(pick.of(1, Plan.MODULES), Residence.WAITING) : new Where.Nowhere());
    }
}
