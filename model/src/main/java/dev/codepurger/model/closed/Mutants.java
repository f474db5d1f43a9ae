package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.explore.Exploration;
import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.explore.Liveness;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The claims, put to the test: each rule of a profile is relaxed in turn, and a claim that no such purger breaks says nothing in these worlds.
 *
 * @param mutants one for each rule of the profile, in the order of the rules
 * @param unbroken the claims that no mutant breaks, and the right purger does not either, in the order of the claims
 */
public record Mutants(ImmutableList<Mutant> mutants, ImmutableSet<String> unbroken) {

    /**
     * Explores the worlds with each mutant, on as many processors as there are.
     *
     * @param worlds at least one
     * @param profile what the mutants are mutants of
     * @param bound how many states of a world to look at, at most
     */
    public static Mutants of(List<Configuration> worlds, Profile profile, int bound) {
        Map<Configuration, Explored> right = new LinkedHashMap<>();
        worlds.forEach(world -> right.put(world, Explored.of(world, profile, Set.of(), bound)));
        ImmutableList<Mutant> mutants = Arrays.stream(Rule.values()).filter(rule -> rule.holdsFor(profile.name())).parallel()
                .map(rule -> mutant(right, profile, rule, bound)).collect(ImmutableList.toImmutableList());
        Stream<String> promises = worlds.stream().flatMap(world -> Promises.of(world).stream()).map(Promises::kind).distinct();
        Stream<String> claims = Claims.of(worlds.get(0), profile).stream().filter(claim -> !(claim instanceof Property.Reachable))
                .map(Property::name);
        ImmutableSet<String> unbroken = Stream.concat(claims, promises)
                .filter(claim -> mutants.stream().noneMatch(mutant -> mutant.broken().containsKey(claim)))
                .filter(claim -> right.values().stream().noneMatch(one -> one.broken.contains(claim)))
                .collect(ImmutableSet.toImmutableSet());
        return new Mutants(mutants, unbroken);
    }

    /** Those of which this is known. */
    public List<Mutant> of(Mutant.Fate fate) {
        return mutants.stream().filter(mutant -> mutant.fate() == fate).toList();
    }

    private static Mutant mutant(Map<Configuration, Explored> right, Profile profile, Rule relaxed, int bound) {
        Map<String, String> broken = new LinkedHashMap<>();
        boolean complete = true;
        boolean differs = false;
        for (Map.Entry<Configuration, Explored> entry : right.entrySet()) {
            Configuration world = entry.getKey();
            Explored found = Explored.of(world, profile, Set.of(relaxed), bound);
            // It takes away nothing, so it adds something, or is the same; and where it is looked at in full, so is the right one.
            complete &= found.exploration.complete();
            differs |= !found.exploration.counts().equals(entry.getValue().exploration.counts());
            found.broken.stream().filter(claim -> !entry.getValue().broken.contains(claim))
                    .forEach(claim -> broken.putIfAbsent(claim, world.name()));
        }
        return new Mutant(relaxed, complete, differs, ImmutableMap.copyOf(broken));
    }

    /** A world, and the claims that are broken in it. */
    private record Explored(Exploration<ClosedState, Move> exploration, ImmutableSet<String> broken) {

        static Explored of(Configuration world, Profile profile, Set<Rule> relaxed, int bound) {
            Exploration<ClosedState, Move> found = new Explorer<>(new ClosedWorld(world, profile, relaxed),
                    (Move move) -> move.kind().mustHappen(), Claims.of(world, profile), bound).explore();
            Liveness<ClosedState, Move> liveness = new Liveness<>(new ClosedWorld(world, profile, relaxed), Promises.assumptions(world),
                    bound);
            Stream<String> unkept = Promises.of(world).stream().filter(promise -> !liveness.check(promise).holds()).map(Promises::kind);
            Stream<String> violated = found.findings().stream()
                    .filter(finding -> !finding.holds() && !(finding.property() instanceof Property.Reachable))
                    .map(finding -> finding.property().name());
            return new Explored(found, Stream.concat(violated, unkept).collect(ImmutableSet.toImmutableSet()));
        }
    }
}
