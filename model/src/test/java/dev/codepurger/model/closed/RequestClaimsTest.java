package dev.codepurger.model.closed;

import static dev.codepurger.model.closed.Sketch.*;
import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Module;
import dev.codepurger.spec.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What right purgers never do, and the exploration of them so never meets, is tried with steps made by hand. */
class RequestClaimsTest {

    private static final Message FORGED = new Message.Down(P, false, false);
    private static final Message.FinishAfterOnLoad KEEP = new Message.FinishAfterOnLoad(ClosedDraft.MODULE, true, C, "c#1");
    private static final Message.FinishAfterOnLoad DISCARD = new Message.FinishAfterOnLoad(ClosedDraft.MODULE, false, C, "c#1");
    private static final Message CONTINUE = new Message.Continue(TEST.ref());
    private static final Message COMPLETE = new Message.Complete(TEST.ref());
    private static final Result DONE = new Result.Hard(true, false);
    private static final Phase IDLE = new Phase.WaitForRequest();

    private static Arguments good(Rule rule, Sketch before, Sketch after) {
        return Arguments.of(rule, Move.Kind.PURGER, before, after, true);
    }

    private static Arguments bad(Rule rule, Sketch before, Sketch after) {
        return Arguments.of(rule, Move.Kind.PURGER, before, after, false);
    }

    /** Not the matter of the purger. */
    private static Arguments others(Rule rule, Sketch before, Sketch after) {
        return Arguments.of(rule, Move.Kind.DIE, before, after, true);
    }

    private static Sketch saved(Message... requests) {
        return FIRST.with(new Phase.CheckRequests(new Saved(ImmutableList.copyOf(requests), ImmutableList.of())));
    }

    private static Sketch prepared(Message.Request work, boolean old, Message... kept) {
        return FIRST.with(new Phase.Prepared(work, old, -1, new Saved(ImmutableList.of(), ImmutableList.copyOf(kept))));
    }

    private static Sketch answering(Sketch before, Result result) {
        return before.with(new Phase.Answer(KEEP, result, Saved.NOTHING));
    }

    private static Sketch kills(ImmutableList<Pid> outstanding, ImmutableList<Pid> waiting) {
        return FIRST.with(checking(PURGE, new KillState(outstanding, waiting, true)));
    }

    private static Sketch hearing(Sketch before, Heard heard) {
        return before.where(T, actor -> actor.heard(heard));
    }

    static Stream<Arguments> requests() {
        Sketch asked = FIRST.mailbox(PURGE);
        Sketch dead = asked.dead(C);
        return Stream.of(
                good(DISPATCH_1, asked, prepared(PURGE, true)), bad(DISPATCH_1, asked, FIRST), bad(DISPATCH_1, asked, prepared(SOFT, true)),
                good(DISPATCH_1, asked, FIRST.with(new Phase.Terminated("badarg"))), others(DISPATCH_1, asked, FIRST),
                good(DISPATCH_1, FIRST.mailbox(FORGED), FIRST), good(DISPATCH_1, saved(PURGE, SOFT), prepared(PURGE, true)),
                bad(DISPATCH_1, saved(PURGE, SOFT), prepared(SOFT, true)),
                // Nothing is taken in the midst of a request.
                good(DISPATCH_1, prepared(SOFT, true).mailbox(PURGE), FIRST),
                good(DISPATCH_5, dead, prepared(PURGE, true)), bad(DISPATCH_5, dead, FIRST), good(DISPATCH_5, asked, FIRST),
                good(DISPATCH_5, FIRST.dead(P).mailbox(FORGED), FIRST), others(DISPATCH_5, dead, FIRST),
                good(QUEUE_7, saved(PURGE), prepared(PURGE, true)), bad(QUEUE_7, saved(PURGE), prepared(PURGE, false)),
                bad(QUEUE_7, saved(PURGE), FIRST), good(QUEUE_7, saved(KEEP), FIRST), good(QUEUE_7, asked, FIRST),
                good(QUEUE_7, saved(PURGE).with(Module.UNKNOWN), prepared(PURGE, false)),
                bad(QUEUE_7, saved(PURGE).with(Module.UNKNOWN), prepared(PURGE, true)), others(QUEUE_7, saved(PURGE), FIRST));
    }

    static Stream<Arguments> onLoad() {
        Module row = Module.UNKNOWN.load(false).beginOnLoad();
        Module withOld = Module.UNKNOWN.load(false).delete().beginOnLoad();
        Module alone = Module.UNKNOWN.beginOnLoad();
        Sketch keep = FIRST.with(row).mailbox(KEEP);
        Sketch kept = answering(keep.with(row.keepOnLoad()), new Result.Ok());
        Sketch discard = keep.mailbox(DISCARD);
        Sketch failed = discard.with(row.failOnLoad()).with(new Phase.OnLoadFailed(DISCARD, Saved.NOTHING));
        return Stream.of(
                good(ONLOAD_1, keep, kept), good(ONLOAD_1, keep.with(withOld), kept.with(withOld.keepOnLoad())),
                good(ONLOAD_1, keep.with(alone), kept.with(alone.keepOnLoad())),
                good(ONLOAD_1, saved(KEEP).with(row), kept),
                // The current code is lost, the pending code is not made current, or stays pending, too.
                bad(ONLOAD_1, keep, kept.with(new Module(row.pending(), null, null, false, null, false, false, false, 2))),
                bad(ONLOAD_1, keep.with(withOld), kept.with(new Module(row.pending(), null, null, false, null, false, false, false, 2))),
                bad(ONLOAD_1, keep, kept.with(new Module(null, row.current(), null, false, null, false, false, false, 2))),
                bad(ONLOAD_1, keep,
                        kept.with(new Module(row.pending(), row.current(), row.pending(), false, null, false, false, false, 2))),
                bad(ONLOAD_1, keep, answering(kept, new Result.NoPendingOnLoad())), bad(ONLOAD_1, keep, kept.with(IDLE)),
                // No such finish, nothing to finish, or not again.
                good(ONLOAD_1, keep.mailbox(PURGE), keep), good(ONLOAD_1, discard, keep),
                good(ONLOAD_1, keep.with(FIRST.state().module()), keep), good(ONLOAD_1, keep.with(row.failOnLoad()), keep),
                others(ONLOAD_1, keep, keep),
                good(ONLOAD_2, discard, failed), bad(ONLOAD_2, discard, failed.with(row.keepOnLoad())),
                bad(ONLOAD_2, discard, failed.with(row.failOnLoad().delete())),
                good(ONLOAD_2, discard.with(withOld), failed.with(withOld.failOnLoad())),
                bad(ONLOAD_2, discard.with(withOld), failed.with(row.failOnLoad())), good(ONLOAD_2, keep, kept),
                others(ONLOAD_2, discard, kept));
    }

    static Stream<Arguments> kills() {
        ImmutableList<Pid> none = ImmutableList.of();
        Sketch two = kills(none, ImmutableList.of(P, Q));
        return Stream.of(good(KILL_3, two, kills(ImmutableList.of(P), ImmutableList.of(Q))),
                bad(KILL_3, two, kills(ImmutableList.of(Q), ImmutableList.of(P))),
                good(KILL_3, two, kills(ImmutableList.of(P, Q), none)), good(KILL_3, two, two),
                // Who is killed at once never waited.
                good(KILL_3, kills(none, ImmutableList.of(P)), kills(ImmutableList.of(Q), ImmutableList.of(P))),
                good(KILL_3, two, FIRST), good(KILL_3, FIRST, kills(ImmutableList.of(Q), ImmutableList.of(P))));
    }

    static Stream<Arguments> sessions() {
        Phase started = new Phase.Started(TEST, true, -1, Saved.NOTHING);
        Phase checking = checking(TEST, KillState.NONE);
        Phase gone = new Phase.Check(TEST, true, 1, 0, false, KillState.NONE, Phase.Tester.DIED, Saved.NOTHING);
        Sketch checked = FIRST.with(new Phase.Checked(TEST, Ending.COMPLETE, DONE, Phase.Tester.LISTENS, Saved.NOTHING));
        Saved early = new Saved(ImmutableList.of(), ImmutableList.of(COMPLETE));
        Saved wrong = new Saved(ImmutableList.of(), ImmutableList.of(CONTINUE));
        Sketch finish = FIRST.with(new Phase.Finish(TEST, Ending.COMPLETE, DONE, Saved.NOTHING));
        Sketch continued = FIRST.with(new Phase.Continued(TEST, Ending.COMPLETE, DONE, Saved.NOTHING));
        return Stream.of(
                bad(HANDSHAKE_1, FIRST, hearing(prepared(TEST, true), Heard.STARTED)),
                bad(HANDSHAKE_1, FIRST, hearing(prepared(TEST, true), Heard.CONTINUED)), good(HANDSHAKE_1, FIRST, prepared(TEST, true)),
                good(HANDSHAKE_1, prepared(TEST, true), hearing(FIRST.with(started), Heard.STARTED)),
                good(HANDSHAKE_1, FIRST, hearing(prepared(PURGE, true), Heard.STARTED)),
                bad(HANDSHAKE_1, prepared(TEST, true), FIRST.with(checking)),
                good(HANDSHAKE_1, prepared(TEST, true, CONTINUE), FIRST.with(checking)),
                bad(HANDSHAKE_1, prepared(TEST, true, COMPLETE), FIRST.with(checking)),
                good(HANDSHAKE_1, prepared(PURGE, true), FIRST.with(checking(PURGE, KillState.NONE))),
                others(HANDSHAKE_1, prepared(TEST, true), prepared(TEST, true)),
                good(HANDSHAKE_1, prepared(TEST, false), checked), bad(HANDSHAKE_4, prepared(TEST, false), checked),
                good(HANDSHAKE_4, prepared(TEST, false), FIRST.with(started)), good(HANDSHAKE_4, prepared(TEST, false, CONTINUE), checked),
                good(HANDSHAKE_4, prepared(TEST, true), FIRST.with(checking)),
                good(HANDSHAKE_4, prepared(PURGE, false), answering(FIRST, DONE)), others(HANDSHAKE_4, prepared(TEST, false), FIRST),
                good(HANDSHAKE_2, checked, hearing(continued, Heard.CONTINUED)), bad(HANDSHAKE_2, checked, finish),
                good(HANDSHAKE_2, FIRST.with(new Phase.Checked(TEST, Ending.COMPLETE, DONE, Phase.Tester.LISTENS, early)), finish),
                bad(HANDSHAKE_2, FIRST.with(new Phase.Checked(TEST, Ending.COMPLETE, DONE, Phase.Tester.LISTENS, wrong)), finish),
                good(HANDSHAKE_2, FIRST.with(checking), checked), bad(HANDSHAKE_2, FIRST.with(checking), finish),
                // To a tester who is dead, or has none, nothing is told.
                good(HANDSHAKE_2, FIRST.with(gone), finish), good(HANDSHAKE_2, FIRST.with(checking(PURGE, KillState.NONE)), finish),
                bad(HANDSHAKE_2, FIRST.with(started), hearing(FIRST.with(checking), Heard.CONTINUED)),
                good(HANDSHAKE_2, FIRST.with(started), hearing(FIRST.with(checking), Heard.STARTED)),
                good(HANDSHAKE_2, hearing(continued, Heard.CONTINUED), hearing(finish, Heard.CONTINUED)),
                others(HANDSHAKE_2, checked, finish));
    }

    @ParameterizedTest
    @MethodSource({"requests", "onLoad", "kills", "sessions"})
    @DisplayName("a claim holds of the steps that its rule allows or says nothing of, and of no others")
    void claims(Rule rule, Move.Kind kind, Sketch before, Sketch after, boolean holds) {
        Property.EveryStep<ClosedState, Move> claim = (Property.EveryStep<ClosedState, Move>) RequestClaims.all().stream()
                .filter(one -> one.name().equals(rule.id())).findFirst().orElseThrow();
        assertEquals(holds, claim.holds().test(before.state(), Move.of(kind, "any", "any"), after.state()), claim.claim());
    }
}
