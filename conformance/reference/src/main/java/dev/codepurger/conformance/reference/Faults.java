package dev.codepurger.conformance.reference;

import static dev.codepurger.conformance.reference.Way.BLACK_BOX;
import static dev.codepurger.conformance.reference.Way.CONCURRENT;
import static dev.codepurger.conformance.reference.Way.EFFECTS;
import static dev.codepurger.conformance.reference.Way.PAUSED;
import static dev.codepurger.conformance.reference.Way.STALLED;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The faults, and what makes them. */
final class Faults {
    static final Set<Way> ANYHOW = Set.of(BLACK_BOX, PAUSED, EFFECTS);
    private static final Set<Way> NOT_BLACK_BOX = Set.of(PAUSED, EFFECTS);

    static final ImmutableMap<Fault, Supplier<Variation>> ALL = new FaultList()
            // The first eight.
            .steps("kill-limit-11", "has one kill more outstanding than its limit, so 11 instead of 10", KillFaults.Limit11::new,
                    NOT_BLACK_BOX, Rule.KILL_1)
            .steps("first-in-first-out", "kills the victim first that has waited longest", KillFaults.FirstInFirstOut::new,
                    NOT_BLACK_BOX, Rule.KILL_3)
            .add("lost-down", "never hears of the first death that it waits for", LostDown::new,
                    ANYHOW, Rule.LIVE_5, Rule.KILL_6)
            .steps("stale-reply-accepted", "counts every answer, also one to an earlier check", CheckFaults.StaleReplyAccepted::new,
                    ANYHOW, Rule.CHECK_3)
            .steps("queue-reversed", "serves the requests saved in a check last in, first out", QueueFaults.Reversed::new,
                    ANYHOW, Rule.QUEUE_1, Rule.QUEUE_3)
            .steps("tester-death-unnoticed", "waits for ever for a tester that has died between continue and continued",
                    HandshakeFaults.DeathUnnoticedBetween::new, ANYHOW, Rule.HANDSHAKE_13, Rule.LIVE_4)
            .steps("soft-purge-kills", "kills in a soft purge as in a hard one", CheckFaults.SoftPurgeKills::new,
                    ANYHOW, Rule.SOFT_4)
            .kernel("callers-left-suspended", "resumes nobody at the end of a purge", KernelFaults.CallersLeftSuspended::new,
                    ANYHOW, Rule.LAMBDA_9, Rule.LIVE_2)
            // Kills.
            .steps("kill-limit-9", "has one kill less outstanding than its limit, so 9 instead of 10", KillFaults.Limit9::new,
                    NOT_BLACK_BOX, Rule.KILL_9)
            .steps("kill-limit-none", "kills every victim at once", KillFaults.NoLimit::new,
                    NOT_BLACK_BOX, Rule.KILL_1)
            .steps("kill-before-monitor", "kills a victim before it monitors it", KillFaults.KillBeforeMonitor::new,
                    Set.of(EFFECTS), Rule.KILL_2)
            .steps("end-before-last-down", "ends a check while kills are outstanding", KillFaults.EndBeforeLastDown::new,
                    NOT_BLACK_BOX, Rule.KILL_5)
            .steps("waiting-victims-forgotten", "forgets the victim whose turn it is when a kill is confirmed",
                    KillFaults.WaitingForgotten::new,
                    ANYHOW, Rule.KILL_6, Rule.KILL_7)
            .steps("flag-on-death", "reports a kill only if the victim really died of it", KillFaults.FlagOnDeath::new,
                    NOT_BLACK_BOX, Rule.KILL_4)
            .steps("unknown-down-counted", "takes any DOWN message for that of a victim", KillFaults.UnknownDownCounted::new,
                    NOT_BLACK_BOX, Rule.CHECK_4)
            .add("kill-trapped", "sends a kill that processes can trap", KillFaults.KillTrapped::new,
                    ANYHOW, Rule.KILL_8)
            // Checks.
            .add("lost-check-reply", "never gets the first answer that it waits for", LostReply::new,
                    ANYHOW, Rule.LIVE_5)
            .add("doubled-check-reply", "gets every answer twice, and counts both", DoubledReply::new,
                    ANYHOW, Rule.CHECK_2)
            .steps("soft-purge-completes", "removes old code in a soft purge although a process refers to it",
                    CheckFaults.SoftPurgeCompletes::new, ANYHOW, Rule.SOFT_3)
            .kernel("snapshot-before-prepare", "lists the processes before it prepares", KernelFaults.SnapshotBeforePrepare::new,
                    Set.of(STALLED, EFFECTS), Rule.CHECK_1)
            .kernel("callers-left-by-abort", "resumes nobody when it gives up a purge", KernelFaults.CallersLeftByAbort::new,
                    ANYHOW, Rule.LAMBDA_9)
            .kernel("prepare-marks-nothing", "suspends no caller of a fun while a purge is pending", LambdaFaults.PrepareMarksNothing::new,
                    ANYHOW, Rule.PURGE_2, Rule.LAMBDA_1)
            .add("requester-spared", "does not kill who asked for the purge", () -> new CheckFaults.RequesterSpared(Message.Purge.class),
                    ANYHOW, Rule.PURGE_5)
            .add("true-sticks", "takes every answer after a true one for true", CheckFaults.TrueSticks::new,
                    ANYHOW, Rule.PURGE_6)
            .kernel("itself-spared", "does not kill itself", CheckFaults.ItselfSpared::new,
                    ANYHOW, Rule.PURGE_7)
            .add("answers-of-the-dead-lost", "gets no answer from a process that has died", CheckFaults.AnswersOfTheDeadLost::new,
                    ANYHOW, Rule.CHECK_6)
            .add("suspended-not-asked", "does not ask a suspended process, and waits for its answer", CheckFaults.SuspendedNotAsked::new,
                    ANYHOW, Rule.CHECK_7)
            .add("newborn-asked", "asks processes that are spawned during a check too", LateAnswers.NewbornAsked::new,
                    NOT_BLACK_BOX, Rule.CHECK_8)
            .add("soft-purge-never-completes", "gives up a soft purge although no process refers to the code",
                    CheckFaults.SoftPurgeNeverCompletes::new, ANYHOW, Rule.SOFT_2)
            .add("soft-purge-awaits-all", "gives up a soft purge when all have answered, and not before",
                    LateAnswers.SoftPurgeAwaitsAll::new, Set.of(PAUSED), Rule.SOFT_5)
            .kernel("abort-removes-code", "removes the code of a soft purge that it gives up", ModuleFaults.AbortRemoves::new,
                    ANYHOW, Rule.MODULE_6)
            .add("complete-removes-current", "removes the current code with the old", ModuleFaults.CompleteRemovesCurrent::new,
                    ANYHOW, Rule.MODULE_4)
            // Requests.
            .kernel("nothing-old-unanswered", "answers nobody when there is no old code", DispatchFaults.NothingOldUnanswered::new,
                    ANYHOW, Rule.DISPATCH_1, Rule.LIVE_1)
            .add("crashes-on-garbage", "crashes on a message that it does not know", DispatchFaults.CrashesOnGarbage::new,
                    ANYHOW, Rule.DISPATCH_2)
            .add("soft-purges-first", "takes soft purges before everything else", DispatchFaults.SoftPurgesFirst::new,
                    ANYHOW, Rule.DISPATCH_3)
            .add("dead-requester-skipped", "skips a request of somebody who is dead", DispatchFaults.DeadRequesterSkipped::new,
                    ANYHOW, Rule.DISPATCH_5)
            .add("exit-signal-obeyed", "dies of an exit signal", DispatchFaults.ExitSignalObeyed::new,
                    ANYHOW, Rule.DISPATCH_6)
            .add("cannot-be-killed", "survives a kill", DispatchFaults.CannotBeKilled::new,
                    ANYHOW, Rule.DISPATCH_7)
            .add("any-type-is-hard", "takes a test purge of an unknown type for a hard one", DispatchFaults.AnyTypeIsHard::new,
                    ANYHOW, Rule.DISPATCH_8)
            .add("hangs-after-abort", "never takes a request again once it has given up a purge", DispatchFaults.HangsAfterAbort::new,
                    ANYHOW, Rule.LIVE_3)
            .kernel("old-code-claimed", "says that there was old code when there was none", AnswerFaults.OldCodeClaimed::new,
                    ANYHOW, Rule.PURGE_1)
            .kernel("old-code-forgotten", "says that there was no old code when there was", AnswerFaults.OldCodeForgotten::new,
                    ANYHOW, Rule.PURGE_3)
            .kernel("soft-fails-without-old-code", "answers false to a soft purge without old code",
                    AnswerFaults.SoftWithoutOldCodeFails::new, ANYHOW, Rule.SOFT_1)
            .steps("malformed-dropped", "drops malformed requests that come during a check at once", QueueFaults.MalformedDropped::new,
                    Set.of(EFFECTS), Rule.QUEUE_2)
            .steps("own-result-dropped", "drops at once what it has answered itself, if that comes during a check",
                    QueueFaults.OwnResultDropped::new, Set.of(EFFECTS), Rule.QUEUE_2)
            .add("garbage-kept", "saves garbage that comes during a check",
                    QueueFaults.GarbageKept::new, Set.of(EFFECTS), Rule.QUEUE_8)
            .add("purges-coalesced", "does not look at a module that was just purged, however long the next request has waited",
                    QueueFaults.Coalesced::new, ANYHOW, Rule.QUEUE_7)
            .add("unsynchronised-mailbox", "loses a message when two are put into the mailbox at once",
                    UnsynchronisedMailbox::variation, Set.of(CONCURRENT), Rule.LIVE_5)
            .steps("queue-lost", "drops the requests that come during a check", QueueFaults.Lost::new,
                    ANYHOW, Rule.QUEUE_1)
            .add("saved-served-last", "serves saved requests after those that came later", SavedServedLast::new,
                    ANYHOW, Rule.QUEUE_4)
            .kernel("answered-twice", "answers every request twice", KernelFaults.AnsweredTwice::new,
                    ANYHOW, Rule.DISPATCH_4)
            .steps("finish-saved", "claims the profile seed, and saves a finish_after_on_load that comes during a check",
                    QueueFaults.FinishSaved::new, ANYHOW, Rule.QUEUE_5)
            .claiming(Profile.HARDENED)
            .steps("finish-lost", "claims the profile hardened, and loses a finish_after_on_load that comes during a check",
                    QueueFaults.FinishLost::new, ANYHOW, Rule.QUEUE_6)
            .add("early-complete-lost", "claims the profile hardened, and loses a complete that comes before continue",
                    ClaimFaults.KeptOtherwise::new, ANYHOW, Rule.HANDSHAKE_11)
            .add("refusal-crashes", "claims the profile hardened, and crashes on a finish without a pending on_load",
                    ClaimFaults.RefusedOtherwise::new, ANYHOW, Rule.ONLOAD_6)
            .claiming(Profile.SEED)
            .add("early-complete-kept", "claims the profile seed, and keeps a complete that comes before continue",
                    ClaimFaults.KeptOtherwise::new, ANYHOW, Rule.HANDSHAKE_8)
            .add("refusal-answered", "claims the profile seed, and answers a finish without a pending on_load",
                    ClaimFaults.RefusedOtherwise::new, ANYHOW, Rule.ONLOAD_5)
            // The end of an on_load.
            .add("success-mistaken", "takes a successful on_load for a failed one", () -> new OnLoadFaults.OutcomeMistaken(true),
                    ANYHOW, Rule.ONLOAD_1)
            .add("failure-mistaken", "takes a failed on_load for a successful one", () -> new OnLoadFaults.OutcomeMistaken(false),
                    ANYHOW, Rule.ONLOAD_2)
            .kernel("failed-code-unchecked", "removes failed code without a look at who runs it", OnLoadFaults.NobodyChecked::new,
                    ANYHOW, Rule.ONLOAD_3)
            .kernel("set-aside-lost", "removes the old code that was set aside for failed code", OnLoadFaults.SetAsideLost::new,
                    ANYHOW, Rule.ONLOAD_4)
            // Handshakes.
            .steps("dead-tester-awaited", "waits for ever for a tester that was dead before its request was taken",
                    HandshakeFaults.DeadTesterAwaited::new, ANYHOW, Rule.HANDSHAKE_15)
            .steps("continued-never", "leaves out the second handshake", HandshakeFaults.ContinuedNever::new,
                    ANYHOW, Rule.HANDSHAKE_2)
            .kernel("test-result-lost", "does not send the result of a test purge", AnswerFaults.TestResultLost::new,
                    ANYHOW, Rule.HANDSHAKE_3)
            .add("requests-eaten", "drops requests that come while it waits for a tester", WaitFaults.RequestsEaten::new,
                    ANYHOW, Rule.HANDSHAKE_7)
            .add("early-complete-forgotten", "wants complete to come after continued, also without old code",
                    WaitFaults.EarlyCompleteForgotten::new, ANYHOW, Rule.HANDSHAKE_9)
            .add("stray-word-kept", "keeps a continue or complete that nobody waits for, for somebody who will",
                    WaitFaults.StrayKept::new, ANYHOW, Rule.HANDSHAKE_10)
            .add("tester-spared", "does not kill who asked for the test purge",
                    () -> new CheckFaults.RequesterSpared(Message.TestPurge.class),
                    ANYHOW, Rule.HANDSHAKE_16)
            .add("second-test-started", "tells a second tester that its test has started", WaitFaults.SecondTestStarted::new,
                    ANYHOW, Rule.HANDSHAKE_17)
            .kernel("itself-not-awaited", "does not wait for itself as a tester", WaitFaults.ItselfNotAwaited::new,
                    ANYHOW, Rule.HANDSHAKE_18)
            .add("verdict-revised", "removes the code after all if who stood in the way of a soft purge is dead at complete",
                    WaitFaults.VerdictRevised::new, ANYHOW, Rule.HANDSHAKE_19)
            .steps("tester-death-unnoticed-at-started", "waits for ever for a tester that dies at started",
                    HandshakeFaults.DeathUnnoticedAtStarted::new, ANYHOW, Rule.HANDSHAKE_12)
            .steps("tester-death-unnoticed-at-continued", "waits for ever for a tester that dies at continued",
                    HandshakeFaults.DeathUnnoticedAtContinued::new, ANYHOW, Rule.HANDSHAKE_14)
            .steps("half-done-without-tester", "leaves a purge half done when its tester dies", HandshakeFaults.HalfDone::new,
                    ANYHOW, Rule.PURGE_4)
            .steps("started-before-prepare", "tells the tester before it prepares", HandshakeFaults.StartedBeforePrepare::new,
                    Set.of(STALLED, EFFECTS), Rule.HANDSHAKE_1)
            .steps("continued-skipped", "leaves out the second handshake when there is no old code", HandshakeFaults.ContinuedSkipped::new,
                    ANYHOW, Rule.HANDSHAKE_4)
            .add("foreign-continue-refused", "lets nobody but the tester send continue and complete", ForeignContinueRefused::new,
                    ANYHOW, Rule.HANDSHAKE_5)
            .steps("wrong-ref-accepted", "goes on at any continue or complete", HandshakeFaults.WrongRefAccepted::new,
                    ANYHOW, Rule.HANDSHAKE_6)
            .addAll(LaterFaults.ALL)
            .addAll(NodeFaults.ALL)
            .build();

    private Faults() {
    }

    static Supplier<Variation> variationOf(Fault fault) {
        return Objects.requireNonNull(ALL.get(fault), fault::name);
    }
}
