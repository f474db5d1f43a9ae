package dev.codepurger.conformance.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

    @Test
    @DisplayName("labels read as what was done and seen")
    void labels() {
        assertEquals("soft_purge(r1, m, c) -> ok", Notation.label(new Label.Did(new Stimulus.SoftPurge("r1", "m", "c"), Response.OK)));
        assertEquals("hold -> no_effect", Notation.label(new Label.Did(new Stimulus.Hold(), Response.NO_EFFECT)));
        assertEquals("replied(r1, purge, {true,false})",
                Notation.label(new Label.Replied("r1", Label.RequestKind.PURGE, new Result.Hard(true, false))));
        assertEquals("quiet(held)", Notation.label(new Label.Quiet(Label.QuietKind.HELD, ImmutableSortedSet.of())));
        assertEquals("quiet(idle, suspended [p1, p2])",
                Notation.label(new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of("p2", "p1"))));
        assertEquals("effect answered(p1, true)", Notation.label(new Label.Showed(new Effect.Answered("p1", true))));
    }

    @Test
    @DisplayName("steps can be read back")
    void roundTrip() {
        List<Step> steps = List.of(new Step.Do(new Stimulus.Load("m", true)),
                new Step.Do(new Stimulus.Spawn("p1", new Where.InModule("m", Residence.ON_STACK),
                        ImmutableSet.of(Trait.DIRTY, Trait.TRAP_EXIT))),
                new Step.Do(new Stimulus.Spawn("p2", new Where.Nowhere())), new Step.Settle(), new Step.Poll(),
                new Step.Do(new Stimulus.Junk(Stimulus.JunkKind.NON_ATOM_MODULE)), new Step.Do(new Stimulus.Hold()));
        String text = Notation.steps(steps);
        assertEquals("load(m,true);spawn(p1,in_module(m,on_stack),[dirty,trap_exit]);spawn(p2,nowhere,[]);settle;poll;"
                + "junk(non_atom_module);hold", text);
        assertEquals(steps, StepReader.read(text));
    }

    @Test
    @DisplayName("a name may hold anything, and its text is harmless")
    void hostileNames() {
        String name = "a;b'c\"d\\e\u001b[31m\n\u202e, )\u00e9";
        List<Step> steps = List.of(new Step.Do(new Stimulus.Kill(name)), new Step.Do(new Stimulus.Kill("")));
        String text = Notation.steps(steps);
        assertTrue(text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '\''), text);
        assertEquals(steps, StepReader.read(text));
        assertFalse(Notation.label(new Label.Down(name, "normal")).chars().anyMatch(c -> c < ' ' || c > '~'));
    }

    @ParameterizedTest(name = "{0} is no list of steps: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"load(m| at character 6: expected ',', found the end",
            "fly(m)|expected one of", "load(m,maybe)|expected true or false", "settle settle|expected ';'",
            "spawn(p,nowhere,[tall])|expected a trait", "kill(\"\\u00zz\")|expected an escape", "kill(\"abc|expected a name in quotes",
            "kill()|expected a name", ";|expected a name", "junk(none)|expected a junk_kind"})
    void garbled(String text, String message) {
        IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, () -> StepReader.read(text));
        assertTrue(String.valueOf(problem.getMessage()).contains(message.strip()), problem.getMessage());
    }

    @ParameterizedTest(name = "every beginning of a list of steps is a list or is refused: {0}")
    @ValueSource(strings = {"load(m,true);spawn(p1,in_module(m,on_stack),[dirty,trap_exit]);settle;kill(\"\\u0041\")"})
    void beginnings(String text) {
        for (int end = 0; end <= text.length(); end++) {
            String part = text.substring(0, end);
            try {
                assertEquals(part.replaceAll(";$", ""), Notation.steps(StepReader.read(part)).replace("kill(A)", "kill(\"\\u0041\")"));
            } catch (IllegalArgumentException expected) {
                assertTrue(String.valueOf(expected.getMessage()).contains("character"), expected.getMessage());
            }
        }
    }

    @ParameterizedTest(name = "{0} fits {1}: {2}")
    @CsvSource({"kill-*,kill-limit,true", "KILL-?,KILL-3,true", "KILL-?,KILL-10,false", "*,anything,true", "a.c,abc,false",
            "kill,kill-limit,false"})
    void globs(String glob, String text, boolean fits) {
        assertEquals(fits, new Glob(glob).fits(text));
    }
}
