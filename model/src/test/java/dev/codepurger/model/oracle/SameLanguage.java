package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.World;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Holds an oracle to an explorer: makes a deterministic automaton of each by the subset construction, with the full closure for the explorer, and goes
 * through both at once. Wherever the two can come by the same trace, each label of an alphabet must be taken by both or by neither. Then both have the
 * same traces; so every trace of the explorer is accepted, and a trace that is changed in any way, if its labels are of the alphabet, is accepted if and
 * only if the explorer has it too.
 *
 * @param <S> the states of the explorer
 */
final class SameLanguage<S> {

    private final OpenSystem<S, Label> explorer;
    private final List<Label> alphabet;
    /** Each state once, by its number. */
    private final List<S> states = new ArrayList<>();
    private final Map<S, Integer> numbers = new HashMap<>();
    /** Of each state the few that it leads to. */
    private final Map<Integer, int[]> internal = new HashMap<>();
    private final Map<Place, Map<Label, Place>> places = new HashMap<>();
    private final Map<BitSet, BitSet> closures = new HashMap<>();
    private final Map<Place, Acceptor> oracles = new HashMap<>();
    private final Map<Place, List<Label>> ways = new HashMap<>();

    /**
     * Where both are after a trace.
     *
     * @param stimuli how many may still come: what a harness does has no end, and so the traces would have none
     */
    private record Place(BitSet explorer, Set<World> oracle, int stimuli) {}

    /** Something that accepts traces, or does not. */
    interface Acceptor {

        /** The same after one more label. */
        Acceptor observe(Label label);

        boolean accepts();

        /** Two that have the same go on alike. */
        Set<World> states();

        /** An oracle. */
        static Acceptor of(PurgeOracle oracle) {
            return new Acceptor() {
                @Override
                public Acceptor observe(Label label) {
                    return of(oracle.observe(label));
                }

                @Override
                public boolean accepts() {
                    return oracle.verdict() == Verdict.CONFORMS;
                }

                @Override
                public Set<World> states() {
                    return oracle.possibleStates();
                }
            };
        }

        /** The states of a system, as an oracle keeps them. */
        static Acceptor of(StateSet<World, Label> states) {
            return new Acceptor() {
                @Override
                public Acceptor observe(Label label) {
                    return of(states.after(label).orElseThrow());
                }

                @Override
                public boolean accepts() {
                    return states.size() > 0;
                }

                @Override
                public Set<World> states() {
                    return ImmutableSet.copyOf(states.states());
                }
            };
        }
    }

    /**
     * A trace that one has and the other has not.
     *
     * @param byExplorer is it the explorer that has it?
     */
    record Difference(List<Label> trace, boolean byExplorer) {}

    SameLanguage(OpenSystem<S, Label> explorer, List<Label> alphabet) {
        this.explorer = explorer;
        this.alphabet = alphabet;
    }

    /**
     * Goes through all traces with so many stimuli.
     *
     * @param oracle that has seen all that came before
     * @return the first trace that only one of the two has
     */
    Optional<Difference> compare(PurgeOracle oracle, int stimuli) {
        return compare(Acceptor.of(oracle), stimuli);
    }

    /** The same of anything that accepts traces. */
    Optional<Difference> compare(Acceptor oracle, int stimuli) {
        Place begin = new Place(BitSet.valueOf(new long[]{1L << numbers(List.of(explorer.initial()))[0]}), oracle.states(),
                stimuli);
        ArrayDeque<Place> todo = new ArrayDeque<>(List.of(begin));
        oracles.put(begin, oracle);
        ways.put(begin, List.of());
        while (!todo.isEmpty()) {
            Place place = todo.remove();
            Acceptor before = Objects.requireNonNull(oracles.remove(place));
            Map<Label, Place> next = new HashMap<>();
            places.put(place, next);
            for (Label label : alphabet) {
                boolean did = label instanceof Label.Did;
                if (did && place.stimuli == 0) {
                    continue;
                }
                BitSet shown = after(place.explorer, label);
                Acceptor observed = before.observe(label);
                boolean accepted = observed.accepts();
                if (accepted == shown.isEmpty()) {
                    List<Label> trace = new ArrayList<>(ways.getOrDefault(place, List.of()));
                    trace.add(label);
                    return Optional.of(new Difference(trace, !accepted));
                }
                if (accepted) {
                    Place target = new Place(shown, observed.states(), place.stimuli - (did ? 1 : 0));
                    next.put(label, target);
                    if (!places.containsKey(target) && oracles.putIfAbsent(target, observed) == null) {
                        List<Label> way = new ArrayList<>(ways.getOrDefault(place, List.of()));
                        way.add(label);
                        ways.put(target, way);
                        todo.add(target);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private int[] numbers(Collection<S> some) {
        return some.stream().mapToInt(one -> numbers.computeIfAbsent(one, added -> {
            states.add(added);
            return states.size() - 1;
        })).toArray();
    }

    private BitSet after(BitSet some, Label label) {
        BitSet found = new BitSet();
        closures.computeIfAbsent(some, this::closure).stream()
                .forEach(number -> Arrays.stream(numbers(explorer.after(states.get(number), label))).forEach(found::set));
        return found;
    }

    private BitSet closure(BitSet some) {
        BitSet all = (BitSet) some.clone();
        ArrayDeque<Integer> todo = new ArrayDeque<>(some.stream().boxed().toList());
        while (!todo.isEmpty()) {
            for (int next : internal.computeIfAbsent(todo.remove(), number -> numbers(explorer.internal(states.get(number))))) {
                if (!all.get(next)) {
                    all.set(next);
                    todo.add(next);
                }
            }
        }
        return all;
    }

    /** In how many states the explorer can be. */
    int states() {
        return states.size();
    }

    /** At how many places both can be. */
    int places() {
        return places.size();
    }

    /** How many traces of at most so many labels both have: quiescence can be seen again and again, so that there is no end of them. */
    BigInteger traces(int labels) {
        Place begin = places.keySet().stream().filter(place -> ways.getOrDefault(place, List.of()).isEmpty()).findFirst().orElseThrow();
        Map<Place, BigInteger> now = new HashMap<>(Map.of(begin, BigInteger.ONE));
        BigInteger all = BigInteger.ONE;
        for (int i = 0; i < labels; i++) {
            Map<Place, BigInteger> next = new HashMap<>();
            now.forEach((place, ways) -> places.getOrDefault(place, Map.of()).values()
                    .forEach(target -> next.merge(target, ways, BigInteger::add)));
            now = next;
            all = now.values().stream().reduce(all, BigInteger::add);
        }
        return all;
    }
}
