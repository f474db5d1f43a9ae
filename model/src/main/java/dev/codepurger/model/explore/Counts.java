package dev.codepurger.model.explore;

/**
 * How much was seen. The same for every run over the same system.
 *
 * @param states distinct states
 * @param edges steps: distinct by where they begin, by what happens, and by where they lead
 * @param depth steps on a shortest way to the state that is farthest from the start
 * @param resting states in which nothing must happen any more
 */
public record Counts(int states, long edges, int depth, int resting) {}
