package dev.codepurger.conformance.generate.reach;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every answer that a request can get is given. */
final class AnswerTargets {

    private AnswerTargets() {
    }

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        for (RequestKind kind : List.of(RequestKind.PURGE, RequestKind.TEST_PURGE)) {
            all.add(answer(kind, "without-old-code", new Result.Hard(false, false)));
            all.add(answer(kind, "killing-nobody", new Result.Hard(true, false)));
            all.add(answer(kind, "killing", new Result.Hard(true, true)));
        }
        for (RequestKind kind : List.of(RequestKind.SOFT_PURGE, RequestKind.TEST_PURGE)) {
            all.add(answer(kind, "true", new Result.Soft(true)));
            all.add(answer(kind, "false", new Result.Soft(false)));
        }
        all.add(answer(RequestKind.FINISH_AFTER_ON_LOAD, "ok", new Result.Ok()).needing(Capability.ON_LOAD));
        all.add(answer(RequestKind.FINISH_AFTER_ON_LOAD, "refused", new Result.NoPendingOnLoad()).needing(Capability.ON_LOAD)
                .under(Profile::finishRefusalAnswered));
        all.add(answer(RequestKind.CHANGE_PRIO, "changed", new Result.Was(Priority.LOW)).needing(Capability.CHANGE_PRIO)
                .under(Profile::priorityChanged));
        all.add(answer(RequestKind.CHANGE_PRIO, "refused", new Result.NoPriority()).needing(Capability.CHANGE_PRIO)
                .under(Profile::priorityChanged));
        return all;
    }

    private static Target answer(RequestKind kind, String how, Result result) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return Target.of("answer-" + name.replace('_', '-') + "-" + how, "a " + name + " is answered " + result,
                (moment, past) -> moment.saw(Label.Replied.class).filter(one -> one.kind() == kind && one.result().equals(result))
                        .isPresent());
    }
}
