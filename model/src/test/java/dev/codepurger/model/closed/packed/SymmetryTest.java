package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import dev.codepurger.model.purger.Profile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SymmetryTest {

    private static PackedWorld world(Plan... plans) {
        return new PackedWorld(new ClosedWorld(new Configuration("any", "any", new Configuration.Codes(true, true, false),
                ImmutableList.copyOf(plans), 0, 1, 0, ImmutableSet.of()), Profile.HARDENED), true);
    }

    private static Plan[] alike(int count) {
        return IntStream.range(0, count).mapToObj(i -> Plan.of("p" + i, Place.OLD, Freedom.DIE)).toArray(Plan[]::new);
    }

    @Test
    @DisplayName("seven that are alike are exchanged, and eight are too many")
    void tooMany() {
        PackedWorld seven = world(alike(7));
        long[] state = new long[seven.words()];
        seven.initial(state);
        // It stands for itself alone, for however they are exchanged it stays the same.
        assertEquals(1, seven.stepper().reduce(state));
        assertEquals("any: too many processes are alike",
                assertThrows(IllegalArgumentException.class, () -> world(alike(8)).stepper()).getMessage());
    }

    @Test
    @DisplayName("a state stands for all into which those that are alike can be exchanged, and comes to the same from each of them")
    void reduce() {
        PackedWorld world = world(Plan.of("p", Place.OLD, Freedom.DIE), Plan.of("q", Place.OLD, Freedom.DIE),
                Plan.of("r", Place.OLD, Freedom.DIE), Plan.of("s", Place.CURRENT, Freedom.DIE), Plan.of("c", Place.REMOTE).asks(Ask.PURGE));
        Stepper stepper = world.stepper();
        long[] initial = new long[world.words()];
        world.initial(initial);
        long[][] dead = new long[4][];
        stepper.from(initial, (label, target) -> {
            if (world.who(label).length() == 1 && "pqrs".contains(world.who(label))) {
                dead["pqrs".indexOf(world.who(label))] = target.clone();
            }
        });
        for (int i = 0; i < 3; i++) {
            assertEquals(3, stepper.reduce(dead[i]));
            assertArrayEquals(dead[0], dead[i]);
        }
        assertEquals(1, stepper.reduce(dead[3]));
    }
}
