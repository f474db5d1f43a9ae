package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;

/** The canonical form of the processes: equal ones counted together, in a fixed order. */
final class Groups {

    private static final Comparator<Group> ORDER = Comparator.<Group>comparingInt(g -> g.pid().number())
            .thenComparingInt(g -> g.local().hashCode());

    private Groups() {}

    static ImmutableList<Group> canonical(List<Group> groups) {
        if (isSorted(groups)) {
            return ImmutableList.copyOf(groups);
        }
        return ImmutableList.sortedCopyOf(ORDER, groups);
    }

    private static boolean isSorted(List<Group> groups) {
        for (int i = 1; i < groups.size(); i++) {
            if (ORDER.compare(groups.get(i - 1), groups.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds {@code count} processes; equal ones are counted together. */
    static void add(List<Group> groups, Group added) {
        if (added.local().forgotten()) {
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.pid().equals(added.pid()) && group.local().equals(added.local())) {
                groups.set(i, new Group(group.pid(), group.local(), group.count() + added.count()));
                return;
            }
        }
        groups.add(added);
    }

    /** Takes one process away. */
    static void removeOne(List<Group> groups, Group one) {
        remove(groups, new Group(one.pid(), one.local(), 1));
    }

    /** Takes as many processes away as are counted. */
    static void remove(List<Group> groups, Group some) {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.pid().equals(some.pid()) && group.local().equals(some.local()) && group.count() >= some.count()) {
                if (group.count() == some.count()) {
                    groups.remove(i);
                } else {
                    groups.set(i, new Group(group.pid(), group.local(), group.count() - some.count()));
                }
                return;
            }
        }
        throw new IllegalStateException("no process " + some);
    }
}
