package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    /** Behind one word that is not its own; three words of sixteen elements each, with another word behind them. */
    private static final Mailbox THREE = Mailbox.of(1, 48, 4);
    private static final int FULL = 48;

    private static int element(int index) {
        return 1 + index % 15;
    }

    private static long[] filled(int size) {
        long[] state = {-1, 0, 0, 0, -1};
        IntStream.range(0, size).forEach(i -> THREE.append(state, element(i)));
        return state;
    }

    private static List<Integer> contents(long[] state) {
        assertEquals(-1, state[0], "the word before");
        assertEquals(-1, state[4], "the word behind");
        return IntStream.range(0, THREE.size(state)).map(i -> THREE.get(state, i)).boxed().toList();
    }

    private static List<Integer> elements(int size) {
        return IntStream.range(0, size).map(MailboxTest::element).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 1", "1, 4, 1", "16, 4, 1", "17, 4, 2", "32, 4, 2", "33, 4, 3", "13, 5, 2", "12, 5, 1"})
    @DisplayName("it has as few words as hold what must have room, and one at least")
    void words(int capacity, int width, int words) {
        assertEquals(words, Mailbox.of(1, capacity, width).words());
    }

    @Test
    @DisplayName("whatever its size, it gives back what was appended, in order")
    void append() {
        for (int size = 0; size <= FULL; size++) {
            long[] state = filled(size);
            assertEquals(elements(size), contents(state));
            assertEquals(size == 0, THREE.isEmpty(state));
        }
        assertEquals(element(0), THREE.head(filled(FULL)));
    }

    @Test
    @DisplayName("a message more than were thought possible is not lost, nor put where something else stands")
    void full() {
        long[] state = filled(FULL);
        assertThrows(IllegalStateException.class, () -> THREE.append(state, 1));
        assertEquals(elements(FULL), contents(state));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 32, 33, FULL})
    @DisplayName("what stood behind one that was taken moves up, over the ends of words too")
    void removeAt(int size) {
        for (int index = 0; index < size; index++) {
            long[] state = filled(size);
            THREE.removeAt(state, index);
            List<Integer> left = new ArrayList<>(elements(size));
            left.subList(index, index + 1).clear();
            assertEquals(left, contents(state), size + " without " + index);
        }
    }

    @Test
    @DisplayName("all that are equal to one are removed, the first and the last too, and none else")
    void removeAll() {
        for (int one : new int[]{element(0), element(FULL - 1), 15}) {
            long[] state = filled(FULL);
            THREE.removeAll(state, one);
            assertEquals(elements(FULL).stream().filter(other -> other != one).toList(), contents(state));
        }
        long[] ones = new long[]{-1, 0x111, 0, 0, -1};
        THREE.removeAll(ones, 1);
        assertTrue(THREE.isEmpty(ones));
        assertEquals(0, THREE.size(ones));
    }

    @Test
    @DisplayName("in the last word too, each is replaced by what the table has for it")
    void replaceAll() {
        long[] state = filled(FULL);
        THREE.replaceAll(state, IntStream.rangeClosed(0, 15).map(i -> i == 0 ? 0 : 16 - i).toArray());
        assertFalse(THREE.isEmpty(state));
        assertEquals(elements(FULL).stream().map(i -> 16 - i).toList(), contents(state));
        long[] empty = filled(0);
        THREE.replaceAll(empty, new int[]{9});
        assertArrayEquals(filled(0), empty);
    }
}
