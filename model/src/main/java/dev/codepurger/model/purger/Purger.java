package dev.codepurger.model.purger;

import static dev.codepurger.spec.Rule.*;

import dev.codepurger.model.purger.Message.RequestTag;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Phase.Tester;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The purger, one step at a time. The methods stand in the order of the functions of the Erlang module and bear their names in Java
 * spelling, so that both can be read side by side; where Erlang waits in a {@code receive}, or does something that others could
 * notice, a method ends with the {@link Phase} that holds its variables, and the next method goes on from there.
 *
 * <p>Pure but for the {@link Node} and the {@link Choices} it is given for a single step.
 */
public final class Purger {

    private final Profile profile;
    private final Node node;
    private final Choices rules;

    /** A purger for one step. */
    public Purger(Profile profile, Node node, Choices rules) {
        this.profile = profile;
        this.node = node;
        this.rules = rules;
    }

    // ---------------------------------------------------------------------------------------------- what drives the methods below

    /** Goes on without a message, from a phase that waits for none. */
    public Phase proceed(Phase phase) {
        return switch (phase) {
            case Phase.CheckRequests p -> checkRequests(p.saved());
            case Phase.OnLoadFailed p -> onLoadFailed(p);
            case Phase.Prepared p -> prepared(p);
            case Phase.Checked p -> testProgressContinued(p);
            case Phase.Finish p -> finish(p);
            case Phase.Answer p -> answer(p);
            case Phase.WaitForRequest p -> throw waits(p);
            case Phase.Started p -> throw waits(p);
            case Phase.Check p -> throw waits(p);
            case Phase.Continued p -> throw waits(p);
            case Phase.Hung p -> throw waits(p);
            case Phase.Terminated p -> throw waits(p);
        };
    }

    /** Takes a message, or returns null if this phase leaves it in the mailbox. */
    public @Nullable Phase receive(Phase phase, Message message) {
        return switch (phase) {
            case Phase.WaitForRequest p -> handleRequest(message, p.saved());
            case Phase.Started p -> receiveStarted(p, message);
            case Phase.Check p -> checkReceive(p, message);
            case Phase.Continued p -> receiveContinued(p, message);
            case Phase.CheckRequests p -> throw waits(p);
            case Phase.OnLoadFailed p -> throw waits(p);
            case Phase.Prepared p -> throw waits(p);
            case Phase.Checked p -> throw waits(p);
            case Phase.Finish p -> throw waits(p);
            case Phase.Answer p -> throw waits(p);
            case Phase.Hung p -> throw waits(p);
            case Phase.Terminated p -> throw waits(p);
        };
    }

    private static IllegalStateException waits(Phase phase) {
        return new IllegalStateException("not a step of " + phase);
    }

    // ---------------------------------------------------------------------------------------------- L30-53: requests

    private Phase handleRequest(Message message, Saved saved) {
        if (message instanceof Message.Request request
                && (!rules.obeyed(DISPATCH_1) || (node.isDying(request.from()) && !rules.obeyed(DISPATCH_5)))) {
            return dropGarbage(request, saved);
        }
        return switch (message) {
            case Message.Purge purge -> doPurge(purge, saved);
            case Message.SoftPurge purge -> doSoftPurge(purge, saved);
            case Message.FinishAfterOnLoad finish -> doFinishAfterOnLoad(finish, saved);
            case Message.TestPurge purge -> doTestPurge(purge, saved);
            case Message.ChangePrio change when profile.priorityChanged() -> {
                changePriority(change);
                yield next(saved);
            }
            case Message.ChangePrio garbage -> dropGarbage(garbage, saved);
            case Message.Malformed garbage -> dropGarbage(garbage, saved);
            case Message.Continue word -> dropWord(word, saved);
            case Message.Complete word -> dropWord(word, saved);
            case Message.CheckReply garbage -> dropGarbage(garbage, saved);
            case Message.Down garbage -> dropGarbage(garbage, saved);
            case Message.ExitSignal garbage -> rules.obeyed(DISPATCH_6) ? dropGarbage(garbage, saved) : new Phase.Terminated("killed");
            case Message.Garbage garbage -> dropGarbage(garbage, saved);
        };
    }

    private Phase dropGarbage(Message garbage, Saved saved) {
        node.dropped(garbage);
        return rules.obeyed(DISPATCH_2) ? next(saved) : new Phase.Terminated("badarg");
    }

    private Phase dropWord(Message word, Saved saved) {
        if (!rules.obeyed(HANDSHAKE_10)) {
            node.saved(word);
            return next(saved.keep(word));
        }
        return dropGarbage(word, saved);
    }

    private Phase checkRequests(Saved saved) {
        Message request = saved.requests().get(0);
        if (!rules.obeyed(QUEUE_4)) {
            saved.requests().forEach(node::requeue);
            return new Phase.WaitForRequest();
        }
        return switch (request) {
            case Message.Purge purge when !rules.obeyed(QUEUE_7) -> new Phase.Answer(purge, new Result.Hard(false, false), saved.rest());
            case Message.SoftPurge purge when !rules.obeyed(QUEUE_7) -> new Phase.Answer(purge, new Result.Soft(true), saved.rest());
            default -> handleRequest(request, saved.rest());
        };
    }

    /** The call of {@code check_requests} at the end of every request: nobody can tell whether an empty list was looked at. */
    private Phase next(Saved saved) {
        if (!rules.obeyed(LIVE_3)) {
            return new Phase.Hung();
        }
        return saved.requests().isEmpty() ? new Phase.WaitForRequest(saved) : new Phase.CheckRequests(saved);
    }

    // L61-83, pending_purge_lambda, runs in the caller: world.Calls

    // ---------------------------------------------------------------------------------------------- L97-106: purge

    private Phase doPurge(Message.Purge purge, Saved saved) {
        return prepare(purge, saved);
    }

    private Phase hardPrepared(Phase.Prepared p) {
        if (!p.old() && rules.obeyed(PURGE_1)) {
            return new Phase.Answer(p.work(), noOldCode(true), p.saved());
        }
        return checkProcessCode(p.work(), true, p.asked(), Tester.NONE, p.saved());
    }

    // ---------------------------------------------------------------------------------------------- L118-126: soft_purge

    private Phase doSoftPurge(Message.SoftPurge purge, Saved saved) {
        return prepare(purge, saved);
    }

    private Phase softPrepared(Phase.Prepared p) {
        if (!p.old() && rules.obeyed(SOFT_1)) {
            return new Phase.Answer(p.work(), noOldCode(false), p.saved());
        }
        return checkProcessCode(p.work(), false, p.asked(), Tester.NONE, p.saved());
    }

    // ---------------------------------------------------------------------------------------------- L137-153: finish_after_on_load

    private Phase doFinishAfterOnLoad(Message.FinishAfterOnLoad finish, Saved saved) {
        boolean keep = rules.choose(finish.keep() ? ONLOAD_1 : ONLOAD_2, finish.keep(), () -> List.of(!finish.keep()));
        if (!node.finishAfterOnLoad(finish.module(), keep)) {
            return profile.finishRefusalAnswered() == rules.obeyed(profile.finishRefusalAnswered() ? ONLOAD_6 : ONLOAD_5)
                    ? new Phase.Answer(finish, new Result.NoPendingOnLoad(), saved)
                    : new Phase.Terminated("badarg");
        }
        if (keep) {
            return new Phase.Answer(finish, new Result.Ok(), saved);
        }
        return new Phase.OnLoadFailed(finish, saved);
    }

    private Phase onLoadFailed(Phase.OnLoadFailed p) {
        boolean old = node.prepareOnLoad(p.work().module());
        return new Phase.Prepared(p.work(), old, -1, p.saved());
    }

    private Phase finishPrepared(Phase.Prepared p) {
        if (!p.old()) {
            return new Phase.Answer(p.work(), new Result.Ok(), p.saved());
        }
        return checkProcessCode(p.work(), true, p.asked(), Tester.NONE, p.saved());
    }

    // ---------------------------------------------------------------------------------------------- L177-230: the check

    private Phase checkProcessCode(Message.Request work, boolean hard, int alreadyAsked, Tester tester, Saved saved) {
        int all = alreadyAsked >= 0 ? alreadyAsked : snapshot(work);
        Phase.Check check = profile.limitsRequests() ? Phase.Check.of(work, hard, 0, all, tester, saved)
                : Phase.Check.of(work, hard, all, 0, tester, saved);
        if (!removesInTime(work)) {
            node.complete(work.module());
        }
        return endOfCheck(makeRequests(check));
    }

    private Phase checkReceive(Phase.Check check, Message message) {
        return endOfCheck(switch (message) {
            case Message.CheckReply(Tag tag, Pid process, boolean refers) when counts(tag) -> answered(check, process, refers);
            case Message.Down(Pid process, boolean known, boolean late) when known || !rules.obeyed(CHECK_4) ->
                handleDown(check, process, known);
            case Message.Tagged request when isSaved(request) -> save(check, request);
            case Message.Continue word when isKept(word.ref(), check, QUEUE_8) -> keep(check, word);
            case Message.Complete word when isKept(word.ref(), check, HANDSHAKE_8) -> keep(check, word);
            case Message.ChangePrio change when profile.priorityChanged() -> changePriority(check, change);
            case Message garbage -> drop(check, garbage);
        });
    }

    /** Does an answer with this tag count? The tag stands in the patterns of L196 and L199. */
    private boolean counts(Tag tag) {
        return switch (tag) {
            case CURRENT -> true;
            case STALE, FOREIGN -> !rules.obeyed(CHECK_3);
        };
    }

    private Phase answered(Phase.Check check, Pid process, boolean answer) {
        boolean refers = answer || !rules.obeyed(PURGE_6);
        node.answered(process, answer);
        Phase.Check rest = check.withOpen(Math.max(0, check.open() - 1));
        if (!refers) {
            return makeRequests(rest);
        }
        if (!check.hard()) {
            return softAnsweredTrue(rest, process);
        }
        // The kill comes first: it takes the room of the answer, if it is not to wait.
        return makeRequests(isVictim(check.work(), process) ? rest.with(scheduleKill(process, check.kill())) : rest);
    }

    private boolean isVictim(Message.Request work, Pid process) {
        return switch (work) {
            case Message.FinishAfterOnLoad finish -> rules.obeyed(ONLOAD_3);
            case Message.TestPurge test when test.from().equals(process) -> rules.obeyed(HANDSHAKE_16);
            case Message.Request purge -> rules.obeyed(PURGE_5);
        };
    }

    private Phase softAnsweredTrue(Phase.Check check, Pid process) {
        if (!rules.obeyed(SOFT_4)) {
            return makeRequests(check.with(scheduleKill(process, check.kill())));
        }
        if (!rules.obeyed(SOFT_5)) {
            return makeRequests(check.withRefusal());
        }
        if (!rules.obeyed(CHECK_11)) {
            node.request(check.left());
        }
        return checkResult(check, rules.choose(SOFT_3, Ending.ABORT, () -> List.of(Ending.COMPLETE)), false);
    }

    private boolean isSaved(Message.Tagged message) {
        if (message.tag() != RequestTag.FINISH_AFTER_ON_LOAD) {
            return rules.obeyed(message instanceof Message.Malformed ? QUEUE_2 : QUEUE_1);
        }
        return profile.finishSaved() == rules.obeyed(profile.finishSaved() ? QUEUE_6 : QUEUE_5);
    }

    private Phase save(Phase.Check check, Message.Tagged request) {
        node.saved(request);
        int last = check.saved().requests().size();
        int place = rules.choose(QUEUE_3, rules.choose(QUEUE_1, last, () -> places(last)), () -> places(last));
        return check.with(check.saved().insert(place, request));
    }

    private static List<Integer> places(int last) {
        return IntStream.range(0, last).boxed().toList();
    }

    /**
     * Is a {@code continue} or {@code complete} put away for its session?
     *
     * @param lost the rule by which one of the running session is dropped where the profile keeps none
     */
    private boolean isKept(String ref, Phase.Check check, Rule lost) {
        boolean running = check.work() instanceof Message.TestPurge test && test.ref().equals(ref);
        if (!running && !check.saved().hasSession(ref)) {
            return !rules.obeyed(HANDSHAKE_10);
        }
        return profile.handshakeKept() ? rules.obeyed(HANDSHAKE_11) : !rules.obeyed(running ? lost : QUEUE_8);
    }

    private Phase keep(Phase.Check check, Message word) {
        node.saved(word);
        return check.with(check.saved().keep(word));
    }

    private Phase drop(Phase.Check check, Message garbage) {
        if (!rules.obeyed(QUEUE_8)) {
            node.saved(garbage);
            return check.with(check.saved().and(garbage));
        }
        node.dropped(garbage);
        return check;
    }

    private enum Turn {
        NOW, LATER, NEVER
    }

    private Phase changePriority(Phase.Check check, Message.ChangePrio change) {
        return switch (rules.choose(QUEUE_9, Turn.NOW, () -> List.of(Turn.LATER, Turn.NEVER))) {
            case NOW -> {
                changePriority(change);
                yield check;
            }
            case LATER -> {
                node.saved(change);
                yield check.with(check.saved().and(change));
            }
            case NEVER -> drop(check, change);
        };
    }

    /** Not in the seed. */
    private void changePriority(Message.ChangePrio change) {
        if (change.priority() == Priority.OTHER) {
            List<Result> error = List.of(new Result.NoPriority());
            tell(change, rules.choose(DISPATCH_11, error, () -> List.of(List.of(), List.of(new Result.Was(Priority.HIGH)))));
            return;
        }
        Result was = new Result.Was(node.priority(change.priority()));
        tell(change, rules.choose(DISPATCH_10, List.of(was), () -> List.of(List.of(), List.of(was, was), List.of(new Result.NoPriority()),
                List.of(new Result.Was(change.priority())))));
    }

    private void tell(Message.ChangePrio change, List<Result> results) {
        results.forEach(result -> node.replyPriority(change, result));
    }

    /** The two clauses with which {@code cpc_receive} begins (L184-193). */
    private Phase endOfCheck(Phase phase) {
        if (!(phase instanceof Phase.Check check)) {
            return phase;
        }
        KillState kill = check.kill();
        if (check.unanswered() > 0 && rules.obeyed(CHECK_2)) {
            return check;
        }
        boolean busy = !kill.outstanding().isEmpty() || !kill.waiting().isEmpty();
        if (busy && rules.obeyed(KILL_5)) {
            return check;
        }
        if (check.hard()) {
            // Asked where the flag is read, not where it is set: only here can anybody tell.
            return checkResult(check, Ending.COMPLETE, rules.choose(KILL_4, kill.killed()));
        }
        Ending ending = check.refused() ? Ending.ABORT : rules.choose(SOFT_2, Ending.COMPLETE, () -> List.of(Ending.ABORT));
        return checkResult(check, ending, false);
    }

    // L225-230: the saved requests stand in order already. What follows is what do_purge and the others do with the result.
    private Phase checkResult(Phase.Check check, Ending ending, boolean killed) {
        Result result = switch (check.work()) {
            case Message.FinishAfterOnLoad finish -> new Result.Ok();
            case Message.Request purge -> check.hard()
                    ? rules.<Result>choose(PURGE_3, new Result.Hard(true, killed), () -> List.of(new Result.Hard(false, killed)))
                    : new Result.Soft(ending == Ending.COMPLETE);
        };
        return check.work() instanceof Message.TestPurge test
                ? testProgress(test, ending, result, check.tester(), check.saved())
                : new Phase.Finish(check.work(), ending, result, check.saved());
    }

    // ---------------------------------------------------------------------------------------------- L231-268: kills

    private Phase handleDown(Phase.Check check, Pid process, boolean known) {
        if (!known) {
            node.killConfirmed(process);
            if (check.kill().outstanding().isEmpty()) {
                return check;
            }
            return makeRequests(check.with(scheduleKillWaiting(check.kill().without(check.kill().outstanding().get(0)))));
        }
        if (!check.kill().outstanding().contains(process)) {
            return check;
        }
        node.killConfirmed(process);
        // Here too: who waits to be killed goes before who is to be asked.
        return rules.obeyed(KILL_6) ? makeRequests(check.with(scheduleKillWaiting(check.kill().without(process)))) : check;
    }

    private KillState scheduleKillWaiting(KillState kill) {
        if (kill.waiting().isEmpty()) {
            return kill;
        }
        Pid victim = rules.choose(KILL_3, kill.waiting().get(0), () -> kill.waiting().subList(1, kill.waiting().size()));
        KillState rest = kill.notWaiting(victim);
        return rules.obeyed(KILL_7) ? issueKill(victim, rest) : rest;
    }

    private KillState scheduleKill(Pid victim, KillState kill) {
        boolean slotFree = kill.outstanding().size() < profile.killsAtOnce();
        boolean now = slotFree ? rules.obeyed(KILL_9) : !rules.obeyed(KILL_1);
        return now ? issueKill(victim, kill) : kill.waitingFirst(victim);
    }

    /** What L253-258 and L264-268 share: monitor, kill, set the flag. */
    private KillState issueKill(Pid victim, KillState kill) {
        if (rules.obeyed(KILL_2)) {
            node.monitor(victim);
            node.kill(victim);
        } else {
            node.kill(victim);
            node.monitor(victim);
        }
        return kill.killing(victim);
    }

    /** Lists all processes, and asks them if there is no limit; returns how many there are. */
    private int snapshot(Message.Request work) {
        return profile.limitsRequests() ? node.listAll(work.module()) : node.requestAll(work.module());
    }

    /** Asks as many as there is room for. The seed asks all at once (L271-275); later versions do this whenever there may be room. */
    private Phase.Check makeRequests(Phase.Check check) {
        if (check.left() == 0) {
            return check;
        }
        int free = Math.max(0, profile.requestsInFlight() - check.open());
        int fitting = Math.min(Math.max(0, free - check.kill().outstanding().size()), check.left());
        int asked = rules.choose(CHECK_9, fitting,
                () -> Stream.of(fitting + 1, free, check.left()).filter(n -> n > fitting && n <= check.left()).distinct().toList());
        if (asked == fitting && fitting > 0) {
            asked = rules.choose(CHECK_10, fitting, () -> Stream.of(0, fitting - 1).distinct().toList());
        }
        if (asked > 0) {
            node.request(asked);
        }
        return check.asking(asked);
    }

    // ---------------------------------------------------------------------------------------------- L284-339: for testing only

    private Phase doTestPurge(Message.TestPurge purge, Saved saved) {
        if (purge.type() == TestType.OTHER && rules.obeyed(DISPATCH_8)) {
            return next(saved.forget(purge.ref()));
        }
        if (!rules.obeyed(HANDSHAKE_1)) {
            node.started(purge.from(), purge.ref());
        }
        return prepare(purge, saved);
    }

    /** The soft and the hard session differ in what they check for and in how they answer (L294-320). */
    private Phase testPrepared(Phase.Prepared p, Message.TestPurge work) {
        if (!rules.obeyed(HANDSHAKE_1) || (!p.old() && !rules.obeyed(HANDSHAKE_4))) {
            return testStarted(new Phase.Started(work, p.old(), p.asked(), p.saved()), Tester.LISTENS);
        }
        return testProgressStarted(new Phase.Started(work, p.old(), p.asked(), p.saved()));
    }

    private Phase testStarted(Phase.Started p, Tester tester) {
        boolean hard = p.work().type() != TestType.SOFT;
        if (tester == Tester.LISTENS && !rules.obeyed(HANDSHAKE_2)) {
            node.continued(p.work().from(), p.work().ref());
        }
        if (!p.old()) {
            return testProgress(p.work(), Ending.NOTHING, noOldCode(hard), tester, p.saved());
        }
        return checkProcessCode(p.work(), hard, p.asked(), tester, p.saved());
    }

    private Phase testProgressStarted(Phase.Started p) {
        node.started(p.work().from(), p.work().ref());
        node.monitorTester(p.work().from());
        if (node.isSelf(p.work().from()) && !rules.obeyed(HANDSHAKE_18)) {
            return testStarted(p, Tester.DIED);
        }
        Message.Continue word = new Message.Continue(p.work().ref());
        if (p.saved().kept().contains(word)) {
            node.demonitorTester(p.work().from());
            return testStarted(new Phase.Started(p.work(), p.old(), p.asked(), p.saved().take(word)), Tester.LISTENS);
        }
        return p;
    }

    private @Nullable Phase receiveStarted(Phase.Started p, Message message) {
        if (message instanceof Message.Down down && down.known() && down.process().equals(p.work().from())) {
            return rules.obeyed(down.late() ? HANDSHAKE_15 : HANDSHAKE_12) && rules.obeyed(LIVE_4) ? testStarted(p, Tester.DIED) : p;
        }
        if (message instanceof Message.Continue word && isMine(word.ref(), p.work().ref())) {
            if (!rules.obeyed(HANDSHAKE_5)) {
                return p;
            }
            node.demonitorTester(p.work().from());
            return testStarted(p, Tester.LISTENS);
        }
        return leftInMailbox(message) ? null : p;
    }

    private boolean isMine(String ref, String mine) {
        return ref.equals(mine) || !rules.obeyed(HANDSHAKE_6);
    }

    private boolean leftInMailbox(Message message) {
        if (message instanceof Message.TestPurge second && !rules.obeyed(HANDSHAKE_17)) {
            node.started(second.from(), second.ref());
            return false;
        }
        boolean asks = message instanceof Message.Tagged || (message instanceof Message.ChangePrio && profile.priorityChanged());
        return !asks || rules.obeyed(HANDSHAKE_7);
    }

    /** A tester that has died is not told {@code continued}, nor waited for (L321-325). */
    private Phase testProgress(Message.TestPurge work, Ending ending, Result result, Tester tester, Saved saved) {
        boolean skip = tester == Tester.DIED || !rules.obeyed(HANDSHAKE_2) || (ending == Ending.NOTHING && !rules.obeyed(HANDSHAKE_4));
        return skip ? afterContinued(work, ending, result, saved) : new Phase.Checked(work, ending, result, tester, saved);
    }

    private Phase testProgressContinued(Phase.Checked p) {
        node.continued(p.work().from(), p.work().ref());
        node.monitorTester(p.work().from());
        Message.Complete word = new Message.Complete(p.work().ref());
        if (p.saved().kept().contains(word)) {
            node.demonitorTester(p.work().from());
            return afterContinued(p.work(), p.ending(), p.result(), p.saved().take(word));
        }
        return new Phase.Continued(p.work(), p.ending(), p.result(), p.saved());
    }

    private @Nullable Phase receiveContinued(Phase.Continued p, Message message) {
        if (message instanceof Message.Down down && down.known() && down.process().equals(p.work().from())) {
            boolean noted = rules.obeyed(down.late() ? HANDSHAKE_13 : HANDSHAKE_14) && rules.obeyed(LIVE_4);
            return noted ? afterContinued(p.work(), p.ending(), p.result(), p.saved()) : p;
        }
        if (message instanceof Message.Complete word && isMine(word.ref(), p.work().ref())) {
            if (!rules.obeyed(HANDSHAKE_5) || (p.ending() == Ending.NOTHING && !rules.obeyed(HANDSHAKE_9))) {
                return p;
            }
            node.demonitorTester(p.work().from());
            return afterContinued(p.work(), p.ending(), p.result(), p.saved());
        }
        return leftInMailbox(message) ? null : p;
    }

    private Phase afterContinued(Message.TestPurge work, Ending ending, Result result, Saved saved) {
        return switch (rules.choose(HANDSHAKE_19, ending, () -> otherEnding(ending))) {
            case NOTHING -> new Phase.Answer(work, result, saved);
            case COMPLETE -> new Phase.Finish(work, Ending.COMPLETE, result, saved);
            case ABORT -> new Phase.Finish(work, Ending.ABORT, result, saved);
        };
    }

    private static List<Ending> otherEnding(Ending ending) {
        return switch (ending) {
            case NOTHING -> List.of();
            case COMPLETE -> List.of(Ending.ABORT);
            case ABORT -> List.of(Ending.COMPLETE);
        };
    }

    // ---------------------------------------------------------------------------------------------- what the kinds of purge share

    /** {@code prepare} sets its mark at once; it may be long before it returns. */
    private Phase prepare(Message.Request work, Saved saved) {
        if (!rules.obeyed(CHECK_1)) {
            int asked = snapshot(work);
            boolean old = node.prepare(work.module());
            return new Phase.Prepared(work, old, asked, saved);
        }
        return new Phase.Prepared(work, node.prepare(work.module()), -1, saved);
    }

    private Phase prepared(Phase.Prepared p) {
        return switch (p.work()) {
            case Message.Purge work -> hardPrepared(p);
            case Message.SoftPurge work -> softPrepared(p);
            case Message.FinishAfterOnLoad work -> finishPrepared(p);
            case Message.TestPurge work -> testPrepared(p, work);
        };
    }

    private Result noOldCode(boolean hard) {
        return hard
                ? rules.<Result>choose(PURGE_1, new Result.Hard(false, false),
                        () -> List.of(new Result.Hard(true, false), new Result.Hard(true, true), new Result.Hard(false, true)))
                : rules.<Result>choose(SOFT_1, new Result.Soft(true), () -> List.of(new Result.Soft(false)));
    }

    private Phase finish(Phase.Finish p) {
        String module = p.work().module();
        switch (p.ending()) {
            case COMPLETE -> {
                if (removesInTime(p.work())) {
                    node.complete(module);
                }
            }
            case ABORT -> {
                if (rules.obeyed(SOFT_3)) {
                    node.abort(module);
                } else {
                    node.complete(module);
                }
            }
            case NOTHING -> {
                // without old code there is nothing to finish
            }
        }
        return new Phase.Answer(p.work(), p.result(), p.saved());
    }

    /** Is the old code removed when it is to be, and not before its check or not at all? */
    private boolean removesInTime(Message.Request work) {
        return switch (work) {
            case Message.Purge purge -> rules.obeyed(PURGE_4);
            case Message.SoftPurge purge -> rules.obeyed(SOFT_2);
            case Message.FinishAfterOnLoad finish -> rules.obeyed(ONLOAD_2);
            case Message.TestPurge test -> rules.obeyed(HANDSHAKE_3) && rules.obeyed(test.type() == TestType.SOFT ? SOFT_2 : PURGE_4);
        };
    }

    private Phase answer(Phase.Answer p) {
        boolean session = p.work() instanceof Message.TestPurge;
        List<Message.Request> once = List.of(p.work());
        List<Message.Request> told = session
                ? rules.choose(HANDSHAKE_3, once, () -> List.of(List.of(), List.of(p.work(), p.work())))
                : rules.choose(DISPATCH_4, once, () -> otherThanOnce(p));
        if (rules.obeyed(LIVE_1)) {
            told.forEach(request -> node.reply(request, p.result()));
        }
        return next(p.saved().forget(p.work().ref()));
    }

    /** Not, twice, as an answer of another kind, or as the answer to a request that is still waiting. */
    private static List<List<Message.Request>> otherThanOnce(Phase.Answer p) {
        Message.Request work = p.work();
        Message.Request other = work instanceof Message.Purge ? new Message.SoftPurge(work.module(), work.from(), work.ref())
                : new Message.Purge(work.module(), work.from(), work.ref());
        List<List<Message.Request>> ways = new ArrayList<>(List.of(List.of(), List.of(work, work), List.of(other)));
        for (Message message : p.saved().requests()) {
            if (message instanceof Message.Request waiting) {
                ways.add(List.of(waiting));
            }
        }
        return ways;
    }
}
