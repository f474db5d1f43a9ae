package dev.codepurger.model.closed;

import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Result;
import java.util.Locale;

/** Something that a configuration is made for, and so must be able to come to: else its properties hold for want of an occasion. */
public enum Goal {
    VICTIM_WAITS("a victim waits to be killed"), VICTIM_DEAD("a victim is dead, and its DOWN has not come"),
    SOFT_ABORT("a soft purge is refused"), STALE_IN_CHECK("an answer to one check comes to another"), SAVED_TWO("two requests are saved"),
    WORD_KEPT("a word of a tester is kept"), CALLER_SUSPENDED("a caller is suspended"), CALLER_RESUMED("a caller is resumed"),
    DEAD_AT_STARTED("a tester is dead while the purger waits for its continue"),
    DEAD_AT_CONTINUED("a tester is dead while the purger waits for its complete"),
    TESTER_IS_VICTIM("a tester is killed by its own session"), SET_ASIDE("old code is set aside while failed code is purged"),
    REFUSED("a finish finds no pending code"), LOADED_AGAIN("new code is loaded after a purge"),
    NUMBER_AGAIN("the number of a version is used again"),
    UNASKED("somebody has still to be asked"), KILL_FIRST("a kill takes the place of a request"),
    FORGED_IN_CHECK("a forged DOWN comes to a check in which a kill is outstanding"),
    DEAD_UNASKED("somebody is dead who has still to be asked"),
    ALL_DONE("all is done: the purger is idle, and nobody waits");

    private final String claim;

    Goal(String claim) {
        this.claim = claim;
    }

    Property<ClosedState, Move> property() {
        return new Property.Reachable<>(id(), claim, this::isMet);
    }

    /** Can it only be come to with a purger that does not ask all processes at once? */
    boolean needsRequestLimit() {
        return this == UNASKED || this == KILL_FIRST || this == DEAD_UNASKED;
    }

    /** Its name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isMet(ClosedState state) {
        return switch (this) {
            case VICTIM_WAITS -> state.phase() instanceof Phase.Check check && !check.kill().waiting().isEmpty();
            case VICTIM_DEAD -> victimDead(state);
            case SOFT_ABORT -> state.phase() instanceof Phase.Finish finish && finish.ending() == Phase.Ending.ABORT;
            case STALE_IN_CHECK -> staleInCheck(state);
            case SAVED_TWO -> state.phase().saved().requests().size() == 2;
            case WORD_KEPT -> !state.phase().saved().kept().isEmpty();
            case CALLER_SUSPENDED -> state.actors().stream().anyMatch(actor -> actor.call() == Call.SUSPENDED);
            case CALLER_RESUMED -> state.actors().stream().anyMatch(actor -> actor.call() == Call.RESUMED);
            case DEAD_AT_STARTED -> state.phase() instanceof Phase.Started && Look.at(state).requesterIsDead();
            case DEAD_AT_CONTINUED -> state.phase() instanceof Phase.Continued && Look.at(state).requesterIsDead();
            case TESTER_IS_VICTIM -> killsTester(state);
            case SET_ASIDE -> state.module().aside() != null;
            case REFUSED -> refused(state);
            case LOADED_AGAIN -> state.module().loads() > 2;
            case NUMBER_AGAIN -> state.module().current() != null && state.module().old() != null
                    && state.module().current().version() < state.module().old().version();
            case UNASKED -> !state.unasked().isEmpty();
            case KILL_FIRST -> !state.unasked().isEmpty() && Look.at(state).outstandingKills() > 0;
            case DEAD_UNASKED -> state.unasked().stream().anyMatch(pid -> !Look.at(state).actor(pid).alive());
            case FORGED_IN_CHECK -> state.phase() instanceof Phase.Check check && !check.kill().outstanding().isEmpty()
                    && !state.mailbox().isEmpty() && Look.isForged(state.mailbox().get(0));
            case ALL_DONE -> allDone(state);
        };
    }

    private static boolean victimDead(ClosedState state) {
        return state.phase() instanceof Phase.Check check && check.kill().outstanding().stream().map(Look.at(state)::actor)
                .anyMatch(actor -> !actor.alive() && actor.monitor() == Actor.Monitor.VICTIM);
    }

    private static boolean staleInCheck(ClosedState state) {
        return state.phase() instanceof Phase.Check && !state.mailbox().isEmpty()
                && state.mailbox().get(0) instanceof Message.CheckReply reply && reply.tag() == Message.Tag.STALE;
    }

    private static boolean killsTester(ClosedState state) {
        return state.phase() instanceof Phase.Check check && check.work() instanceof Message.TestPurge test
                && check.kill().outstanding().contains(test.from());
    }

    /** By an answer, or at the cost of the purger. */
    private static boolean refused(ClosedState state) {
        return state.phase() instanceof Phase.Terminated
                || (state.phase() instanceof Phase.Answer answer && answer.result() instanceof Result.NoPendingOnLoad);
    }

    private static boolean allDone(ClosedState state) {
        return state.phase() instanceof Phase.WaitForRequest && state.mailbox().isEmpty()
                && state.actors().stream().allMatch(a -> !a.waiting() && a.inbox().isEmpty() && !a.call().underWay())
                && state.actors().stream().anyMatch(a -> a.asked() > 0 || !a.alive());
    }
}
