package dev.codepurger.model.purger;

/**
 * What the purger can do to the node it runs on: the built-in functions it calls. The purger's own state is in its {@link Phase};
 * everything else is behind this.
 */
public interface Node {

    /** Marks the old code of {@code module} as being purged; false if there is none. Callers of its funs are suspended from now on. */
    boolean prepare(String module);

    /** The same for code whose on_load function failed: it becomes the old code, what was old is set aside. */
    boolean prepareOnLoad(String module);

    /** Makes pending on_load code current, or sets it apart to be purged; false (badarg) if none is pending. */
    boolean finishAfterOnLoad(String module, boolean keep);

    /** Removes the old code and resumes the suspended callers. */
    void complete(String module);

    /** Takes the mark away and resumes the suspended callers; the old code stays. */
    void abort(String module);

    /** Takes a snapshot of all processes and asks each whether it refers to the old code of {@code module}; returns how many. */
    int requestAll(String module);

    /** Takes a snapshot of all processes, of which none is asked yet; returns how many there are. */
    int listAll(String module);

    /** Asks the next {@code count} of the listed processes. */
    void request(int count);

    /** Lets the next {@code DOWN} of {@code process} come to the purger. */
    void monitor(Pid process);

    /** Sends the kill that cannot be trapped. */
    void kill(Pid process);

    /** Monitors the tester of a session. */
    void monitorTester(Pid tester);

    /** Ends the monitor of the tester, and removes its {@code DOWN} if that has come already. */
    void demonitorTester(Pid tester);

    /** Sends {@code {started, Ref}}. */
    void started(Pid tester, String ref);

    /** Sends {@code {continued, Ref}}. */
    void continued(Pid tester, String ref);

    /** Answers a request. */
    void reply(Message.Request request, Result result);

    /** Gives the purger another priority; returns the one before. */
    Priority priority(Priority now);

    /** Answers a {@code change_prio}. */
    void replyPriority(Message.ChangePrio request, Result result);

    /** Says that a message was put away for later; nobody notices but the effect channel. */
    void saved(Message message);

    /** Says that a message was thrown away; nobody notices but the effect channel. */
    void dropped(Message message);

    /** Says that an answer was consumed; nobody notices but the effect channel. */
    void answered(Pid process, boolean refers);

    /** Says that the death of a victim was noted; nobody notices but the effect channel. */
    void killConfirmed(Pid process);

    /** Is the process the purger itself? A purger cannot see its own death. */
    boolean isSelf(Pid process);

    /** Is the process dead, or dying? No right purger asks, but a relaxed one may. */
    boolean isDying(Pid process);

    /** Puts a message back at the end of the mailbox: no right purger does, but a relaxed one may. */
    void requeue(Message message);
}
