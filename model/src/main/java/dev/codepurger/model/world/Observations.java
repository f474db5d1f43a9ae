package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Pid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the harness can see of a world. */
final class Observations {

    private Observations() {}

    /** The worlds after {@code seen}; none if it cannot be seen. */
    static List<World> after(World world, Settings settings, Label.Observation seen) {
        return switch (seen) {
            case Label.Down down -> settings.hides(Unseen.DEATHS) ? List.of()
                    : Step.<World>some(world, settings, draft -> died(draft, world, down));
            case Label.Quiet quiet -> Rest.after(world, settings, quiet);
            case Label.Showed showed -> Step.<World>some(world, settings, draft -> showed(draft, showed.effect()));
            case Label.Replied told -> told(world, settings, told);
            case Label.Started told -> told(world, settings, told);
            case Label.Continued told -> told(world, settings, told);
            case Label.PurgerDown told -> told(world, settings, told);
            case Label.Returned told -> told(world, settings, told);
        };
    }

    private static List<World> told(World world, Settings settings, Label.Observation seen) {
        for (int i = 0; i < world.pending.size(); i++) {
            int index = i;
            if (isIt(world.pending.get(i).observation(), seen, settings) && Pendings.isFirst(world.pending, i)) {
                return Step.all(world, settings, draft -> draft.pending = Pendings.remove(draft.pending, index));
            }
        }
        return List.of();
    }

    /** Of a node that was not watched from its beginning nobody knows how its versions are counted. */
    private static boolean isIt(Label.Observation shown, Label.Observation seen, Settings settings) {
        return shown.equals(seen) || (settings.gaps().middle() && shown instanceof Label.Returned(String call, String ran)
                && seen instanceof Label.Returned(String same, String told) && call.equals(same) && isVersion(ran) && isVersion(told));
    }

    private static boolean isVersion(String outcome) {
        return outcome.matches("-?[0-9]+");
    }

    private static @Nullable World died(Draft draft, World world, Label.Down down) {
        Naming.Named named = Naming.name(draft, world, down.process());
        if (named == null || !canBeSeen(named.local())) {
            return null;
        }
        for (Local.Reason reason : Local.Reason.values()) {
            if (reason.text().equals(down.reason()) && named.local().canDie(reason)) {
                Local dead = Deaths.die(draft, named.pid(), named.local());
                Deaths.bury(draft, named.pid(), draft.change(named.pid(), dead, dead.dead(reason)));
                return draft.freeze();
            }
        }
        return null;
    }

    /**
     * A process that the purger has killed has nothing left to say to it. One that dies of something else may yet have answered a
     * check before it died, so that it matters when it did.
     */
    static boolean isDeathByPurger(World world, String process) {
        Pid pid = world.pidOf(process);
        for (Group group : world.groups) {
            boolean other = canBeSeen(group.local()) && group.local().life() == Local.Life.DYING
                    && group.local().watch() != Local.Watch.KILL;
            if (other && group.pid().equals(pid)) {
                return false;
            }
        }
        return true;
    }

    private static boolean canBeSeen(Local local) {
        return Deaths.possible(local) && !local.downSeen();
    }

    private static @Nullable World showed(Draft draft, Effect effect) {
        boolean next = !draft.effects.isEmpty() && draft.effects.get(0).contains(effect);
        if (isStaleSignal(effect) && (!next || draft.rules.branching().pick(List.of(true, false)))) {
            return draft.freeze();
        }
        if (!next) {
            return null;
        }
        Due due = draft.effects.get(0);
        Due rest = due.without(effect);
        ImmutableList<Due> tail = draft.effects.subList(1, draft.effects.size());
        draft.effects = rest == null ? tail : ImmutableList.<Due>builder().add(rest).addAll(tail).build();
        if (due.isOpen() && effect instanceof Effect.Requested(String process) && !InFlight.requested(draft, process, due)) {
            return null;
        }
        return draft.freeze();
    }

    /** Signals of sessions that have ended are thrown away some time; it makes no difference when. */
    static boolean isStaleSignal(Effect effect) {
        return effect instanceof Effect.Dropped dropped && (dropped.what().equals("check_process_code") || dropped.what().equals("DOWN"));
    }

    /** What can be seen now. */
    static List<Label> possible(World world, Settings settings) {
        List<Label> found = new ArrayList<>();
        for (int i = 0; i < world.pending.size(); i++) {
            if (Pendings.isFirst(world.pending, i)) {
                found.add(world.pending.get(i).observation());
            }
        }
        for (Group group : world.groups) {
            if (!settings.hides(Unseen.DEATHS) && canBeSeen(group.local()) && !group.pid().equals(Deaths.PID)) {
                for (String name : names(world, group.pid())) {
                    for (Local.Reason reason : Local.Reason.values()) {
                        if (group.local().canDie(reason)) {
                            found.add(new Label.Down(name, reason.text()));
                        }
                    }
                }
            }
        }
        if (!world.effects.isEmpty()) {
            Due due = world.effects.get(0);
            due.effects().stream().map(Label.Showed::new).filter(seen -> !due.isOpen() || !after(world, settings, seen).isEmpty())
                    .forEach(found::add);
        }
        found.addAll(Rest.possible(world, settings));
        return found;
    }

    private static Iterable<String> names(World world, Pid pid) {
        Crowd crowd = world.crowds.get(pid);
        return crowd == null ? List.of(pid.name()) : crowd.names();
    }
}
