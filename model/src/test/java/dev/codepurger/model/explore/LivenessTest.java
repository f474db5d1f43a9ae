package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.lts.TransitionSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivenessTest {

    /** A small letter is a weak class, a capital one a strong class, and nothing is assumed of a dot. */
    static List<Fairness<Character>> fairness(Drawn system) {
        return system.steps().stream().map(step -> step.charAt(1)).filter(Character::isLetter).distinct().sorted()
                .map(LivenessTest::fairness).toList();
    }

    private static Fairness<Character> fairness(char letter) {
        return Character.isUpperCase(letter) ? Fairness.strong("" + letter, label -> label == letter)
                : Fairness.weak("" + letter, label -> label == letter);
    }

    /** Whenever the state is one of the first digits, it is one of the second, or will be; without first ones, always again. */
    static LeadsTo<Integer> leadsTo(String when, String then) {
        return when.equals("*") ? LeadsTo.again("again", "always again " + then, state -> then.contains("" + state))
                : new LeadsTo<>("leads", when + " leads to " + then, state -> when.contains("" + state),
                        state -> then.contains("" + state));
    }

    private static Optional<Lasso<Integer, Character>> lasso(String drawn, String when, String then) {
        Drawn system = Drawn.of(drawn);
        return new Liveness<>(system, fairness(system), 100).check(leadsTo(when, then)).lasso();
    }

    /** As {@code 0a1|b2c1}: before the bar the prefix, behind it the loop. */
    private static String written(Lasso<Integer, Character> lasso) {
        return lasso.prefix().start() + written(lasso.prefix().steps()) + "|" + written(lasso.loop());
    }

    private static String written(List<Transition<Integer, Character>> steps) {
        return steps.stream().map(step -> "" + step.label() + step.target()).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            # a state in which nothing is possible, and one in which nothing need happen
            0a1;                0;  2; 0a1|
            0a1 1.2;            0;  2; 0a1|
            0a1 1b2;            0;  2;
            # one that need not be left is stayed in
            0.2;                0;  2; 0|
            # a loop through what must come is none, one beside it is
            0a1 1b0;            0;  1;
            0a1 1b0 0a2 2b0;    0;  1; 0|a2b0
            # a step to itself
            0a0 0b1;            0;  1;
            0a0 0a1;            0;  1; 0|a0
            # a fair loop inside a larger component, of which the largest loop is unfair to A, and of which another one is
            0A1 0b2 2c0 2d3 3e2;             *;  1; 0b2|d3e2
            0B1 1c0 0d2 2e0 2f3 3g2;         3;  1; 0d2f3|g2f3
            # what lies on the loop is possible, though never for long: weak fairness does not help, strong does
            0b2 2c0 0a1;        0;  1; 0|b2c0
            0b2 2c0 0A1;        0;  1;
            # always possible, if not always in the same state
            0b2 2c0 0a1 2a1;    0;  1;
            # possible for ever, but only at an end that is never come to
            0b1 1c0 1d2 2A2;    *;  2;  0|b1c0
            # come to by two ways: on the first nothing has called for it
            0a2 0b1 1c2 2d3 3e2; 1; 9; 0b1c2|d3e2
            0a1 0b2 1c2 2d3 3e4 4f2; 1; 4;
            # it has come once, and is not called for again, or is
            0a1 1b2 2c2;        0;  1;
            0a1 1b2 2c0 2d3;    0;  1;
            0a1 1b2 2c2;        02; 1; 0a1b2|c2
            # what must come makes up for all that called for it before
            0a1 1b2 2c3 3d3;    01; 2;
            # the shortest loop is not fair, and so is made longer
            0b2 2c2 2D3 3e2;                 *;  1; 0b2|c2D3e2
            # two strong classes, each of which needs the other one's state to be left
            0A1 0b2 2c0 2D3 3e2 0f3; *; 1; 0b2|D3e2
            0A1 0b2 2c0 2D1;    *;  1;
            """)
    @DisplayName("a counterexample is found if, and only if, there is one")
    void traps(String drawn, String when, String then, String expected) {
        assertEquals(Optional.ofNullable(expected), lasso(drawn, when, then).map(LivenessTest::written));
    }

    @Test
    @DisplayName("a component that is unfair as a whole is looked at without the states that make it so, again and again")
    void recursion() {
        // Each round takes one state off a chain in which each state and the next lead to each other, and a strong class leads out.
        String chain = "0a1 1a0 1a2 2a1 2a3 3a2 3a3 0A9 1B9 2C9";
        assertEquals(Optional.of("0a1a2a3|a3"), lasso(chain, "*", "9").map(LivenessTest::written));
        assertEquals(Optional.empty(), lasso(chain + " 3D9", "*", "9").map(LivenessTest::written));
    }

    @Test
    @DisplayName("a long way is no matter, for nothing is recursive")
    void deep() {
        TransitionSystem<Integer, String> circle = new TransitionSystem<>() {
            @Override
            public Integer initial() {
                return 0;
            }

            @Override
            public List<Transition<Integer, String>> from(Integer state) {
                return List.of(new Transition<>("on", (state + 1) % 300_000));
            }
        };
        Liveness<Integer, String> liveness = new Liveness<>(circle, List.of(Fairness.weak("on", "on"::equals)), 1_000_000);
        assertTrue(liveness.check(LeadsTo.again("home", "it comes home", state -> state == 7)).holds());
        Lasso<Integer, String> lasso = liveness.check(LeadsTo.again("away", "it comes away", state -> state < 0)).lasso().orElseThrow();
        assertEquals(300_000, lasso.loop().size());
        assertTrue(lasso.prefix().steps().isEmpty());
    }

    @Test
    @DisplayName("behind a bound nothing is held against anybody, and what is possible there is possible")
    void bound() {
        Drawn system = Drawn.of("0a1 1a2 2a3 3.3");
        Liveness<Integer, Character> liveness = new Liveness<>(system, fairness(system), 3);
        assertFalse(liveness.complete());
        assertTrue(liveness.check(leadsTo("0", "9")).holds());
        Liveness<Integer, Character> all = new Liveness<>(system, fairness(system), 4);
        assertTrue(all.complete());
        assertFalse(all.check(leadsTo("0", "9")).holds());
    }

    @Test
    @DisplayName("more assumptions than there are bits are refused")
    void tooMany() {
        List<Fairness<Character>> many = new ArrayList<>(Collections.nCopies(64, Fairness.weak("a", letter -> letter == 'a')));
        assertTrue(new Liveness<>(Drawn.of("0a1"), many, 9).check(leadsTo("0", "1")).holds());
        many.add(many.get(0));
        assertThrows(IllegalArgumentException.class, () -> new Liveness<>(Drawn.of("0a1"), many, 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            0a1|b0c0;   c;  step 2, b, is none of the system
            0a1|c2;     c;  its loop does not come back
            0a1c2|g2;   e;  it is not fair to e
            0a1|c2d1;   E;  it is not fair to E
            0a1|c2d1;   e;
            0a1c2|e3f2; e;  it does not break leads
            1|c2d1;     c;  it does not begin where the system begins
            0a1|;       c;  it is not fair to c
            0b4|;       c;  it does not break leads
            0a1c2|g2;   g;
            """)
    @DisplayName("a lasso is gone again by one who does not know how it was found, and refuted if it is none")
    void refuted(String written, char assumed, String why) {
        Drawn system = Drawn.of("0a1 0b4 1c2 2d1 2e3 3f2 2E5 2g2");
        assertEquals(Optional.ofNullable(why), read(written).refute(system, List.of(fairness(assumed)), leadsTo("1", "3")));
    }

    private static Lasso<Integer, Character> read(String written) {
        int bar = written.indexOf('|');
        return new Lasso<>(new Trace<>(written.charAt(0) - '0', steps(written.substring(1, bar))), steps(written.substring(bar + 1)));
    }

    private static ImmutableList<Transition<Integer, Character>> steps(String written) {
        return IntStream.range(0, written.length() / 2)
                .mapToObj(i -> new Transition<>(written.charAt(2 * i), written.charAt(2 * i + 1) - '0'))
                .collect(ImmutableList.toImmutableList());
    }
}
