package dev.codepurger.model.closed;

import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Does what the purger has written down of its kills agree with what it has done? */
final class KillBooks {

    private KillBooks() {}

    /** Are the outstanding kills those whose {@code DOWN} has not been taken? */
    static boolean countAgrees(ClosedState state) {
        Set<Integer> open = new HashSet<>();
        for (int i = 0; i < state.actors().size(); i++) {
            if (state.actors().get(i).monitor() == Monitor.VICTIM) {
                open.add(i + 1);
            }
        }
        if (!(state.phase() instanceof Phase.Check check)) {
            return open.isEmpty();
        }
        state.mailbox().stream().filter(m -> m instanceof Message.Down down && down.known())
                .forEach(m -> open.add(((Message.Down) m).process().number()));
        List<Pid> outstanding = check.kill().outstanding();
        return open.size() == outstanding.size() && outstanding.stream().allMatch(pid -> open.contains(pid.number()));
    }

    /** Does the flag, or the result made of it, say after a step of the purger what has been done? */
    static boolean flagAgrees(ClosedState before, ClosedState after) {
        boolean issued = Look.at(after).issuedKillSince(before);
        boolean checked = before.phase() instanceof Phase.Check || before.phase() instanceof Phase.Prepared
                || before.phase() instanceof Phase.Started;
        if (!checked) {
            return !issued;
        }
        KillState was = before.phase() instanceof Phase.Check c ? c.kill() : KillState.NONE;
        boolean flag = was.killed() || issued;
        return switch (after.phase()) {
            case Phase.Check c -> c.kill().killed() == flag;
            case Phase.Finish f -> agrees(f.result(), flag);
            case Phase.Checked c -> agrees(c.result(), flag);
            default -> !issued;
        };
    }

    private static boolean agrees(Result result, boolean flag) {
        return !(result instanceof Result.Hard hard) || hard.killed() == flag;
    }
}
