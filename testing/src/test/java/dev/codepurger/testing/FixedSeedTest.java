package dev.codepurger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class FixedSeedTest {
    private final String before = System.getProperty(FixedSeed.SEED, "");

    @AfterEach
    void restore() {
        System.setProperty(FixedSeed.SEED, before);
    }

    @Test
    void oneSeedGivesTheSameValuesTwice() {
        assertEquals(drawnWith("41"), drawnWith("41"));
    }

    @Test
    void anotherSeedGivesOtherValues() {
        assertNotEquals(drawnWith("41"), drawnWith("42"));
    }

    private static List<Integer> drawnWith(String seed) {
        System.setProperty(FixedSeed.SEED, seed);
        Drawing.DRAWN.clear();
        var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Drawing.class)).filters(includeEngines("jqwik"))
                .build();
        LauncherFactory.create().execute(request);
        assertEquals(20, Drawing.DRAWN.size());
        return List.copyOf(Drawing.DRAWN);
    }

    /** Run by the tests above; its name keeps it out of an ordinary run. */
    static class Drawing {
        static final List<Integer> DRAWN = new ArrayList<>();

        @Property(tries = 20)
        void draw(@ForAll int value) {
            DRAWN.add(value);
        }
    }
}
