package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a subject must be able to do for a stimulus. */
public final class Needs {
    private Needs() {
    }

    /** The capabilities without which the stimulus cannot be applied. */
    public static ImmutableSet<Capability> of(Stimulus stimulus) {
        ImmutableSet.Builder<Capability> all = ImmutableSet.builder();
        byKind(stimulus).ifPresent(all::add);
        if (stimulus instanceof Stimulus.Spawn spawn && !spawn.traits().isEmpty()) {
            all.add(Capability.TRAITS);
        }
        if (Verbs.PURGER_MODULE.equals(changed(stimulus))) {
            all.add(Capability.PURGER_CODE);
        }
        if (stimulus instanceof Stimulus.Kill kill && kill.process().equals(Verbs.PURGER)) {
            all.add(Capability.KILL_PURGER);
        }
        if (Verbs.PURGER.equals(requester(stimulus))) {
            all.add(Capability.PURGER_AS_SENDER);
        }
        return all.build();
    }

    private static Optional<Capability> byKind(Stimulus stimulus) {
        return Optional.ofNullable(switch (stimulus) {
            case Stimulus.Pause pause -> Capability.PAUSE;
            case Stimulus.Resume resume -> Capability.PAUSE;
            case Stimulus.Suspend suspend -> Capability.SUSPEND;
            case Stimulus.Unsuspend unsuspend -> Capability.SUSPEND;
            case Stimulus.Hold hold -> Capability.HOLD;
            case Stimulus.Release release -> Capability.HOLD;
            case Stimulus.StallPrepare stall -> Capability.STALL_PREPARE;
            case Stimulus.Unstall unstall -> Capability.STALL_PREPARE;
            case Stimulus.BeginOnLoad begin -> Capability.ON_LOAD;
            case Stimulus.FinishAfterOnLoad finish -> Capability.ON_LOAD;
            case Stimulus.Offer offer -> Capability.AUTO_LOAD;
            case Stimulus.MakeFun make -> Capability.FUNS;
            case Stimulus.CallFun call -> Capability.FUNS;
            case Stimulus.ChangePrio change -> Capability.CHANGE_PRIO;
            case Stimulus.Junk junk -> Capability.JUNK;
            case Stimulus.ForgeDown forge -> Capability.FORGE;
            case Stimulus.ForgeCheckReply forge -> Capability.FORGE;
            case Stimulus.Spawn spawn -> byPlace(spawn.where());
            default -> null;
        });
    }

    private static @Nullable Capability byPlace(Where where) {
        return switch (where) {
            case Where.InOnLoad place -> Capability.ON_LOAD;
            case Where.OnFun place -> Capability.FUNS;
            case Where.InModule place -> place.residence() == Residence.FUN_ONLY ? Capability.FUNS : null;
            case Where.Nowhere place -> null;
        };
    }

    private static String changed(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Load load -> load.module();
            case Stimulus.Delete delete -> delete.module();
            case Stimulus.BeginOnLoad begin -> begin.module();
            default -> "";
        };
    }

    private static String requester(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Purge request -> request.from();
            case Stimulus.SoftPurge request -> request.from();
            case Stimulus.FinishAfterOnLoad request -> request.from();
            case Stimulus.TestPurge request -> request.from();
            case Stimulus.ChangePrio request -> request.from();
            default -> "";
        };
    }
}
