package dev.codepurger.conformance.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A history as text")
class HistoryTextTest {
    private static final ImmutableList<Label> LABELS = ImmutableList.of(
            new Label.Did(new Stimulus.Spawn("p1", new Where.InModule("m", Residence.ON_STACK), ImmutableSet.of(Trait.DIRTY)), Response.OK),
            new Label.Did(new Stimulus.TestPurge("r 1;@|\"'\\", "m", TestType.SOFT, "a b"), Response.NO_EFFECT),
            new Label.Did(new Stimulus.Load("m", true), Response.NOT_PURGED),
            new Label.Replied("r1", RequestKind.PURGE, new Result.Hard(true, false)),
            new Label.Replied("r1", RequestKind.SOFT_PURGE, new Result.Soft(false)),
            new Label.Replied("r1", RequestKind.FINISH_AFTER_ON_LOAD, new Result.Ok()),
            new Label.Replied("r1", RequestKind.FINISH_AFTER_ON_LOAD, new Result.NoPendingOnLoad()), new Label.Started("t"),
            new Label.Continued("t"), new Label.Down("p1", "killed"), new Label.Returned("c1", "badfun"),
            new Label.Showed(new Effect.Snapshot(ImmutableSortedSet.of("a", "b c"))), new Label.Showed(new Effect.Answered("a", true)),
            new Label.Quiet(Label.QuietKind.STALLED, ImmutableSortedSet.of("p1", "p2")), new Label.PurgerDown("badarg"));

    @Test
    @DisplayName("is read as it was written")
    void roundTrip() {
        List<Event> mine = new ArrayList<>();
        List<Event> yours = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            (i % 2 == 0 ? mine : yours).add(new Event(LABELS.get(i), 10L * i, 10L * i + 9));
        }
        yours.add(new Event(LABELS.get(0), 1_000, Event.OPEN));
        History history = new History(ImmutableMap.of("client1", ImmutableList.copyOf(mine), "subject", ImmutableList.copyOf(yours)));

        String text = HistoryText.write(history);

        assertEquals(history, HistoryText.read(text));
        assertTrue(text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '\''), text);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("that is none is refused with the place")
    @CsvSource(delimiter = '|', quoteCharacter = '$', value = {"settle|event 1 is not LABEL@FROM-TO@ACTOR",
            "hold=ok@1-2@a;hold=ok@3-b@a|event 2 is not LABEL@FROM-TO@ACTOR",
            "hold=fine@1-2@a|event 1: at character 5: expected a response",
            "hold=ok@2-1@a|event 1: an event ends at 1, before it begins at 2", "jump=ok@1-2@a|event 1: at character 0: expected one of",
            "started(t)x@1-2@a|event 1: at character 10: expected the end", "hold=ok@1-5@a;hold=ok@4-6@a|event 2 of a begins before"})
    void refused(String text, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> HistoryText.read(text));

        assertTrue(String.valueOf(e.getMessage()).startsWith(message), () -> String.valueOf(e.getMessage()));
    }
}
