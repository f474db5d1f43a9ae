package dev.codepurger.conformance.generate;

import java.util.List;

/** Numbers that jqwik chose for one move. Smaller ones mean earlier names and plainer choices, which is what shrinking goes to. */
record Picks(List<Integer> numbers) {
    static final int COUNT = 8;
    static final int MAX = 119;

    /** The {@code nth} number itself. */
    int number(int nth) {
        return numbers.get(nth);
    }

    /** The {@code nth} number picks one of these. */
    <T> T of(int nth, List<T> choices) {
        return choices.get(numbers.get(nth) % choices.size());
    }

    /** True once in {@code times}. */
    boolean oneIn(int nth, int times) {
        return numbers.get(nth) % times == times - 1;
    }
}
