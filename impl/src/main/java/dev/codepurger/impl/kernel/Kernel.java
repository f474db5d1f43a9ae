package dev.codepurger.impl.kernel;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a purger needs from the system that it serves. {@link #prepare} and all that follows down to {@link #note} is called by the purger's thread only,
 * and may throw {@link KernelStoppedException}; any thread may call the rest. To try a faulty system, wrap one ({@link ForwardingKernel}).
 *
 * <p>Signals (check requests, monitors, kills, messages) from the purger to one process arrive in the order in which they were sent.
 */
public interface Kernel {

    /**
     * Returns the purger's own pid. The purger is a process like the others: it is in {@link #processes}, it is asked, it can be killed.
     *
     * @return the purger
     */
    Pid self();

    /**
     * Returns the purger's mailbox.
     *
     * @return always the same one
     */
    Mailbox mailbox();

    /**
     * Marks the old code of a module as being purged: from now on, who calls a fun of it is suspended.
     *
     * @param module the module
     * @return false, and nothing was marked, if it has no old code
     */
    boolean prepare(String module);

    /**
     * As {@link #prepare}, for the code of a failed {@code on_load}: that becomes the old code, and real old code is set aside.
     *
     * @param module the module
     * @return false, and nothing happened, if it has no failed {@code on_load}
     */
    boolean prepareOnLoad(String module);

    /**
     * Removes the old code that was prepared, and the mark. Old code that was set aside comes back. Callers stay suspended until
     * {@link #resumeCallers}.
     *
     * @param module the module
     */
    void complete(String module);

    /**
     * Removes the mark; the old code stays. Callers stay suspended until {@link #resumeCallers}.
     *
     * @param module the module
     */
    void abort(String module);

    /**
     * Lets all callers suspended in funs of the module try again. The last part of complete and abort, of its own so that a fault can leave it out.
     *
     * @param module the module
     */
    void resumeCallers(String module);

    /**
     * Ends a pending {@code on_load}.
     *
     * @param module the module
     * @param keep true: its code becomes current, and current code old; false: its code is put aside for {@link #prepareOnLoad}
     * @throws NoPendingOnLoadException if there is none
     */
    void finishAfterOnLoad(String module, boolean keep);

    /**
     * Returns the processes that are alive, the purger among them.
     *
     * @return a snapshot, safe to keep
     */
    List<Pid> processes();

    /**
     * Asks a process whether it refers to the old code of a module. Returns at once; the answer is a {@link Message.CheckReply} with this tag.
     * A dead process answers {@code false}.
     *
     * @param pid whom
     * @param module the module
     * @param tag names the session
     */
    void requestCheck(Pid pid, String module, Object tag);

    /**
     * Monitors a process: a {@link Message.Down} will come when it is dead, once.
     *
     * @param pid whom
     * @param why for the record
     * @return names this monitor
     */
    Object monitor(Pid pid, Watch why);

    /**
     * Ends a monitor. When this returns no {@link Message.Down} of it is in the mailbox, and none will come.
     *
     * @param pid whom
     * @param monitor what {@link #monitor} returned
     */
    void demonitor(Pid pid, Object monitor);

    /**
     * Kills a process; nothing can prevent or trap it. Returns at once.
     *
     * @param pid whom
     */
    void kill(Pid pid);

    /**
     * Sends a message. One to a dead process is lost.
     *
     * @param to whom
     * @param message what
     */
    void send(Pid to, Message message);

    /**
     * Records what only the purger knows: an answer counted, a message saved, kept or dropped, a death confirmed.
     *
     * @param effect what happens now
     */
    void note(Effect effect);

    /**
     * Called by whoever runs the purger, as the last act of its thread. Anything but a {@link KernelStoppedException} means that the purger has
     * crashed, and takes its system with it.
     *
     * @param cause what ended it
     */
    void ended(Throwable cause);

    /**
     * Stops the kernel, without waiting for anything; any thread may call it, more than once. Everything the purger's thread is blocked in, or calls
     * later, throws {@link KernelStoppedException}.
     */
    void stop();

    /** Waits until no thread of a stopped kernel is left. Not to be called by one of them, nor by the purger's thread. An interrupt is kept for later. */
    void join();

    /**
     * Returns whether the caller's thread belongs to the kernel. Such a thread must wait neither for the purger, which may be waiting for it, nor for the
     * end of the kernel.
     *
     * @return whether it does; the purger's thread, which the kernel did not make, need not count
     */
    boolean isOwnThread();

    /**
     * Opens a pid for somebody who is not a process (a Java caller): it can be answered and monitored, but is in no snapshot. Any thread.
     *
     * @param inbox gets what is sent to it, one message at a time; must not block
     * @return the new pid
     */
    Pid openPort(Consumer<Message> inbox);

    /**
     * Closes a port, some time soon: then monitors of it fire, and messages to it are lost. Returns at once. Any thread, more than once.
     *
     * @param port what {@link #openPort} returned
     */
    void closePort(Pid port);

    /**
     * Called by a Java caller before it blocks. A kernel that does nothing by itself runs until the condition holds or nothing is left to
     * do; others return at once, as this does.
     *
     * @param until when to return
     */
    default void drive(BooleanSupplier until) {}
}
