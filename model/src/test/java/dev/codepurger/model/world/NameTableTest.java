package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Names with numbers are two maps that change cheaply. */
class NameTableTest {

    private static void same(Map<Integer, String> plain, NameTable table, int highest) {
        for (int number = 1; number <= highest; number++) {
            assertEquals(plain.get(number), table.name(number));
        }
        plain.forEach((number, name) -> assertEquals(number, table.number(name)));
    }

    @Test
    @DisplayName("names and numbers are those of the maps that the table stands for")
    void isTheMapsThatItStandsFor() {
        Random random = new Random(3);
        Map<Integer, String> plain = new HashMap<>();
        NameTable table = NameTable.EMPTY;
        for (int i = 0; i < 600; i++) {
            int number = 1 + random.nextInt(150);
            String gone = plain.remove(number);
            if (gone == null) {
                plain.put(number, "name" + i);
                table = table.with(number, "name" + i);
            } else {
                table = table.without(number);
                assertEquals(0, table.number(gone), "it is gone");
            }
            assertEquals(0, table.number("nobody" + i));
            if (i % 10 == 0) {
                same(plain, table, 200);
            }
        }
    }

    @Test
    @DisplayName("names whose hash codes are equal have numbers of their own")
    void namesOfOneHashCode() {
        NameTable table = NameTable.EMPTY.with(1, "AaAa").with(2, "BBBB").with(3, "AaBB");
        assertEquals(1, table.number("AaAa"));
        assertEquals(2, table.number("BBBB"));
        assertEquals(3, table.number("AaBB"));
        assertEquals(0, table.number("BBAa"));
        assertEquals(0, table.without(2).number("BBBB"));
        assertEquals(3, table.without(2).number("AaBB"));
    }

    @Test
    @DisplayName("numbers far from each other have names of their own, and those between have none")
    void numbersFarFromEachOther() {
        NameTable table = NameTable.EMPTY.with(1, "a").with(63, "b").with(64, "c").with(200, "d");
        assertEquals("b", table.name(63));
        assertEquals("c", table.name(64));
        assertEquals("d", table.name(200));
        assertNull(table.name(65));
        assertNull(table.name(191));
        assertNull(table.name(256));
        assertNull(NameTable.EMPTY.name(1));
    }

    @Test
    @DisplayName("a table from which a number is taken stays what it was")
    void isImmutable() {
        NameTable before = NameTable.EMPTY.with(1, "a").with(2, "b");
        NameTable after = before.without(1);
        assertEquals("a", before.name(1));
        assertEquals(1, before.number("a"));
        assertNull(after.name(1));
        assertSame(after, after.without(1), "there is nothing to take");
        assertEquals(7, after.with(7, "a").number("a"), "a name that is used again");
    }
}
