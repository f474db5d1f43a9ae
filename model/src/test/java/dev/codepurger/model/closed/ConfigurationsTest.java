package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {

    @Test
    @DisplayName("worlds about limits are only for a purger that has them")
    void limits() {
        assertEquals(Configurations.all(), Configurations.of(Profile.SEED));
        assertEquals(Stream.of(Configurations.all(), Configurations.limited()).flatMap(List::stream).toList(),
                Configurations.of(Profile.OTP_25_HARDENED));
    }

    @Test
    @DisplayName("large worlds are found by their names, and not among those that are looked at in a moment")
    void large() {
        assertTrue(Configurations.large().stream().allMatch(world -> Configurations.find(world.name()).equals(Optional.of(world))));
        assertTrue(Configurations.large().stream().noneMatch(Configurations.all()::contains));
    }
}
