package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    /** Each fault in several ways in which it can be seen, with a small kill limit. */
    static Stream<Arguments> faults() {
        return scripted().flatMap(fault -> Game.ways(fault.profile().withKillLimit(2), 2).filter(way -> shows(fault, way))
                .map(way -> Arguments.of(Named.of(fault.name(), fault), way)));
    }

    private static Stream<Fault> scripted() {
        return FaultScripts.ALL.keySet().stream().map(name -> Fault.find(name).orElseThrow());
    }

    private static boolean shows(Fault fault, OpenOptions way) {
        boolean byEffects = fault.ways().contains(Way.EFFECTS);
        return way.effects() ? byEffects : !byEffects || fault.ways().size() > 1;
    }

    static Stream<Arguments> names() {
        return Fault.all().stream().map(fault -> Arguments.of(fault.name()));
    }

    private static Script script(Fault fault) {
        return Objects.requireNonNull(FaultScripts.ALL.get(fault.name()), fault::name);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isRejectedForItsRule(Fault fault, OpenOptions way) {
        Game game = Game.play(fault.subject(), way, script(fault));
        assertFalse(game.blamed(fault.rules()).isEmpty(), game::toString);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isTheOnlyReason(Fault fault, OpenOptions way) {
        Game.play(ReferenceFamily.NAME, way, script(fault)).mustPass();
    }

    @ParameterizedTest
    @FieldSource("LIMITS")
    void theLimitItselfIsSeenToo(String name) {
        Fault fault = Fault.find(name).orElseThrow();
        OpenOptions way = Game.seeded(fault.profile(), 1);
        Game.play(ReferenceFamily.NAME, way, script(fault)).mustPass();
        assertFalse(Game.play(fault.subject(), way, script(fault)).blamed(fault.rules()).isEmpty());
    }

    static final List<String> LIMITS = List.of("kill-limit-11", "kill-limit-9", "first-in-first-out");

    @ParameterizedTest
    @MethodSource("names")
    void isListedAndFound(String name) throws SubjectException {
        SubjectRegistry registry = SubjectRegistry.load();
        assertTrue(registry.names().anyMatch(("fault:" + name)::equals));
        assertEquals("fault:" + name, registry.find("fault:" + name).orElseThrow().info().name());
    }

    @Test
    void isOnlyOfferedUnderProfilesWhoseRulesItBreaks() {
        assertEquals(Set.of("seed", "hardened", "otp-25", "otp-25-hardened"), Game.subject("fault:lost-down").info().profiles());
        assertEquals(Set.of("seed", "otp-25"), Game.subject("fault:finish-saved").info().profiles());
        assertEquals(Set.of("hardened", "otp-25-hardened"), Game.subject("fault:finish-lost").info().profiles());
    }

    @Test
    void anUnknownFaultIsAnErrorThatSaysWhatThereIs() {
        SubjectException e = assertThrows(SubjectException.class, () -> SubjectRegistry.load().find("fault:nothing"));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("'fault:nothing'"), message);
        Fault.all().forEach(fault -> assertTrue(message.contains(fault.name()), message));
    }

    @Test
    void otherNamesAreNotOfThisFamily() throws SubjectException {
        assertEquals(Optional.empty(), new FaultFamily().find("faulty"));
        assertEquals(Optional.empty(), new ReferenceFamily().find("refer"));
    }
}
