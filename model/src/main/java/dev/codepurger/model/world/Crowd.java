package dev.codepurger.model.world;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of processes that go by one pid, each with the number of the pid that it gets when it is named. Immutable; one more or one fewer costs
 * about the square root of how many there are, for what has changed is kept apart from the rest until it is as much as that.
 */
final class Crowd {

    private static final int FEW = 16;

    private final ImmutableMap<String, Integer> most;
    private final ImmutableSet<String> gone;
    private final ImmutableMap<String, Integer> come;
    private final int hash;

    private Crowd(ImmutableMap<String, Integer> most, ImmutableSet<String> gone, ImmutableMap<String, Integer> come, int hash) {
        this.most = most;
        this.gone = gone;
        this.come = come;
        this.hash = hash;
    }

    /** These, by name. */
    static Crowd of(Map<String, Integer> members) {
        return new Crowd(ImmutableMap.copyOf(members), ImmutableSet.of(), ImmutableMap.of(), members.hashCode());
    }

    int size() {
        return most.size() - gone.size() + come.size();
    }

    /** The number of the member of this name, null if there is none. */
    @Nullable Integer number(String name) {
        Integer number = come.get(name);
        return number != null ? number : gone.contains(name) ? null : most.get(name);
    }

    boolean has(String name) {
        return number(name) != null;
    }

    /** All of them, those that came first at the front. */
    Iterable<Map.Entry<String, Integer>> members() {
        return Iterables.concat(Iterables.filter(most.entrySet(), member -> !gone.contains(member.getKey())), come.entrySet());
    }

    /** Their names, in the same order. */
    Iterable<String> names() {
        return Iterables.transform(members(), Map.Entry::getKey);
    }

    /** One more, who is not among them. */
    Crowd with(String name, int number) {
        return settled(gone, Draft.with(come, name, number), hash + Map.entry(name, number).hashCode());
    }

    /** Without one who is among them. */
    Crowd without(String name) {
        int before = Map.entry(name, numberOf(name)).hashCode();
        return come.containsKey(name)
                ? settled(gone, ImmutableMap.copyOf(Maps.filterKeys(come, other -> !other.equals(name))), hash - before)
                : settled(ImmutableSet.copyOf(Sets.union(gone, ImmutableSet.of(name))), come, hash - before);
    }

    private int numberOf(String name) {
        Integer number = number(name);
        if (number == null) {
            throw new IllegalArgumentException("no member " + name);
        }
        return number;
    }

    private Crowd settled(ImmutableSet<String> nowGone, ImmutableMap<String, Integer> nowCome, int nowHash) {
        Crowd changed = new Crowd(most, nowGone, nowCome, nowHash);
        int changes = nowGone.size() + nowCome.size();
        boolean many = changes > FEW && (long) changes * changes > most.size();
        return many ? new Crowd(ImmutableMap.copyOf(changed.members()), ImmutableSet.of(), ImmutableMap.of(), nowHash) : changed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Crowd c && hash == c.hash && size() == c.size()
                && Iterables.all(members(), member -> member.getValue().equals(c.number(member.getKey()))));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
