package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.explore.Fairness;
import dev.codepurger.model.explore.Lasso;
import dev.codepurger.model.explore.LeadsTo;
import dev.codepurger.model.explore.Liveness;
import dev.codepurger.model.explore.LivenessFinding;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static Stream<Arguments> plans() {
        return Stream.of(Arguments.of(Plan.of("p", Place.OLD), List.of("ANSWER p", "KILLED p", "DOWN p"), List.of("KILL-8 p")),
                Arguments.of(Plan.of("p", Place.ELSEWHERE, Freedom.DIE, Freedom.LEAVE).asks(Ask.FORGED_DOWN),
                        List.of("ANSWER p", "KILLED p", "DOWN p"), List.of("KILL-8 p")),
                Arguments.of(Plan.of("p", Place.CURRENT, Freedom.CALL), List.of("ANSWER p", "KILLED p", "DOWN p", "RECALL p"),
                        List.of("LIVE-2 p", "KILL-8 p")),
                // Nobody asks, kills, or monitors who is on another node, but for a tester.
                Arguments.of(Plan.of("p", Place.REMOTE, Freedom.DIE).asks(Ask.PURGE), List.of(), List.of("LIVE-1 p")),
                Arguments.of(Plan.of("p", Place.REMOTE, Freedom.AGAIN).asks(Ask.SOFT_PURGE), List.of("ASK_AGAIN p"), List.of("LIVE-1 p")),
                Arguments.of(Plan.of("p", Place.REMOTE).asks(Ask.TEST_PURGE), List.of("CONTINUE p", "COMPLETE p"), List.of("LIVE-1 p")),
                Arguments.of(Plan.of("p", Place.REMOTE, Freedom.DIE).asks(Ask.PURGE, Ask.TEST_SOFT_PURGE),
                        List.of("DOWN p", "CONTINUE p", "COMPLETE p"), List.of("LIVE-1 p")));
    }

    @ParameterizedTest
    @MethodSource("plans")
    @DisplayName("of each process it is assumed that it takes the steps that it can come to, and promised that it is not left in what it can come into")
    void eachProcess(Plan plan, List<String> assumed, List<String> promised) {
        Configuration world = new Configuration("any", "any", new Configuration.Codes(true, true, false), ImmutableList.of(plan), 0, 1, 0,
                ImmutableSet.of());
        assertEquals(Stream.concat(Stream.of("PURGER purger"), assumed.stream()).toList(),
                Promises.assumptions(world).stream().map(Fairness::name).toList());
        assertEquals(Stream.concat(promised.stream(), Stream.of("LIVE-3 ever", "LIVE-4 ever", "LIVE-5 ever")).toList(),
                Promises.of(world).stream().map(LeadsTo::name).toList());
    }

    @Test
    @DisplayName("a class of steps is that of one kind, and of one process")
    void classes() {
        Fairness<Move> asks = Promises.assumptions(world("again")).stream().filter(one -> one.name().equals("ASK_AGAIN c")).findFirst()
                .orElseThrow();
        assertTrue(asks.includes().test(Move.of(Move.Kind.ASK_AGAIN, "c", "any")));
        assertFalse(asks.includes().test(Move.of(Move.Kind.ASK_AGAIN, "d", "any")));
        assertFalse(asks.includes().test(Move.of(Move.Kind.REQUEST, "c", "any")));
    }

    static Stream<Arguments> calls() {
        Phase started = new Phase.Started(TEST, true, -1, Saved.NOTHING);
        Phase prepared = new Phase.Prepared(TEST, true, -1, Saved.NOTHING);
        return Stream.of(Arguments.of("LIVE-1 c", FIRST.where(C, actor -> actor.asking(1, true)), true),
                // Somebody else, or answered already.
                Arguments.of("LIVE-1 c", FIRST.where(T, actor -> actor.asking(1, true)), false),
                Arguments.of("LIVE-1 c", FIRST.where(C, actor -> actor.asking(1, true).answered()), false),
                Arguments.of("KILL-8 p", FIRST.monitored(P, Monitor.VICTIM), true),
                Arguments.of("KILL-8 p", FIRST.monitored(P, Monitor.VICTIM).dead(P), false),
                Arguments.of("KILL-8 p", FIRST.monitored(P, Monitor.TESTER), false),
                Arguments.of("KILL-8 p", FIRST.monitored(Q, Monitor.VICTIM), false),
                Arguments.of("LIVE-3 ever", FIRST.with(prepared), true), Arguments.of("LIVE-3 ever", FIRST, false),
                Arguments.of("LIVE-3 ever", FIRST.with(new Phase.CheckRequests(Saved.NOTHING)), false),
                Arguments.of("LIVE-3 ever", FIRST.with(started), false),
                Arguments.of("LIVE-4 ever", FIRST.with(started).dead(T), true),
                Arguments.of("LIVE-4 ever", FIRST.with(started).dead(P), false),
                Arguments.of("LIVE-4 ever", FIRST.with(prepared).dead(T), false),
                Arguments.of("LIVE-5 ever", FIRST.with(checking(PURGE, KillState.NONE)), true), Arguments.of("LIVE-5 ever", FIRST, false));
    }

    @ParameterizedTest
    @MethodSource("calls")
    @DisplayName("what is promised to come to an end is what the promise says, and its end is that it is no more")
    void calls(String name, Sketch sketch, boolean when) {
        LeadsTo<ClosedState> promise = Promises.of(Sketch.WORLD).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        assertEquals(when, promise.when().test(sketch.state()));
        assertEquals(!when, promise.then().test(sketch.state()));
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
