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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small node in this JVM: modules with two versions, processes, and a purger that serves them. What a harness does to it are its methods; what the
 * harness sees comes to its {@link NodeListener}.
 *
 * <p>Processes, modules, funs and calls are named by strings. The purger is the process {@value #PURGER}; it runs module {@value #PURGER_MODULE}. What a dead, paused,
 * suspended or busy process is told to do has no effect, and says so.
 *
 * <p>All methods may be called from many threads at once, without any lock of the caller's. Each takes effect at one moment between its call and its return, as if they had
 * been called one after the other; kills, check requests, answers, messages and deaths travel as signals after that. Under {@code seeded} scheduling callers take turns. What
 * is not defined for many threads is what must not be: {@link #settle} while others act.
 */
public final class JvmNode implements AutoCloseable {
    /** Name of the purger's process. */
    public static final String PURGER = "purger";
    /** The module that the purger runs; version 1 is loaded from the start. */
    public static final String PURGER_MODULE = "erts_code_purger";

    private final Core core;
    private final CodePurger purger;

    private JvmNode(Builder builder) {
        Recorder recorder = new Recorder(builder.listener, builder.effects);
        core = new Core(recorder, builder::scheduler, builder.mailboxWrapper);
        Kernel kernel = builder.kernelWrapper.apply(new JvmKernel(core));
        Steps steps = builder.steps.apply(builder.profile);
        // Last, so that no thread is left when a wrapper throws.
        core.scheduler().start();
        purger = CodePurger.start(kernel, builder.profile, steps);
    }

    /**
     * Returns a builder.
     *
     * @return profile seed, threads, nobody listening
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes nodes. */
    public static final class Builder {
        private Profile profile = Profile.SEED;
        private Scheduling scheduling = Scheduling.threads();
        private NodeListener listener = observation -> {};
        private @Nullable EffectListener effects;
        private UnaryOperator<Kernel> kernelWrapper = UnaryOperator.identity();
        private UnaryOperator<Mailbox> mailboxWrapper = UnaryOperator.identity();
        private Function<Profile, Steps> steps = Steps::new;

        private Builder() {}

        /**
         * Chooses the purger.
         *
         * @param chosen which purger it is
         * @return this
         */
        public Builder profile(Profile chosen) {
            profile = chosen;
            return this;
        }

        /**
         * Chooses how processes run.
         *
         * @param chosen threads or seeded
         * @return this
         */
        public Builder scheduling(Scheduling chosen) {
            scheduling = chosen;
            return this;
        }

        /**
         * Chooses who gets the observations.
         *
         * @param chosen called with locks held
         * @return this
         */
        public Builder listener(NodeListener chosen) {
            listener = chosen;
            return this;
        }

        /**
         * Chooses who gets the effects, in one order with the observations.
         *
         * @param chosen called with locks held
         * @return this
         */
        public Builder effects(EffectListener chosen) {
            effects = chosen;
            return this;
        }

        /**
         * Wraps the kernel that the purger sees, to make it faulty.
         *
         * @param wrapper gets the right kernel
         * @return this
         */
        public Builder wrapKernel(UnaryOperator<Kernel> wrapper) {
            kernelWrapper = wrapper;
            return this;
        }

        /**
         * Wraps the purger's mailbox, to make it faulty.
         *
         * @param wrapper gets the right mailbox
         * @return this
         */
        public Builder wrapMailbox(UnaryOperator<Mailbox> wrapper) {
            mailboxWrapper = wrapper;
            return this;
        }

        /**
         * Replaces single steps of the purger. Not API, see {@link Steps}.
         *
         * @param factory gets the profile
         * @return this
         */
        public Builder steps(Function<Profile, Steps> factory) {
            steps = factory;
            return this;
        }

        /**
         * Makes the node and starts its purger.
         *
         * @return the running node
         */
        public JvmNode start() {
            return new JvmNode(this);
        }

        private Scheduler scheduler(Core core) {
            return switch (scheduling) {
                case Scheduling.Threads(int workers) -> new ThreadScheduler(core, workers);
                case Scheduling.Seeded(long seed) -> new SeededScheduler(core, seed);
            };
        }
    }

    /**
     * Returns the purger, for calls from Java. Closing it closes the node.
     *
     * @return always the same one
     */
    public CodePurger purger() {
        return purger;
    }

    // Modules

    /**
     * Loads a new version.
     *
     * @param module the module
     * @return OK, NOT_PURGED or ON_LOAD_PENDING
     */
    public Response load(String module) {
        return stimulus(() -> core.code().load(module, false));
    }

    /**
     * Loads the current code, or if there is none the old code, once more, as a new version that has the same funs; without any, as {@link #load}.
     *
     * @param module the module
     * @return OK, NOT_PURGED or ON_LOAD_PENDING
     */
    public Response loadIdentical(String module) {
        return stimulus(() -> core.code().load(module, true));
    }

    /**
     * Makes current code old.
     *
     * @param module the module
     * @return OK, UNDEFINED, NOT_PURGED or ON_LOAD_PENDING
     */
    public Response delete(String module) {
        return stimulus(() -> core.code().delete(module));
    }

    /**
     * Loads a version that has an {@code on_load} function, which is now running.
     *
     * @param module the module
     * @return OK, NOT_PURGED or ON_LOAD_PENDING
     */
    public Response beginOnLoad(String module) {
        return stimulus(() -> core.code().beginOnLoad(module));
    }

    /**
     * From now on the module is loaded when it is called and has no current code.
     *
     * @param module the module
     * @return OK
     */
    public Response offer(String module) {
        return stimulus(() -> {
            core.code().offer(module);
            return Response.OK;
        });
    }

    /**
     * Returns whether the module has old code; that of a failed {@code on_load} being purged counts.
     *
     * @param module the module
     * @return false also when the node is down
     */
    public boolean checkOldCode(String module) {
        return core.scheduler().stimulus(() -> !core.isDown() && core.code().hasOld(module));
    }

    // Processes

    /**
     * Starts a process.
     *
     * @param process its name
     * @param place where
     * @param traits what it is besides; accepted, and without consequence
     * @return NO_EFFECT if one of that name is alive
     */
    public Response spawn(String process, Place place, Trait... traits) {
        return stimulus(() -> {
            JvmProcess spawned = new JvmProcess(core, process, JvmProcess.Kind.PROCESS, null);
            return spawned.spawnIn(place);
        });
    }

    /**
     * Starts a process that has a thread of its own. Threads scheduling only. A signal to it is under way until its next safe point; what it computes in between
     * is nobody's business, so the node may be at rest meanwhile.
     *
     * @param process its name
     * @param place where, as for {@link #spawn}
     * @param body what it does; it must poll or be interruptible, as {@link #close} waits for its end
     * @return NO_EFFECT if one of that name is alive
     * @throws IllegalStateException under another scheduling
     */
    public Response spawnThread(String process, Place place, ThreadBody body) {
        return stimulus(() -> {
            Scheduler scheduler = core.scheduler();
            JvmProcess spawned = new JvmProcess(
                    core, process, JvmProcess.Kind.PROCESS, null, self -> scheduler.newThreadInbox(self, body));
            Response response = spawned.spawnIn(place);
            if (response == Response.OK) {
                scheduler.startThread(spawned);
            }
            return response;
        });
    }

    /**
     * Returns whether a process of that name is alive.
     *
     * @param process its name
     * @return false also when the node is down
     */
    public boolean alive(String process) {
        return core.scheduler().stimulus(() -> !core.isDown() && core.processes().find(process) != null);
    }

    /**
     * Returns the names of all living processes.
     *
     * @return oldest first, the purger included; empty when the node is down
     */
    public Set<String> processes() {
        return core.scheduler()
                .stimulus(() -> core.isDown() ? Set.of() : Names.of(core.processes().all()));
    }

    /**
     * Returns the pid of the process of that name, to be used in messages.
     *
     * @param process its name
     * @return a pid that is dead if there is no such process
     */
    public Pid pid(String process) {
        return core.scheduler().stimulus(() -> {
            JvmProcess found = core.processes().find(process);
            return found != null ? found : core.deadProcess(process);
        });
    }

    /**
     * The process makes a fully qualified call: it moves to the current code of its module, or to no code.
     *
     * @param process its name
     * @return OK or NO_EFFECT
     */
    public Response leave(String process) {
        return act(process, JvmProcess::leave);
    }

    /**
     * The process exits, {@code normal}.
     *
     * @param process its name
     * @return OK or NO_EFFECT
     */
    public Response exit(String process) {
        return act(process, found -> found.exit("normal"));
    }

    /**
     * Sends a kill to the process, or to the purger.
     *
     * @param process its name
     * @return OK if it was alive
     */
    public Response kill(String process) {
        return stimulus(() -> {
            JvmProcess found = core.processes().find(process);
            if (found == null) {
                return Response.NO_EFFECT;
            }
            found.inbox().put(Signal.Sender.HARNESS, new Signal.Kill("killed"));
            return Response.OK;
        });
    }

    /**
     * The process handles no signal from now on. Not for the purger.
     *
     * @param process its name
     * @return OK or NO_EFFECT
     */
    public Response pause(String process) {
        return act(process, found -> found.pause(true));
    }

    /**
     * Ends {@link #pause}.
     *
     * @param process its name
     * @return OK or NO_EFFECT
     */
    public Response resume(String process) {
        return act(process, found -> found.pause(false));
    }

    /**
     * The process does nothing of its own from now on; it still answers checks and dies when killed. Not for the purger.
     *
     * @param process its name
     * @return OK or NO_EFFECT
     */
    public Response suspend(String process) {
        return act(process, found -> found.suspend(true));
    }

    /**
     * Ends {@link #suspend}.
     *
     * @param process its name
     * @return OK or NO_EFFECT
     */
    public Response unsuspend(String process) {
        return act(process, found -> found.suspend(false));
    }

    /**
     * Makes a fun of the current code of a module.
     *
     * @param fun its name; one of that name is replaced
     * @param module the module
     * @return OK or UNDEF
     */
    public Response makeFun(String fun, String module) {
        return stimulus(() -> core.code().makeFun(fun, module));
    }

    /**
     * The process calls a fun.
     *
     * @param call names the call
     * @param process who calls
     * @param fun what
     * @return OK if the call began; it ends with {@link Observation.Returned}, if need be after a purge of its module. NO_EFFECT also if there is no
     *     such fun
     */
    public Response callFun(String call, String process, String fun) {
        return act(process, found -> found.callFun(call, fun));
    }

    /**
     * The process calls a function of a module.
     *
     * @param call names the call
     * @param process who calls
     * @param module the module
     * @return as {@link #callFun}
     */
    public Response call(String call, String process, String module) {
        return act(process, found -> found.call(call, module));
    }

    /**
     * The process sends a message to the purger.
     *
     * @param process who sends
     * @param message what
     * @return OK if the message is in the mailbox, after all that the process sent before; or NO_EFFECT
     */
    public Response send(String process, Message message) {
        return act(process, found -> found.send(message));
    }

    // The purger

    /**
     * The purger takes no message from now on.
     *
     * @return OK or NO_EFFECT
     */
    public Response hold() {
        return control(() -> core.scheduler().hold(true));
    }

    /**
     * Ends {@link #hold}.
     *
     * @return OK or NO_EFFECT
     */
    public Response release() {
        return control(() -> core.scheduler().hold(false));
    }

    /**
     * From now on prepare marks the module and then does not return.
     *
     * @return OK or NO_EFFECT
     */
    public Response stallPrepare() {
        return control(() -> core.scheduler().stall(true));
    }

    /**
     * Ends {@link #stallPrepare}.
     *
     * @return OK or NO_EFFECT
     */
    public Response unstall() {
        return control(() -> core.scheduler().stall(false));
    }

    /**
     * Waits until nothing is under way. Any thread may call it, but the answer means something only while nobody else stimulates the node.
     *
     * @param timeout how long to wait at most
     * @return how the node is at rest; empty if it was still busy when the time was over, or the caller was interrupted
     * @throws IllegalStateException if a listener or a wrapper threw an exception, or on a thread of the node, which is not at rest while it waits
     */
    public Optional<Quiet> settle(Duration timeout) {
        refuseOwnThreads();
        boolean quiet = core.scheduler().settle(timeout.toNanos());
        core.recorder().rethrow();
        return quiet ? Optional.of(core.scheduler().stimulus(core::quiet)) : Optional.empty();
    }

    /**
     * Seeded scheduling only: lets random steps happen.
     *
     * @param steps how many at most
     * @return how many happened; fewer if the node came to rest
     * @throws IllegalStateException under another scheduling, or on a thread of the node
     */
    public int step(int steps) {
        refuseOwnThreads();
        return core.scheduler().step(steps);
    }

    private void refuseOwnThreads() {
        if (core.scheduler().isOwnThread()) {
            throw new IllegalStateException("a thread of the node cannot wait for the node");
        }
    }

    /** Stops everything, as {@link CodePurger#close} of its purger does. */
    @Override
    public void close() {
        purger.close();
    }

    private Response stimulus(Supplier<Response> stimulus) {
        return core.scheduler().stimulus(() -> core.isDown() ? Response.NO_EFFECT : stimulus.get());
    }

    private Response control(Runnable control) {
        return stimulus(() -> {
            control.run();
            return Response.OK;
        });
    }

    /** For what only ordinary processes can do. */
    private Response act(String process, Function<JvmProcess, Response> action) {
        return stimulus(() -> {
            JvmProcess found = core.processes().find(process);
            return found == null || found.kind() != JvmProcess.Kind.PROCESS
                    ? Response.NO_EFFECT
                    : action.apply(found);
        });
    }
}
