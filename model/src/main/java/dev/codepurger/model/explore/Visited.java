package dev.codepurger.model.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states that were come to, numbered in the order in which that happened, each with the one it was come to from. */
final class Visited<S> {

    private final List<S> states = new ArrayList<>();
    private final Map<S, Integer> numbers = new HashMap<>();
    private int[] from = new int[1024];

    int size() {
        return states.size();
    }

    S get(int number) {
        return states.get(number);
    }

    /** The number of a state, below zero if it is new. */
    int find(S state) {
        return numbers.getOrDefault(state, -1);
    }

    int add(S state, int cameFrom) {
        int number = states.size();
        states.add(state);
        numbers.put(state, number);
        if (number == from.length) {
            from = Arrays.copyOf(from, 2 * number);
        }
        from[number] = cameFrom;
        return number;
    }

    /** The states on the way on which this one was first come to, itself included. */
    List<S> wayTo(int number) {
        List<S> way = new ArrayList<>();
        for (int at = number; at >= 0; at = from[at]) {
            way.add(states.get(at));
        }
        Collections.reverse(way);
        return way;
    }
}
