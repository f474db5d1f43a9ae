package dev.codepurger.model.world;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.Collection;
import java.util.stream.Stream;

/** Whether the purger, or something on its way, knows a process. */
final class References {

    private References() {}

    static boolean to(Draft draft, Pid pid) {
        return draft.pending.stream().anyMatch(p -> p.to().equals(pid)) || draft.mailbox.stream().anyMatch(m -> isFrom(m, pid))
                || inPhase(draft.phase, pid);
    }

    /** Does it wait to be killed? */
    static boolean isWaiting(Draft draft, Pid pid) {
        return draft.phase instanceof Phase.Check check && check.kill().waiting().contains(pid);
    }

    private static boolean inPhase(Phase phase, Pid pid) {
        Message.Request work = phase.working();
        if (work != null && work.from().equals(pid)) {
            return true;
        }
        if (phase instanceof Phase.Check check
                && Stream.of(check.kill().outstanding(), check.kill().waiting()).flatMap(Collection::stream).anyMatch(pid::equals)) {
            return true;
        }
        return phase.saved().requests().stream().anyMatch(m -> isFrom(m, pid));
    }

    private static boolean isFrom(Message message, Pid pid) {
        return (message instanceof Message.Request request && request.from().equals(pid))
                || (message instanceof Message.ChangePrio change && change.from().equals(pid))
                || (message instanceof Message.Down down && down.process().equals(pid))
                || (message instanceof Message.CheckReply reply && reply.process().equals(pid));
    }
}
