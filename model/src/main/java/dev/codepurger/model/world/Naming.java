package dev.codepurger.model.world;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Interchangeable processes go by one pid until somebody names one of them. Then it gets a pid of its own; which of them it was all
 * along is a choice among the states they are in.
 */
final class Naming {

    private Naming() {}

    /** A process with a pid of its own. */
    record Named(Pid pid, Local local) {}

    /** The process of this name, which from now on has a pid of its own; null if it is gone. */
    static @Nullable Named name(Draft draft, World world, String name) {
        return Met.isFirst(name) && world.pidOf(Met.plain(name)) == null ? Strangers.name(draft, world, Met.plain(name))
                : name(draft, world, Met.plain(name), null);
    }

    /**
     * The same of one who goes by a pid that is given.
     *
     * @param given null if there is none
     */
    static @Nullable Named name(Draft draft, World world, String name, @Nullable Pid given) {
        Pid pid = world.pidOf(name);
        if (pid == null) {
            return null;
        }
        Crowd crowd = draft.crowds.get(pid);
        if (crowd == null) {
            Local local = draft.local(pid);
            return local == null ? null : new Named(pid, local);
        }
        List<Local> locals = world.locals(pid);
        Local local = draft.rules.branching().pick(locals);
        Pid own = given == null ? new Pid(Objects.requireNonNull(crowd.number(name)), name) : given;
        Groups.removeOne(draft.groups, new Group(pid, local, 1));
        Groups.add(draft.groups, new Group(own, local, 1));
        draft.crowds = without(draft.crowds, pid, name);
        renameInPurger(draft, world, pid, own, local);
        return new Named(own, local);
    }

    private static ImmutableMap<Pid, Crowd> without(ImmutableMap<Pid, Crowd> crowds, Pid pid, String name) {
        ImmutableMap.Builder<Pid, Crowd> builder = ImmutableMap.builder();
        crowds.forEach((p, members) -> {
            if (!p.equals(pid)) {
                builder.put(p, members);
            } else if (members.size() > 1) {
                builder.put(p, members.without(name));
            }
        });
        return builder.buildOrThrow();
    }

    /** Where the purger knows one of the crowd, it may be this one. */
    private static void renameInPurger(Draft draft, World world, Pid crowd, Pid own, Local local) {
        if (!(draft.phase instanceof Phase.Check check)) {
            return;
        }
        KillState kill = check.kill();
        if (local.watch() == Local.Watch.KILL && kill.outstanding().contains(crowd)) {
            draft.phase = check.with(kill.renameOutstanding(crowd, own));
        } else if (mayWait(local) && kill.waiting().contains(crowd)) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < kill.waiting().size(); i++) {
                if (kill.waiting().get(i).equals(crowd)) {
                    places.add(i);
                }
            }
            int idle = 0;
            for (Group group : world.groups) {
                idle += group.pid().equals(crowd) && mayWait(group.local()) ? group.count() : 0;
            }
            if (idle > places.size()) {
                places.add(-1);
            }
            int place = draft.rules.branching().pick(places);
            if (place >= 0) {
                draft.phase = check.with(kill.renameWaiting(place, own));
            }
        }
    }

    /** Can one of a crowd in this state be a waiting victim? Nobody of a crowd dies but by the purger's hand. */
    static boolean mayWait(Local local) {
        return local.ask() == Local.Ask.NONE && local.watch() == Local.Watch.NONE && local.life() != Local.Life.DEAD;
    }

    /** Adds a process; if there are others of which nobody could tell it apart, it is one of them. */
    static void spawn(Draft draft, String name, Local local) {
        int number = 2 * ++draft.spawned;
        if (draft.settings.counted() && local.staying().equals(Local.fresh(local.in()))) {
            for (Group group : List.copyOf(draft.groups)) {
                if (group.local().equals(local) && isAlike(draft, group)) {
                    join(draft, group, name, number);
                    return;
                }
            }
        }
        Groups.add(draft.groups, new Group(new Pid(number, name), local, 1));
    }

    /**
     * Lets processes that nobody can tell apart any more go by one pid. Done when all is quiet, for then most are alike, and after a
     * stimulus that may have left somebody alike to others.
     */
    static void gather(Draft draft) {
        if (!draft.settings.counted()) {
            return;
        }
        Map<Local, List<Group>> alike = new LinkedHashMap<>();
        for (Group group : draft.groups) {
            if (isPlain(group.local()) && isAlike(draft, group)) {
                alike.computeIfAbsent(group.local(), local -> new ArrayList<>()).add(group);
            }
        }
        alike.values().forEach(groups -> unite(draft, groups));
    }

    /** Does it do nothing but wait, perhaps with a check request to answer? */
    private static boolean isPlain(Local local) {
        boolean asked = local.ask() == Local.Ask.ASKED || InFlight.isListed(local);
        return asked
                ? local.staying().ask(Local.Ask.NONE, Window.ANY).equals(Local.fresh(local.in()))
                : local.staying().equals(Local.fresh(local.in()));
    }

    private static void unite(Draft draft, List<Group> groups) {
        if (groups.size() < 2) {
            return;
        }
        ImmutableMap.Builder<String, Integer> names = ImmutableMap.builder();
        int count = 0;
        Pid crowd = null;
        for (Group group : groups) {
            Crowd members = draft.crowds.get(group.pid());
            names.putAll(members == null ? List.of(Map.entry(group.pid().name(), group.pid().number())) : members.members());
            count += group.count();
            crowd = crowd == null && members != null ? group.pid() : crowd;
        }
        ImmutableMap<String, Integer> all = names.buildOrThrow();
        Pid pid = crowd != null ? crowd : newCrowd(draft, all);
        if (pid == null) {
            return;
        }
        draft.groups.removeAll(groups);
        draft.groups.add(new Group(pid, groups.get(0).local(), count));
        List<Pid> united = groups.stream().map(Group::pid).toList();
        ImmutableMap.Builder<Pid, Crowd> crowds = ImmutableMap.builder();
        draft.crowds.forEach((p, members) -> {
            if (!united.contains(p)) {
                crowds.put(p, members);
            }
        });
        draft.crowds = crowds.put(pid, Crowd.of(all)).buildOrThrow();
    }

    /** A pid that no crowd has, null if there is none: crowds go by the number of a member, plus one, and members leave them. */
    private static @Nullable Pid newCrowd(Draft draft, ImmutableMap<String, Integer> members) {
        for (Map.Entry<String, Integer> member : members.entrySet()) {
            Pid pid = new Pid(member.getValue() + 1, "crowd of " + member.getKey());
            if (!draft.crowds.containsKey(pid)) {
                return pid;
            }
        }
        return null;
    }

    private static boolean isAlike(Draft draft, Group group) {
        Pid pid = group.pid();
        if (pid.equals(World.PURGER) || References.to(draft, pid)) {
            return false;
        }
        return draft.groups.stream().filter(g -> g.pid().equals(pid)).count() == 1;
    }

    private static void join(Draft draft, Group group, String name, int number) {
        Crowd members = draft.crowds.get(group.pid());
        draft.groups.remove(group);
        if (members == null) {
            Pid crowd = new Pid(number + 1, "crowd of " + group.pid().name());
            draft.crowds = Draft.with(draft.crowds, crowd,
                    Crowd.of(ImmutableMap.of(group.pid().name(), group.pid().number(), name, number)));
            draft.groups.add(new Group(crowd, group.local(), 2));
        } else {
            draft.crowds = Draft.with(draft.crowds, group.pid(), members.with(name, number));
            draft.groups.add(new Group(group.pid(), group.local(), group.count() + 1));
        }
    }
}
