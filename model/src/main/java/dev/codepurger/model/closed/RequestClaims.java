package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is claimed of the steps with which a request is taken, and of those with which a session goes on. */
final class RequestClaims {

    private RequestClaims() {}

    static ImmutableList<Property<ClosedState, Move>> all() {
        return ImmutableList.of(
                everyStep(DISPATCH_1, "a request that is taken is worked on", (s, move, t) -> isWorkedOn(taken(s, move), t)),
                everyStep(DISPATCH_5, "a request of somebody dead is worked on, too",
                        (s, move, t) -> !(taken(s, move) instanceof Message.Request m) || Look.at(s).actor(m.from()).alive()
                                || isWorkedOn(m, t)),
                everyStep(ONLOAD_1, "a finish that keeps makes the pending code current and the current code old, at once",
                        (s, move, t) -> !finishes(s, move, true) || keeps(s, t)),
                everyStep(ONLOAD_2, "a finish that discards does not touch the current code",
                        (s, move, t) -> !finishes(s, move, false) || isSame(s.module().current(), t.module().current())),
                everyStep(QUEUE_7, "a saved purge finds the old code that there is when it is taken",
                        (s, move, t) -> !(s.phase() instanceof Phase.CheckRequests) || !isPurge(taken(s, move))
                                || (t.phase() instanceof Phase.Prepared p && p.old() == (s.module().old() != null))),
                everyStep(KILL_3, "of those who wait to be killed, the one that began to wait last is the next",
                        RequestClaims::lastInFirstOut),
                everyStep(HANDSHAKE_1, "a tester is told started after prepare, and nobody is asked before its continue",
                        (s, move, t) -> !toldEarly(t) && (!isPrepared(s, move, true) || waitsForContinue(s, t))),
                everyStep(HANDSHAKE_2, "a tester is told continued when the check has ended, and nothing is ended before its complete",
                        (s, move, t) -> move.kind() != Move.Kind.PURGER || continuesRightly(s, t)),
                everyStep(HANDSHAKE_4, "without old code a session waits all the same",
                        (s, move, t) -> !isPrepared(s, move, false) || waitsForContinue(s, t)));
    }

    private static Property<ClosedState, Move> everyStep(Rule rule, String claim, Property.StepPredicate<ClosedState, Move> holds) {
        return new Property.EveryStep<>(rule.id(), claim, holds);
    }

    // ------------------------------------------------------------------------------------------------------------ requests

    /** The message that the step takes as a request, null if it is none that does. */
    private static @Nullable Message taken(ClosedState state, Move move) {
        if (move.kind() != Move.Kind.PURGER) {
            return null;
        }
        return switch (state.phase()) {
            case Phase.WaitForRequest p -> state.mailbox().get(0);
            case Phase.CheckRequests p -> p.saved().requests().get(0);
            default -> null;
        };
    }

    /** Whoever dies of a request has worked on it, too; whether it may is the matter of another rule. */
    private static boolean isWorkedOn(@Nullable Message taken, ClosedState after) {
        return !(taken instanceof Message.Request) || after.phase() instanceof Phase.Terminated || taken.equals(after.phase().working());
    }

    private static boolean isPurge(@Nullable Message message) {
        return message instanceof Message.Request && !(message instanceof Message.FinishAfterOnLoad);
    }

    private static boolean finishes(ClosedState state, Move move, boolean keep) {
        return taken(state, move) instanceof Message.FinishAfterOnLoad finish && finish.keep() == keep && state.module().pending() != null
                && !state.module().failed();
    }

    private static boolean keeps(ClosedState before, ClosedState after) {
        boolean old = isSame(before.module().current() == null ? before.module().old() : before.module().current(), after.module().old());
        return old && isSame(before.module().pending(), after.module().current()) && after.module().pending() == null
                && after.phase() instanceof Phase.Answer answer && answer.result() instanceof Result.Ok;
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private static boolean lastInFirstOut(ClosedState before, Move move, ClosedState after) {
        if (!(before.phase() instanceof Phase.Check was) || !(after.phase() instanceof Phase.Check is)) {
            return true;
        }
        List<Pid> waiting = was.kill().waiting();
        return waiting.stream().skip(1)
                .noneMatch(pid -> is.kill().outstanding().contains(pid) && is.kill().waiting().contains(waiting.get(0)));
    }

    // ------------------------------------------------------------------------------------------------------------ sessions

    /** Has the tester been told before {@code prepare} has returned? */
    private static boolean toldEarly(ClosedState state) {
        return state.phase() instanceof Phase.Prepared p && p.work() instanceof Message.TestPurge test
                && Look.at(state).actor(test.from()).heard() != Heard.NOTHING;
    }

    private static boolean isPrepared(ClosedState state, Move move, boolean old) {
        return move.kind() == Move.Kind.PURGER && state.phase() instanceof Phase.Prepared p && p.work() instanceof Message.TestPurge
                && p.old() == old;
    }

    private static boolean waitsForContinue(ClosedState before, ClosedState after) {
        return after.phase() instanceof Phase.Started || isKept(before, true);
    }

    /** Is the word of the running session kept, {@code continue} or else {@code complete}? There must be one. */
    private static boolean isKept(ClosedState state, boolean first) {
        String ref = Objects.requireNonNull(state.phase().working()).ref();
        return state.phase().saved().kept().contains(first ? new Message.Continue(ref) : new Message.Complete(ref));
    }

    private static boolean continuesRightly(ClosedState before, ClosedState after) {
        if (!(before.phase() instanceof Phase.Checked) && hasHeardContinued(after) && !hasHeardContinued(before)) {
            return false;
        }
        return switch (before.phase()) {
            case Phase.Checked p -> after.phase() instanceof Phase.Continued || isKept(before, false);
            case Phase.Check p when p.tester() == Phase.Tester.LISTENS -> !(after.phase() instanceof Phase.Finish);
            default -> true;
        };
    }

    private static boolean hasHeardContinued(ClosedState state) {
        return state.actors().stream().anyMatch(actor -> actor.heard() == Heard.CONTINUED);
    }
}
