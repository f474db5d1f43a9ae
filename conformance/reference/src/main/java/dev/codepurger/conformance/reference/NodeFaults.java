package dev.codepurger.conformance.reference;

import static dev.codepurger.conformance.reference.Faults.ANYHOW;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.spec.Rule;
import java.util.function.Supplier;

/** The faults of a node whose purger is right: in its modules, in who refers to them, and in the callers of old funs. */
final class NodeFaults {
    static final ImmutableMap<Fault, Supplier<Variation>> ALL = new FaultList()
            // References.
            .add("held-fun-refers", "takes a fun on the heap for a reference to its code", ModuleFaults.HeldFunRefers::new,
                    ANYHOW, Rule.CHECK_5)
            .add("return-address-overlooked", "does not see that a process will return to the code",
                    ModuleFaults.ReturnAddressOverlooked::new, ANYHOW, Rule.CHECK_5)
            // Callers of old funs.
            .add("badfun-after-abort", "lets suspended calls fail when a purge is given up", LambdaFaults.BadfunAfterAbort::new,
                    ANYHOW, Rule.LAMBDA_2)
            .add("badfun-mistaken", "lets a call of a removed fun fail as if there were no such module",
                    () -> new LambdaFaults.OutcomeMistaken("badfun", "undef"), ANYHOW, Rule.LAMBDA_3)
            .add("undef-mistaken", "lets a call fail with badfun when there is no such module",
                    () -> new LambdaFaults.OutcomeMistaken("undef", "badfun"), ANYHOW, Rule.LAMBDA_4)
            .add("never-loads-on-demand", "does not load a module that is called and can be loaded",
                    LambdaFaults.NeverLoadsOnDemand::new, ANYHOW, Rule.LAMBDA_5)
            .add("suspended-caller-survives", "cannot kill a suspended caller", LambdaFaults.SuspendedCallerSurvives::new,
                    ANYHOW, Rule.LAMBDA_6)
            .add("same-code-unrecognised", "takes code that is loaded again for other code", LambdaFaults.SameCodeUnrecognised::new,
                    ANYHOW, Rule.LAMBDA_7)
            .add("spawned-not-suspended", "does not suspend a process that is spawned on an old fun",
                    LambdaFaults.SpawnedNotSuspended::new, ANYHOW, Rule.LAMBDA_8)
            .add("suspended-tester-answers", "lets a suspended tester answer its handshake", LambdaFaults.SuspendedTesterAnswers::new,
                    ANYHOW, Rule.LAMBDA_10)
            // Modules.
            .add("second-load-ignored", "does not load a module that is loaded", ModuleFaults.SecondLoadIgnored::new,
                    ANYHOW, Rule.MODULE_1)
            .add("refused-load-ok", "says ok to a load that it refuses", ModuleFaults.RefusedLoadOk::new,
                    ANYHOW, Rule.MODULE_2)
            .add("refused-delete-ok", "says ok to a delete that it refuses", ModuleFaults.RefusedDeleteOk::new,
                    ANYHOW, Rule.MODULE_3)
            .add("pending-is-current", "lets code be called before its on_load has ended", ModuleFaults.PendingIsCurrent::new,
                    ANYHOW, Rule.MODULE_5)
            .add("calls-stay-in-old-code", "lets a call by name from old code run the old code", ModuleFaults.CallsStayInOldCode::new,
                    ANYHOW, Rule.MODULE_7)
            .build();

    private NodeFaults() {
    }
}
