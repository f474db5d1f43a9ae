package dev.codepurger.conformance.soak;

import java.time.Duration;

/**
 * How a soak stood at one moment.
 *
 * @param events how many events were judged
 * @param parts how many parts
 * @param purged how many requests found old code to remove, so that every process was asked
 * @param elapsed since the clients began
 * @param heap bytes that were in use after a collection
 */
public record SoakSample(long events, long parts, long purged, Duration elapsed, long heap) {
}
