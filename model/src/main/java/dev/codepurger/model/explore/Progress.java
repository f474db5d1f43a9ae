package dev.codepurger.model.explore;

/**
 * How far an exploration is.
 *
 * @param generated steps that were taken
 * @param states distinct states
 * @param depth steps to those that are looked at
 * @param queue states that were not looked at yet
 * @param resumed states that were there from a run before this one
 * @param bytesInMemory of states and their table
 * @param bytesInFiles the same
 */
public record Progress(long generated, long states, int depth, long queue, long resumed, long bytesInMemory, long bytesInFiles) {}
