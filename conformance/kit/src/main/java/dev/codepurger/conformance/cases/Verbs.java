package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.JunkKind;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.HashSet;
import java.util.Set;

/** Every stimulus as a verb, so that a script reads as what it does. */
public abstract class Verbs {
    /** The process that asks when a script does not say who; it is spawned before it is first needed. */
    public static final String CLIENT = "client";
    /** The purger as a process. */
    public static final String PURGER = "purger";
    /** The purger's own module. */
    public static final String PURGER_MODULE = "erts_code_purger";

    private final Set<String> spawned = new HashSet<>();

    Verbs() {
    }

    /** Does something. */
    public abstract Response act(Stimulus stimulus);

    /** Loads new code. */
    public Response load(String module) {
        return act(new Stimulus.Load(module, false));
    }

    /** Loads the code of the current version once more. */
    public Response loadIdentical(String module) {
        return act(new Stimulus.Load(module, true));
    }

    /** Makes the current code old. */
    public Response delete(String module) {
        return act(new Stimulus.Delete(module));
    }

    /** Loads code whose on_load function does not end yet. */
    public Response beginOnLoad(String module) {
        return act(new Stimulus.BeginOnLoad(module));
    }

    /** Lets calls load the module from now on. */
    public Response offer(String module) {
        return act(new Stimulus.Offer(module));
    }

    /** Is there old code? */
    public Response checkOldCode(String module) {
        return act(new Stimulus.CheckOldCode(module));
    }

    /** Starts a process outside every module: a client, a tester, a bystander. */
    public Response spawn(String process) {
        return spawn(process, new Where.Nowhere());
    }

    /** Starts a process that waits in the module's current code. */
    public Response spawnIn(String process, String module) {
        return spawnIn(process, module, Residence.WAITING);
    }

    /** Starts a process in the module's current code. */
    public Response spawnIn(String process, String module, Residence residence, Trait... traits) {
        return spawn(process, new Where.InModule(module, residence), traits);
    }

    /** Starts several processes that wait in the module's current code: {@code p1}, {@code p2}… for the prefix {@code p}. */
    public void spawnManyIn(String prefix, int count, String module) {
        for (int i = 1; i <= count; i++) {
            spawnIn(prefix + i, module);
        }
    }

    /** Starts a process in the pending on_load code. */
    public Response spawnInOnLoad(String process, String module) {
        return spawn(process, new Where.InOnLoad(module));
    }

    /** Starts a process on a call of a fun. */
    public Response spawnOnFun(String process, String fun) {
        return spawn(process, new Where.OnFun(fun));
    }

    /** Starts a process. */
    public Response spawn(String process, Where where, Trait... traits) {
        spawned.add(process);
        return act(new Stimulus.Spawn(process, where, ImmutableSet.copyOf(traits)));
    }

    /** Lets a process make a fully qualified call into the current code. */
    public Response leave(String process) {
        return act(new Stimulus.Leave(process));
    }

    /** Lets a process end normally. */
    public Response exit(String process) {
        return act(new Stimulus.Exit(process));
    }

    /** Kills a process. */
    public Response kill(String process) {
        return act(new Stimulus.Kill(process));
    }

    /** Is the process alive? */
    public Response alive(String process) {
        return act(new Stimulus.Alive(process));
    }

    /** Keeps a process from handling signals. */
    public Response pause(String process) {
        return act(new Stimulus.Pause(process));
    }

    /** Ends a pause. */
    public Response resume(String process) {
        return act(new Stimulus.Resume(process));
    }

    /** Keeps a process from doing anything of its own. */
    public Response suspend(String process) {
        return act(new Stimulus.Suspend(process));
    }

    /** Ends a suspension. */
    public Response unsuspend(String process) {
        return act(new Stimulus.Unsuspend(process));
    }

    /** Makes a fun of the current code. */
    public Response makeFun(String fun, String module) {
        return act(new Stimulus.MakeFun(fun, module));
    }

    /** Lets a process call a fun. */
    public Response callFun(String call, String process, String fun) {
        return act(new Stimulus.CallFun(call, process, fun));
    }

    /** Lets a process make a fully qualified call and come back. */
    public Response call(String call, String process, String module) {
        return act(new Stimulus.Call(call, process, module));
    }

    /** Requests a hard purge. */
    public Response purge(String request, String module) {
        return purge(request, module, client());
    }

    /** Requests a hard purge. */
    public Response purge(String request, String module, String from) {
        return act(new Stimulus.Purge(request, module, from));
    }

    /** Requests a soft purge. */
    public Response softPurge(String request, String module) {
        return softPurge(request, module, client());
    }

    /** Requests a soft purge. */
    public Response softPurge(String request, String module, String from) {
        return act(new Stimulus.SoftPurge(request, module, from));
    }

    /** Requests the end of an on_load. */
    public Response finishAfterOnLoad(String request, String module, boolean keep) {
        return finishAfterOnLoad(request, module, keep, client());
    }

    /** Requests the end of an on_load. */
    public Response finishAfterOnLoad(String request, String module, boolean keep, String from) {
        return act(new Stimulus.FinishAfterOnLoad(request, module, keep, from));
    }

    /** Requests a purge with handshakes; the requester is the tester, to be spawned by the script. */
    public Response testPurge(String request, String module, TestType type, String from) {
        return act(new Stimulus.TestPurge(request, module, type, from));
    }

    /** Requests another priority of the purger. */
    public Response changePrio(String request, Priority priority) {
        return changePrio(request, priority, client());
    }

    /** Requests another priority of the purger. */
    public Response changePrio(String request, Priority priority, String from) {
        return act(new Stimulus.ChangePrio(request, priority, from));
    }

    /** Answers {@code started}. */
    public Response continueTest(String ref, String from) {
        return act(new Stimulus.Continue(ref, from));
    }

    /** Answers {@code continued}. */
    public Response completeTest(String ref, String from) {
        return act(new Stimulus.Complete(ref, from));
    }

    /** Sends what is no request. */
    public Response junk(JunkKind kind) {
        return act(new Stimulus.Junk(kind));
    }

    /** Sends a {@code DOWN} of no monitor. */
    public Response forgeDown(String process) {
        return act(new Stimulus.ForgeDown(process));
    }

    /** Sends a check reply of no session. */
    public Response forgeCheckReply(String process, boolean refers) {
        return act(new Stimulus.ForgeCheckReply(process, refers));
    }

    /** Keeps the purger from taking messages. */
    public Response hold() {
        return act(new Stimulus.Hold());
    }

    /** Ends a hold. */
    public Response release() {
        return act(new Stimulus.Release());
    }

    /** Keeps {@code prepare} from returning. */
    public Response stallPrepare() {
        return act(new Stimulus.StallPrepare());
    }

    /** Ends the stall. */
    public Response unstall() {
        return act(new Stimulus.Unstall());
    }

    /** The process that asks for those who do not care. */
    public String client() {
        if (spawned.add(CLIENT)) {
            act(new Stimulus.Spawn(CLIENT, new Where.Nowhere()));
        }
        return CLIENT;
    }
}
