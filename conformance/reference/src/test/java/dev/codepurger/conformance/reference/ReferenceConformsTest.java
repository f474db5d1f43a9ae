package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceConformsTest {

    static Stream<Arguments> games() {
        return ConformingScripts.ALL.keySet().stream().flatMap(name -> Stream.of(Profile.SEED, Profile.HARDENED)
                .flatMap(profile -> Game.ways(profile.withKillLimit(2), 4)).map(way -> Arguments.of(name, way)));
    }

    private static Script script(String name) {
        return Objects.requireNonNull(ConformingScripts.ALL.get(name));
    }

    @ParameterizedTest
    @MethodSource("games")
    void conforms(String script, OpenOptions way) {
        Game.play(ReferenceFamily.NAME, way, script(script)).mustPass();
    }

    static Stream<String> scripts() {
        return ConformingScripts.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aSeedGivesTheSameTraceTwice(String script) {
        for (long seed = 1; seed <= 3; seed++) {
            OpenOptions way = Game.seeded(Profile.HARDENED, seed).withEffects(true);
            assertEquals(Game.play(ReferenceFamily.NAME, way, script(script)).lines(),
                    Game.play(ReferenceFamily.NAME, way, script(script)).lines());
        }
    }

    @Test
    void theScriptsDoAndSeeEverythingThereIs() {
        Set<Class<?>> found = new HashSet<>();
        for (Profile profile : List.of(Profile.SEED, Profile.HARDENED)) {
            for (Script script : Iterables.concat(ConformingScripts.ALL.values(), FaultScripts.ALL.values())) {
                Game.play(ReferenceFamily.NAME, Game.seeded(profile, 1).withEffects(true), script).trace().forEach(label -> {
                    found.add(label.getClass());
                    if (label instanceof Label.Did did) {
                        found.add(did.stimulus().getClass());
                    } else if (label instanceof Label.Showed showed) {
                        found.add(showed.effect().getClass());
                    }
                });
            }
        }
        Set<Class<?>> missing = new HashSet<>();
        for (Class<?> root : List.of(Label.class, Stimulus.class, Effect.class)) {
            leaves(root).forEach(missing::add);
        }
        missing.removeAll(found);
        assertEquals(Set.of(), missing);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ReferenceConformsTest::leaves) : Stream.of(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seeded", "threads"})
    void leavesNoThreadBehind(String scheduler) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Subject subject = Game.subject(ReferenceFamily.NAME).open(Game.options(Profile.SEED, 1, scheduler));
        subject.apply(new Stimulus.Load("m", false));
        subject.close();
        assertEquals(Set.of(), Sets.difference(Thread.getAllStackTraces().keySet(), before));
    }

    @Test
    void seedsGiveDifferentTraces() {
        Script script = script("without-waiting");
        long different = Stream.iterate(1L, seed -> seed + 1).limit(20)
                .map(seed -> Game.play(ReferenceFamily.NAME, Game.seeded(Profile.SEED, seed), script).lines()).distinct().count();
        assertTrue(different > 10, () -> "only " + different + " of 20");
    }

    @Test
    void hasEveryCapabilityAndAllProfiles() {
        SubjectInfo info = Game.subject(ReferenceFamily.NAME).info();
        assertEquals(Set.of(Capability.values()), info.capabilities());
        assertEquals(Set.of("seed", "hardened", "otp-25", "otp-25-hardened"), info.profiles());
    }

    @Test
    void anUnknownSchedulerIsAnErrorThatSaysWhatThereIs() {
        OpenOptions options = new OpenOptions(1, Profile.SEED, Duration.ofSeconds(1), false, ImmutableMap.of("scheduler", "fair"));
        SubjectException e = assertThrows(SubjectException.class, () -> Game.subject(ReferenceFamily.NAME).open(options));
        assertEquals("there is no scheduler 'fair'; there is seeded and threads", e.getMessage());
    }
}
