package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Profile;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Worlds are values. */
class WorldTest {
    private static final Settings SETTINGS = Settings.of(Profile.SEED);
    private static final World INITIAL = new PurgeWorld(SETTINGS).initial();

    private static World with(Consumer<Draft> change) {
        return INITIAL.changed(SETTINGS, change);
    }

    /** Something of a world that has a name in it. */
    private static BiConsumer<Draft, String> naming(BiConsumer<Draft, String> change) {
        return change;
    }

    static Stream<BiConsumer<Draft, String>> parts() {
        return Stream.of(
                naming((draft, name) -> draft.groups.add(new Group(new Pid(2, "a"), Local.fresh(new Instance(name, 1)), 1))),
                naming((draft, name) -> draft.phase = new Phase.Terminated(name)),
                naming((draft, name) -> draft.mailbox = ImmutableList.of(new Message.Garbage(name))),
                naming((draft, name) -> draft.pending = ImmutableList
                        .of(new Pending(World.PURGER, false, new Label.Returned("k", name)))),
                naming((draft, name) -> draft.module(name, Module.UNKNOWN)),
                naming((draft, name) -> draft.funs = ImmutableMap.of(name, new Fun("m", 1))),
                naming((draft, name) -> draft.effects = ImmutableList.of(Due.all(ImmutableSet.of(new Effect.Requested(name))))),
                naming((draft, name) -> draft.crowds = ImmutableMap.of(new Pid(3, "crowd"), Crowd.of(Map.of(name, 2)))));
    }

    @ParameterizedTest
    @MethodSource("parts")
    @DisplayName("worlds that differ in one thing are not equal, even where their hash codes are")
    void worldsThatDifferInOneThing(BiConsumer<Draft, String> part) {
        World one = with(draft -> part.accept(draft, "Aa"));
        World other = with(draft -> part.accept(draft, "BB"));
        assertEquals(one.hashCode(), other.hashCode(), "as the names have one hash code");
        assertNotEquals(one, other);
        assertEquals(one, with(draft -> part.accept(draft, "Aa")));
        assertNotEquals(one, INITIAL);
    }

    @Test
    @DisplayName("worlds that differ in a number or a flag are not equal")
    void worldsThatDifferInANumberOrAFlag() {
        for (Consumer<Draft> change : ImmutableList.<Consumer<Draft>>of(draft -> draft.held = true, draft -> draft.spawned = 1,
                draft -> draft.priority = Priority.OTHER, draft -> draft.stall = Stall.LATE)) {
            assertNotEquals(INITIAL, with(change));
            assertEquals(with(change), with(change));
        }
    }

    @Test
    @DisplayName("nothing else is a world")
    void nothingElseIsAWorld() {
        assertFalse(INITIAL.equals((Object) "world"));
        assertTrue(INITIAL.equals(INITIAL));
    }

    /** How much larger a world is with sixteen of these in it. */
    private static long grown(BiConsumer<Draft, Integer> more) {
        return with(draft -> IntStream.range(0, 16).forEach(i -> more.accept(draft, i))).size() - INITIAL.size();
    }

    @Test
    @DisplayName("each process apart, message, module and name makes a world larger, and those in a crowd a little")
    void size() {
        assertEquals(16, grown((draft, i) -> draft.groups.add(new Group(new Pid(2 * i + 2, "p"), Local.fresh(null), 1))));
        assertEquals(16, grown((draft, i) -> draft.append(new Message.ExitSignal())));
        assertEquals(16, grown((draft, i) -> draft.pending = ImmutableList.<Pending>builder().addAll(draft.pending)
                .add(new Pending(World.PURGER, false, new Label.Started("r" + i))).build()));
        assertEquals(16, grown((draft, i) -> draft.module("m" + i, Module.UNKNOWN)));
        assertEquals(16, grown((draft, i) -> draft.funs = Draft.with(draft.funs, "f" + i, new Fun("m", 1))));
        assertEquals(4, grown((draft, i) -> draft.crowds = Draft.with(draft.crowds, new Pid(2 * i + 3, "crowd"),
                Crowd.of(Map.of("a" + i, 100 + i, "b" + i, 200 + i)))));
        assertEquals(9, INITIAL.size() - INITIAL.modules.size());
    }
}
