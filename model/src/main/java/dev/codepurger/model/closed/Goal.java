package dev.codepurger.model.closed;

import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import java.util.Locale;
import java.util.function.Predicate;

/** Something that a configuration is made for, and so must be able to come to: else its properties hold for want of an occasion. */
public enum Goal {
    VICTIM_WAITS("a victim waits to be killed", s -> s.phase() instanceof Phase.Check c && !c.kill().waiting().isEmpty()),
    ALREADY_DEAD("a victim is killed that has died of itself", Goal::monitorsDead),
    SOFT_ABORT("a soft purge is refused", s -> s.phase() instanceof Phase.Finish f && f.ending() == Phase.Ending.ABORT),
    STALE_IN_CHECK("an answer to one check comes to another", Goal::staleInCheck),
    SAVED_TWO("two requests are saved", s -> s.phase().saved().requests().size() == 2),
    WORD_KEPT("a word of a tester is kept", s -> !s.phase().saved().kept().isEmpty()),
    CALLER_SUSPENDED("a caller is suspended", s -> s.actors().stream().anyMatch(a -> a.call() == Call.SUSPENDED)),
    CALLER_RESUMED("a caller is resumed", s -> s.actors().stream().anyMatch(a -> a.call() == Call.RESUMED)),
    DEAD_AT_STARTED("a tester is dead while the purger waits for its continue",
            s -> s.phase() instanceof Phase.Started && Look.at(s).requesterIsDead()),
    DEAD_AT_CONTINUED("a tester is dead while the purger waits for its complete",
            s -> s.phase() instanceof Phase.Continued && Look.at(s).requesterIsDead()),
    TESTER_IS_VICTIM("a tester is killed by its own session", Goal::killsTester),
    SET_ASIDE("old code is set aside while failed code is purged", s -> s.module().aside() != null),
    LOADED_AGAIN("new code is loaded after a purge", s -> s.module().loads() > 2 && s.loads() == 0),
    ALL_DONE("all is done: the purger is idle, and nobody waits", Goal::allDone);

    private final String claim;
    private final Predicate<ClosedState> met;

    Goal(String claim, Predicate<ClosedState> met) {
        this.claim = claim;
        this.met = met;
    }

    Property<ClosedState, Move> property() {
        return new Property.Reachable<>(name().toLowerCase(Locale.ROOT).replace('_', '-'), claim, met);
    }

    private static boolean monitorsDead(ClosedState state) {
        return state.actors().stream().anyMatch(a -> !a.alive() && a.monitor() == Actor.Monitor.VICTIM && !a.inbox().contains(Signal.KILL))
                && state.phase() instanceof Phase.Check;
    }

    private static boolean staleInCheck(ClosedState state) {
        return state.phase() instanceof Phase.Check && !state.mailbox().isEmpty()
                && state.mailbox().get(0) instanceof Message.CheckReply reply && reply.tag() == Message.Tag.STALE;
    }

    private static boolean killsTester(ClosedState state) {
        return state.phase() instanceof Phase.Check check && check.work() instanceof Message.TestPurge test
                && check.kill().outstanding().contains(test.from());
    }

    private static boolean allDone(ClosedState state) {
        return state.phase() instanceof Phase.WaitForRequest && state.mailbox().isEmpty()
                && state.actors().stream().allMatch(a -> !a.waiting() && a.inbox().isEmpty() && !a.call().underWay())
                && state.actors().stream().anyMatch(a -> a.asked() > 0 || !a.alive());
    }
}
