package dev.codepurger.model.world;

import static dev.codepurger.spec.Rule.*;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Load, delete, on_load: the two versions of the module table. */
final class ModuleStimuli {

    private final Draft draft;

    ModuleStimuli(Draft draft) {
        this.draft = draft;
    }

    Response load(Stimulus.Load s) {
        Module row = draft.module(s.module());
        Response refused = refusal(row);
        if (refused != null && draft.rules.obeyed(MODULE_2)) {
            return refused;
        }
        Module loaded = row.load(s.identical());
        draft.module(s.module(), draft.rules.choose(MODULE_1, loaded, () -> List.of(row)));
        return Response.OK;
    }

    Response beginOnLoad(Stimulus.BeginOnLoad s) {
        Module row = draft.module(s.module());
        Response refused = refusal(row);
        if (refused != null && draft.rules.obeyed(MODULE_2)) {
            return refused;
        }
        draft.module(s.module(), draft.rules.obeyed(MODULE_5) ? row.beginOnLoad() : row.load(false));
        return Response.OK;
    }

    private static @Nullable Response refusal(Module row) {
        if (row.pending() != null) {
            return Response.ON_LOAD_PENDING;
        }
        return row.current() != null && row.old() != null ? Response.NOT_PURGED : null;
    }

    Response delete(Stimulus.Delete s) {
        Module row = draft.module(s.module());
        if (row.old() != null && draft.rules.obeyed(MODULE_3)) {
            return Response.NOT_PURGED;
        }
        if (row.current() == null) {
            return Response.UNDEFINED;
        }
        if (row.pending() != null) {
            return Response.ON_LOAD_PENDING;
        }
        draft.module(s.module(), draft.rules.obeyed(MODULE_3) ? row.delete() : row);
        return Response.OK;
    }

    Response offer(Stimulus.Offer s) {
        draft.module(s.module(), draft.module(s.module()).offer());
        return Response.OK;
    }

    Response makeFun(Stimulus.MakeFun s) {
        Code current = draft.module(s.module()).current();
        if (current == null) {
            return Response.UNDEFINED;
        }
        draft.funs = Draft.with(draft.funs, s.fun(), new Fun(s.module(), current.identity()));
        return Response.OK;
    }
}
