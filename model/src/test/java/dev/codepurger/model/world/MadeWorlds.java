package dev.codepurger.model.world;

import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Saved;
import java.util.List;
import java.util.function.Consumer;

/** Worlds that are put together, and not come to. Module m has version 1 as its old code, and version 2 as its current code. */
final class MadeWorlds {
    static final Settings SETTINGS = Settings.of(Profile.SEED);
    static final Pid CLIENT = new Pid(100, "c");

    private MadeWorlds() {}

    static World world(Consumer<Draft> change) {
        return new PurgeWorld(SETTINGS).initial().changed(SETTINGS, draft -> {
            draft.module("m", Module.UNKNOWN.load(false).load(false));
            change.accept(draft);
        });
    }

    /** All that a change can make of a world. */
    static List<World> all(World world, Settings settings, Consumer<Draft> change) {
        return Branching.all(branching -> {
            Draft draft = new Draft(world, settings, branching);
            change.accept(draft);
            return new World(draft);
        });
    }

    static World one(World world, Settings settings, Consumer<Draft> change) {
        List<World> all = all(world, settings, change);
        if (all.size() != 1) {
            throw new AssertionError("several worlds: " + all);
        }
        return all.get(0);
    }

    /** A hard check with these numbers of requests that are open, and of processes that have not been asked. */
    static Phase.Check check(int open, int left) {
        return check(open, left, KillState.NONE);
    }

    static Phase.Check check(int open, int left, KillState kill) {
        return new Phase.Check(new Message.Purge("m", CLIENT, "r"), true, open, left, false, kill, Phase.Tester.NONE, Saved.NOTHING);
    }

    /** Adds processes of one pid. */
    static Pid add(Draft draft, String name, Local local, int count) {
        Pid pid = new Pid(2 * draft.groups.size(), name);
        draft.groups.add(new Group(pid, local, count));
        return pid;
    }

    static Pid add(Draft draft, String name, Local local) {
        return add(draft, name, local, 1);
    }

    static Local nowhere() {
        return Local.fresh(null);
    }

    static Local inOld() {
        return Local.fresh(new Instance("m", 1));
    }

    static Local inCurrent() {
        return Local.fresh(new Instance("m", 2));
    }

    static Local asked(Local local, Local.Ask ask) {
        return local.ask(ask, Window.ANY);
    }

    /** The state of the only process of this name. */
    static Local local(World world, String name) {
        return world.groups.stream().filter(group -> group.pid().name().equals(name)).findFirst().orElseThrow().local();
    }

    static boolean isThere(World world, String name) {
        return world.groups.stream().anyMatch(group -> group.pid().name().equals(name));
    }
}
