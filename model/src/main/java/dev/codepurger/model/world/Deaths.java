package dev.codepurger.model.world;

import static dev.codepurger.spec.Rule.CHECK_6;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.ArrayList;
import java.util.List;

/** How a process that is dying comes to be dead: nobody decides when until somebody notices. */
final class Deaths {

    /** All whose death has been seen go by this pid: their names no longer tell them apart. */
    static final Pid PID = new Pid(-2, "those seen dead");

    /** A process that is dead, has been seen to be, and has nothing left to say. */
    static final Local BURIED = Local.fresh(null).dying(Local.Reason.KILLED).dead(Local.Reason.KILLED);

    private Deaths() {}

    /** The death has been seen. What the purger has still to hear of the process is counted, not named. */
    static void bury(Draft draft, Pid pid, Local dead) {
        boolean named = !draft.settings.counted() || dead.watch() == Local.Watch.TESTER || dead.watch() == Local.Watch.TESTER_LATE;
        if (named || (dead.forgotten() && !References.isWaiting(draft, pid))) {
            return;
        }
        if (!dead.forgotten()) {
            Groups.removeOne(draft.groups, new Group(pid, dead, 1));
            Groups.add(draft.groups, new Group(PID, dead.dead(Local.Reason.KILLED), 1));
        }
        if (draft.phase instanceof Phase.Check check) {
            draft.phase = check.with(check.kill().rename(pid, PID));
        }
    }

    /** Deaths that nobody will see: what is known of the dead goes, as far as nobody has a use for it. */
    static void forget(Draft draft) {
        for (Group group : List.copyOf(draft.groups)) {
            if (group.local().life() == Local.Life.DEAD && !group.local().downSeen() && !draft.crowds.containsKey(group.pid())) {
                Local seen = group.local().dead(Local.Reason.KILLED);
                bury(draft, group.pid(), draft.change(group.pid(), group.local(), seen));
            }
        }
        for (Pid crowd : draft.crowds.keySet()) {
            List<Group> members = draft.groups.stream().filter(group -> group.pid().equals(crowd)).toList();
            if (members.stream().allMatch(group -> group.local().dead(Local.Reason.KILLED).forgotten()
                    && group.local().life() == Local.Life.DEAD) && !References.to(draft, crowd)) {
                draft.groups.removeAll(members);
                draft.crowds = ImmutableMap.copyOf(Maps.filterKeys(draft.crowds, other -> !other.equals(crowd)));
            }
        }
    }

    /** Can it be dead by now? */
    static boolean possible(Local local) {
        return local.life() == Local.Life.DEAD
                || ((local.life() == Local.Life.DYING || local.life() == Local.Life.MORTAL) && !local.paused());
    }

    /** It is dead now; if it was asked, it answered before, or the node answers false in its place (CHECK-6). */
    static Local die(Draft draft, Pid pid, Local local) {
        if (local.life() == Local.Life.DEAD) {
            return local;
        }
        boolean open = local.ask() == Local.Ask.ASKED || local.ask() == Local.Ask.LISTED;
        Local decided = open ? decide(draft, local) : local;
        return draft.change(pid, local, decided.dead());
    }

    /** It is dead now, and the message of the monitor that was on it is consumed. */
    static void dieUnwatched(Draft draft, Pid pid, Local local) {
        Local dead = die(draft, pid, local);
        draft.change(pid, dead, dead.watch(Local.Watch.NONE, Window.ANY));
    }

    /** It died before it answered. */
    static Local dieUnanswered(Draft draft, Pid pid, Local local) {
        return draft.change(pid, local, local.ask(Local.Ask.FALSE, local.answer()).dead());
    }

    private static Local decide(Draft draft, Local local) {
        List<Local> ways = new ArrayList<>(2);
        boolean listed = InFlight.isListed(local);
        ways.add(listed ? local : local.ask(Local.Ask.FALSE, local.answer()));
        if (draft.phase instanceof Phase.Check check && draft.refers(local, check.work().module())
                && (!listed || InFlight.free(draft) > 0)) {
            ways.add(local.ask(Local.Ask.TRUE, local.answer()));
        }
        if (draft.settings.relaxes(CHECK_6)) {
            ways.add(local.ask(Local.Ask.NONE, Window.ANY));
        }
        return draft.rules.branching().pick(ways);
    }
}
