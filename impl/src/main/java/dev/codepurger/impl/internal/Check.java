package dev.codepurger.impl.internal;

import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One check (seed L154-276): asks every process that is alive when it begins, and awaits what it needs to know. Its tag tells its answers from those that an earlier
 * check did not await.
 */
final class Check {

    /**
     * How a check came out.
     *
     * @param lingering whether it ended because a process refers to the code
     * @param didKill whether a kill was issued
     */
    record Result(boolean lingering, boolean didKill) {}

    private final Kernel kernel;
    private final Steps steps;
    private final SavedRequests saved;
    private final Handshakes handshakes;
    private final Priorities priorities;
    private final String module;
    private final boolean hard;

    private final Object tag = new Object();
    private final Kills kills;
    private final Deque<Pid> unasked;
    private int open;

    Check(
            Kernel kernel,
            Steps steps,
            SavedRequests saved,
            Handshakes handshakes,
            Priorities priorities,
            String module,
            boolean hard) {
        this.kernel = kernel;
        this.steps = steps;
        this.saved = saved;
        this.handshakes = handshakes;
        this.priorities = priorities;
        this.module = module;
        this.hard = hard;
        kills = new Kills(kernel, steps);
        unasked = new ArrayDeque<>(kernel.processes());
    }

    Result run() {
        boolean lingering = false;
        ask();
        while (!lingering && !steps.checkEnded(hard, open + unasked.size(), kills.outstanding(), kills.waiting())) {
            lingering = take(kernel.mailbox().receive(Waiting.CHECK));
            if (!lingering || steps.asksAfterGivingUp()) {
                ask();
            }
        }
        saved.checkEnded();
        return new Result(lingering, kills.didKill());
    }

    /** Sends as many requests as may be open; an outstanding kill counts like one. */
    private void ask() {
        while (!unasked.isEmpty() && steps.requestFits(open, kills.outstanding())) {
            kernel.requestCheck(unasked.remove(), module, tag);
            open++;
        }
    }

    /** Takes one message; returns whether the check ends because of it. */
    private boolean take(Message message) {
        switch (message) {
            case Message.CheckReply reply when steps.belongs(tag, reply) -> {
                return count(reply);
            }
            case Message.Down down when kills.confirm(down) -> {}
            case Message.Request request when steps.saves(request) -> saved.save(request);
            case Message.ChangePrio change when steps.changesPriorityInCheck() && priorities.change(change) -> {}
            case Message.Go go when handshakes.expects(go) -> handshakes.keep(go);
            default -> kernel.note(new Effect.Dropped(message));
        }
        return false;
    }

    private boolean count(Message.CheckReply reply) {
        kernel.note(new Effect.Answered(reply.pid().name(), reply.refers()));
        open--;
        if (!reply.refers()) {
            return false;
        }
        if (steps.killsLingering(hard)) {
            kills.schedule(reply.pid());
        }
        return steps.endsOnLingering(hard);
    }
}
