package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Code;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is claimed of every closed world, each under the rule that it follows from. */
public final class Claims {

    private final Configuration configuration;
    private final Profile profile;
    private final ImmutableList.Builder<Property<ClosedState, Move>> claims = ImmutableList.builder();

    private Claims(Configuration configuration, Profile profile) {
        this.configuration = configuration;
        this.profile = configuration.limited(profile);
    }

    /** The claims for a world with this purger, and the goals of the configuration behind them. */
    public static ImmutableList<Property<ClosedState, Move>> of(Configuration configuration, Profile profile) {
        Claims all = new Claims(configuration, profile);
        all.kills();
        all.checks();
        all.requests();
        all.sessions();
        all.claims.addAll(RequestClaims.all());
        if (profile.limitsRequests()) {
            all.claims.addAll(LimitClaims.of(all.profile.requestsInFlight()));
        }
        all.atRest();
        configuration.goals().stream().filter(goal -> profile.limitsRequests() || !goal.needsRequestLimit())
                .forEach(goal -> all.claims.add(goal.property()));
        return all.claims.build();
    }

    private void always(Rule rule, String claim, Predicate<ClosedState> holds) {
        claims.add(new Property.Always<>(rule.id(), claim, holds));
    }

    private void everyStep(Rule rule, String claim, Property.StepPredicate<ClosedState, Move> holds) {
        claims.add(new Property.EveryStep<>(rule.id(), claim, holds));
    }

    private void atRest(Rule rule, String claim, Predicate<ClosedState> holds) {
        claims.add(new Property.AtRest<>(rule.id(), claim, holds));
    }

    // ------------------------------------------------------------------------------------------------------------ kills

    private void kills() {
        int limit = profile.killsAtOnce();
        always(KILL_1, "no more kills are outstanding than the limit",
                s -> !(s.phase() instanceof Phase.Check c) || c.kill().outstanding().size() <= limit);
        always(KILL_6, "the outstanding kills are those whose DOWN has not been taken", KillBooks::countAgrees);
        always(KILL_9, "a victim waits only while the limit is reached",
                s -> !(s.phase() instanceof Phase.Check c) || c.kill().waiting().isEmpty() || c.kill().outstanding().size() == limit);
        everyStep(KILL_4, "the killed flag is set by issuing a kill, and by nothing else",
                (s, move, t) -> move.kind() != Move.Kind.PURGER || KillBooks.flagAgrees(s, t));
        everyStep(SOFT_4, "a soft purge kills nobody", (s, move, t) -> !Look.at(s).isSoft() || !Look.at(t).issuedKillSince(s));
        everyStep(KILL_5, "a hard check ends with no kill outstanding, and no victim waiting",
                (s, move, t) -> !endsCheck(s, t) || t.actors().stream().noneMatch(a -> a.monitor() == Monitor.VICTIM));
    }

    // ------------------------------------------------------------------------------------------------------------ checks

    private void checks() {
        everyStep(CHECK_2, "a check that does not abort ends when all have answered",
                (s, move, t) -> !endsCheck(s, t) || allAnswered(s));
        everyStep(CHECK_3, "a stale answer changes nothing",
                (s, move, t) -> !takes(s, move, Claims::isStale) || s.phase().equals(t.phase()));
        everyStep(CHECK_4, "a DOWN of a monitor that is not the purger's changes nothing",
                (s, move, t) -> !takes(s, move, Look::isForged) || s.phase().equals(t.phase()));
        everyStep(SOFT_3, "a soft purge is refused if, and only if, somebody answers true",
                (s, move, t) -> move.kind() != Move.Kind.PURGER || refusedRightly(s, t));
        always(PURGE_2, "from prepare to the end of a purge, the old code is marked", s -> !isAtOldCode(s) || s.module().purging());
        everyStep(PURGE_3, "a hard purge that has checked says that there was old code",
                (s, move, t) -> !endsCheck(s, t) || !deniesOldCode(t));
        everyStep(PURGE_5, "when a hard purge completes, nobody alive runs the old code",
                (s, move, t) -> !completes(s, move) || finishes(s) || Look.at(s).isSoft() || nobodyInOld(s));
        everyStep(SOFT_2, "when a soft purge completes, nobody alive runs the old code",
                (s, move, t) -> !completes(s, move) || !Look.at(s).isSoft() || nobodyInOld(s));
        everyStep(ONLOAD_3, "when failed code is removed, nobody alive runs it",
                (s, move, t) -> !completes(s, move) || !finishes(s) || nobodyInOld(s));
        everyStep(ONLOAD_4, "old code that was set aside is back when the failed code is gone",
                (s, move, t) -> s.module().aside() == null || !completes(s, move) || s.module().aside().equals(t.module().old()));
        always(MODULE_4, "nobody alive runs code that is not there", Claims::allInCode);
    }

    /** By an answer that was taken, or a death, and not by an abort. */
    private static boolean endsCheck(ClosedState before, ClosedState after) {
        return before.phase() instanceof Phase.Check && !(after.phase() instanceof Phase.Check) && ending(after) != Ending.ABORT;
    }

    private static @Nullable Ending ending(ClosedState state) {
        return switch (state.phase()) {
            case Phase.Finish f -> f.ending();
            case Phase.Checked c -> c.ending();
            default -> null;
        };
    }

    private static boolean isAtOldCode(ClosedState state) {
        return switch (state.phase()) {
            case Phase.Prepared p -> p.old();
            case Phase.Started p -> p.old();
            case Phase.Check p -> true;
            case Phase.Checked p -> p.ending() != Ending.NOTHING;
            case Phase.Continued p -> p.ending() != Ending.NOTHING;
            case Phase.Finish p -> p.ending() != Ending.NOTHING;
            default -> false;
        };
    }

    private static boolean deniesOldCode(ClosedState state) {
        @Nullable Result result = switch (state.phase()) {
            case Phase.Finish f -> f.result();
            case Phase.Checked c -> c.result();
            default -> null;
        };
        return result instanceof Result.Hard hard && !hard.wasOld();
    }

    private static boolean allAnswered(ClosedState before) {
        return before.unasked().isEmpty() && before.actors().stream().noneMatch(a -> a.inbox().contains(Signal.CHECK))
                && before.mailbox().stream().skip(1).noneMatch(Look::isAnswer);
    }

    private static boolean takes(ClosedState state, Move move, Predicate<Message> message) {
        boolean takesHead = state.phase() instanceof Phase.Check || state.phase() instanceof Phase.WaitForRequest;
        return move.kind() == Move.Kind.PURGER && takesHead && !state.mailbox().isEmpty() && message.test(state.mailbox().get(0));
    }

    private static boolean isStale(Message message) {
        return message instanceof Message.CheckReply reply && reply.tag() == Message.Tag.STALE;
    }

    private static boolean refusedRightly(ClosedState before, ClosedState after) {
        if (!(before.phase() instanceof Phase.Check check) || check.hard()) {
            return true;
        }
        boolean yes = before.mailbox().get(0) instanceof Message.CheckReply reply && reply.tag() == Message.Tag.CURRENT && reply.refers();
        return yes == (ending(after) == Ending.ABORT);
    }

    private static boolean completes(ClosedState state, Move move) {
        return move.kind() == Move.Kind.PURGER && state.phase() instanceof Phase.Finish f && f.ending() == Ending.COMPLETE;
    }

    private static boolean finishes(ClosedState state) {
        return state.phase().working() instanceof Message.FinishAfterOnLoad;
    }

    private static boolean nobodyInOld(ClosedState state) {
        Code old = state.module().old();
        return old == null || state.actors().stream().noneMatch(a -> a.in() == old.version());
    }

    private static boolean allInCode(ClosedState state) {
        List<Integer> there = new ArrayList<>(List.of(0));
        Stream.of(state.module().current(), state.module().old(), state.module().pending(), state.module().aside())
                .forEach(code -> there.add(code == null ? 0 : code.version()));
        return state.actors().stream().allMatch(a -> there.contains(a.in()));
    }

    // ------------------------------------------------------------------------------------------------------------ requests

    private void requests() {
        everyStep(QUEUE_3, "saved requests are put away at the end and taken at the front",
                (s, move, t) -> hasEnded(t) || inOrder(saved(s), saved(t)));
        everyStep(DISPATCH_4, "a request is answered once, at its end, while its requester, if alive, waits for that",
                (s, move, t) -> replies(move).equals(repliesDue(s, move)) && answersWhoWaits(s));
    }

    private static List<Message> saved(ClosedState state) {
        return state.phase().saved().requests();
    }

    private static boolean inOrder(List<Message> before, List<Message> after) {
        return switch (after.size() - before.size()) {
            case 0 -> before.equals(after);
            case 1 -> after.subList(0, before.size()).equals(before);
            case -1 -> before.subList(1, before.size()).equals(after);
            default -> false;
        };
    }

    /** With the purger everything is lost that it had saved, in whatever order. */
    private static boolean hasEnded(ClosedState state) {
        return state.phase() instanceof Phase.Terminated || state.phase() instanceof Phase.Hung;
    }

    private static List<Move.Effect> replies(Move move) {
        return move.effects().stream().filter(Describe::isReply).toList();
    }

    private static List<Move.Effect> repliesDue(ClosedState state, Move move) {
        return move.kind() == Move.Kind.PURGER && state.phase() instanceof Phase.Answer(Message.Request work, Result result, Saved saved)
                ? List.of(new Move.Effect(work.from().name(), Describe.reply(work, result)))
                : List.of();
    }

    private boolean answersWhoWaits(ClosedState state) {
        if (!(state.phase() instanceof Phase.Answer answer)) {
            return true;
        }
        Actor requester = Look.at(state).actor(answer.work().from());
        String ref = ActorSteps.ref(configuration, answer.work().from().number() - 1, requester.asked());
        return !requester.alive() || (requester.waiting() && ref.equals(answer.work().ref()));
    }

    // ------------------------------------------------------------------------------------------------------------ sessions, callers

    private void sessions() {
        always(HANDSHAKE_17, "there is one session at a time",
                s -> s.actors().stream().filter(a -> a.heard() != Heard.NOTHING).count() <= 1);
        always(LAMBDA_9, "a caller is suspended only while a purge is pending",
                s -> s.module().purging() || s.actors().stream().noneMatch(a -> a.call() == Call.SUSPENDED));
    }

    // ------------------------------------------------------------------------------------------------------------ at rest

    private void atRest() {
        atRest(LIVE_1, "every request is answered, unless the requester is dead", s -> s.actors().stream().noneMatch(Actor::waiting));
        atRest(LIVE_2, "no caller is suspended", s -> s.actors().stream().noneMatch(a -> a.call() == Call.SUSPENDED));
        atRest(KILL_8, "nobody who is to be killed is alive",
                s -> s.actors().stream().noneMatch(a -> a.alive() && a.monitor() == Monitor.VICTIM));
        atRest(LIVE_3, "the purger is idle, with an empty mailbox, or held for a tester",
                s -> (s.phase() instanceof Phase.WaitForRequest && s.mailbox().isEmpty()) || Look.at(s).isHeld());
        atRest(LIVE_4, "the purger is not held for a dead tester", s -> !Look.at(s).isHeld() || !Look.at(s).requesterIsDead());
        atRest(LIVE_5, "the purger is not in a check", s -> !(s.phase() instanceof Phase.Check));
    }
}
