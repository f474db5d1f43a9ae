package dev.codepurger.model.closed.packed;

/**
 * Where a number stands within a state.
 *
 * @param word in which word
 * @param shift how many bits stand below it
 * @param mask its bits, shifted down; 0 for what takes no room and is always 0
 */
record Field(int word, int shift, long mask) {

    long get(long[] state) {
        return (state[word] >>> shift) & mask;
    }

    int number(long[] state) {
        return (int) get(state);
    }

    boolean isSet(long[] state) {
        return get(state) != 0;
    }

    void set(long[] state, long value) {
        if ((value & mask) != value) {
            throw new IllegalStateException("no room for " + value);
        }
        state[word] = (state[word] & ~(mask << shift)) | (value << shift);
    }

    void set(long[] state, boolean value) {
        set(state, value ? 1 : 0);
    }
}
