package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.stream.Stream;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.model.purger.Profile;

class ReferenceConformsTest {

    static Stream<Arguments> games() {
        return ConformingScripts.ALL.keySet().stream().flatMap(name -> Stream.of(Profile.SEED, Profile.HARDENED)
                .flatMap(profile -> Game.ways(profile.withKillLimit(2))).map(way -> Arguments.of(name, way)));
    }

    private static Script script(String name) {
        return Objects.requireNonNull(ConformingScripts.ALL.get(name));
    }

    @ParameterizedTest
    @MethodSource("games")
    void conforms(String script, OpenOptions way) {
        Game.play(ReferenceFamily.NAME, way, script(script)).mustPass();
    }

    @ParameterizedTest
    @MethodSource("games")
    void aSeedGivesTheSameTraceTwice(String script, OpenOptions way) {
        OpenOptions seeded = Game.seeded(way.profile(), way.seed()).withEffects(true);
        assertEquals(Game.play(ReferenceFamily.NAME, seeded, script(script)).lines(),
                Game.play(ReferenceFamily.NAME, seeded, script(script)).lines());
    }

    @Test
    void seedsGiveDifferentTraces() {
        Script script = script("without-waiting");
        long different = Stream.iterate(1L, seed -> seed + 1).limit(20)
                .map(seed -> Game.play(ReferenceFamily.NAME, Game.seeded(Profile.SEED, seed), script).lines()).distinct().count();
        assertTrue(different > 10, () -> "only " + different + " of 20");
    }

    @Test
    void hasEveryCapabilityAndBothProfiles() {
        SubjectInfo info = Game.subject(ReferenceFamily.NAME).info();
        assertEquals(java.util.Set.of(Capability.values()), info.capabilities());
        assertEquals(java.util.Set.of("seed", "hardened"), info.profiles());
    }

    @Test
    void anUnknownSchedulerIsAnErrorThatSaysWhatThereIs() {
        OpenOptions options = new OpenOptions(1, Profile.SEED, java.time.Duration.ofSeconds(1), false, ImmutableMap.of("scheduler", "fair"));
        SubjectException e = assertThrows(SubjectException.class, () -> Game.subject(ReferenceFamily.NAME).open(options));
        assertEquals("there is no scheduler 'fair'; there is seeded and threads", e.getMessage());
    }
}
