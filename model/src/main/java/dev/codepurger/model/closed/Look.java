package dev.codepurger.model.closed;

import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions to a state that are asked in more than one place. */
record Look(ClosedState state) {

    static Look at(ClosedState state) {
        return new Look(state);
    }

    Actor actor(Pid pid) {
        return state.actors().get(pid.number() - 1);
    }

    /** Is the one dead whose request is worked on? There must be one. */
    boolean requesterIsDead() {
        return !actor(Objects.requireNonNull(state.phase().working()).from()).alive();
    }

    /** Is there nothing any more that tells of a dead process? */
    boolean isForgotten(Pid pid) {
        Actor actor = actor(pid);
        Message.@Nullable Request work = state.phase().working();
        return actor.inbox().isEmpty() && actor.monitor() == Monitor.NONE && (work == null || !work.from().equals(pid))
                && Stream.of(state.mailbox(), state.phase().saved().requests(), state.phase().saved().kept()).flatMap(List::stream)
                        .noneMatch(message -> tellsOf(message, pid))
                && !state.unasked().contains(pid) && !(state.phase() instanceof Phase.Check check
                        && (check.kill().outstanding().contains(pid) || check.kill().waiting().contains(pid)));
    }

    private static boolean tellsOf(Message message, Pid pid) {
        return switch (message) {
            case Message.Request request -> request.from().equals(pid);
            case Message.Continue word -> word.ref().startsWith(pid.name() + "#");
            case Message.Complete word -> word.ref().startsWith(pid.name() + "#");
            case Message.CheckReply reply -> reply.process().equals(pid);
            case Message.Down down -> down.process().equals(pid);
            default -> false;
        };
    }

    /** How many check requests of the check that runs have been sent, and their answers not taken? */
    long openRequests() {
        return state.actors().stream().filter(actor -> actor.inbox().contains(Signal.CHECK)).count()
                + state.mailbox().stream().filter(Look::isAnswer).count();
    }

    /** Does it answer a request of the check that runs? */
    static boolean isAnswer(Message message) {
        return message instanceof Message.CheckReply reply && reply.tag() == Message.Tag.CURRENT;
    }

    /** Is it a {@code DOWN} of a monitor that the purger never made? */
    static boolean isForged(Message message) {
        return message instanceof Message.Down down && !down.known();
    }

    /** How many kills have been issued, and the deaths not been taken? */
    long outstandingKills() {
        return state.actors().stream().filter(actor -> actor.monitor() == Monitor.VICTIM).count()
                + state.mailbox().stream().filter(message -> message instanceof Message.Down down && down.known()).count();
    }

    /** Is the purger held for a tester? */
    boolean isHeld() {
        return state.phase() instanceof Phase.Started || state.phase() instanceof Phase.Continued;
    }

    /** Is the request that is worked on one that kills nobody? */
    boolean isSoft() {
        return switch (state.phase().working()) {
            case Message.SoftPurge purge -> true;
            case Message.TestPurge test -> test.type() == Message.TestType.SOFT;
            case null -> false;
            default -> false;
        };
    }

    /** Was somebody monitored to be killed on the step from {@code before} to this state? */
    boolean issuedKillSince(ClosedState before) {
        for (int i = 0; i < state.actors().size(); i++) {
            if (state.actors().get(i).monitor() == Monitor.VICTIM && before.actors().get(i).monitor() != Monitor.VICTIM) {
                return true;
            }
        }
        return false;
    }
}
