package dev.codepurger.model.oracle;

import static dev.codepurger.model.oracle.Verdict.CONFORMS;
import static dev.codepurger.model.oracle.Verdict.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.model.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where orders are looked for, and for how long. */
class OrdersTest {

    private static final PurgeWorld WORLD = new PurgeWorld(Settings.of(Profile.SEED.withKillLimit(2)));
    private static final int BOUND = 200_000;

    private final Map<String, List<Event>> lines = new LinkedHashMap<>();
    private long time;

    private void add(String line, Label label, long from, long to) {
        lines.computeIfAbsent(line, name -> new ArrayList<>()).add(new Event(label, from, to));
        time = Math.max(time, to);
    }

    private void does(String line, Stimulus stimulus) {
        add(line, new Label.Did(stimulus, Response.OK), time + 1, time + 2);
    }

    private void sees(Label label) {
        add("subject", label, time + 1, time + 1);
    }

    private void idle() {
        sees(new Label.Quiet(Label.QuietKind.IDLE, ImmutableSortedSet.of()));
    }

    private void purged(String request, boolean old, boolean killed) {
        sees(new Label.Replied(request, RequestKind.PURGE, new Result.Hard(old, killed)));
    }

    /** Somebody in the old code of m whom nobody else has to do with, and two clients; with a fun, so that nothing can be told beforehand. */
    private void scene(int victims) {
        does("harness", new Stimulus.Load("m", false));
        IntStream.rangeClosed(1, victims)
                .forEach(i -> does("harness", new Stimulus.Spawn("v" + i, new Where.InModule("m", Residence.WAITING))));
        does("harness", new Stimulus.MakeFun("f", "m"));
        does("harness", new Stimulus.Load("m", false));
        does("harness", new Stimulus.Spawn("a", new Where.Nowhere()));
        does("harness", new Stimulus.Spawn("b", new Where.Nowhere()));
        idle();
    }

    private Orders<World> orders(int bound) {
        ImmutableMap.Builder<String, ImmutableList<Event>> all = ImmutableMap.builder();
        lines.forEach((name, events) -> all.put(name, ImmutableList.copyOf(events)));
        return new Orders<>(WORLD, Optional.empty(), List.of(WORLD.initial()), new History(all.buildOrThrow()), bound);
    }

    @Test
    void guessesAreShortAndNowAndThenLonger() {
        assertEquals(List.of(1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8, 1),
                IntStream.rangeClosed(1, 16).mapToObj(Orders::luby).toList());
    }

    /** The answer to the request that was taken second is seen first, long before anybody could notice that the guess was wrong. */
    @Test
    void requestsThatOverlapAreNotAlwaysTakenInTheOrderOfTheirAnswers() {
        scene(3);
        long now = time;
        add("a", new Label.Did(new Stimulus.Purge("r1", "m", "a"), Response.OK), now + 1, now + 4);
        add("b", new Label.Did(new Stimulus.Purge("r2", "m", "b"), Response.OK), now + 2, now + 3);
        for (String victim : List.of("v1", "v2", "v3")) {
            sees(new Label.Down(victim, "killed"));
        }
        purged("r2", false, false);
        purged("r1", true, true);
        idle();

        Orders<World> orders = orders(BOUND);

        assertEquals(CONFORMS, orders.find());
        assertTrue(orders.end().toString().contains("m current v2 old none"), orders.end()::toString);
    }

    @Test
    void theFirstGuessGoesByTheAnswersAndOthersNowAndThenNot() {
        Event[][] asked = {{request("r1", 1, 9)}, {request("r2", 2, 8)},
                {new Event(answer("r2"), 20, 20), new Event(answer("r1"), 21, 21)}};
        History history = new History(ImmutableMap.of("a", ImmutableList.copyOf(asked[0]), "b", ImmutableList.copyOf(asked[1]), "subject",
                ImmutableList.copyOf(asked[2])));

        long[][] first = new Likely(history, null).times(asked);
        assertEquals(21, first[0][0]);
        assertEquals(20, first[1][0]);

        SplittableRandom random = new SplittableRandom(1);
        long turned = IntStream.range(0, 100).mapToObj(i -> new Likely(history, random).times(asked))
                .filter(guess -> guess[0][0] < guess[1][0]).count();
        assertTrue(turned > 10 && turned < 60, () -> turned + " of 100 guesses take r1 first");
    }

    private static Event request(String name, long from, long to) {
        return new Event(new Label.Did(new Stimulus.Purge(name, "m", name), Response.OK), from, to);
    }

    private static Label answer(String name) {
        return new Label.Replied(name, RequestKind.PURGE, new Result.Hard(false, false));
    }

    @Test
    void whatOneThreadDidHasOneOrder() {
        scene(6);
        does("a", new Stimulus.Purge("r1", "m", "a"));
        for (String victim : List.of("v3", "v5", "v1", "v6", "v2", "v4")) {
            sees(new Label.Down(victim, "killed"));
        }
        purged("r1", true, true);
        idle();

        assertEquals(CONFORMS, orders(BOUND).find());
    }

    /** At liberty anew with each label, and only the last one shows what it has become: what a search comes to last of all. */
    private record Branching(int depth) implements OpenSystem<Integer, Label> {
        @Override
        public Integer initial() {
            return 1;
        }

        @Override
        public List<Integer> internal(Integer state) {
            return List.of();
        }

        @Override
        public List<Integer> after(Integer state, Label label) {
            if (state >= 1 << depth) {
                return state == 1 << depth ? List.of(0) : List.of();
            }
            return List.of(2 * state, 2 * state + 1);
        }

        @Override
        public List<Label> outputs(Integer state) {
            return List.of();
        }

        @Override
        public boolean persistent(Integer state, Label label) {
            return false;
        }

        @Override
        public boolean unnoticed(Label label) {
            return false;
        }
    }

    /** Too many states for the first look, and no guess comes to the one that fits: before giving up, the whole bound is used for the likeliest order. */
    @Test
    void whatHasOneOrderIsLookedThroughWithAllThatTheBoundAllows() {
        for (int i = 0; i < 14; i++) {
            sees(new Label.Down("p" + i, "killed"));
        }
        ImmutableMap<String, ImmutableList<Event>> history = ImmutableMap.of("subject",
                ImmutableList.copyOf(lines.getOrDefault("subject", List.of())));

        Orders<Integer> orders = new Orders<>(new Branching(13), Optional.empty(), List.of(1), new History(history), 10_000);

        assertEquals(CONFORMS, orders.find());
    }

    @Test
    void whatFitsNoOrderIsLookedForEverywhere() {
        scene(1);
        does("a", new Stimulus.Purge("r1", "m", "a"));
        purged("r1", true, true);
        sees(new Label.Down("v1", "normal"));

        Orders<World> orders = orders(BOUND);

        assertEquals(VIOLATED, orders.find());
        assertThrows(NullPointerException.class, orders::end);
    }

    /** All begin at once; in the order in which they end everything is as it should be, and in hardly any other. */
    @Test
    @DisplayName("The first guess goes by when events ended, and needs no state to spare if it is right")
    void firstByWhenTheyEnded() {
        Stimulus load = new Stimulus.Load("m", false);
        add("a", new Label.Did(load, Response.OK), 1, 10);
        add("b", new Label.Did(new Stimulus.Spawn("v", new Where.InModule("m", Residence.WAITING)), Response.OK), 1, 20);
        add("c", new Label.Did(new Stimulus.CheckOldCode("m"), Response.FALSE), 1, 30);
        add("d", new Label.Did(load, Response.OK), 1, 40);
        add("e", new Label.Did(new Stimulus.Kill("v"), Response.OK), 1, 50);
        add("f", new Label.Did(new Stimulus.Alive("v"), Response.FALSE), 1, 60);
        add("g", new Label.Did(new Stimulus.CheckOldCode("m"), Response.TRUE), 1, 70);

        assertEquals(CONFORMS, orders(1).find());
    }
}
