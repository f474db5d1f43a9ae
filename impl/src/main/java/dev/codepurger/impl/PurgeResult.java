package dev.codepurger.impl;

/**
 * Result of a hard purge (seed L87-106).
 *
 * @param wasOld whether there was old code
 * @param didKill whether a kill was issued; the victim may have exited by itself before it came
 */
public record PurgeResult(boolean wasOld, boolean didKill) {}
