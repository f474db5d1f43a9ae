package dev.codepurger.model.closed.packed;

/**
 * Lists of small numbers above 0 within one word, the first in the lowest bits. Zero is the empty list.
 *
 * @param width of an element, in bits
 */
record Lists(int width) {

    private static final int WORD = 64;

    int size(long list) {
        return (WORD - Long.numberOfLeadingZeros(list) + width - 1) / width;
    }

    int get(long list, int index) {
        return (int) (list >>> (index * width)) & ((1 << width) - 1);
    }

    int first(long list) {
        return get(list, 0);
    }

    long rest(long list) {
        return list >>> width;
    }

    long append(long list, int element) {
        return list | ((long) element << (size(list) * width));
    }

    long push(long list, int element) {
        return (list << width) | element;
    }

    /** Below zero if it is not there. */
    int indexOf(long list, int element) {
        int index = 0;
        for (long left = list; left != 0; left = rest(left), index++) {
            if (first(left) == element) {
                return index;
            }
        }
        return -1;
    }

    long removeAt(long list, int index) {
        int shift = index * width;
        // Shifts by a whole word shift by nothing.
        long behind = shift + width >= WORD ? 0 : (list >>> (shift + width)) << shift;
        return (list & ((1L << shift) - 1)) | behind;
    }

    /** Without all that equal this one. */
    long without(long list, int element) {
        long left = list;
        for (int at = indexOf(left, element); at >= 0; at = indexOf(left, element)) {
            left = removeAt(left, at);
        }
        return left;
    }

    /** Replaces each by what the table has for it. */
    long replaceAll(long list, int[] table) {
        long now = 0;
        int shift = 0;
        for (long left = list; left != 0; left = rest(left), shift += width) {
            now |= (long) table[first(left)] << shift;
        }
        return now;
    }
}
