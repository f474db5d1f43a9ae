package dev.codepurger.model.world;

import static dev.codepurger.spec.Rule.*;

import dev.codepurger.model.purger.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the harness does to processes. What a process is dying of may have happened already: then the stimulus comes too late. */
final class ProcessStimuli {

    private final World world;
    private final Draft draft;

    ProcessStimuli(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
    }

    // ------------------------------------------------------------------------------------------------------------ life

    Response spawn(Stimulus.Spawn s) {
        if (world.pidOf(s.process()) != null && !isGone(s.process())) {
            return Response.NO_EFFECT;
        }
        Local local = switch (s.where()) {
            case Stimulus.Where.Nowhere w -> Local.fresh(null);
            case Stimulus.Where.InModule w -> in(w.module(), draft.module(w.module()).current(), refers(w.residence()));
            case Stimulus.Where.InOnLoad w ->
                in(w.module(), draft.module(w.module()).failed() ? null : draft.module(w.module()).pending(), true);
            case Stimulus.Where.OnFun w -> draft.funs.containsKey(w.fun())
                    ? Local.fresh(null).call(new Local.Call(null, null, w.fun()))
                    : null;
        };
        if (local == null) {
            return Response.NO_EFFECT;
        }
        Local known = draft.settings.hides(Unseen.DEATHS) ? local.mortal() : local;
        Naming.spawn(draft, s.process(), asked(known.slow(isSlow(s))));
        return Response.OK;
    }

    /** Where deaths are not seen, may there have been one that nobody has a use for any more? */
    private boolean isGone(String process) {
        if (!draft.settings.hides(Unseen.DEATHS) || alive(process) != null) {
            return false;
        }
        Deaths.forget(draft);
        return draft.groups.stream().noneMatch(group -> group.pid().name().equals(process))
                && draft.rules.branching().pick(List.of(true, false));
    }

    private boolean isSlow(Stimulus.Spawn s) {
        return (s.traits().contains(Stimulus.Trait.DIRTY) || s.traits().contains(Stimulus.Trait.LOW_PRIORITY))
                && draft.settings.relaxes(CHECK_7);
    }

    private boolean refers(Stimulus.Residence residence) {
        return switch (residence) {
            case FUN_ONLY -> !draft.rules.obeyed(CHECK_5);
            case ON_STACK -> draft.rules.obeyed(CHECK_5);
            case BUSY, WAITING -> true;
        };
    }

    private static Local in(String module, @Nullable Code code, boolean refers) {
        if (code == null) {
            return Local.fresh(null).dying(Local.Reason.UNDEF);
        }
        return Local.fresh(refers ? new Instance(module, code.version()) : null);
    }

    /** Where CHECK-8 is relaxed a running check may ask the new process too. */
    private Local asked(Local local) {
        if (draft.phase instanceof Phase.Check check && !draft.rules.obeyed(CHECK_8)) {
            draft.phase = check.withOpen(check.open() + 1);
            return local.ask(Local.Ask.ASKED, Window.after(draft.mailbox.size()));
        }
        return local;
    }

    @Nullable Response leave(Stimulus.Leave s) {
        return act(s.process(), local -> answeredOrNot(local).in(draft.rules.obeyed(MODULE_7) ? currentOf(local) : local.in()));
    }

    private @Nullable Instance currentOf(Local local) {
        Instance in = local.in();
        if (in != null && Strangers.isUnknown(in)) {
            return Strangers.isSomewhere(in) ? Strangers.leave(draft) : in;
        }
        Code current = in == null ? null : draft.module(in.module()).current();
        return in == null || current == null ? null : new Instance(in.module(), current.version());
    }

    /** It may have answered a running check before; that matters where the answer is going to change. */
    private Local answeredOrNot(Local local) {
        if (local.paused() || !(draft.phase instanceof Phase.Check check)) {
            return local;
        }
        if (InFlight.isListed(local)) {
            return listedAnsweredOrNot(local, check);
        }
        if (local.ask() != Local.Ask.ASKED) {
            return local;
        }
        boolean refers = draft.refers(local, check.work().module());
        Local answered = local.ask(refers ? Local.Ask.TRUE : Local.Ask.FALSE, local.answer());
        return draft.rules.branching().pick(List.of(refers ? answeringLater(local) : local, answered));
    }

    /** What it answers from now on stands behind all that is in the mailbox by now. */
    private Local answeringLater(Local local) {
        return local.ask(local.ask(), Window.after(draft.mailbox.size()));
    }

    /**
     * It dies some time from now on, or has been told to; what is said in its place then, and the message of a monitor, stand behind what is in the
     * mailbox by now.
     */
    private Local dyingLater(Local local) {
        if (local.paused() || draft.mailbox.isEmpty()) {
            return local;
        }
        Local heard = local.watch() == Local.Watch.NONE ? local : local.watch(local.watch(), Window.after(draft.mailbox.size()));
        boolean asked = local.ask() == Local.Ask.ASKED || local.ask() == Local.Ask.LISTED;
        return asked && draft.phase instanceof Phase.Check check && draft.refers(local, check.work().module()) ? answeredOrNot(heard)
                : heard;
    }

    private Local dying(Local local, Local.Reason reason) {
        return (local.life() == Local.Life.ALIVE ? dyingLater(local) : local).dying(reason);
    }

    /** The same of one of whom it is open whether it has been asked. */
    private Local listedAnsweredOrNot(Local local, Phase.Check check) {
        boolean refers = local.ask() == Local.Ask.LISTED && draft.refers(local, check.work().module());
        Local listed = local.ask(Local.Ask.LISTED, local.answer());
        List<Local> ways = new ArrayList<>(List.of(refers ? answeringLater(listed) : listed));
        if (InFlight.free(draft) > 0) {
            ways.add(local.ask(refers ? Local.Ask.TRUE : Local.Ask.FALSE, local.answer()));
        }
        if (local.ask() == Local.Ask.PERHAPS && check.unanswered() > 1) {
            ways.add(local.ask(Local.Ask.NONE, Window.ANY));
        }
        Local way = draft.rules.branching().pick(ways);
        if (way.ask() == Local.Ask.NONE) {
            draft.phase = check.answeredFalse(1);
        }
        return way;
    }

    @Nullable Response exit(Stimulus.Exit s) {
        return act(s.process(), local -> dying(local, Local.Reason.NORMAL));
    }

    Response kill(Stimulus.Kill s) {
        if (s.process().equals(World.PURGER.name())) {
            if (draft.rules.obeyed(DISPATCH_7)) {
                Sessions.enter(draft, new Phase.Terminated("killed"));
            }
            return Response.OK;
        }
        Naming.Named named = alive(s.process());
        if (named == null) {
            return Response.NO_EFFECT;
        }
        boolean waits = named.local().call() != null && Calls.isBlocked(named.local());
        if (!waits || draft.rules.obeyed(LAMBDA_6)) {
            draft.change(named.pid(), named.local(), dying(named.local(), Local.Reason.KILLED));
        }
        return Response.OK;
    }

    Response alive(Stimulus.Alive s) {
        if (s.process().equals(World.PURGER.name())) {
            return Response.TRUE;
        }
        return alive(s.process()) == null ? Response.FALSE : Response.TRUE;
    }

    /** The process, if it is alive; one that is dying may be dead by now, which is then known. */
    Naming.@Nullable Named alive(String name) {
        Naming.Named named = Naming.name(draft, world, name);
        if (named == null || named.local().life() == Local.Life.DEAD) {
            return null;
        }
        if (Deaths.possible(named.local()) && draft.rules.branching().pick(List.of(true, false))) {
            Deaths.die(draft, named.pid(), named.local());
            return null;
        }
        return named.local().life() != Local.Life.ALIVE || named.local().watch() != Local.Watch.NONE
                ? new Naming.Named(named.pid(), draft.change(named.pid(), named.local(), dyingLater(named.local())))
                : named;
    }

    // ------------------------------------------------------------------------------------------------------------ pauses

    Response pause(Stimulus.Pause s) {
        Naming.Named named = alive(s.process());
        if (named == null || isPurger(named)) {
            return Response.NO_EFFECT;
        }
        draft.change(named.pid(), named.local(), answeredOrNot(named.local()).paused(true));
        return Response.OK;
    }

    Response resume(Stimulus.Resume s) {
        Naming.Named named = Naming.name(draft, world, s.process());
        if (named == null || named.local().life() == Local.Life.DEAD || !named.local().paused()) {
            return Response.NO_EFFECT;
        }
        Local local = named.local();
        Window now = Window.after(draft.mailbox.size());
        boolean open = local.ask() == Local.Ask.ASKED || local.ask() == Local.Ask.LISTED;
        Local answering = open ? local.ask(local.ask(), now) : local;
        Local dying = local.watch() != Local.Watch.NONE ? answering.watch(local.watch(), now) : answering;
        draft.change(named.pid(), local, dying.paused(false));
        return Response.OK;
    }

    Response suspend(String process, boolean now) {
        Naming.Named named = alive(process);
        if (named == null || isPurger(named)) {
            return Response.NO_EFFECT;
        }
        if (draft.settings.hides(Unseen.SUSPENSIONS)) {
            // Whom somebody else may suspend, or let go, at any time: of him nothing is known, before or after.
            return isStoppedUnseen() ? Response.NO_EFFECT : Response.OK;
        }
        if (named.local().suspended() == now) {
            return Response.NO_EFFECT;
        }
        draft.change(named.pid(), named.local(), named.local().suspended(now));
        return Response.OK;
    }

    /** May somebody else have suspended it, unseen? Then it may as well have been let go again. */
    boolean isStoppedUnseen() {
        return draft.settings.hides(Unseen.SUSPENSIONS) && draft.rules.branching().pick(List.of(false, true));
    }

    private static boolean isPurger(Naming.Named named) {
        return named.pid().equals(World.PURGER);
    }

    // ------------------------------------------------------------------------------------------------------------ calls

    @Nullable Response callFun(Stimulus.CallFun s) {
        if (!draft.funs.containsKey(s.fun())) {
            return Response.NO_EFFECT;
        }
        return act(s.process(), local -> local.call(new Local.Call(s.call(), null, s.fun())));
    }

    @Nullable Response call(Stimulus.Call s) {
        return act(s.process(), local -> local.call(new Local.Call(s.call(), s.module(), null)));
    }

    /** Something that the process does itself, if it can; null while it is about to call, for it does one thing after the other. */
    private @Nullable Response act(String process, UnaryOperator<Local> action) {
        Naming.Named named = alive(process);
        if (named == null || isPurger(named) || isStoppedUnseen()) {
            return Response.NO_EFFECT;
        }
        Local local = named.local();
        if (Calls.isDue(local)) {
            return Calls.whileDue(draft, local);
        }
        if (!local.acts()) {
            return Response.NO_EFFECT;
        }
        draft.change(named.pid(), local, action.apply(local));
        return Response.OK;
    }
}
