package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A world while a step changes it. Lives for one step; what comes of it is a {@link World}. */
final class Draft {

    final Settings settings;
    final RuleChoices rules;
    ImmutableMap<String, Module> modules;
    ImmutableMap<String, Fun> funs;
    final List<Group> groups;
    ImmutableMap<Pid, Crowd> crowds;
    int spawned;
    Phase phase;
    ImmutableList<Message> mailbox;
    ImmutableList<Pending> pending;
    ImmutableList<Due> effects;
    boolean held;
    Stall stall = Stall.NONE;
    Priority priority = Priority.HIGH;

    Draft(World world, Settings settings, Branching branching) {
        this.settings = settings;
        rules = new RuleChoices(settings, branching);
        modules = world.modules;
        funs = world.funs;
        groups = new ArrayList<>(world.groups);
        crowds = world.crowds;
        spawned = world.spawned;
        phase = world.phase;
        mailbox = world.mailbox;
        pending = world.pending;
        effects = world.effects;
        held = world.held;
        stall = world.stall;
        priority = world.priority;
    }

    /** The world before anything happened. */
    Draft(Settings settings, Branching branching) {
        this.settings = settings;
        rules = new RuleChoices(settings, branching);
        modules = ImmutableMap.of(World.PURGER_MODULE, Module.UNKNOWN.load(false));
        funs = ImmutableMap.of();
        groups = new ArrayList<>(List.of(new Group(World.PURGER, Local.fresh(new Instance(World.PURGER_MODULE, 1)), 1)));
        crowds = ImmutableMap.of();
        phase = new Phase.WaitForRequest();
        mailbox = ImmutableList.of();
        pending = ImmutableList.of();
        effects = ImmutableList.of();
        if (settings.gaps().middle()) {
            // Nobody knows it.
            priority = Priority.OTHER;
        }
    }

    World freeze() {
        skipMarks();
        if (settings.hides(Unseen.DEATHS)) {
            Deaths.forget(this);
        }
        InFlight.settle(this);
        return new World(this);
    }

    // ------------------------------------------------------------------------------------------------------------ processes

    /** Puts one process into another state. */
    Local change(Pid pid, Local from, Local to) {
        if (!from.equals(to)) {
            Groups.removeOne(groups, new Group(pid, from, 1));
            Groups.add(groups, new Group(pid, to, 1));
        }
        return to;
    }

    /** Puts some processes of one pid from one state into another. */
    void changeSome(Pid pid, Local from, Local to, int count) {
        Groups.remove(groups, new Group(pid, from, count));
        Groups.add(groups, new Group(pid, to, count));
    }

    /** Puts all processes into another state. */
    void changeAll(UnaryOperator<Local> change) {
        List<Group> before = List.copyOf(groups);
        groups.clear();
        for (Group group : before) {
            Groups.add(groups, new Group(group.pid(), change.apply(group.local()), group.count()));
        }
    }

    /** The state that a process with a pid of its own is in, null if it is gone. */
    @Nullable Local local(Pid solo) {
        for (Group group : groups) {
            if (group.pid().equals(solo)) {
                return group.local();
            }
        }
        return null;
    }

    // ------------------------------------------------------------------------------------------------------------ modules

    Module module(String name) {
        Module known = modules.get(name);
        if (known == null && settings.gaps().middle()) {
            Strangers.speakOf(this, name);
        }
        return Objects.requireNonNull(modules.getOrDefault(name, Module.UNKNOWN));
    }

    void module(String name, Module now) {
        modules = with(modules, name, now);
    }

    static <K, V> ImmutableMap<K, V> with(ImmutableMap<K, V> map, K key, V value) {
        return ImmutableMap.<K, V>builderWithExpectedSize(map.size() + 1).putAll(map).put(key, value).buildKeepingLast();
    }

    boolean refers(Local local, String module) {
        return local.refersToOld(module, module(module));
    }

    // ------------------------------------------------------------------------------------------------------------ messages

    /** Takes the message at {@code index} out of the mailbox; signals keep their places among the rest. */
    Message take(int index) {
        Message taken = mailbox.get(index);
        mailbox = ImmutableList.<Message>builder().addAll(mailbox.subList(0, index)).addAll(mailbox.subList(index + 1, mailbox.size()))
                .build();
        changeAll(local -> local.taken(index));
        return taken;
    }

    void append(Message message) {
        mailbox = ImmutableList.<Message>builder().addAll(mailbox).add(message).build();
        InFlight.appended(this);
    }

    private void skipMarks() {
        while (!mailbox.isEmpty() && mailbox.get(0).equals(World.MARK) && groups.stream().noneMatch(g -> mustPrecedeHead(g.local()))) {
            take(0);
        }
    }

    static boolean mustPrecedeHead(Local local) {
        return (local.ask() != Local.Ask.NONE && local.answer().mustPrecedeHead())
                || (local.watch() != Local.Watch.NONE && local.down().mustPrecedeHead());
    }

    /** Hands something to a process; the harness sees it some time. The dead get nothing. */
    void tell(Pid to, boolean fromPurger, Label.Observation observation) {
        Local local = local(to);
        if (to.equals(World.PURGER)) {
            append(toItself(observation));
        } else if (local != null && local.life() != Local.Life.DEAD
                && settings.gaps().unseen().stream().noneMatch(u -> u.hides(observation))) {
            pending = Pendings.add(pending, new Pending(to, fromPurger, observation));
        }
    }

    /** What the purger has sent to itself, as it lies in its mailbox: the result of a test begins like a request. */
    private static Message toItself(Label.Observation observation) {
        return observation instanceof Label.Replied reply && reply.kind() == Label.RequestKind.TEST_PURGE
                ? new Message.Malformed(Message.RequestTag.TEST_PURGE) : new Message.Garbage("own message");
    }

    void show(Effect effect) {
        if (settings.effects()) {
            due(Due.all(ImmutableSet.of(effect)));
        }
    }

    void showAll(ImmutableSet<Effect> inAnyOrder) {
        if (settings.effects() && !inAnyOrder.isEmpty()) {
            due(Due.all(inAnyOrder));
        }
    }

    void due(Due more) {
        effects = ImmutableList.<Due>builder().addAll(effects).add(more).build();
    }
}
