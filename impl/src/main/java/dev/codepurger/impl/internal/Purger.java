package dev.codepurger.impl.internal;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.NoPendingOnLoadException;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.RequestKind;
import dev.codepurger.impl.kernel.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * The purger: takes one message after the other and carries out those that are requests (seed L26-53). Written as one would say it, for one thread that
 * blocks while it waits.
 */
public final class Purger {
    private final Kernel kernel;
    private final Profile profile;
    private final Steps steps;
    private final SavedRequests saved;
    private final Handshakes handshakes;
    private final Priorities priorities;

    /**
     * Makes a purger that has seen nothing yet.
     *
     * @param kernel the system it serves
     * @param profile which purger it is
     * @param steps its single decisions
     */
    public Purger(Kernel kernel, Profile profile, Steps steps) {
        this.kernel = kernel;
        this.profile = profile;
        this.steps = steps;
        saved = new SavedRequests(kernel, steps);
        handshakes = new Handshakes(kernel, profile, steps, saved);
        priorities = new Priorities(kernel, profile, steps);
    }

    /** Serves for ever; ends by an exception only. */
    public void run() {
        while (true) {
            Message next = saved.poll();
            handle(next != null ? next : kernel.mailbox().receive(Waiting.REQUEST));
            handshakes.dropOrphans();
        }
    }

    /** The types in the patterns are the guards: what does not fit them is no request, whatever it looks like. */
    private void handle(Message message) {
        switch (message) {
            case Message.Purge(String module, Pid from, var ref) -> {
                Answer answer = purge(module, true);
                kernel.send(from, new Message.Reply(RequestKind.PURGE, answer, ref));
            }
            case Message.SoftPurge(String module, Pid from, var ref) -> {
                Answer answer = purge(module, false);
                kernel.send(from, new Message.Reply(RequestKind.SOFT_PURGE, answer, ref));
            }
            case Message.FinishAfterOnLoad(String module, Boolean keep, Pid from, var ref) -> {
                Answer answer = finishAfterOnLoad(module, keep);
                kernel.send(from, new Message.Reply(RequestKind.FINISH_AFTER_ON_LOAD, answer, ref));
            }
            case Message.TestPurge(String module, Pid tester, Boolean hard, var ref) ->
                testPurge(module, tester, hard, ref);
            case Message.TestPurge(String module, Pid tester, Object notBoolean, var ref) -> {
                // a request, but neither hard nor soft: it is taken, and nothing is done
            }
            case Message.ChangePrio change when priorities.change(change) -> {}
            default -> kernel.note(new Effect.Dropped(message));
        }
    }

    private Answer purge(String module, boolean hard) {
        if (!kernel.prepare(module)) {
            return nothingOld(hard);
        }
        return end(module, hard, check(module, hard));
    }

    private Answer finishAfterOnLoad(String module, boolean keep) {
        try {
            kernel.finishAfterOnLoad(module, keep);
        } catch (NoPendingOnLoadException e) {
            if (!profile.finishRefusalAnswered()) {
                throw e;
            }
            return new Answer.NoPendingOnLoad();
        }
        if (!keep && kernel.prepareOnLoad(module)) {
            Answer ignored = end(module, true, check(module, true));
        }
        return new Answer.Finished();
    }

    private void testPurge(String module, Pid tester, boolean hard, @Nullable Object ref) {
        handshakes.begin(tester, ref);
        boolean hadOld = steps.preparesBeforeStarted() && kernel.prepare(module);
        handshakes.await(Handshake.STARTED);
        if (!steps.preparesBeforeStarted()) {
            hadOld = kernel.prepare(module);
        }
        Check.@Nullable Result checked = hadOld ? check(module, hard) : null;
        if (steps.continuesHandshake(hadOld)) {
            handshakes.await(Handshake.CONTINUED);
        }
        Answer answer = nothingOld(hard);
        if (checked != null && (handshakes.testerPresent() || steps.finishesWithoutTester())) {
            answer = end(module, hard, checked);
        }
        handshakes.end();
        kernel.send(tester, new Message.TestPurgeResult(answer, ref));
    }

    private Check.Result check(String module, boolean hard) {
        return new Check(kernel, steps, saved, handshakes, priorities, module, hard).run();
    }

    private static Answer nothingOld(boolean hard) {
        return hard ? new Answer.Hard(false, false) : new Answer.Soft(true);
    }

    /** Removes the old code, or gives up, as the check came out (seed L102-106, L123-125). */
    private Answer end(String module, boolean hard, Check.Result checked) {
        boolean giveUp = checked.lingering() && !steps.completesInSpite();
        if (giveUp) {
            kernel.abort(module);
        } else {
            kernel.complete(module);
        }
        kernel.resumeCallers(module);
        return hard ? new Answer.Hard(true, checked.didKill()) : new Answer.Soft(!giveUp);
    }
}
