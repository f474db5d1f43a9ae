package dev.codepurger.impl.kernel;

import java.util.Set;

/** One thing that the purger does to the system, or decides. Effects show what observers of processes alone cannot see. */
public sealed interface Effect {

    /**
     * A module was prepared, or had no old code.
     *
     * @param module the module
     * @param hadOld the result of prepare
     */
    record Prepared(String module, boolean hadOld) implements Effect {}

    /**
     * A failed {@code on_load} was prepared, or there was none.
     *
     * @param module the module
     * @param hadFailed the result of prepare
     */
    record PreparedOnLoad(String module, boolean hadFailed) implements Effect {}

    /**
     * The processes were listed.
     *
     * @param processes their names, the purger among them
     */
    record Snapshot(Set<String> processes) implements Effect {}

    /**
     * A check request is sent.
     *
     * @param process to whom
     */
    record Requested(String process) implements Effect {}

    /**
     * An answer was taken from the mailbox and counted.
     *
     * @param process whose
     * @param refers what it said
     */
    record Answered(String process, boolean refers) implements Effect {}

    /**
     * A monitor is set.
     *
     * @param process on whom
     * @param why whether it is a victim or a tester
     */
    record Monitored(String process, Watch why) implements Effect {}

    /**
     * A kill is sent.
     *
     * @param process to whom
     */
    record KillIssued(String process) implements Effect {}

    /**
     * The death of a victim was taken from the mailbox.
     *
     * @param process who
     * @param reason its exit reason, not always {@code killed}
     */
    record Killed(String process, String reason) implements Effect {}

    /**
     * A message was saved during a check, to be served later.
     *
     * @param message what
     */
    record Saved(Message message) implements Effect {}

    /**
     * A handshake message that came too early was kept for its session.
     *
     * @param message what
     */
    record Kept(Message message) implements Effect {}

    /**
     * A message was taken and has no effect.
     *
     * @param message what
     */
    record Dropped(Message message) implements Effect {}

    /**
     * The old code is removed.
     *
     * @param module of which module
     */
    record Completed(String module) implements Effect {}

    /**
     * A purge is given up.
     *
     * @param module of which module
     */
    record Aborted(String module) implements Effect {}

    /**
     * A pending {@code on_load} is ended.
     *
     * @param module of which module
     * @param keep whether its code is kept
     */
    record Finished(String module, boolean keep) implements Effect {}
}
