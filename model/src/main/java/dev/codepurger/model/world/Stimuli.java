package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each stimulus does to the world, and what it returns. */
final class Stimuli {

    private final World world;
    private final Draft draft;

    private Stimuli(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
    }

    /** All that {@code stimulus} can return, and lead to. */
    static List<Outcome> respond(World world, Settings settings, Stimulus stimulus) {
        if (!world.nodeDown()) {
            return ordinary(world, settings, stimulus);
        }
        Outcome none = new Outcome(Response.NO_EFFECT, world);
        boolean both = isGoingDown(world) && !(stimulus instanceof Stimulus.Kill kill && kill.process().equals(World.PURGER.name()));
        return both ? ImmutableList.<Outcome>builder().add(none).addAll(ordinary(world, settings, stimulus)).build() : List.of(none);
    }

    /** A purger that has crashed takes the node down with it, though not in the same moment; one that was killed does. */
    private static boolean isGoingDown(World world) {
        return world.phase instanceof Phase.Terminated end && !end.reason().equals("killed")
                && world.pending.stream().anyMatch(pending -> pending.observation() instanceof Label.PurgerDown);
    }

    private static List<Outcome> ordinary(World world, Settings settings, Stimulus stimulus) {
        return Step.<Outcome>some(world, settings, draft -> {
            Response response = new Stimuli(world, draft).apply(stimulus);
            if (response == null) {
                return null;
            }
            if (mayLeaveAlike(stimulus)) {
                Naming.gather(draft);
            }
            return new Outcome(response, draft.freeze());
        });
    }

    /** Who is asked after, or let go, or has left its code, may be like others then; whoever sends, calls, dies or is stopped is not. */
    private static boolean mayLeaveAlike(Stimulus stimulus) {
        return stimulus instanceof Stimulus.Alive || stimulus instanceof Stimulus.Resume || stimulus instanceof Stimulus.Unsuspend
                || stimulus instanceof Stimulus.Leave;
    }

    /**
     * Does it only let go on what was stopped? Then whatever could happen before it can happen after it, and leads to the same, for what
     * was stopped had no part in it; or to more, where a purger that is its own tester sends to itself: an answer that is possible
     * sooner need not come behind that.
     */
    static boolean letsGo(World world, Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Resume s -> {
                Pid pid = world.pidOf(s.process());
                yield pid != null && world.locals(pid).stream().allMatch(Local::paused);
            }
            case Stimulus.Release s -> true;
            case Stimulus.Unstall s -> true;
            default -> false;
        };
    }

    /** Null where the world has to do something else first. */
    private @Nullable Response apply(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Load s -> new ModuleStimuli(draft).load(s);
            case Stimulus.Delete s -> new ModuleStimuli(draft).delete(s);
            case Stimulus.BeginOnLoad s -> new ModuleStimuli(draft).beginOnLoad(s);
            case Stimulus.Offer s -> new ModuleStimuli(draft).offer(s);
            case Stimulus.CheckOldCode s -> draft.module(s.module()).old() != null ? Response.TRUE : Response.FALSE;
            case Stimulus.MakeFun s -> new ModuleStimuli(draft).makeFun(s);
            case Stimulus.Spawn s -> new ProcessStimuli(world, draft).spawn(s);
            case Stimulus.Leave s -> new ProcessStimuli(world, draft).leave(s);
            case Stimulus.Exit s -> new ProcessStimuli(world, draft).exit(s);
            case Stimulus.Kill s -> new ProcessStimuli(world, draft).kill(s);
            case Stimulus.Alive s -> new ProcessStimuli(world, draft).alive(s);
            case Stimulus.Pause s -> new ProcessStimuli(world, draft).pause(s);
            case Stimulus.Resume s -> new ProcessStimuli(world, draft).resume(s);
            case Stimulus.Suspend s -> new ProcessStimuli(world, draft).suspend(s.process(), true);
            case Stimulus.Unsuspend s -> new ProcessStimuli(world, draft).suspend(s.process(), false);
            case Stimulus.CallFun s -> new ProcessStimuli(world, draft).callFun(s);
            case Stimulus.Call s -> new ProcessStimuli(world, draft).call(s);
            case Stimulus.Send s -> new SendStimuli(world, draft).send(s);
            case Stimulus.Hold s -> hold(true);
            case Stimulus.Release s -> hold(false);
            case Stimulus.StallPrepare s -> stall(true);
            case Stimulus.Unstall s -> stall(false);
        };
    }

    private Response hold(boolean now) {
        draft.held = now;
        return Response.OK;
    }

    private Response stall(boolean now) {
        if (!now) {
            draft.stall = Stall.NONE;
        } else if (draft.stall == Stall.NONE) {
            boolean underWay = draft.phase instanceof Phase.Prepared prepared && prepared.old();
            draft.stall = underWay ? draft.rules.branching().pick(List.of(Stall.STALLED, Stall.LATE)) : Stall.STALLED;
        }
        return Response.OK;
    }
}
