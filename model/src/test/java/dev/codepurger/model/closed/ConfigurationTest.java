package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Configuration.Codes;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.world.Module;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {

    private static final Codes TWO = new Codes(true, true, false);

    private static Configuration world(Codes codes, int loads, int killLimit, int requestLimit, Plan... plans) {
        return new Configuration("any", "any", codes, ImmutableList.copyOf(plans), loads, killLimit, requestLimit, ImmutableSet.of());
    }

    private static void assertRefused(String why, Codes codes, int loads, int killLimit, int requestLimit, Plan... plans) {
        assertEquals("any: " + why, assertThrows(IllegalArgumentException.class,
                () -> world(codes, loads, killLimit, requestLimit, plans)).getMessage());
    }

    @Test
    @DisplayName("a module has no three codes, and any two")
    void codes() {
        assertRefused("a module with old and current code has no pending code", new Codes(true, true, true), 0, 1, 0);
        for (Codes codes : ImmutableList.of(TWO, new Codes(true, false, true), new Codes(false, true, true))) {
            assertEquals(codes, world(codes, 0, 1, 0).codes());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, -1, 0", "1, 0, -2"})
    @DisplayName("limits that cannot be are refused")
    void limits(int killLimit, int requestLimit, int loads) {
        assertRefused("kill limit must be positive, and request limit and loads must not be negative", TWO, loads, killLimit, requestLimit);
    }

    @Test
    @DisplayName("the least limits are taken, and loads without an end")
    void leastLimits() {
        assertEquals(Configuration.ALWAYS, world(TWO, Configuration.ALWAYS, 1, 0).loads());
    }

    @Test
    @DisplayName("names are unique, and none is that of the purger")
    void names() {
        assertRefused("two processes are called p", TWO, 0, 1, 0, Plan.of("p", Place.OLD), Plan.of("p", Place.OLD));
        assertRefused("two processes are called purger", TWO, 0, 1, 0, Plan.of("purger", Place.OLD));
    }

    @ParameterizedTest
    @CsvSource({"OLD, false, true, true", "CURRENT, true, false, true", "PENDING, true, true, false"})
    @DisplayName("a process begins in code that is there")
    void place(Place place, boolean old, boolean current, boolean pending) {
        assertRefused("no code for p to begin in", new Codes(old, current, pending), 0, 1, 0, Plan.of("p", place));
    }

    @ParameterizedTest
    @CsvSource({"ELSEWHERE", "REMOTE"})
    @DisplayName("a process that is in no code needs none")
    void noPlace(Place place) {
        assertEquals(1, world(new Codes(false, false, false), 0, 1, 0, Plan.of("p", place)).processes().size());
    }

    static Stream<Arguments> freedoms() {
        Plan asking = Plan.of("p", Place.OLD, Freedom.AGAIN);
        return Stream.of(
                Arguments.of(Configuration.ALWAYS, Plan.of("p", Place.OLD, Freedom.CALL),
                        "p calls a fun of version 1, which many codes may be in turn"),
                Arguments.of(0, asking.asks(Ask.PURGE, Ask.FORGED_DOWN), "p would send DOWNs without an end, for it waits for no answer"),
                Arguments.of(0, asking, "p asks nothing, so not again"), Arguments.of(0, asking.asks(Ask.TEST_PURGE).may(Freedom.EAGER),
                        "p is eager, so what it says could be meant for another of its sessions"));
    }

    @ParameterizedTest
    @MethodSource("freedoms")
    @DisplayName("what could be taken for something else of the same number is refused")
    void refusedFreedoms(int loads, Plan plan, String why) {
        assertRefused(why, TWO, loads, 1, 0, plan);
    }

    static Stream<Arguments> taken() {
        return Stream.of(Arguments.of(Configuration.ALWAYS, Plan.of("p", Place.OLD, Freedom.DIE)),
                Arguments.of(1, Plan.of("p", Place.OLD, Freedom.CALL)), Arguments.of(0, Plan.of("p", Place.OLD).asks(Ask.FORGED_DOWN)),
                Arguments.of(0, Plan.of("p", Place.OLD, Freedom.AGAIN).asks(Ask.PURGE)), Arguments.of(0, Plan.of("p", Place.OLD)),
                Arguments.of(0, Plan.of("p", Place.OLD, Freedom.EAGER).asks(Ask.TEST_PURGE)));
    }

    @ParameterizedTest
    @MethodSource("taken")
    @DisplayName("each of these alone is taken")
    void takenFreedoms(int loads, Plan plan) {
        assertEquals(ImmutableList.of(plan), world(TWO, loads, 1, 0, plan).processes());
    }

    @Test
    @DisplayName("a world begins with the codes that it says")
    void module() {
        Module none = new Codes(false, false, false).module();
        assertEquals(Module.UNKNOWN, none);
        Module old = new Codes(true, false, false).module();
        assertNotNull(old.old());
        assertNull(old.current());
        Module current = new Codes(false, true, true).module();
        assertNull(current.old());
        assertNotNull(current.current());
        assertNotNull(current.pending());
        assertNull(TWO.module().pending());
        assertNotNull(TWO.module().old());
        assertNotNull(TWO.module().current());
    }
}
