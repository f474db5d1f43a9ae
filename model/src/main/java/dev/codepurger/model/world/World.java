package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A state of the purger in its world: the module table, the processes, the mailbox, the purger itself, and what the harness has not
 * seen yet. Immutable; equal states are equal.
 */
public final class World {

    /** The purger's own pid. */
    static final Pid PURGER = new Pid(0, "purger");

    /** The module that the purger runs. */
    static final String PURGER_MODULE = "erts_code_purger";

    /** Stands in the mailbox where nothing but signals that are known to be there stood when all was quiet. */
    static final Message MARK = new Message.Garbage("mark");

    final ImmutableMap<String, Module> modules;
    final ImmutableMap<String, Fun> funs;
    final ImmutableList<Group> groups;
    final ImmutableMap<Pid, Crowd> crowds;
    final int spawned;
    final Phase phase;
    final ImmutableList<Message> mailbox;
    final ImmutableList<Pending> pending;
    final ImmutableList<Due> effects;
    final boolean held;
    final Stall stall;
    final Priority priority;
    /** Worked out when it is first asked for, as not every world is compared; 0 until then. */
    private int hash;

    World(Draft draft) {
        modules = draft.modules;
        funs = draft.funs;
        groups = Groups.canonical(draft.groups);
        crowds = draft.crowds;
        spawned = draft.spawned;
        phase = draft.phase;
        mailbox = draft.mailbox;
        pending = draft.pending;
        effects = draft.effects;
        held = draft.held;
        stall = draft.stall;
        priority = draft.priority;
    }

    Module module(String name) {
        return Objects.requireNonNull(modules.getOrDefault(name, Module.UNKNOWN));
    }

    /** The same where the next process gets a number above this one. */
    public World numberingFrom(int highest, Settings settings) {
        return changed(settings, draft -> draft.spawned = highest);
    }

    /** The same, written otherwise. */
    World changed(Settings settings, Consumer<Draft> change) {
        return Branching.all(branching -> {
            Draft draft = new Draft(this, settings, branching);
            change.accept(draft);
            return new World(draft);
        }).get(0);
    }

    /** About how much it holds: processes that are not counted together, messages, modules and names. */
    public long size() {
        long members = crowds.values().stream().mapToLong(Crowd::size).sum();
        return 8L + groups.size() + members / 8 + mailbox.size() + pending.size() + modules.size() + funs.size();
    }

    boolean nodeDown() {
        return phase instanceof Phase.Terminated;
    }

    /** The pid under which a process goes, null if there is none of that name (any more). */
    @Nullable Pid pidOf(String name) {
        for (Group group : groups) {
            if (group.pid().name().equals(name)) {
                return group.pid();
            }
        }
        for (var crowd : crowds.entrySet()) {
            if (crowd.getValue().has(name)) {
                return crowd.getKey();
            }
        }
        return null;
    }

    /** The states that processes of this pid are in. */
    List<Local> locals(Pid pid) {
        List<Local> found = new ArrayList<>(2);
        for (Group group : groups) {
            if (group.pid().equals(pid)) {
                found.add(group.local());
            }
        }
        return found;
    }

    boolean anyPaused() {
        for (Group group : groups) {
            if (group.local().paused()) {
                return true;
            }
        }
        return false;
    }

    /** Does a process in this state refer to what is being purged? */
    boolean refers(Local local, String module) {
        return local.refersToOld(module, module(module));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof World w && hashCode() == w.hashCode() && held == w.held && stall == w.stall && priority == w.priority
                        && spawned == w.spawned && groups.equals(w.groups) && phase.equals(w.phase) && mailbox.equals(w.mailbox)
                        && pending.equals(w.pending) && modules.equals(w.modules) && funs.equals(w.funs) && effects.equals(w.effects)
                        && crowds.equals(w.crowds));
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = groups.hashCode();
            h = 31 * h + phase.hashCode();
            h = 31 * h + mailbox.hashCode();
            h = 31 * h + pending.hashCode();
            h = 31 * h + modules.hashCode();
            h = 31 * h + (held ? 1 : 0) + 2 * stall.name().hashCode();
            h = 31 * h + effects.hashCode();
            hash = h;
        }
        return h;
    }

    @Override
    public String toString() {
        return Describe.world(this);
    }
}
