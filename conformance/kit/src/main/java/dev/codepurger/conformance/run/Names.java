package dev.codepurger.conformance.run;

import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.cases.Verbs;
import dev.codepurger.model.world.Stimulus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which names a sequence introduces before it uses them: a shorter sequence must still do so to make sense to a subject. */
public final class Names {
    private final Set<String> processes = new HashSet<>(Set.of(Verbs.PURGER));
    private final Set<String> funs = new HashSet<>();

    /** Is every process spawned and every fun made before it is used? */
    static boolean introduced(List<Step> steps) {
        Names names = new Names();
        for (Step step : steps) {
            if (step instanceof Step.Do one && !names.introduced(one.stimulus())) {
                return false;
            }
        }
        return true;
    }

    /** Takes one more stimulus; says whether every process and fun that it uses has been introduced by one before. */
    public boolean introduced(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Spawn spawn -> {
                processes.add(spawn.process());
                yield !(spawn.where() instanceof Stimulus.Where.OnFun on) || funs.contains(on.fun());
            }
            case Stimulus.MakeFun make -> {
                funs.add(make.fun());
                yield true;
            }
            case Stimulus.CallFun call -> processes.contains(call.process()) && funs.contains(call.fun());
            case Stimulus.Call call -> processes.contains(call.process());
            case Stimulus.Leave one -> processes.contains(one.process());
            case Stimulus.Exit one -> processes.contains(one.process());
            case Stimulus.Kill one -> processes.contains(one.process());
            case Stimulus.Alive one -> processes.contains(one.process());
            case Stimulus.Pause one -> processes.contains(one.process());
            case Stimulus.Resume one -> processes.contains(one.process());
            case Stimulus.Suspend one -> processes.contains(one.process());
            case Stimulus.Unsuspend one -> processes.contains(one.process());
            case Stimulus.Purge one -> processes.contains(one.from());
            case Stimulus.SoftPurge one -> processes.contains(one.from());
            case Stimulus.FinishAfterOnLoad one -> processes.contains(one.from());
            case Stimulus.TestPurge one -> processes.contains(one.from());
            case Stimulus.ChangePrio one -> processes.contains(one.from());
            case Stimulus.Continue one -> processes.contains(one.from());
            case Stimulus.Complete one -> processes.contains(one.from());
            case Stimulus.ForgeDown one -> processes.contains(one.process());
            case Stimulus.ForgeCheckReply one -> processes.contains(one.process());
            case Stimulus.Load load -> true;
            case Stimulus.Delete delete -> true;
            case Stimulus.BeginOnLoad begin -> true;
            case Stimulus.Offer offer -> true;
            case Stimulus.CheckOldCode check -> true;
            case Stimulus.Junk junk -> true;
            case Stimulus.Hold hold -> true;
            case Stimulus.Release release -> true;
            case Stimulus.StallPrepare stall -> true;
            case Stimulus.Unstall unstall -> true;
        };
    }
}
