package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MutantsTest {

    private static Mutants of(Profile profile, int bound) {
        return Mutants.of(List.of(Configurations.find("finish-in-check").orElseThrow()), profile, bound);
    }

    private static Mutant mutant(Mutants all, Rule relaxed) {
        return all.mutants().stream().filter(one -> one.relaxed() == relaxed).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("a mutant breaks a claim, or only does something else, or not even that")
    void fates() {
        Mutants all = of(Profile.HARDENED, 20_000);
        assertEquals(Mutant.Fate.CAUGHT, mutant(all, QUEUE_6).fate());
        assertEquals(Map.of("LIVE-1", "finish-in-check", "LIVE-1 ever", "finish-in-check"), mutant(all, QUEUE_6).broken());
        assertEquals(Mutant.Fate.UNSEEN, mutant(all, CHECK_1).fate());
        assertEquals(Mutant.Fate.SAME, mutant(all, HANDSHAKE_17).fate());
        assertEquals(all.mutants().size(), all.of(Mutant.Fate.CAUGHT).size() + all.of(Mutant.Fate.UNSEEN).size()
                + all.of(Mutant.Fate.SAME).size());
    }

    @Test
    @DisplayName("a claim or a promise that there is no occasion to break in a world is left over")
    void unbroken() {
        Mutants all = of(Profile.HARDENED, 20_000);
        assertTrue(all.unbroken().contains("HANDSHAKE-17"), all.unbroken().toString());
        // So is a promise: there is no tester to be held for.
        assertTrue(all.unbroken().contains("LIVE-4 ever"), all.unbroken().toString());
        assertFalse(all.unbroken().contains("LIVE-1"), all.unbroken().toString());
        // What can be come to is no claim that somebody breaks.
        assertFalse(all.unbroken().contains(Goal.ALL_DONE.id()), all.unbroken().toString());
    }

    @Test
    @DisplayName("what the right purger breaks itself is no merit of a mutant, and only rules of the profile are relaxed")
    void seed() {
        Mutants all = of(Profile.SEED, 20_000);
        assertTrue(all.mutants().stream().noneMatch(one -> one.broken().containsKey("LIVE-1") || one.relaxed() == QUEUE_6));
        assertFalse(all.unbroken().contains("LIVE-1"), all.unbroken().toString());
        assertEquals(Mutant.Fate.UNSEEN, mutant(all, QUEUE_5).fate());
    }

    @Test
    @DisplayName("with a bound nothing is said of a mutant that breaks no claim before it")
    void bound() {
        Mutants all = of(Profile.HARDENED, 5);
        assertEquals(Mutant.Fate.UNKNOWN, mutant(all, HANDSHAKE_17).fate());
        assertFalse(mutant(all, HANDSHAKE_17).complete());
    }

    @Test
    @DisplayName("a goal that a mutant with more ways has not come to before the bound is no claim that it breaks")
    void goalBehindBound() {
        assertTrue(of(Profile.HARDENED, 10).mutants().stream().noneMatch(one -> one.broken().containsKey(Goal.ALL_DONE.id())));
    }

    @Test
    @DisplayName("with a bound that only the right purger keeps within, nothing is said of one that does more")
    void boundOfTheRightOne() {
        Configuration world = Configurations.find("finish-in-check").orElseThrow();
        long states = new Explorer<>(new ClosedWorld(world, Profile.HARDENED), (Move move) -> move.kind().mustHappen(), List.of(), 20_000)
                .explore().counts().states();
        Mutants all = of(Profile.HARDENED, Math.toIntExact(states));
        assertEquals(Mutant.Fate.SAME, mutant(all, HANDSHAKE_17).fate());
        assertEquals(Mutant.Fate.UNKNOWN, mutant(all, CHECK_1).fate());
    }
}
