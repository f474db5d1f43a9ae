package dev.codepurger.conformance.generate;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.List;

/** What a scene finds when it begins. */
final class Stage {

    private Stage() {
    }

    /**
     * Who plays.
     *
     * @param module what is purged
     * @param asks who asks for that
     * @param next who asks for something afterwards
     * @param victims who is in its old code
     */
    record Cast(String module, String asks, String next, List<String> victims) {
    }

    /** Old code of the module with so many in it, and nothing else going on. */
    static Cast set(Plan plan, String module, int victims) {
        onlyCurrent(plan, module);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < victims; i++) {
            String name = plan.newProcess();
            names.add(name);
            plan.act(new Stimulus.Spawn(name, new Where.InModule(module, Residence.WAITING)));
        }
        plan.act(new Stimulus.Load(module, false));
        return new Cast(module, plan.newRequester(new Where.Nowhere()), plan.newRequester(new Where.Nowhere()), names);
    }

    /** Nothing goes on, and the module has current code and no old code: a load does nothing while there is old code, so a purge comes behind it. */
    static void onlyCurrent(Plan plan, String module) {
        plan.windUp();
        plan.act(new Stimulus.Load(module, false));
        plan.act(new Stimulus.Purge(plan.newRequest(), module, plan.newRequester(new Where.Nowhere())));
        plan.settle();
    }

    static Cast set(Plan plan, Picks pick) {
        return set(plan, pick.of(0, Plan.MODULES), pick.of(1, List.of(0, 1, 2)));
    }

    /** A module that was never loaded: a session without old code. */
    static Cast bare(Plan plan) {
        plan.windUp();
        return new Cast("unknown", plan.newRequester(new Where.Nowhere()), plan.newRequester(new Where.Nowhere()), List.of());
    }

    /** Keeps the purger back, if that can be done; returns whether. */
    static boolean hold(Plan plan) {
        if (plan.can(Capability.HOLD)) {
            plan.held = true;
            plan.act(new Stimulus.Hold());
        }
        return plan.held;
    }

    /** Ends a hold, if there is one. */
    static void release(Plan plan, boolean held) {
        if (held) {
            plan.held = false;
            plan.act(new Stimulus.Release());
        }
    }
}
