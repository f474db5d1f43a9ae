package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When nothing happens any more until the harness does something, and what is known then. */
final class Quiescence {

    private Quiescence() {}

    /** What a harness that asks would see, null if something can still happen. */
    static Label.@Nullable Quiet of(World world, Settings settings) {
        if (world.nodeDown()) {
            boolean told = world.pending.stream().noneMatch(p -> p.observation() instanceof Label.PurgerDown);
            return told ? new Label.Quiet(Label.QuietKind.DOWN, ImmutableSortedSet.of()) : null;
        }
        if (!world.effects.isEmpty() || world.pending.stream().anyMatch(p -> mustBeSeen(world, p))) {
            return null;
        }
        for (Group group : world.groups) {
            if ((Deaths.possible(group.local()) && !group.local().downSeen()) || Calls.isDue(group.local())) {
                return null;
            }
        }
        boolean goesOn = InFlight.canBeStuck(world) ? PurgerSteps.anyWhenStuck(world, settings)
                : !PurgerSteps.of(world, settings).isEmpty();
        if (goesOn) {
            return null;
        }
        return new Label.Quiet(kind(world), suspended(world));
    }

    /** What a process got that can no longer say so, or not yet, need not be seen. */
    private static boolean mustBeSeen(World world, Pending pending) {
        Local local = world.locals(pending.to()).stream().findFirst().orElse(null);
        return local != null && local.acts() && local.life() == Local.Life.ALIVE;
    }

    private static Label.QuietKind kind(World world) {
        if (world.held) {
            return Label.QuietKind.BLOCKED;
        }
        return switch (world.phase) {
            case Phase.WaitForRequest p -> Label.QuietKind.IDLE;
            case Phase.Started p -> Label.QuietKind.HELD;
            case Phase.Continued p -> Label.QuietKind.HELD;
            case Phase.Prepared p -> Label.QuietKind.BLOCKED;
            case Phase.Check p -> world.anyPaused() ? Label.QuietKind.BLOCKED : Label.QuietKind.STALLED;
            case Phase.Hung p -> Label.QuietKind.STALLED;
            case Phase.OnLoadFailed p -> throw new IllegalStateException("busy: " + p);
            case Phase.CheckRequests p -> throw new IllegalStateException("busy: " + p);
            case Phase.Checked p -> throw new IllegalStateException("busy: " + p);
            case Phase.Finish p -> throw new IllegalStateException("busy: " + p);
            case Phase.Answer p -> throw new IllegalStateException("busy: " + p);
            case Phase.Terminated p -> Label.QuietKind.DOWN;
        };
    }

    private static ImmutableSortedSet<String> suspended(World world) {
        ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
        for (Group group : world.groups) {
            Local.Call call = group.local().call();
            if (call != null && call.blocked()) {
                names.add(group.pid().name());
            }
        }
        return names.build();
    }

    /**
     * The world that was seen to be quiet. Every signal that could be sent has been delivered: those in a held purger's mailbox stand
     * before all that comes later. What a dead process got will never be seen.
     */
    static List<World> after(World world, Settings settings) {
        return Step.all(world, settings, draft -> {
            draft.pending = draft.pending.stream().filter(p -> world.nodeDown() || isAlive(world, p))
                    .collect(ImmutableList.toImmutableList());
            InFlight.decide(draft);
            boolean mayWait = draft.held && (draft.phase instanceof Phase.Check || draft.phase instanceof Phase.Started
                    || draft.phase instanceof Phase.Continued || draft.phase instanceof Phase.Prepared);
            if (mayWait) {
                deliver(draft, world);
            }
            if (settings.hides(Unseen.DEATHS)) {
                // Whoever is alive now dies later, if somebody kills him.
                int behind = draft.mailbox.size();
                draft.changeAll(local -> local.life() == Local.Life.MORTAL && local.watch() != Local.Watch.NONE
                        ? local.watch(local.watch(), Window.after(behind)) : local);
            }
            Naming.gather(draft);
        });
    }

    private static boolean isAlive(World world, Pending pending) {
        return world.locals(pending.to()).stream().anyMatch(l -> l.life() != Local.Life.DEAD);
    }

    private static void deliver(Draft draft, World world) {
        int messages = draft.mailbox.size();
        String module = draft.phase.working() == null ? "" : draft.phase.working().module();
        draft.changeAll(local -> delivered(world, local, module, messages));
        boolean marked = draft.groups.stream()
                .anyMatch(g -> isDeliveredTo(g.local().answer(), messages) || isDeliveredTo(g.local().down(), messages));
        if (marked) {
            draft.append(World.MARK);
        }
        int behind = draft.mailbox.size();
        draft.changeAll(local -> local.paused() ? undelivered(local, behind) : local);
    }

    private static boolean isDeliveredTo(Window window, int messages) {
        return window.before() == messages;
    }

    private static Local delivered(World world, Local local, String module, int messages) {
        Local answered = local.ask() == Local.Ask.ASKED && !local.paused()
                ? local.ask(world.refers(local, module) ? Local.Ask.TRUE : Local.Ask.FALSE, local.answer())
                : local;
        boolean answerThere = answered.ask() == Local.Ask.TRUE || answered.ask() == Local.Ask.FALSE;
        Local placed = answerThere ? answered.ask(answered.ask(), answered.answer().delivered(messages)) : answered;
        boolean downThere = placed.watch() != Local.Watch.NONE && placed.life() == Local.Life.DEAD;
        return downThere ? placed.watch(placed.watch(), placed.down().delivered(messages)) : placed;
    }

    private static Local undelivered(Local local, int behind) {
        boolean open = local.ask() == Local.Ask.ASKED || local.ask() == Local.Ask.LISTED;
        Local asked = open ? local.ask(local.ask(), Window.after(behind)) : local;
        return asked.watch() == Local.Watch.NONE || asked.life() == Local.Life.DEAD ? asked
                : asked.watch(asked.watch(), Window.after(behind));
    }
}
