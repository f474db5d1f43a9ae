package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Phase;
import java.util.Optional;

/**
 * The messages without which the purger does not go on: what somebody would look for who finds it waiting.
 *
 * @param replies how many answers to check requests have not been consumed
 * @param from the processes that they can be from
 * @param deaths how many {@code DOWN} messages of killed processes have not been consumed
 * @param of the processes that they can be of
 * @param word the word of a tester that a session waits for, such as {@code continue(r1)}
 */
public record Awaited(int replies, ImmutableSortedSet<String> from, int deaths, ImmutableSortedSet<String> of, Optional<String> word) {

    /** What the purger waits for in a world; nothing where it is free for any request, or on its way. */
    public static Optional<Awaited> in(World world) {
        if (!world.effects.isEmpty()) {
            // What it has taken would be seen before it waits again.
            return Optional.empty();
        }
        return switch (world.phase) {
            case Phase.Check check -> Optional.of(in(world, check));
            case Phase.Started session -> Optional.of(word("continue(" + session.work().ref() + ")"));
            case Phase.Continued session -> Optional.of(word("complete(" + session.work().ref() + ")"));
            default -> Optional.empty();
        };
    }

    private static Awaited word(String word) {
        return new Awaited(0, ImmutableSortedSet.of(), 0, ImmutableSortedSet.of(), Optional.of(word));
    }

    private static Awaited in(World world, Phase.Check check) {
        ImmutableSortedSet.Builder<String> from = ImmutableSortedSet.naturalOrder();
        ImmutableSortedSet.Builder<String> of = ImmutableSortedSet.naturalOrder();
        for (Group group : world.groups) {
            if (group.local().ask() != Local.Ask.NONE) {
                from.addAll(names(world, group));
            }
            if (group.local().watch() == Local.Watch.KILL) {
                of.addAll(names(world, group));
            }
        }
        return new Awaited(check.unanswered(), from.build(), check.kill().outstanding().size(), of.build(), Optional.empty());
    }

    private static Iterable<String> names(World world, Group group) {
        Crowd crowd = world.crowds.get(group.pid());
        return crowd == null ? ImmutableSortedSet.of(group.pid().name()) : crowd.names();
    }

    /** How many messages these are. */
    public int count() {
        return replies + deaths + (word.isPresent() ? 1 : 0);
    }
}
