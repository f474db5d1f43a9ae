package dev.codepurger.impl.jvm;

import dev.codepurger.impl.CodePurger;
import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.EffectListener;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A small node in this JVM: modules with two versions, processes, and a purger that serves them. What a harness does to it are its methods; what the
 * harness sees comes to its {@link NodeListener}.
 *
 * <p>Processes, modules, funs and calls are named by strings. The purger is the process {@value #PURGER}; it runs module {@value #PURGER_MODULE}. What a dead, paused,
 * suspended or busy process is told to do has no effect, and says so. All methods are safe from any thread. When one returns, its effect on
 * the process or module has happened; kills, check requests, answers and deaths travel as signals after that.
 */
public final class JvmNode implements AutoCloseable {
    /** Name of the purger's process. */
    public static final String PURGER = "purger";
    /** The module that the purger runs; version 1 is loaded from the start. */
    public static final String PURGER_MODULE = "erts_code_purger";

    private JvmNode() {}

    /** Returns a builder: profile seed, threads, nobody listening. */
    public static Builder builder() {
        throw new UnsupportedOperationException();
    }

    /** Makes nodes. */
    public static final class Builder {
        private Builder() {}

        /** Chooses the purger. */
        public Builder profile(Profile profile) {
            throw new UnsupportedOperationException();
        }

        /** Chooses how processes run. */
        public Builder scheduling(Scheduling scheduling) {
            throw new UnsupportedOperationException();
        }

        /** Who gets the observations. */
        public Builder listener(NodeListener listener) {
            throw new UnsupportedOperationException();
        }

        /** Who gets the effects, in one order with the observations. */
        public Builder effects(EffectListener effects) {
            throw new UnsupportedOperationException();
        }

        /** Wraps the kernel that the purger sees, to make it faulty. */
        public Builder wrapKernel(UnaryOperator<Kernel> wrapper) {
            throw new UnsupportedOperationException();
        }

        /** Wraps the purger's mailbox, to make it faulty. */
        public Builder wrapMailbox(UnaryOperator<Mailbox> wrapper) {
            throw new UnsupportedOperationException();
        }

        /** Replaces single steps of the purger. Not API, see {@link Steps}. */
        public Builder steps(Function<Profile, Steps> steps) {
            throw new UnsupportedOperationException();
        }

        /** Makes the node and starts its purger. */
        public JvmNode start() {
            throw new UnsupportedOperationException();
        }
    }

    /** Returns the purger, for calls from Java. Closing it closes the node. */
    public CodePurger purger() {
        throw new UnsupportedOperationException();
    }

    /** Loads a new version: OK, NOT_PURGED or ON_LOAD_PENDING. */
    public Response load(String module) {
        throw new UnsupportedOperationException();
    }

    /** Loads the current code once more, as a new version that has the same funs; without current code, as {@link #load}. */
    public Response loadIdentical(String module) {
        throw new UnsupportedOperationException();
    }

    /** Makes current code old: OK, UNDEFINED, NOT_PURGED or ON_LOAD_PENDING. */
    public Response delete(String module) {
        throw new UnsupportedOperationException();
    }

    /** Loads a version that has an {@code on_load} function, which is now running: OK, NOT_PURGED or ON_LOAD_PENDING. */
    public Response beginOnLoad(String module) {
        throw new UnsupportedOperationException();
    }

    /** From now on the module is loaded when it is called and has no current code. */
    public Response offer(String module) {
        throw new UnsupportedOperationException();
    }

    /** Returns whether the module has old code; that of a failed {@code on_load} being purged counts. */
    public boolean checkOldCode(String module) {
        throw new UnsupportedOperationException();
    }

    /** Starts a process; NO_EFFECT if one of that name is alive. Traits are remembered, and change nothing. */
    public Response spawn(String process, Place place, Trait... traits) {
        throw new UnsupportedOperationException();
    }

    /** Returns whether a process of that name is alive. */
    public boolean alive(String process) {
        throw new UnsupportedOperationException();
    }

    /** Returns the names of all living processes, the purger included. */
    public Set<String> processes() {
        throw new UnsupportedOperationException();
    }

    /** Returns the pid of the process of that name, to be used in messages; if there is none, a pid that is dead. */
    public Pid pid(String process) {
        throw new UnsupportedOperationException();
    }

    /** The process makes a fully qualified call: it moves to the current code of its module, or to no code. */
    public Response leave(String process) {
        throw new UnsupportedOperationException();
    }

    /** The process exits, {@code normal}. */
    public Response exit(String process) {
        throw new UnsupportedOperationException();
    }

    /** Sends a kill to the process, or to the purger. OK if it was alive. */
    public Response kill(String process) {
        throw new UnsupportedOperationException();
    }

    /** The process handles no signal from now on. Not for the purger. */
    public Response pause(String process) {
        throw new UnsupportedOperationException();
    }

    /** Ends {@link #pause}. */
    public Response resume(String process) {
        throw new UnsupportedOperationException();
    }

    /** The process does nothing of its own from now on; it still answers checks and dies when killed. Not for the purger. */
    public Response suspend(String process) {
        throw new UnsupportedOperationException();
    }

    /** Ends {@link #suspend}. */
    public Response unsuspend(String process) {
        throw new UnsupportedOperationException();
    }

    /** Makes a fun of the current code of a module: OK or UNDEF. */
    public Response makeFun(String fun, String module) {
        throw new UnsupportedOperationException();
    }

    /** The process calls a fun. OK if the call began, or will begin when the process is resumed; it ends with a {@link Observation.Returned}. */
    public Response callFun(String call, String process, String fun) {
        throw new UnsupportedOperationException();
    }

    /** The process calls a function of a module. As {@link #callFun}. */
    public Response call(String call, String process, String module) {
        throw new UnsupportedOperationException();
    }

    /** The process sends a message to the purger. When this returns OK, the message is in the mailbox, after all that the process sent before. */
    public Response send(String process, Message message) {
        throw new UnsupportedOperationException();
    }

    /** The purger takes no message from now on. */
    public Response hold() {
        throw new UnsupportedOperationException();
    }

    /** Ends {@link #hold}. */
    public Response release() {
        throw new UnsupportedOperationException();
    }

    /** From now on prepare marks the module and then does not return. */
    public Response stallPrepare() {
        throw new UnsupportedOperationException();
    }

    /** Ends {@link #stallPrepare}. */
    public Response unstall() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until nothing is under way. Only meaningful while nobody else stimulates the node.
     *
     * @param timeout how long to wait at most
     * @return how the node is at rest; empty if it was still busy when the time was over
     */
    public Optional<Quiet> settle(Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /**
     * Seeded scheduling only: lets random steps happen.
     *
     * @param steps how many at most
     * @return how many happened; fewer if the node came to rest
     * @throws IllegalStateException under another scheduling
     */
    public int step(int steps) {
        throw new UnsupportedOperationException();
    }

    /** Stops everything; returns when no thread of the node is left. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
