package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import java.util.Set;

/**
 * What a harness does to a subject. All names are chosen by the harness; a name is used for one thing only; nothing is null. A stimulus to
 * or from something dead, paused or blocked is legal and has no effect, which its {@link Response} says.
 */
public sealed interface Stimulus {

    // ------------------------------------------------------------------------------------------------------------ modules

    /** Loads new code for {@code module}; with {@code identical} the current code, or if there is none the old code, once more. */
    record Load(String module, boolean identical) implements Stimulus {}

    /** Makes the current code old. */
    record Delete(String module) implements Stimulus {}

    /** Loads code with an on_load function that does not end yet. */
    record BeginOnLoad(String module) implements Stimulus {}

    /** From now on a call that finds no current code can load {@code module}. */
    record Offer(String module) implements Stimulus {}

    /** Asks whether there is old code. */
    record CheckOldCode(String module) implements Stimulus {}

    // ------------------------------------------------------------------------------------------------------------ processes

    /** Starts a process. */
    record Spawn(String process, Where where, ImmutableSet<Trait> traits) implements Stimulus {
        /** Without traits. */
        public Spawn(String process, Where where) {
            this(process, where, ImmutableSet.of());
        }

        /** With traits. */
        public static Spawn with(String process, Where where, Set<Trait> traits) {
            return new Spawn(process, where, ImmutableSet.copyOf(traits));
        }
    }

    /** Where a new process starts. */
    sealed interface Where {

        /** In no module that matters. */
        record Nowhere() implements Where {}

        /** In the current code of {@code module}. */
        record InModule(String module, Residence residence) implements Where {}

        /** In the pending on_load code of {@code module}. */
        record InOnLoad(String module) implements Where {}

        /** On a call of {@code fun}. */
        record OnFun(String fun) implements Where {}
    }

    /** How a process is in a module's code; all but the last refer to it (CHECK-5). */
    enum Residence {
        WAITING, BUSY, ON_STACK, FUN_ONLY
    }

    /** What a process may be besides; none of it changes how it answers or dies (CHECK-7, KILL-8). */
    enum Trait {
        TRAP_EXIT, LOW_PRIORITY, DIRTY
    }

    /** The process makes a fully qualified call and leaves its code for the current one. */
    record Leave(String process) implements Stimulus {}

    /** The process ends normally. */
    record Exit(String process) implements Stimulus {}

    /** Kills a process, a client, a tester or {@code purger}. */
    record Kill(String process) implements Stimulus {}

    /** Asks whether the process is alive. */
    record Alive(String process) implements Stimulus {}

    /** From now on the process handles no signal. */
    record Pause(String process) implements Stimulus {}

    /** Ends a pause. */
    record Resume(String process) implements Stimulus {}

    /** From now on the process does nothing of its own, but handles signals. */
    record Suspend(String process) implements Stimulus {}

    /** Ends a suspension. */
    record Unsuspend(String process) implements Stimulus {}

    // ------------------------------------------------------------------------------------------------------------ calls

    /** Makes a fun of the current code. */
    record MakeFun(String fun, String module) implements Stimulus {}

    /** The process calls the fun. */
    record CallFun(String call, String process, String fun) implements Stimulus {}

    /** The process makes a fully qualified call. */
    record Call(String call, String process, String module) implements Stimulus {}

    // ------------------------------------------------------------------------------------------------------------ to the purger

    /** A message to the purger; the stimulus ends when it is in the mailbox. */
    sealed interface Send extends Stimulus {}

    /** Requests a hard purge. */
    record Purge(String request, String module, String from) implements Send {}

    /** Requests a soft purge. */
    record SoftPurge(String request, String module, String from) implements Send {}

    /** Requests the end of an on_load. */
    record FinishAfterOnLoad(String request, String module, boolean keep, String from) implements Send {}

    /** Requests a purge with handshakes. */
    record TestPurge(String request, String module, TestType type, String from) implements Send {}

    /** Requests another priority of the purger. */
    record ChangePrio(String request, Priority priority, String from) implements Send {}

    /** Answers {@code started}. */
    record Continue(String ref, String from) implements Send {}

    /** Answers {@code continued}. */
    record Complete(String ref, String from) implements Send {}

    /** Sends something that is no request. */
    record Junk(JunkKind kind) implements Send {}

    /** Sends a {@code DOWN} for a monitor that does not exist. */
    record ForgeDown(String process) implements Send {}

    /** Sends a check reply with a tag that does not exist. */
    record ForgeCheckReply(String process, boolean refers) implements Send {}

    /** Kinds of junk: all but the last seven begin with a request's tag. */
    enum JunkKind {
        MALFORMED_PURGE, MALFORMED_SOFT_PURGE, MALFORMED_TEST_PURGE, MALFORMED_FINISH, NON_ATOM_MODULE, NON_PID_FROM, NON_BOOLEAN_KEEP,
        SOFT_PURGE_NON_ATOM_MODULE, TEST_PURGE_NON_PID_FROM, FINISH_NON_ATOM_MODULE, ATOM, TUPLE, INTEGER, EXIT_MESSAGE, UNKNOWN_TAG,
        UNKNOWN_TAG_WITH_KEEP, UNKNOWN_TAG_WITH_TYPE
    }

    // ------------------------------------------------------------------------------------------------------------ control

    /** The purger takes no message from now on. */
    record Hold() implements Stimulus {}

    /** Ends a hold. */
    record Release() implements Stimulus {}

    /** From now on {@code prepare} does not return. */
    record StallPrepare() implements Stimulus {}

    /** Ends the stall. */
    record Unstall() implements Stimulus {}
}
