package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.explore.Fairness;
import dev.codepurger.model.explore.Lasso;
import dev.codepurger.model.explore.LeadsTo;
import dev.codepurger.model.explore.Liveness;
import dev.codepurger.model.explore.LivenessFinding;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to happen in the end does, in the hardened purger; and every such promise is broken by some other one. */
class PromisesTest {

    private static Configuration world(String name) {
        return Configurations.find(name).orElseThrow();
    }

    private static Stream<LivenessFinding<ClosedState, Move>> check(Configuration world, Profile profile, Set<Rule> relaxed) {
        Liveness<ClosedState, Move> liveness = new Liveness<>(new ClosedWorld(world, profile, relaxed), Promises.assumptions(world),
                50_000);
        return Promises.of(world).stream().map(liveness::check);
    }

    private static Lasso<ClosedState, Move> lasso(Configuration world, Profile profile, Set<Rule> relaxed, String promise) {
        return check(world, profile, relaxed).filter(finding -> finding.property().name().equals(promise)).findFirst().orElseThrow().lasso()
                .orElseThrow();
    }

    @Test
    @DisplayName("a request that the seed drops is never answered, however long others go on")
    void lost() {
        Lasso<ClosedState, Move> lasso = lasso(world("finish-among-purges"), Profile.SEED, Set.of(), "LIVE-1 f");
        assertFalse(lasso.stutters());
        assertEquals(List.of("ASK_AGAIN c", "PURGER purger", "PURGER purger", "PURGER purger"),
                lasso.loop().stream().map(step -> step.label().toString()).toList());
        assertTrue(lasso(world("finish-in-check"), Profile.SEED, Set.of(), "LIVE-1 f").stutters());
    }

    @Test
    @DisplayName("without an assumption nothing need ever happen, so nothing is promised")
    void assumptionsMatter() {
        Configuration world = world("again");
        for (Fairness<Move> left : Promises.assumptions(world)) {
            List<Fairness<Move>> rest = Promises.assumptions(world).stream().filter(one -> !one.name().equals(left.name())).toList();
            Liveness<ClosedState, Move> liveness = new Liveness<>(new ClosedWorld(world, Profile.HARDENED), rest, 50_000);
            boolean holds = Promises.of(world).stream().allMatch(promise -> liveness.check(promise).holds());
            // Nothing is promised to one who would ask again, and need not, or of how often a call is made.
            assertEquals(Set.of("ASK_AGAIN c", "RECALL p").contains(left.name()), holds, left.name());
        }
    }

    static Stream<Rule> rules() {
        return Configurations.all().stream().flatMap(world -> Promises.of(world).stream()).map(Promises::rule).distinct();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("a purger or a node that need not obey a rule breaks the promise of that rule, also where nobody ever rests")
    void canFail(Rule rule) {
        Rule relaxed = rule == LIVE_5 ? KILL_6 : rule;
        for (boolean endless : List.of(false, true)) {
            assertTrue(Configurations.all().stream().filter(world -> world.isEndless() == endless)
                    .anyMatch(world -> check(world, Profile.HARDENED, Set.of(relaxed))
                            .anyMatch(finding -> !finding.holds() && Promises.rule(finding.property()) == rule)),
                    rule + " " + endless);
        }
    }

    @Test
    @DisplayName("a call gets through in the end if it is strongly fair that it does: weak fairness is no help, for the next purge comes in between")
    void strength() {
        Configuration world = world("again");
        LeadsTo<ClosedState> through = new LeadsTo<>("through", "a call that was begun is made, or p dies",
                state -> state.actors().get(0).call().underWay(), state -> !state.actors().get(0).call().underWay());
        for (Fairness.Strength strength : Fairness.Strength.values()) {
            Fairness<Move> runs = new Fairness<>("p's call runs", strength,
                    move -> move.kind() == Move.Kind.RECALL && !move.text().endsWith("is suspended"));
            List<Fairness<Move>> assumed = Stream.concat(Promises.assumptions(world).stream(), Stream.of(runs)).toList();
            assertEquals(strength == Fairness.Strength.STRONG,
                    new Liveness<>(new ClosedWorld(world, Profile.HARDENED), assumed, 50_000).check(through).holds(), strength.name());
        }
    }
}
