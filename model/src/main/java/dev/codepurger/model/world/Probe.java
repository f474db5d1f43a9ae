package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A look into a world from outside, for those who ask what a sequence has brought about. It changes nothing, and shows no more than names, so that
 * the world can be built differently without anybody noticing.
 */
public final class Probe {

    private final World world;

    private Probe(World world) {
        this.world = world;
    }

    /** A look into this world. */
    public static Probe of(World world) {
        return new Probe(world);
    }

    /**
     * A process that calls a fun, or is about to.
     *
     * @param process its name
     * @param call the call it makes; empty for a process that was spawned on a fun
     * @param fun what it calls
     * @param suspended it waits for the end of a purge
     */
    public record Calling(String process, Optional<String> call, String fun, boolean suspended) {
    }

    /** Where the purger is. */
    public Phase phase() {
        return world.phase;
    }

    /** The messages that the harness has sent and the purger has not taken, oldest first. */
    public ImmutableList<Message> mailbox() {
        return world.mailbox.stream().filter(message -> !message.equals(World.MARK)).collect(ImmutableList.toImmutableList());
    }

    /** Who calls a fun, or is about to. */
    public ImmutableList<Calling> calling() {
        ImmutableList.Builder<Calling> found = ImmutableList.builder();
        for (Group group : world.groups) {
            Local.Call call = group.local().call();
            if (call != null && call.fun() != null) {
                found.add(new Calling(group.pid().name(), Optional.ofNullable(call.name()), call.fun(), call.blocked()));
            }
        }
        return found.build();
    }

    /** Who waits for the end of a purge. */
    public ImmutableList<Calling> suspended() {
        return calling().stream().filter(Calling::suspended).collect(ImmutableList.toImmutableList());
    }

    /** Is the process in the code of some module? */
    public boolean isInCode(String process) {
        return any(process, local -> local.in() != null);
    }

    /** Who has been asked by the check that runs, and whose answer has not been taken. */
    public ImmutableSet<Pid> asked() {
        return world.groups.stream().filter(group -> group.local().ask() != Local.Ask.NONE).map(Group::pid)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Is there a process of this name that handles no signal? */
    public boolean isPaused(String process) {
        return any(process, Local::paused);
    }

    /** Is the process alive, and not about to die? */
    public boolean isAlive(String process) {
        return any(process, local -> local.life() == Local.Life.ALIVE);
    }

    /** Does the process refer to old code of the module? */
    public boolean lingers(String process, String module) {
        return any(process, local -> world.refers(local, module));
    }

    /** Does the module have current code? */
    public boolean hasCurrent(String module) {
        return world.module(module).current() != null;
    }

    /** Does the module have old code? */
    public boolean hasOld(String module) {
        return world.module(module).old() != null;
    }

    /** Is old code of the module set aside while failed on_load code is purged? */
    public boolean hasAside(String module) {
        return world.module(module).aside() != null;
    }

    /** The module of the fun, if there is such a fun. */
    public Optional<String> moduleOf(String fun) {
        return Optional.ofNullable(world.funs.get(fun)).map(Fun::module);
    }

    /** Processes that nobody can tell apart go by one pid: then one of them is enough. */
    private boolean any(String process, Predicate<Local> what) {
        Pid pid = world.pidOf(process);
        return pid != null && world.locals(pid).stream().anyMatch(what);
    }
}
