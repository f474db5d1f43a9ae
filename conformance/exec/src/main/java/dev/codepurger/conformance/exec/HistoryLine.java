package dev.codepurger.conformance.exec;

import dev.codepurger.model.oracle.History.Event;

/**
 * A line of a history.
 *
 * @param by who did it or saw it; of one actor all events are in order
 * @param event what it was, and when
 */
public record HistoryLine(String by, Event event) {}
