package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A crowd is a map that changes cheaply. */
class CrowdTest {

    /** Does the same to both, and compares them. */
    @Test
    void isTheMapThatItStandsFor() {
        Random random = new Random(7);
        Map<String, Integer> plain = new LinkedHashMap<>(Map.of("first", 0));
        Crowd crowd = Crowd.of(plain);
        for (int i = 0; i < 2_000; i++) {
            String name = "p" + random.nextInt(300);
            if (plain.containsKey(name)) {
                plain.remove(name);
                crowd = crowd.without(name);
            } else {
                plain.put(name, i);
                crowd = crowd.with(name, i);
            }
            assertEquals(plain.size(), crowd.size());
            assertEquals(plain.get(name), crowd.number(name));
            assertEquals(plain.containsKey(name), crowd.has(name));
            assertEquals(ImmutableList.copyOf(plain.entrySet()), ImmutableList.copyOf(crowd.members()));
            assertEquals(ImmutableList.copyOf(plain.keySet()), ImmutableList.copyOf(crowd.names()));
            assertEquals(Crowd.of(plain), crowd);
            assertEquals(Crowd.of(plain).hashCode(), crowd.hashCode());
        }
        assertTrue(plain.size() > 100, "it has grown");
    }

    @Test
    void othersAreNotEqual() {
        Crowd crowd = Crowd.of(Map.of("a", 1, "b", 2));
        assertNotEquals(crowd, crowd.without("b"));
        assertNotEquals(crowd, crowd.without("b").with("b", 3));
        assertEquals(crowd, crowd.without("b").with("b", 2));
        assertNotEquals(crowd, Crowd.of(Map.of("a", 2, "b", 1)));
        assertFalse(crowd.without("a").has("a"));
        assertNull(crowd.without("a").number("a"));
        assertThrows(IllegalArgumentException.class, () -> crowd.without("c"));
    }
}
