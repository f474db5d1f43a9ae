package dev.codepurger.conformance.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Interleaved actors")
class InterleavedTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static Attempt play(Program program, Profile profile, boolean effects, long seed) throws SubjectException {
        try (Subject subject = SubjectRegistry.load().find("model").orElseThrow()
                .open(OpenOptions.of(profile).withSeed(seed).withEffects(effects))) {
            return new Played(program, seed, false, profile, OracleOptions.DEFAULT.withEffects(effects), TIMEOUT).perform(subject);
        }
    }

    @ParameterizedTest
    @DisplayName("conform on the model, in every profile and channel")
    @ValueSource(strings = {"seed", "hardened"})
    void conform(String name) throws SubjectException {
        Profile profile = (name.equals("seed") ? Profile.SEED : Profile.HARDENED).withKillLimit(2);
        for (long seed = 1; seed <= 8; seed++) {
            for (List<Role> cast : Casts.all()) {
                for (boolean effects : List.of(false, true)) {
                    Attempt attempt = play(Programs.of(seed, cast, ImmutableSet.copyOf(Capability.values())), profile, effects, seed);
                    assertEquals(Ending.PASSED, attempt.ending(), () -> attempt.message() + "\n" + attempt.trace());
                }
            }
        }
    }

    @Test
    @DisplayName("act in the same order for the same seed, and in others for others")
    void repeatable() throws SubjectException {
        Program program = Programs.of(3, List.of(Role.CLIENT, Role.CLIENT, Role.LOADER), ImmutableSet.copyOf(Capability.values()));
        Set<Object> orders = new HashSet<>();
        for (long seed = 1; seed <= 10; seed++) {
            Attempt once = play(program, Profile.SEED, false, seed);
            assertEquals(once.trace(), play(program, Profile.SEED, false, seed).trace());
            orders.add(once.trace());
        }
        assertTrue(orders.size() > 5, () -> orders.size() + " orders");
    }

    @Test
    @DisplayName("that show something illegal are cut there, with what would have been legal")
    void violated() throws SubjectException {
        Program program = Programs.of(3, List.of(Role.CLIENT, Role.CLIENT), ImmutableSet.copyOf(Capability.values()));
        Attempt right = play(program, Profile.SEED, false, 1);
        String text = HistoryText.write(right.history().orElseThrow()).replaceFirst("replied\\(([^)]*)\\{[a-z]+,[a-z]+\\}",
                "replied($1{false,true}");

        Attempt wrong = HistoryAttempt.of(HistoryText.read(text), Profile.SEED, OracleOptions.DEFAULT, true);

        assertEquals(Ending.VIOLATED, wrong.ending());
        assertTrue(wrong.trace().size() < right.trace().size());
        assertFalse(wrong.legal().isEmpty());
        assertTrue(wrong.message().contains("{false,true}"), wrong.message());
    }
}
