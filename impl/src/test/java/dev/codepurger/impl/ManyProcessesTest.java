package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Observation;
import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Quiet;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Scheduling;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Ten thousand processes are no strain. */
class ManyProcessesTest {
    private static final int MANY = 10_000;

    @OnEverySchedule
    void tenThousandIdleProcessesAndTenThousandVictims(Scheduling scheduling) {
        AtomicInteger downs = new AtomicInteger();
        try (JvmNode node = JvmNode.builder()
                .scheduling(scheduling)
                .listener(observation -> {
                    if (observation instanceof Observation.Down) {
                        downs.incrementAndGet();
                    }
                })
                .start()) {
            node.load("m");
            for (int i = 0; i < MANY; i++) {
                node.spawn("idle" + i, new Place.Nowhere());
                node.spawn("victim" + i, new Place.InModule("m", Residence.WAITING));
            }
            node.load("m");
            assertFalse(node.purger().softPurge("m"));
            assertEquals(new PurgeResult(true, true), node.purger().purge("m"));
            node.load("m");
            assertEquals(new PurgeResult(true, false), node.purger().purge("m"));
            assertEquals(Optional.of(new Quiet(Quiet.Kind.IDLE, Set.of())), node.settle(Harness.LONG));
            assertEquals(MANY, downs.get());
            assertEquals(MANY + 1, node.processes().size());
        }
    }
}
