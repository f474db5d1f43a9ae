package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.explore.Fairness;
import dev.codepurger.model.explore.LeadsTo;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.spec.Rule;
import java.util.function.Predicate;

/**
 * What is claimed to happen in the end in every closed world, each under the rule that it follows from; one for each process that it is about, for that
 * somebody is answered must not make up for somebody else who is not.
 */
public final class Promises {

    private final Configuration configuration;
    private final ImmutableList.Builder<LeadsTo<ClosedState>> promises = ImmutableList.builder();

    private Promises(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The promises. */
    public static ImmutableList<LeadsTo<ClosedState>> of(Configuration configuration) {
        Promises all = new Promises(configuration);
        all.processes();
        all.purger();
        return all.promises.build();
    }

    /** The rule that a promise follows from. */
    public static Rule rule(LeadsTo<ClosedState> promise) {
        return Rule.find(promise.name().substring(0, promise.name().indexOf(' '))).orElseThrow();
    }

    /** What a promise is called without the process that it is about. */
    static String kind(LeadsTo<ClosedState> promise) {
        return name(rule(promise));
    }

    /**
     * What is assumed: the assumptions of the family LIVE. Of each kind of step that must happen, and each process that takes it, one is taken if one
     * stays possible.
     */
    public static ImmutableList<Fairness<Move>> assumptions(Configuration configuration) {
        ImmutableList.Builder<Fairness<Move>> all = ImmutableList.builder();
        all.add(fair(Move.Kind.PURGER, "purger"));
        for (Plan plan : configuration.processes()) {
            for (Move.Kind kind : Move.Kind.values()) {
                if (kind.mustHappen() && mayCome(plan, kind)) {
                    all.add(fair(kind, plan.name()));
                }
            }
        }
        return all.build();
    }

    private static boolean mayCome(Plan plan, Move.Kind kind) {
        return switch (kind) {
            case ANSWER -> plan.place() != Plan.Place.REMOTE;
            case KILLED -> plan.place() != Plan.Place.REMOTE;
            // Monitored are victims and testers.
            case DOWN -> plan.place() != Plan.Place.REMOTE || (plan.isTester() && plan.mayDo(Freedom.DIE));
            case CONTINUE -> plan.isTester();
            case COMPLETE -> plan.isTester();
            case RECALL -> plan.mayDo(Freedom.CALL);
            case ASK_AGAIN -> plan.mayDo(Freedom.AGAIN);
            default -> false;
        };
    }

    private static Fairness<Move> fair(Move.Kind kind, String who) {
        return Fairness.weak(kind + " " + who, move -> move.kind() == kind && move.who().equals(who));
    }

    private void processes() {
        forEach(LIVE_1, plan -> plan.requests().stream().anyMatch(Plan.Ask::isAnswered), "who waits for an answer gets it, or dies",
                Actor::waiting);
        forEach(LIVE_2, plan -> plan.mayDo(Freedom.CALL), "who is suspended is resumed, or dies", actor -> actor.call() == Call.SUSPENDED);
        forEach(KILL_8, plan -> plan.place() != Plan.Place.REMOTE, "who is to be killed dies",
                actor -> actor.alive() && actor.monitor() == Monitor.VICTIM);
    }

    /** That the state of a process comes to an end. */
    private void forEach(Rule rule, Predicate<Plan> about, String claim, Predicate<Actor> state) {
        for (int i = 0; i < configuration.processes().size(); i++) {
            int number = i;
            if (about.test(configuration.processes().get(i))) {
                ends(rule.id() + " " + configuration.processes().get(i).name(), claim, s -> state.test(s.actors().get(number)));
            }
        }
    }

    private void ends(String name, String claim, Predicate<ClosedState> state) {
        promises.add(new LeadsTo<>(name, claim, state, state.negate()));
    }

    private void purger() {
        ends(name(LIVE_3), "whatever the purger works on comes to an end, or to a wait for a tester",
                s -> !(s.phase() instanceof Phase.WaitForRequest) && !(s.phase() instanceof Phase.CheckRequests) && !Look.at(s).isHeld());
        ends(name(LIVE_4), "the purger does not stay held for a dead tester", s -> Look.at(s).isHeld() && Look.at(s).requesterIsDead());
        ends(name(LIVE_5), "every check ends", s -> s.phase() instanceof Phase.Check);
    }

    /** Not that of the claim about states at rest, which is another. */
    private static String name(Rule rule) {
        return rule.id() + " ever";
    }
}
