package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.purger.Pid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Modules and processes that may be in a node that was not watched from its beginning. */
class StrangersTest {
    private static final Settings MIDDLE = SETTINGS.missing(new Gaps(ImmutableSet.of(), true, 2));
    private static final Instance OF_BEFORE = new Instance("", 0);
    private static final Instance IN_SOME_CURRENT = new Instance("", 1);
    private static final Instance IN_OLD = new Instance("m", -1);

    private static World node(Consumer<Draft> change) {
        return new PurgeWorld(MIDDLE).initial().changed(MIDDLE, change);
    }

    /** A node in which these modules have been spoken of, and have nothing but old code of before. */
    private static World withOld(String... modules) {
        Module row = new Module(null, new Code(-1, -1, true), null, false, null, false, false, false, 0);
        return node(draft -> List.of(modules).forEach(module -> draft.module(module, row)));
    }

    private static int in(World world, Instance place) {
        return world.groups.stream().filter(group -> place.equals(group.local().in())).mapToInt(Group::count).sum();
    }

    private static List<World> spokenOf(World world) {
        return all(world, MIDDLE, draft -> draft.module("m"));
    }

    private static List<World> met(World world) {
        return all(world, MIDDLE, draft -> Strangers.meet(draft, "m"));
    }

    private static List<String> names(World world) {
        return world.crowds.values().stream().flatMap(crowd -> ImmutableSet.copyOf(crowd.names()).stream()).toList();
    }

    private static <T> List<T> ways(World world, Function<Draft, T> body) {
        return Branching.all(branching -> body.apply(new Draft(world, MIDDLE, branching)));
    }

    @Test
    @DisplayName("a module that nobody has spoken of may have any code that stays in a node at rest")
    void aModuleThatNobodyHasSpokenOf() {
        List<World> spokenOf = spokenOf(node(draft -> {}));
        assertEquals(7, spokenOf.size());
        assertEquals(
                Set.of("m current none old none", "m current none old none on_load pending", "m current code of before old none",
                        "m current code of before old none on_load pending", "m current none old code of before",
                        "m current none old code of before on_load pending", "m current code of before old older code of before"),
                spokenOf.stream().map(world -> Splitter.on("; ").splitToList(world.toString()).get(1)).collect(Collectors.toSet()));
        assertEquals(1, spokenOf(withOld("m")).size(), "of this one somebody has spoken");
        assertEquals(7, spokenOf(withOld("n")).size(), "of another somebody has");
    }

    @Test
    @DisplayName("who has gone to the current code of some module may be in that of a module that is spoken of")
    void whoHasGoneToSomeCurrentCode() {
        List<World> spokenOf = spokenOf(node(draft -> {
            add(draft, "x", Local.fresh(IN_SOME_CURRENT));
            add(draft, "y", Local.fresh(OF_BEFORE));
        }));
        assertEquals(10, spokenOf.size(), "two ways for each of the three rows that have current code");
        assertEquals(3, spokenOf.stream().filter(world -> in(world, new Instance("m", -1)) == 1).count());
        for (World world : spokenOf) {
            assertEquals(1, in(world, IN_SOME_CURRENT) + in(world, new Instance("m", -1)));
            assertEquals(1, in(world, OF_BEFORE), "this one is in old code, if in any");
        }
    }

    @Test
    @DisplayName("when those in code of before are asked, as many unknown processes may be there as are reckoned with")
    void unknownProcesses() {
        List<World> met = met(withOld("m"));
        assertEquals(List.of(0, 1, 2), met.stream().map(world -> in(world, IN_OLD)).toList());
        assertEquals(List.of(List.of(), List.of("(somebody 1)"), List.of("(somebody 1)", "(somebody 2)")),
                met.stream().map(StrangersTest::names).toList());
        assertTrue(names(met.get(2)).stream().allMatch(Strangers::isStranger));
        assertFalse(Strangers.isStranger("x"));
        met.forEach(world -> assertEquals(List.of(world), met(world), "once they have been asked, it is known who is there"));
    }

    @Test
    @DisplayName("nobody unknown is in code whose life is known, or in none")
    void codeWhoseLifeIsKnown() {
        for (Module row : List.of(Module.UNKNOWN, Module.UNKNOWN.load(false), Module.UNKNOWN.load(false).load(false))) {
            World world = node(draft -> draft.module("m", row));
            assertEquals(List.of(world), met(world));
        }
    }

    @Test
    @DisplayName("the unknown in the code of two modules are others")
    void unknownProcessesOfTwoModules() {
        World both = all(withOld("m", "n"), MIDDLE, draft -> {
            Strangers.meet(draft, "m");
            Strangers.meet(draft, "n");
        }).get(8);
        assertEquals(List.of(2, 2), List.of(in(both, IN_OLD), in(both, new Instance("n", -1))));
        assertEquals(Set.of("(somebody 1)", "(somebody 2)", "(somebody 3)", "(somebody 4)"), Set.copyOf(names(both)));
    }

    @Test
    @DisplayName("a process of before that was named may be in the code of before when those in it are asked")
    void namedProcessesOfBefore() {
        List<World> met = met(withOld("m").changed(MIDDLE, draft -> add(draft, "x", Local.fresh(OF_BEFORE))));
        assertEquals(List.of(0, 1, 2, 1, 2, 3), met.stream().map(world -> in(world, IN_OLD)).toList());
        assertEquals(List.of(1, 1, 1, 0, 0, 0), met.stream().map(world -> in(world, OF_BEFORE)).toList());
    }

    @Test
    @DisplayName("where deaths are not seen the unknown may be killed unseen, too")
    void unknownProcessesMayDieUnseen() {
        Settings unseen = SETTINGS.missing(new Gaps(ImmutableSet.of(Unseen.DEATHS), true, 1));
        Local local = Local.fresh(IN_OLD);
        assertEquals(local.mortal(), all(withOld("m"), unseen, draft -> Strangers.meet(draft, "m")).get(1).groups.get(1).local());
        assertEquals(local, met(withOld("m")).get(1).groups.get(1).local());
    }

    @Test
    @DisplayName("who leaves code of before is in any current code afterwards, but not in the purger's, or in none")
    void leave() {
        World world = withOld("n").changed(MIDDLE, draft -> draft.module("m", Module.UNKNOWN.load(false)));
        assertEquals(List.of(Optional.empty(), Optional.of(IN_SOME_CURRENT), Optional.of(new Instance("m", 1))),
                ways(world, draft -> Optional.ofNullable(Strangers.leave(draft))));
    }

    @Test
    @DisplayName("who is named for the first time was one of the unknown, or anywhere, or is not there any more")
    void name() {
        World world = met(withOld("m")).get(2);
        assertEquals(List.of(Optional.of(IN_OLD), Optional.of(OF_BEFORE), Optional.empty()),
                ways(world, draft -> Optional.ofNullable(Strangers.name(draft, world, "x")).map(named -> named.local().in())));
        World nobody = withOld("m");
        assertEquals(List.of(Optional.of(OF_BEFORE), Optional.empty()),
                ways(nobody, draft -> Optional.ofNullable(Strangers.name(draft, nobody, "x")).map(named -> named.local().in())));
    }

    @Test
    @DisplayName("who is named for the first time has the same number whoever he was")
    void nameGivesOneNumber() {
        World world = met(withOld("m")).get(2);
        assertEquals(List.of(2, 2), ways(world, draft -> Optional.ofNullable(Strangers.name(draft, world, "x"))).stream()
                .flatMap(Optional::stream).map(named -> named.pid().number()).toList());
        assertEquals(List.of(1, 1, 1), all(world, MIDDLE, draft -> Strangers.name(draft, world, "x")).stream().map(after -> after.spawned)
                .toList());
        World named = all(world, MIDDLE, draft -> Strangers.name(draft, world, "x")).get(0);
        assertEquals(List.of("(somebody 2)"), names(named));
        assertEquals(List.of(Local.fresh(IN_OLD)), named.locals(new Pid(2, "x")));
    }
}
