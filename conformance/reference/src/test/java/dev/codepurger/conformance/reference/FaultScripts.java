package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Script;

/** For some faults a script that shows it, whatever the scheduler does. A right purger passes them all. */
final class FaultScripts {
    static final ImmutableMap<String, Script> ALL = ImmutableMap.<String, Script>builder()
            .put("kill-limit-11", KillScripts::limit)
            .put("kill-limit-9", KillScripts::limit)
            .put("kill-limit-none", KillScripts::limit)
            .put("first-in-first-out", KillScripts::lastInFirstOut)
            .put("waiting-victims-forgotten", KillScripts::lastInFirstOut)
            .put("unknown-down-counted", KillScripts::forgedDown)
            .put("end-before-last-down", KillScripts::lastDown)
            .put("flag-on-death", KillScripts::exitBeforeKill)
            .put("lost-down", KillScripts::oneVictim)
            .put("kill-before-monitor", KillScripts::oneVictim)
            .put("answered-twice", KillScripts::oneVictim)
            .put("lost-check-reply", KillScripts::oneVictim)
            .put("stale-reply-accepted", CheckScripts::staleReply)
            .put("doubled-check-reply", CheckScripts::everyAnswer)
            .put("soft-purge-kills", CheckScripts::softPurge)
            .put("soft-purge-completes", CheckScripts::softPurge)
            .put("snapshot-before-prepare", CheckScripts::lateProcess)
            .put("callers-left-suspended", CheckScripts::callerAndCompletion)
            .put("callers-left-by-abort", CheckScripts::callerAndAbort)
            .put("queue-reversed", QueueScripts::order)
            .put("queue-lost", QueueScripts::order)
            .put("saved-served-last", QueueScripts::beforeTheMailbox)
            .put("finish-saved", QueueScripts::finish)
            .put("finish-lost", QueueScripts::finish)
            .put("tester-death-unnoticed", HandshakeScripts::diesBetween)
            .put("tester-death-unnoticed-at-started", HandshakeScripts::diesAtStarted)
            .put("tester-death-unnoticed-at-continued", HandshakeScripts::diesAtContinued)
            .put("half-done-without-tester", HandshakeScripts::diesAtStarted)
            .put("started-before-prepare", HandshakeScripts::stalledBeforeStarted)
            .put("continued-skipped", HandshakeScripts::withoutOldCode)
            .put("foreign-continue-refused", HandshakeScripts::foreignWords)
            .put("wrong-ref-accepted", HandshakeScripts::wrongRef)
            .build();

    private FaultScripts() {
    }
}
