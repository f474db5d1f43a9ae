package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The checker against one that looks at every set of states that a way could stay in for ever, of which there are few in a small graph. */
class LivenessAgreesWithNaiveSearchTest {

    private static final int STATES = 6;

    /** A graph with two weak classes, two strong ones, and steps of which nothing is assumed. */
    @Provide
    Arbitrary<Drawn> systems() {
        Arbitrary<Integer> state = Arbitraries.integers().between(0, STATES - 1);
        Arbitrary<Character> label = Arbitraries.of('a', 'b', 'A', 'B', '.');
        return Combinators.combine(state, label, state).as((from, by, to) -> "" + from + by + to).list().uniqueElements().ofMinSize(1)
                .ofMaxSize(14).map(Drawn::new);
    }

    @Provide
    Arbitrary<String> someStates() {
        return Arbitraries.integers().between(0, STATES - 1).set().ofMaxSize(3)
                .map(set -> set.stream().sorted().map(String::valueOf).reduce("", String::concat));
    }

    @Property(tries = 6000)
    @Label("a counterexample is found if, and only if, there is one")
    void agrees(@ForAll("systems") Drawn system, @ForAll("someStates") String when, @ForAll("someStates") String then) {
        List<Fairness<Character>> fairness = LivenessTest.fairness(system);
        LeadsTo<Integer> property = LivenessTest.leadsTo(when, then);
        boolean holds = new Liveness<>(system, fairness, 100).check(property).holds();
        Statistics.collect(holds ? "holds" : "violated");
        assertEquals(holds(system, fairness, property), holds);
    }

    private static boolean holds(Drawn system, List<Fairness<Character>> fairness, LeadsTo<Integer> property) {
        Set<Integer> reached = closure(system, Set.of(0), Set.of());
        Set<Integer> come = new HashSet<>(reached.stream().filter(property.then()).toList());
        Set<Integer> calling = new HashSet<>(reached.stream().filter(property.when()).filter(state -> !come.contains(state)).toList());
        List<Integer> waiting = new ArrayList<>(closure(system, calling, come));
        return IntStream.range(1, 1 << waiting.size()).mapToObj(bits -> subset(waiting, bits))
                .noneMatch(set -> canStayIn(system, set) && fairness.stream().allMatch(one -> isFair(system, set, one)));
    }

    private static Set<Integer> subset(List<Integer> states, int bits) {
        return new HashSet<>(IntStream.range(0, states.size()).filter(i -> (bits & 1 << i) != 0).mapToObj(states::get).toList());
    }

    /** What can be reached from there without these. */
    private static Set<Integer> closure(Drawn system, Set<Integer> from, Set<Integer> without) {
        Set<Integer> reached = new HashSet<>(from);
        while (reached.addAll(reached.stream().flatMap(state -> system.from(state).stream()).map(step -> step.target())
                .filter(target -> !without.contains(target)).toList())) {
            // until there is no more
        }
        return reached;
    }

    /** Can each be reached from each, itself included, within the set? A single one is also stayed in by doing nothing. */
    private static boolean canStayIn(Drawn system, Set<Integer> set) {
        Drawn inside = new Drawn(inside(system, set));
        return set.size() == 1 || set.stream().allMatch(state -> closure(inside, Set.of(state), Set.of()).containsAll(set));
    }

    private static List<String> inside(Drawn system, Set<Integer> set) {
        return system.steps().stream().filter(step -> set.contains(step.charAt(0) - '0') && set.contains(step.charAt(2) - '0')).toList();
    }

    private static boolean isFair(Drawn system, Set<Integer> set, Fairness<Character> one) {
        if (inside(system, set).stream().anyMatch(step -> one.includes().test(step.charAt(1)))) {
            return true;
        }
        List<Integer> possible = set.stream()
                .filter(state -> system.from(state).stream().anyMatch(step -> one.includes().test(step.label())))
                .toList();
        return one.strength() == Fairness.Strength.WEAK ? possible.size() < set.size() : possible.isEmpty();
    }
}
