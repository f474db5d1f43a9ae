package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {

    private static List<Integer> contents(Lists lists, long list) {
        return IntStream.range(0, lists.size(list)).map(i -> lists.get(list, i)).boxed().toList();
    }

    /** As many as a word holds, and some of them twice. */
    private static List<Integer> full(Lists lists) {
        int largest = (1 << lists.width()) - 1;
        return IntStream.range(0, Long.SIZE / lists.width()).map(i -> largest - i % Math.min(largest, 5)).boxed().toList();
    }

    private static long of(Lists lists, List<Integer> elements) {
        long list = 0;
        for (int element : elements) {
            list = lists.append(list, element);
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 16})
    @DisplayName("a word full of elements is a list like any other")
    void full(int width) {
        Lists lists = new Lists(width);
        List<Integer> all = full(lists);
        long list = of(lists, all);
        assertEquals(all, contents(lists, list));
        assertEquals(all.get(0), lists.first(list));
        assertEquals(all.subList(1, all.size()), contents(lists, lists.rest(list)));
        assertEquals(list, lists.push(lists.rest(list), all.get(0)));
        for (int index = 0; index < all.size(); index++) {
            List<Integer> left = new ArrayList<>(all);
            left.subList(index, index + 1).clear();
            assertEquals(left, contents(lists, lists.removeAt(list, index)), "without " + index);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    @DisplayName("an element is found where it stands first, and removed wherever it stands")
    void elements(int width) {
        Lists lists = new Lists(width);
        List<Integer> all = full(lists);
        long list = of(lists, all);
        for (int element = 1; element < 1 << width; element++) {
            int one = element;
            assertEquals(all.indexOf(one), lists.indexOf(list, one));
            assertEquals(all.stream().filter(other -> other != one).toList(), contents(lists, lists.without(list, one)));
        }
        assertEquals(-1, lists.indexOf(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    @DisplayName("each is replaced by what the table has for it")
    void replaceAll(int width) {
        Lists lists = new Lists(width);
        List<Integer> all = full(lists);
        int[] table = IntStream.range(0, 1 << width).map(i -> i == 0 ? 0 : (1 << width) - i).toArray();
        assertEquals(all.stream().map(i -> table[i]).toList(), contents(lists, lists.replaceAll(of(lists, all), table)));
        assertEquals(0, lists.replaceAll(0, table));
    }
}
