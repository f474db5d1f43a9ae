package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Saved;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The part of the world in which it is easy to tell what depends on what: purges and soft purges, loads, processes that are started, asked after
 * and ended. No funs, no handshakes, no on_load, nobody paused, nothing held.
 */
final class Plain {

    /** All has come to rest. */
    static final String REST = "rest";

    private Plain() {}

    static String load(String module) {
        return "load " + module;
    }

    /** Somebody asks whether the module has old code. */
    static String look(String module) {
        return "look " + module;
    }

    /** Somebody asks for the module to be purged. */
    static String purge(String module) {
        return "purge " + module;
    }

    static String spawnIn(String module) {
        return "spawn in " + module;
    }

    /** The process is started, asked after, ended, or sends something. */
    static String touch(String process) {
        return "touch " + process;
    }

    static String end(String process) {
        return "end " + process;
    }

    /** What a label has to do with; nothing for one that is not plain. */
    static Optional<ImmutableSet<String>> topics(Label label) {
        return switch (label) {
            case Label.Did did -> topics(did.stimulus());
            case Label.Replied seen -> Optional.of(ImmutableSet.of());
            case Label.Down seen -> Optional.of(ImmutableSet.of());
            case Label.Quiet seen -> Optional.of(ImmutableSet.of(REST));
            case Label.Observation seen -> Optional.empty();
        };
    }

    private static Optional<ImmutableSet<String>> topics(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Load s -> Optional.of(ImmutableSet.of(load(s.module())));
            case Stimulus.CheckOldCode s -> Optional.of(ImmutableSet.of(look(s.module())));
            case Stimulus.Purge s when !s.from().equals(World.PURGER.name()) ->
                Optional.of(ImmutableSet.of(purge(s.module()), touch(s.from())));
            case Stimulus.SoftPurge s when !s.from().equals(World.PURGER.name()) ->
                Optional.of(ImmutableSet.of(purge(s.module()), touch(s.from())));
            case Stimulus.Exit s -> Optional.of(ImmutableSet.of(touch(s.process()), end(s.process())));
            case Stimulus.Kill s when !s.process().equals(World.PURGER.name()) ->
                Optional.of(ImmutableSet.of(touch(s.process()), end(s.process())));
            case Stimulus.Alive s -> Optional.of(ImmutableSet.of(touch(s.process())));
            case Stimulus.Spawn s -> switch (s.where()) {
                case Stimulus.Where.Nowhere where -> Optional.of(ImmutableSet.of(touch(s.process())));
                case Stimulus.Where.InModule where -> Optional.of(ImmutableSet.of(touch(s.process()), spawnIn(where.module())));
                default -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    /** Is there nothing in this world that is not plain? */
    static boolean is(World world) {
        return !world.held && world.stall == Stall.NONE && world.funs.isEmpty() && world.effects.isEmpty() && isPlain(world.phase)
                && world.mailbox.stream().allMatch(Plain::isRequest) && world.groups.stream().allMatch(group -> isPlain(group.local()));
    }

    private static boolean isPlain(Local local) {
        return !local.paused() && !local.suspended() && !local.slow() && local.call() == null && local.stale() == Local.Stale.NONE
                && (local.watch() == Local.Watch.NONE || local.watch() == Local.Watch.KILL) && local.answer().before() == Window.OPEN
                && local.down().before() == Window.OPEN;
    }

    private static boolean isPlain(Phase phase) {
        return switch (phase) {
            case Phase.WaitForRequest p -> isPlain(p.saved());
            case Phase.CheckRequests p -> isPlain(p.saved());
            case Phase.Prepared p -> isRequest(p.work()) && isPlain(p.saved());
            case Phase.Check p -> isRequest(p.work()) && isPlain(p.saved());
            case Phase.Finish p -> isRequest(p.work()) && isPlain(p.saved());
            case Phase.Answer p -> isRequest(p.work()) && isPlain(p.saved());
            default -> false;
        };
    }

    private static boolean isPlain(Saved saved) {
        return saved.kept().isEmpty() && saved.requests().stream().allMatch(Plain::isRequest);
    }

    private static boolean isRequest(Message message) {
        return (message instanceof Message.Purge || message instanceof Message.SoftPurge)
                && !((Message.Request) message).from().equals(World.PURGER);
    }

    /**
     * Is it settled who of those in the module's old code is killed by a purge, and in which order as far as anybody can tell? All of them, if nobody
     * else has to do with them, and there are no more than may be killed at once.
     */
    static boolean isCalm(World world, String module, int killLimit, Predicate<String> ahead) {
        int victims = 0;
        for (Group group : world.groups) {
            Local local = group.local();
            if (local.watch() == Local.Watch.KILL || world.refers(local, module)) {
                victims += group.count();
                boolean killed = local.watch() == Local.Watch.KILL;
                if (victims > killLimit || !(killed || local.life() == Local.Life.ALIVE) || (!killed && isTouched(world, group, ahead))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isTouched(World world, Group group, Predicate<String> ahead) {
        Crowd crowd = world.crowds.get(group.pid());
        return crowd == null ? ahead.test(touch(group.pid().name())) : Iterables.any(crowd.names(), name -> ahead.test(touch(name)));
    }

    /** Is the purger about to purge the module, or will it be? */
    static boolean isToBePurged(World world, String module) {
        Message.Request work = world.phase.working();
        return (work != null && work.module().equals(module)) || isAmong(world.mailbox, module)
                || isAmong(world.phase.saved().requests(), module);
    }

    private static boolean isAmong(ImmutableList<Message> requests, String module) {
        return requests.stream().anyMatch(message -> message instanceof Message.Request request && request.module().equals(module));
    }
}
