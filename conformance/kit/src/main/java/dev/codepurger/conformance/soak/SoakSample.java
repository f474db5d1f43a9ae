package dev.codepurger.conformance.soak;

import java.time.Duration;

/**
 * How a soak stood at one moment.
 *
 * @param events how many events were judged: stimuli and observations
 * @param parts how many parts
 * @param requests how many of the events were requests for a purge
 * @param purged how many requests certainly found old code, so that every process was asked
 * @param elapsed since the soak began
 * @param heap bytes that a collection left in use
 */
public record SoakSample(long events, long parts, long requests, long purged, Duration elapsed, long heap) {
}
