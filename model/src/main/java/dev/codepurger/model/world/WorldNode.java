package dev.codepurger.model.world;

import static dev.codepurger.spec.Rule.*;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Node;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the purger's calls do to the world. */
final class WorldNode implements Node {

    private static final List<Priority> KNOWN = List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.MAX);

    private final Draft draft;
    private @Nullable Pid victim;
    private @Nullable Local victimLocal;

    private int listed;

    /** Did the purger kill itself? */
    boolean suicide;

    WorldNode(Draft draft) {
        this.draft = draft;
    }

    /** From now on calls about {@code process} are about the one in this state. */
    void focus(Pid process, Local local) {
        victim = process;
        victimLocal = local;
    }

    @Override
    public boolean prepare(String module) {
        Module row = draft.module(module);
        boolean old = row.old() != null;
        draft.show(new Effect.Prepared(module, old));
        if (old && draft.rules.obeyed(PURGE_2)) {
            draft.module(module, row.prepare());
        }
        return old;
    }

    @Override
    public boolean prepareOnLoad(String module) {
        Module row = draft.module(module);
        if (!row.failed()) {
            return false;
        }
        draft.show(new Effect.PreparedOnLoad(module));
        Module prepared = row.prepareOnLoad();
        draft.module(module, draft.rules.choose(ONLOAD_4, prepared, prepared::notSparingAside));
        return true;
    }

    @Override
    public boolean finishAfterOnLoad(String module, boolean keep) {
        Module row = draft.module(module);
        if (row.pending() == null || row.failed()) {
            return false;
        }
        draft.show(new Effect.Finished(module, keep));
        draft.module(module, keep ? row.keepOnLoad() : row.failOnLoad());
        return true;
    }

    @Override
    public void complete(String module) {
        draft.show(new Effect.Completed(module));
        Module row = draft.module(module);
        Module done = row.complete();
        draft.module(module, draft.rules.obeyed(MODULE_4) ? done
                : new Module(null, null, done.pending(), done.failed(), null, false, false, done.offered(), done.loads()));
        resumeCallers(module);
    }

    @Override
    public void abort(String module) {
        draft.show(new Effect.Aborted(module));
        Module done = draft.module(module).abort();
        draft.module(module, draft.rules.obeyed(MODULE_6) ? done : done.complete());
        resumeCallers(module);
    }

    private void resumeCallers(String module) {
        if (!draft.rules.obeyed(LAMBDA_9) || !draft.rules.obeyed(LIVE_2)) {
            return;
        }
        draft.changeAll(local -> {
            Local.Call call = local.call();
            boolean mine = call != null && call.blocked() && call.fun() != null
                    && Objects.requireNonNull(draft.funs.get(call.fun())).module().equals(module);
            return mine ? local.call(Objects.requireNonNull(call).resume()) : local;
        });
    }

    @Override
    public int requestAll(String module) {
        ImmutableSet<String> snapshot = list(module, Local.Ask.ASKED);
        showRequests(snapshot);
        return listed;
    }

    @Override
    public int listAll(String module) {
        list(module, Local.Ask.LISTED);
        return listed;
    }

    @Override
    public void request(int count) {
        if (draft.settings.effects()) {
            InFlight.requestAndShow(draft, count);
        } else if (!draft.settings.counted()) {
            InFlight.request(draft, count);
        }
    }

    private void showRequests(Collection<String> asked) {
        draft.showAll(asked.stream().<Effect>map(Effect.Requested::new).collect(ImmutableSet.toImmutableSet()));
    }

    private ImmutableSet<String> list(String module, Local.Ask ask) {
        Strangers.meet(draft, module);
        List<Group> before = List.copyOf(draft.groups);
        ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
        draft.groups.clear();
        listed = 0;
        Window when = Window.after(draft.mailbox.size());
        for (Group group : before) {
            if (isListed(group.local())) {
                listed += group.count();
                names.add(group.pid().name());
                Groups.add(draft.groups, new Group(group.pid(), group.local().ask(ask, when), group.count()));
            } else {
                // Whoever may be killed unseen and is not listed has been.
                Local left = group.local().life() == Local.Life.MORTAL ? group.local().dead() : group.local();
                Groups.add(draft.groups, new Group(group.pid(), left, group.count()));
            }
        }
        ImmutableSortedSet<String> snapshot = names.build();
        draft.show(new Effect.Snapshot(snapshot));
        return snapshot;
    }

    /** One that is dying may be dead already; without the effect channel that is the same as an answer of false. */
    private boolean isListed(Local local) {
        return switch (local.life()) {
            case ALIVE -> true;
            case DEAD -> false;
            case MORTAL, DYING -> local.paused() || !draft.settings.effects() || draft.rules.branching().pick(List.of(true, false));
        };
    }

    // ------------------------------------------------------------------------------------------------------------ kills

    @Override
    public void monitor(Pid process) {
        draft.show(new Effect.Monitored(process.name()));
        Window now = Window.after(draft.mailbox.size());
        Local local = find(process);
        if (local != null) {
            focus(process, draft.change(process, local, local.watch(Local.Watch.KILL, now)));
        } else {
            // dead and forgotten: its DOWN comes at once
            Local dead = Deaths.BURIED.watch(Local.Watch.KILL, now);
            Groups.add(draft.groups, new Group(process, dead, 1));
            focus(process, dead);
        }
    }

    @Override
    public void kill(Pid process) {
        draft.show(new Effect.KillIssued(process.name()));
        if (process.equals(World.PURGER)) {
            suicide = draft.rules.obeyed(PURGE_7);
            return;
        }
        Local local = find(process);
        if (local != null && local.life() != Local.Life.DEAD && draft.rules.obeyed(KILL_8)) {
            focus(process, draft.change(process, local, local.dying(Local.Reason.KILLED)));
        }
    }

    /** The process that is meant: the one in focus, else of a crowd one that waits; null if it is gone. */
    private @Nullable Local find(Pid process) {
        if (process.equals(victim)) {
            return victimLocal;
        }
        if (!draft.crowds.containsKey(process)) {
            return process.equals(Deaths.PID) ? null : draft.local(process);
        }
        List<Local> candidates = new ArrayList<>(1);
        for (Group group : draft.groups) {
            if (group.pid().equals(process) && Naming.mayWait(group.local())) {
                candidates.add(group.local());
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        focus(process, draft.rules.branching().pick(candidates));
        return victimLocal;
    }

    // ------------------------------------------------------------------------------------------------------------ testers

    @Override
    public void monitorTester(Pid tester) {
        Local local = draft.local(tester);
        if (tester.equals(World.PURGER)) {
            return; // a monitor of oneself never fires
        }
        if (local == null) {
            // long dead and forgotten: its DOWN comes at once
            Groups.add(draft.groups,
                    new Group(tester, Deaths.BURIED.watch(Local.Watch.TESTER_LATE, Window.after(draft.mailbox.size())), 1));
            return;
        }
        Local.Watch watch = local.life() == Local.Life.DEAD ? Local.Watch.TESTER_LATE : Local.Watch.TESTER;
        draft.change(tester, local, local.watch(watch, Window.after(draft.mailbox.size())));
    }

    @Override
    public void demonitorTester(Pid tester) {
        Local local = draft.local(tester);
        if (local != null && !tester.equals(World.PURGER)) {
            draft.change(tester, local, local.watch(Local.Watch.NONE, Window.ANY));
        }
    }

    // ------------------------------------------------------------------------------------------------------------ words

    @Override
    public void started(Pid tester, String ref) {
        draft.tell(tester, true, new Label.Started(ref));
    }

    @Override
    public void continued(Pid tester, String ref) {
        draft.tell(tester, true, new Label.Continued(ref));
    }

    @Override
    public void reply(Message.Request request, Result result) {
        Label.RequestKind kind = switch (request) {
            case Message.Purge r -> Label.RequestKind.PURGE;
            case Message.SoftPurge r -> Label.RequestKind.SOFT_PURGE;
            case Message.FinishAfterOnLoad r -> Label.RequestKind.FINISH_AFTER_ON_LOAD;
            case Message.TestPurge r -> Label.RequestKind.TEST_PURGE;
        };
        draft.tell(request.from(), true, new Label.Replied(request.ref(), kind, result));
    }

    @Override
    public Priority priority(Priority now) {
        boolean unknown = draft.settings.gaps().middle() && draft.priority == Priority.OTHER;
        Priority before = unknown ? draft.rules.branching().pick(KNOWN) : draft.priority;
        draft.priority = now;
        return before;
    }

    @Override
    public void replyPriority(Message.ChangePrio request, Result result) {
        draft.tell(request.from(), true, new Label.Replied(request.ref(), Label.RequestKind.CHANGE_PRIO, result));
    }

    @Override
    public void saved(Message message) {
        draft.show(new Effect.Saved(MessageTags.of(message)));
    }

    @Override
    public void dropped(Message message) {
        draft.show(new Effect.Dropped(MessageTags.of(message)));
    }

    @Override
    public void answered(Pid process, boolean refers) {
        draft.show(new Effect.Answered(process.name(), refers));
    }

    @Override
    public void killConfirmed(Pid process) {
        draft.show(new Effect.Killed(process.name()));
    }

    @Override
    public boolean isSelf(Pid process) {
        return process.equals(World.PURGER);
    }

    @Override
    public boolean isDying(Pid process) {
        Local local = draft.local(process);
        return local == null || local.life() != Local.Life.ALIVE;
    }

    @Override
    public void requeue(Message message) {
        draft.append(message);
    }
}
