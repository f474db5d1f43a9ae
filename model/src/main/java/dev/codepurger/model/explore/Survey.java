package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What a {@link PackedExplorer} saw.
 *
 * @param complete was every state looked at, or was there a bound
 * @param counts how much it looked at; the same for any number of workers
 * @param unreducedStates for how many states those stand that it looked at; more only if it did not tell equal processes apart
 * @param unreducedEdges the same of the edges
 * @param bytes in memory and in files, for states and to find them
 * @param secondsWaited the time that workers have waited for each other, of all of them together
 * @param everyWayEnds is there no way that goes on for ever; false also if that was not looked at, for there were no questions, or a bound
 * @param ways for each question that was decided, a shortest way to a state that decides it, both ends included; from several such states the one
 *            whose words come first is taken, and of the ways to it that whose steps come first
 */
public record Survey(boolean complete, Counts counts, long unreducedStates, long unreducedEdges, long bytes,
        double secondsWaited, boolean everyWayEnds, ImmutableMap<Integer, ImmutableList<long[]>> ways) {
}
