package dev.codepurger.conformance.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.Needs;
import dev.codepurger.conformance.concurrent.Program.Act;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.world.Stimulus;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Programs")
class ProgramsTest {
    private static final ImmutableSet<Capability> ALL = ImmutableSet.copyOf(Capability.values());

    @Test
    @DisplayName("come from the seed alone")
    void deterministic() {
        List<Role> cast = List.of(Role.values());

        assertEquals(Programs.of(7, cast, ALL), Programs.of(7, cast, ALL));
        assertNotEquals(Programs.of(7, cast, ALL), Programs.of(8, cast, ALL));
    }

    @Test
    @DisplayName("ask a subject for nothing that it lacks")
    void able() {
        ImmutableSet<Capability> few = Sets.immutableEnumSet(EnumSet.of(Capability.KILL_LIMIT));
        for (long seed = 0; seed < 200; seed++) {
            stimuli(Programs.of(seed, List.of(Role.values()), few))
                    .forEach(stimulus -> assertTrue(few.containsAll(Needs.of(stimulus)), stimulus::toString));
        }
    }

    @Test
    @DisplayName("make every kind of stimulus that an actor can make")
    void varied() {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            for (List<Role> cast : Casts.all()) {
                stimuli(Programs.of(seed, cast, ALL)).forEach(stimulus -> kinds.add(stimulus.getClass()));
            }
        }
        // Holds and pauses order what is to be free here; the rest are kept for cases that need an offer, a trait, the purger's own code.
        assertEquals(Set.of(Stimulus.Load.class, Stimulus.Delete.class, Stimulus.BeginOnLoad.class, Stimulus.CheckOldCode.class,
                Stimulus.Spawn.class, Stimulus.Leave.class, Stimulus.Exit.class, Stimulus.Kill.class, Stimulus.Alive.class,
                Stimulus.MakeFun.class, Stimulus.CallFun.class, Stimulus.Call.class, Stimulus.Purge.class, Stimulus.SoftPurge.class,
                Stimulus.FinishAfterOnLoad.class, Stimulus.TestPurge.class, Stimulus.Continue.class, Stimulus.Complete.class,
                Stimulus.ChangePrio.class, Stimulus.Junk.class, Stimulus.ForgeDown.class, Stimulus.ForgeCheckReply.class), kinds);
    }

    private static Stream<Stimulus> stimuli(Program program) {
        Stream<Stimulus> acts = program.actors().values().stream().flatMap(List::stream).filter(Act.Do.class::isInstance)
                .map(act -> ((Act.Do) act).stimulus());
        return Stream.of(program.setup().stream(), acts, program.ending().stream()).flatMap(all -> all);
    }
}
