package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.lts.PackedSystem;
import dev.codepurger.model.lts.Transition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryWayEndsTest {

    /** One word, which is the number of the state. */
    private record Packed(Drawn drawn) implements PackedSystem {

        @Override
        public int words() {
            return 1;
        }

        @Override
        public void initial(long[] state) {
            state[0] = drawn.initial();
        }

        @Override
        public Stepper stepper() {
            return (state, sink) -> {
                for (Transition<Integer, Character> step : drawn.from((int) state[0])) {
                    sink.step(step.label(), new long[]{step.target()});
                }
            };
        }

        @Override
        public boolean mustHappen(int label) {
            return true;
        }
    }

    private static boolean everyWayEnds(Drawn drawn) {
        return new PackedExplorer(new Packed(drawn), ImmutableMap.of(), () -> Probe.NOTHING, List.of("any"), 100, Resources.of(2),
                progress -> {}).explore().everyWayEnds();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            0a1 1a2;             true
            0a1 0a2 1a3 2a3 3a4; true
            0a0;                 false
            0a1 1a0;             false
            0a1 1a2 2a1 2a3;     false
            """)
    @DisplayName("a way that leads back is one that does not end")
    void examples(String drawn, boolean ends) {
        assertEquals(ends, everyWayEnds(Drawn.of(drawn)));
    }

    @Provide
    Arbitrary<Drawn> systems() {
        Arbitrary<Integer> state = Arbitraries.integers().between(0, 6);
        // Most steps go forward, so that there is something of both kinds.
        Arbitrary<String> forward = Combinators.combine(state, state).as((one, other) -> Math.min(one, other) + "a" + Math.max(one, other))
                .filter(step -> step.charAt(0) != step.charAt(2));
        Arbitrary<String> any = Combinators.combine(state, state).as((from, to) -> from + "b" + to);
        return Combinators.combine(forward.list().ofMinSize(3).ofMaxSize(9), any.list().ofMaxSize(3)).as((most, one) -> {
            most.addAll(one);
            return new Drawn(List.copyOf(most));
        });
    }

    @Property(tries = 500)
    @Label("every way ends if, and only if, none leads back to where it began")
    void agrees(@ForAll("systems") Drawn drawn) {
        boolean ends = !Graph.of(drawn, 100).hasCycle();
        Statistics.collect(ends);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(percent -> percent > 5);
            coverage.check(false).percentage(percent -> percent > 5);
        });
        assertEquals(ends, everyWayEnds(drawn));
    }
}
