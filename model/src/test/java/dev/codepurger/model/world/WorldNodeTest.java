package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.all;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.local;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the purger's calls come to. */
class WorldNodeTest {
    private static final Pid X = new Pid(2, "x");
    private static final Settings EFFECTS = SETTINGS.withEffects(true);

    private static <T> List<T> ways(World world, Settings settings, Function<WorldNode, T> call) {
        return Branching.all(branching -> call.apply(new WorldNode(new Draft(world, settings, branching))));
    }

    private static List<World> after(World world, Settings settings, Consumer<WorldNode> call) {
        return all(world, settings, draft -> call.accept(new WorldNode(draft)));
    }

    @Test
    @DisplayName("where no on_load has failed there is nothing to prepare, and nothing is done")
    void prepareOnLoad() {
        World world = world(draft -> {});
        assertEquals(List.of(false), ways(world, EFFECTS, node -> node.prepareOnLoad("m")));
        assertEquals(List.of(world), after(world, EFFECTS, node -> node.prepareOnLoad("m")));
        World failed = world(draft -> draft.module("m", Module.UNKNOWN.beginOnLoad().failOnLoad()));
        assertEquals(List.of(true), ways(failed, EFFECTS, node -> node.prepareOnLoad("m")));
        assertTrue(after(failed, EFFECTS, node -> node.prepareOnLoad("m")).get(0).module("m").onLoadPurge());
    }

    private static boolean isDying(Local local) {
        return ways(world(draft -> add(draft, "x", local)), SETTINGS, node -> node.isDying(X)).get(0);
    }

    @Test
    @DisplayName("who is dying, dead or gone is not there for an answer")
    void isDying() {
        assertFalse(isDying(nowhere()));
        assertTrue(isDying(nowhere().dying(Local.Reason.KILLED)));
        assertTrue(isDying(nowhere().dead()));
        assertEquals(List.of(true), ways(world(draft -> {}), SETTINGS, node -> node.isDying(X)));
    }

    @Test
    @DisplayName("the priority before is told; in the middle of a life nobody knows the first one")
    void priority() {
        Settings middle = SETTINGS.missing(new Gaps(ImmutableSet.of(), true));
        assertEquals(List.of(Priority.HIGH), ways(world(draft -> {}), SETTINGS, node -> node.priority(Priority.LOW)));
        assertEquals(List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.MAX),
                ways(new PurgeWorld(middle).initial(), middle, node -> node.priority(Priority.LOW)));
        assertEquals(List.of(Priority.LOW),
                ways(world(draft -> draft.priority = Priority.LOW), middle, node -> node.priority(Priority.MAX)));
    }

    @Test
    @DisplayName("who is asked next is decided where everybody has a name; else it is left open")
    void request() {
        World listed = world(draft -> {
            add(draft, "x", asked(inOld(), Local.Ask.LISTED));
            add(draft, "y", asked(inCurrent(), Local.Ask.LISTED));
            draft.phase = check(0, 2);
        });
        assertEquals(List.of(listed), after(listed, SETTINGS, node -> node.request(1)));
        List<World> named = after(listed, SETTINGS.namingEverybody(), node -> node.request(1));
        assertEquals(2, named.size());
        named.forEach(world -> assertTrue(
                (local(world, "x").ask() == Local.Ask.ASKED) != (local(world, "y").ask() == Local.Ask.ASKED), world.toString()));
    }

    @Test
    @DisplayName("who may have been killed unseen and is not in the snapshot has been killed")
    void whoIsNotInTheSnapshot() {
        Settings unseen = EFFECTS.missing(Gaps.of(Unseen.DEATHS));
        World world = world(draft -> add(draft, "x", inOld().mortal()));
        List<World> listed = after(world, unseen, node -> node.listAll("m"));
        assertEquals(List.of(Local.Life.MORTAL, Local.Life.DEAD), listed.stream().map(after -> local(after, "x").life()).toList());
        assertEquals(List.of(Local.Ask.LISTED, Local.Ask.NONE), listed.stream().map(after -> local(after, "x").ask()).toList());
        assertEquals(List.of(2, 1), ways(world, unseen, node -> node.listAll("m")), "the purger lists itself, too");
    }

    @Test
    @DisplayName("who is told to die and is not in the snapshot is left to die, and the dead are not listed")
    void theDyingAndTheDead() {
        Local dying = inOld().dying(Local.Reason.KILLED);
        List<World> listed = after(world(draft -> add(draft, "x", dying)), EFFECTS, node -> node.listAll("m"));
        assertEquals(List.of(asked(dying, Local.Ask.LISTED), dying), listed.stream().map(after -> local(after, "x")).toList());
        assertEquals(List.of(1), ways(world(draft -> add(draft, "x", inOld().dead())), EFFECTS, node -> node.listAll("m")));
        assertEquals(List.of(2), ways(world(draft -> add(draft, "x", dying.paused(true))), EFFECTS, node -> node.listAll("m")));
    }
}
