package dev.codepurger.conformance.reference;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Place;
import dev.codepurger.impl.jvm.Residence;
import dev.codepurger.impl.jvm.Trait;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Does to a node what a stimulus says. */
final class Driver {
    private final JvmNode node;
    private final Mailbox mailbox;
    private final Set<String> funs = ConcurrentHashMap.newKeySet();

    /** With the mailbox that the node's purger receives from. */
    Driver(JvmNode node, Mailbox mailbox) {
        this.node = node;
        this.mailbox = mailbox;
    }

    Response apply(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Load(var module, var identical) -> response(identical ? node.loadIdentical(module) : node.load(module));
            case Stimulus.Delete(var module) -> response(node.delete(module));
            case Stimulus.BeginOnLoad(var module) -> response(node.beginOnLoad(module));
            case Stimulus.Offer(var module) -> response(node.offer(module));
            case Stimulus.CheckOldCode(var module) -> answer(node.checkOldCode(module));
            case Stimulus.Spawn spawn -> spawn(spawn);
            case Stimulus.Leave(var process) -> response(node.leave(process));
            case Stimulus.Exit(var process) -> response(node.exit(process));
            case Stimulus.Kill(var process) -> response(node.kill(process));
            case Stimulus.Alive(var process) -> answer(node.alive(process));
            case Stimulus.Pause(var process) -> response(node.pause(process));
            case Stimulus.Resume(var process) -> response(node.resume(process));
            case Stimulus.Suspend(var process) -> response(node.suspend(process));
            case Stimulus.Unsuspend(var process) -> response(node.unsuspend(process));
            case Stimulus.MakeFun make -> makeFun(make);
            case Stimulus.CallFun(var call, var process, var fun) -> response(node.callFun(call, process, fun));
            case Stimulus.Call(var call, var process, var module) -> response(node.call(call, process, module));
            case Stimulus.Send send -> send(send);
            case Stimulus.Hold hold -> response(node.hold());
            case Stimulus.Release release -> response(node.release());
            case Stimulus.StallPrepare stall -> response(node.stallPrepare());
            case Stimulus.Unstall unstall -> response(node.unstall());
        };
    }

    private boolean nodeIsUp() {
        return node.alive(JvmNode.PURGER);
    }

    // Asked first and looked at second: a node that goes down in between is not taken for one that says no.
    private Response answer(boolean yes) {
        if (!nodeIsUp()) {
            return Response.NO_EFFECT;
        }
        return yes ? Response.TRUE : Response.FALSE;
    }

    private Response makeFun(Stimulus.MakeFun make) {
        Response made = response(node.makeFun(make.fun(), make.module()));
        if (made == Response.OK) {
            funs.add(make.fun());
        }
        return made;
    }

    // ------------------------------------------------------------------------------------------------------------ spawn

    private Response spawn(Stimulus.Spawn spawn) {
        if (spawn.where() instanceof Stimulus.Where.OnFun on && !funs.contains(on.fun())) {
            return Response.NO_EFFECT;
        }
        Trait[] traits = spawn.traits().stream().map(Driver::trait).toArray(Trait[]::new);
        return response(node.spawn(spawn.process(), place(spawn.where()), traits));
    }

    private static Place place(Stimulus.Where where) {
        return switch (where) {
            case Stimulus.Where.Nowhere nowhere -> new Place.Nowhere();
            case Stimulus.Where.InModule(var module, var residence) -> new Place.InModule(module, residence(residence));
            case Stimulus.Where.InOnLoad(var module) -> new Place.InOnLoad(module);
            case Stimulus.Where.OnFun(var fun) -> new Place.OnFun(fun);
        };
    }

    private static Residence residence(Stimulus.Residence residence) {
        return switch (residence) {
            case WAITING -> Residence.WAITING;
            case BUSY -> Residence.BUSY;
            case ON_STACK -> Residence.ON_STACK;
            case FUN_ONLY -> Residence.FUN_ONLY;
        };
    }

    private static Trait trait(Stimulus.Trait trait) {
        return switch (trait) {
            case TRAP_EXIT -> Trait.TRAP_EXIT;
            case LOW_PRIORITY -> Trait.LOW_PRIORITY;
            case DIRTY -> Trait.DIRTY;
        };
    }

    // ------------------------------------------------------------------------------------------------------------ send

    private Response send(Stimulus.Send send) {
        Message message = Mail.of(send, node::pid);
        String from = sender(send);
        if (!from.equals(JvmNode.PURGER)) {
            return response(node.send(from, message));
        }
        if (!nodeIsUp()) {
            return Response.NO_EFFECT;
        }
        mailbox.put(node.pid(JvmNode.PURGER), message);
        return Response.OK;
    }

    /** Whom the message comes from. What nobody sends comes as if the purger had sent it: it is ordered with nothing else. */
    private static String sender(Stimulus.Send send) {
        return switch (send) {
            case Stimulus.Purge one -> one.from();
            case Stimulus.SoftPurge one -> one.from();
            case Stimulus.FinishAfterOnLoad one -> one.from();
            case Stimulus.TestPurge one -> one.from();
            case Stimulus.ChangePrio one -> one.from();
            case Stimulus.Continue one -> one.from();
            case Stimulus.Complete one -> one.from();
            case Stimulus.Junk one -> JvmNode.PURGER;
            case Stimulus.ForgeDown one -> JvmNode.PURGER;
            case Stimulus.ForgeCheckReply one -> JvmNode.PURGER;
        };
    }

    private static Response response(dev.codepurger.impl.jvm.Response response) {
        return switch (Objects.requireNonNull(response)) {
            case OK -> Response.OK;
            case NOT_PURGED -> Response.NOT_PURGED;
            case ON_LOAD_PENDING -> Response.ON_LOAD_PENDING;
            case UNDEFINED, UNDEF -> Response.UNDEFINED;
            case NO_EFFECT -> Response.NO_EFFECT;
        };
    }
}
