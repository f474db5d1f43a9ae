package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.explore.Finding;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.spec.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No claim holds whatever the purger does. */
class ClaimsTest {

    /** A mistake that shows, where it is not that of the rule itself: these rules decide nothing here, or nothing that the claim sees. */
    private static final Map<Rule, Rule> SHOWN_BY = Map.of(MODULE_4, PURGE_5, ONLOAD_4, ONLOAD_2, LIVE_5, KILL_6);

    /** The purger that has all the claims. */
    private static final Profile PURGER = Profile.OTP_25_HARDENED;

    static List<String> claims() {
        return Claims.of(Configurations.all().get(0), PURGER).stream().filter(claim -> !(claim instanceof Property.Reachable))
                .map(Property::name).toList();
    }

    @ParameterizedTest
    @MethodSource("claims")
    @DisplayName("a purger that need not obey a rule breaks the claim that follows from it, in some world")
    void canFail(String claim) {
        Rule rule = Arrays.stream(Rule.values()).filter(one -> one.id().equals(claim)).findFirst().orElseThrow();
        Rule relaxed = SHOWN_BY.getOrDefault(rule, rule);
        assertTrue(Configurations.of(PURGER).stream().anyMatch(world -> breaks(world, claim, relaxed)), claim + " with " + relaxed.id());
    }

    @Test
    @DisplayName("no claim lets pass that somebody is answered twice, or as if he had asked something else")
    void answers() {
        Configuration configuration = Configurations.find("queue").orElseThrow();
        ClosedWorld world = new ClosedWorld(configuration, Profile.HARDENED, Set.of(DISPATCH_4));
        ClosedState state = world.initial();
        while (!(state.phase() instanceof Phase.Answer)) {
            state = world.from(state).get(0).target();
        }
        ClosedState answering = state;
        // As it should be, not at all, twice, as another kind, and perhaps to others that wait.
        List<Transition<ClosedState, Move>> ways = world.from(state).stream().filter(step -> step.label().kind() == Move.Kind.PURGER)
                .toList();
        assertTrue(ways.size() >= 4, ways.toString());
        Property.EveryStep<ClosedState, Move> claim = Claims.of(configuration, Profile.HARDENED).stream()
                .filter(one -> one.name().equals(DISPATCH_4.id()))
                .map(one -> (Property.EveryStep<ClosedState, Move>) one).findFirst().orElseThrow();
        List<Boolean> passes = ways.stream().map(step -> claim.holds().test(answering, step.label(), step.target())).toList();
        assertEquals(1, passes.stream().filter(passed -> passed).count(), passes.toString());
        assertTrue(passes.get(0), passes.toString());
    }

    private static Arguments at(Rule rule, boolean holds, Sketch state) {
        return Arguments.of(rule, holds, state);
    }

    static Stream<Arguments> resting() {
        Sketch held = FIRST.with(new Phase.Started(TEST, true, -1, Saved.NOTHING));
        Sketch checking = FIRST.with(checking(PURGE, KillState.NONE));
        Sketch victim = checking.monitored(P, Monitor.VICTIM);
        return Stream.of(at(LIVE_1, true, FIRST), at(LIVE_1, false, FIRST.where(C, actor -> actor.asking(1, true))),
                at(LIVE_2, true, FIRST.where(P, actor -> actor.call(Call.RESUMED))),
                at(LIVE_2, false, FIRST.where(P, actor -> actor.call(Call.SUSPENDED))),
                at(KILL_8, true, victim.dead(P)), at(KILL_8, false, victim), at(KILL_8, true, checking.monitored(P, Monitor.TESTER)),
                at(LIVE_3, true, FIRST), at(LIVE_3, false, FIRST.mailbox(PURGE)), at(LIVE_3, false, checking), at(LIVE_3, true, held),
                at(LIVE_3, true, held.mailbox(PURGE)), at(LIVE_4, true, held), at(LIVE_4, false, held.dead(T)),
                at(LIVE_4, true, checking.dead(C)), at(LIVE_5, true, held), at(LIVE_5, false, checking));
    }

    @ParameterizedTest
    @MethodSource("resting")
    @DisplayName("nobody may rest in a state in which somebody waits, but for a purger that is held")
    void atRest(Rule rule, boolean holds, Sketch sketch) {
        Property.AtRest<ClosedState, Move> claim = Claims.of(Sketch.WORLD, Profile.HARDENED).stream()
                .filter(one -> one instanceof Property.AtRest && one.name().equals(rule.id()))
                .map(one -> (Property.AtRest<ClosedState, Move>) one).findFirst().orElseThrow();
        assertEquals(holds, claim.holds().test(sketch.state()));
    }

    private static boolean breaks(Configuration world, String claim, Rule relaxed) {
        return new Explorer<>(new ClosedWorld(world, PURGER, Set.of(relaxed)), (Move move) -> move.kind().mustHappen(),
                Claims.of(world, PURGER), 20_000).explore().findings().stream().filter(finding -> !finding.holds())
                .map(Finding::property).anyMatch(property -> property.name().equals(claim));
    }
}
