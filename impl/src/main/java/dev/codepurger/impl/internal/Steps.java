package dev.codepurger.impl.internal;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Priority;
import dev.codepurger.impl.kernel.RequestKind;
import dev.codepurger.impl.kernel.Watch;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The single decisions of the purger, each where a faulty purger differs from a right one. <b>Not API</b>: it exists for subjects that must be rejected, and changes
 * whenever the purger does. Override a step to break it; what a wrapped kernel or mailbox can do has no step here.
 *
 * <p>All steps run on the purger's thread.
 */
public class Steps {
    /** Which purger this is. */
    protected final Profile profile;

    /**
     * The right steps.
     *
     * @param profile which purger this is
     */
    public Steps(Profile profile) {
        this.profile = profile;
    }

    /** Returns whether one more process may be killed now (seed L260). */
    protected boolean slotFree(int outstandingKills) {
        return outstandingKills < profile.killsAtOnce();
    }

    /** Returns whether one more process may be asked now: an outstanding kill counts like an open request. */
    protected boolean requestFits(int openRequests, int outstandingKills) {
        return profile.requestsInFlight() == 0 || openRequests + outstandingKills < profile.requestsInFlight();
    }

    /** Returns whether a check that is given up asks one more round of processes. */
    protected boolean asksAfterGivingUp() {
        return false;
    }

    /** Remembers a victim that has to wait (seed L261). The next one is taken from the front. */
    protected void addWaiting(Deque<Pid> waiting, Pid victim) {
        waiting.addFirst(victim);
    }

    /** Takes the victim that is killed next (seed L252), or null to kill none. */
    protected @Nullable Pid nextWaiting(Deque<Pid> waiting) {
        return waiting.pollFirst();
    }

    /** Monitors a victim and kills it, in this order, so that no death is missed (seed L253-254). Returns the monitor. */
    protected Object issueKill(Kernel kernel, Pid victim) {
        Object monitor = kernel.monitor(victim, Watch.VICTIM);
        kernel.kill(victim);
        return monitor;
    }

    /** Returns whether issuing a kill sets the flag of the result (seed L258, L268). */
    protected boolean flagOnKill() {
        return true;
    }

    /** Returns whether the death of a victim sets the flag of the result. */
    protected boolean flagOnDown(Message.Down down) {
        return false;
    }

    /** Returns whether an answer is for this session (seed L196, L199). */
    protected boolean belongs(Object tag, Message.CheckReply reply) {
        return tag.equals(reply.tag());
    }

    /** Returns which of the outstanding monitors has fired, null for none of them (seed L242-247). */
    protected @Nullable Object firedMonitor(List<Object> outstanding, Message.Down down) {
        Object monitor = down.monitor();
        return monitor != null && outstanding.contains(monitor) ? monitor : null;
    }

    /** Returns whether the check ends here (seed L184-193). */
    protected boolean checkEnded(boolean hard, int openRequests, int outstandingKills, int waitingVictims) {
        return openRequests == 0 && (!hard || (outstandingKills == 0 && waitingVictims == 0));
    }

    /** Returns whether a process that refers to the code is to be killed. */
    protected boolean killsLingering(boolean hard) {
        return hard;
    }

    /** Returns whether the session ends when a process refers to the code (seed L202-207). */
    protected boolean endsOnLingering(boolean hard) {
        return !hard;
    }

    /** Returns whether a soft purge in which a process refers to the code removes it all the same. */
    protected boolean completesInSpite() {
        return false;
    }

    /** Returns whether a check saves this message to serve it later (seed L216-219). */
    protected boolean saves(Message.Request request) {
        return request.kind() != RequestKind.FINISH_AFTER_ON_LOAD || profile.finishSaved();
    }

    /**
     * What a change of the purger's priority is answered with.
     *
     * @param old the former priority, null for an error
     */
    protected record PriorityAnswer(@Nullable Priority old) {}

    /** Returns the answer to a change of priority, nothing for none. */
    protected Optional<PriorityAnswer> priorityAnswer(Priority before, Optional<Priority> wanted) {
        return Optional.of(new PriorityAnswer(wanted.isPresent() ? before : null));
    }

    /** Returns whether a check answers a change of priority. */
    protected boolean changesPriorityInCheck() {
        return true;
    }

    /** Returns all saved requests in the order in which they will be served (seed L225-226). */
    protected List<Message> merge(List<Message> savedBefore, List<Message> savedNow) {
        List<Message> all = new ArrayList<>(savedBefore);
        all.addAll(savedNow);
        return all;
    }

    /** Returns whether a continue or complete is for this session (seed L331, L338). */
    protected boolean sameSession(@Nullable Object session, @Nullable Object ref) {
        return Objects.equals(session, ref);
    }

    /** Returns whether a test purge is prepared before {@code started} is sent (seed L308-309). */
    protected boolean preparesBeforeStarted() {
        return true;
    }

    /** Returns whether the second handshake happens (seed L297-300, L310-313). */
    protected boolean continuesHandshake(boolean hadOldCode) {
        return true;
    }

    /** Returns whether the death of the tester ends a handshake (seed L330, L337). The reason is {@code noproc} if it had died before. */
    protected boolean noticesDeath(Handshake handshake, Message.Down down) {
        return true;
    }

    /** Returns whether a purge is carried to its end when its tester is dead (seed L321-325). */
    protected boolean finishesWithoutTester() {
        return true;
    }
}
