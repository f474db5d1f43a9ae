package dev.codepurger.model.world;

import static dev.codepurger.spec.Rule.CHECK_3;

import dev.codepurger.model.purger.Phase;

/** What the end of a check, and of the purger, means for the rest of the world. */
final class Sessions {

    private Sessions() {}

    /** The purger is in {@code next} from now on. */
    static void enter(Draft draft, Phase next) {
        if (draft.phase instanceof Phase.Check check && !(next instanceof Phase.Check)) {
            endCheck(draft, check.work().module());
        }
        draft.phase = next;
        if (next instanceof Phase.Terminated end) {
            draft.pending = Pendings.add(draft.pending, new Pending(World.PURGER, false, new Label.PurgerDown(end.reason())));
        }
    }

    /** Answers that come later are stale: they change nothing, and are kept in mind only where that rule is relaxed. */
    private static void endCheck(Draft draft, String module) {
        boolean keep = draft.settings.relaxes(CHECK_3);
        draft.changeAll(local -> {
            if (local.ask() == Local.Ask.NONE) {
                return local;
            }
            boolean open = local.ask() == Local.Ask.ASKED || local.ask() == Local.Ask.LISTED;
            boolean refers = local.ask() == Local.Ask.TRUE || (open && draft.refers(local, module));
            Local told = local.ask(Local.Ask.NONE, Window.ANY);
            return keep ? told.stale(refers ? Local.Stale.TRUE : Local.Stale.FALSE) : told;
        });
    }
}
