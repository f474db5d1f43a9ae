package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Saved;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Other numbers for processes at rest, by what they are and not by when they came: two nodes that differ in who came first are one then. At rest nobody
 * but the list of processes has their numbers.
 */
final class Renumbering {

    /** Many who are alike come first, so that their numbers seldom change. */
    private static final Comparator<Group> ORDER = Comparator.<Group>comparingInt(group -> -group.count())
            .thenComparing(group -> group.local().in() == null ? "" : group.local().in().module())
            .thenComparingInt(group -> group.local().in() == null ? 0 : group.local().in().version())
            .thenComparingInt(group -> group.local().hashCode()).thenComparing(Group::pid);

    private final int[] now;

    private Renumbering(int[] now) {
        this.now = now;
    }

    /** The numbers that have changed. */
    ImmutableIntArray changed() {
        return ImmutableIntArray.copyOf(IntStream.range(1, now.length).filter(number -> now[number] != 0 && now[number] != number));
    }

    int now(int number) {
        return now[number];
    }

    /** Are these worlds at rest, with nothing in them that has the number of a process but the process? */
    static boolean serves(Collection<World> worlds) {
        return worlds.stream().allMatch(world -> world.phase instanceof Phase.WaitForRequest(Saved saved) && saved.equals(Saved.NOTHING)
                && world.mailbox.isEmpty() && world.pending.isEmpty() && world.effects.isEmpty()
                && world.groups.stream().map(Group::pid).distinct().count() == world.groups.size()
                && world.groups.stream().noneMatch(group -> group.pid().number() < 0));
    }

    /** The same for all of these worlds, which are at rest. */
    static Renumbering of(Collection<World> worlds, BitSet numbers) {
        int[] now = new int[numbers.length()];
        int next = 1;
        for (World world : worlds) {
            for (Group group : ImmutableList.sortedCopyOf(ORDER, world.groups)) {
                if (!group.pid().equals(World.PURGER)) {
                    List<Integer> left = new ArrayList<>(members(world, group));
                    left.removeIf(number -> now[number] != 0);
                    next = give(now, left, next);
                }
            }
        }
        return new Renumbering(now);
    }

    /** Gives the next numbers to these; whoever has one of them keeps it. */
    private static int give(int[] now, List<Integer> members, int next) {
        int end = next + members.size();
        BitSet kept = new BitSet();
        for (int number : members) {
            if (number >= next && number < end) {
                now[number] = number;
                kept.set(number);
            }
        }
        int free = next;
        for (int number : members) {
            if (now[number] == 0) {
                free = kept.nextClearBit(free);
                now[number] = free++;
            }
        }
        return end;
    }

    private static List<Integer> members(World world, Group group) {
        Crowd crowd = world.crowds.get(group.pid());
        if (crowd == null) {
            return List.of(group.pid().number() / 2);
        }
        List<Integer> members = new ArrayList<>();
        crowd.members().forEach(member -> members.add(member.getValue() / 2));
        members.sort(null);
        return members;
    }

    /** Nobody knows these worlds by other numbers. */
    void renumber(Draft draft) {
        ImmutableMap.Builder<Pid, Crowd> crowds = ImmutableMap.builder();
        List<Group> before = List.copyOf(draft.groups);
        draft.groups.clear();
        for (Group group : before) {
            Crowd crowd = draft.crowds.get(group.pid());
            Pid pid = group.pid();
            if (crowd != null) {
                ImmutableMap.Builder<String, Integer> members = ImmutableMap.builder();
                List<Integer> numbers = new ArrayList<>();
                crowd.members().forEach(member -> numbers.add(now[member.getValue() / 2]));
                numbers.sort(null);
                numbers.forEach(number -> members.put(Recycled.process(number), 2 * number));
                pid = new Pid(2 * numbers.get(0) + 1, "crowd of " + Recycled.process(numbers.get(0)));
                crowds.put(pid, Crowd.of(members.buildOrThrow()));
            } else if (!pid.equals(World.PURGER)) {
                int number = now[pid.number() / 2];
                pid = new Pid(2 * number, Recycled.process(number));
            }
            draft.groups.add(new Group(pid, group.local(), group.count()));
        }
        draft.crowds = crowds.buildOrThrow();
    }
}
