package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the purger waits for. */
class AwaitedTest {
    private static final ImmutableSortedSet<String> NOBODY = ImmutableSortedSet.of();
    private static final Message.TestPurge TEST = new Message.TestPurge("m", TestType.HARD, MadeWorlds.CLIENT, "r");

    private static World checking() {
        return world(draft -> {
            add(draft, "a", asked(nowhere(), Local.Ask.ASKED));
            add(draft, "b", nowhere());
            Pid killed = add(draft, "v", nowhere().watch(Local.Watch.KILL, Window.ANY));
            Pid crowd = new Pid(9, "crowd");
            draft.crowds = ImmutableMap.of(crowd, Crowd.of(Map.of("d", 10)));
            draft.groups.add(new Group(crowd, asked(nowhere(), Local.Ask.ASKED), 1));
            draft.phase = check(1, 2, new KillState(ImmutableList.of(killed), ImmutableList.of(), true));
        });
    }

    @Test
    @DisplayName("a check waits for answers and deaths")
    void aCheck() {
        Awaited awaited = Awaited.in(checking()).orElseThrow();
        assertEquals(new Awaited(3, ImmutableSortedSet.of("a", "d"), 1, ImmutableSortedSet.of("v"), Optional.empty()), awaited);
        assertEquals(4, awaited.count());
    }

    @Test
    @DisplayName("a session waits for a word")
    void aSession() {
        Awaited go = Awaited.in(world(draft -> draft.phase = new Phase.Started(TEST, true, -1, Saved.NOTHING))).orElseThrow();
        assertEquals(new Awaited(0, NOBODY, 0, NOBODY, Optional.of("continue(r)")), go);
        assertEquals(1, go.count());
        Awaited complete = Awaited.in(world(draft -> draft.phase = new Phase.Continued(TEST, Phase.Ending.COMPLETE,
                new Result.Hard(true, false), Saved.NOTHING))).orElseThrow();
        assertEquals(Optional.of("complete(r)"), complete.word());
    }

    @Test
    @DisplayName("a purger that has not shown what it did does not wait, nor does one that is free")
    void nothing() {
        assertEquals(Optional.empty(), Awaited.in(checking().changed(SETTINGS,
                draft -> draft.due(Due.all(ImmutableSet.of(new Effect.Requested("a")))))));
        assertEquals(Optional.empty(), Awaited.in(new PurgeWorld(SETTINGS).initial()));
    }
}
