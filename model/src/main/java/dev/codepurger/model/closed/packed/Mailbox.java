package dev.codepurger.model.closed.packed;

/**
 * A list of small numbers above 0 that goes over several words of a state, the first in the lowest bits of the first word.
 *
 * @param first the first word
 * @param words how many
 * @param elements lists of one word
 * @param perWord how many elements a word holds
 */
record Mailbox(int first, int words, Lists elements, int perWord) {

    static Mailbox of(int first, int capacity, int width) {
        int perWord = Long.SIZE / width;
        return new Mailbox(first, Math.max(1, (capacity + perWord - 1) / perWord), new Lists(width), perWord);
    }

    boolean isEmpty(long[] state) {
        return state[first] == 0;
    }

    int head(long[] state) {
        return elements.first(state[first]);
    }

    int size(long[] state) {
        int last = words - 1;
        while (last > 0 && state[first + last] == 0) {
            last--;
        }
        return last * perWord + elements.size(state[first + last]);
    }

    int get(long[] state, int index) {
        return elements.get(state[first + index / perWord], index % perWord);
    }

    void append(long[] state, int element) {
        int at = size(state);
        if (at == words * perWord) {
            throw new IllegalStateException("more messages than were thought possible");
        }
        state[first + at / perWord] |= (long) element << (at % perWord * elements.width());
    }

    void removeAt(long[] state, int index) {
        int word = index / perWord;
        long rest = elements.removeAt(state[first + word], index % perWord);
        for (; word < words - 1; word++) {
            long next = state[first + word + 1];
            state[first + word] = rest | ((long) elements.first(next) << ((perWord - 1) * elements.width()));
            rest = elements.rest(next);
        }
        state[first + word] = rest;
    }

    /** Without all that equal this one. */
    void removeAll(long[] state, int element) {
        for (int i = size(state) - 1; i >= 0; i--) {
            if (get(state, i) == element) {
                removeAt(state, i);
            }
        }
    }

    /** Replaces each by what the table has for it. */
    void replaceAll(long[] state, int[] table) {
        for (int word = first; word < first + words; word++) {
            state[word] = elements.replaceAll(state[word], table);
        }
    }
}
