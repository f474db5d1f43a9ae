package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Modules that are judged apart are judged as they are together. */
class ApartTest {

    private static final int HISTORIES = Integer.getInteger("codepurger.apart.histories", 400);
    private static final HistoryOracle ORACLE = new HistoryOracle(Profile.SEED.withKillLimit(2),
            OracleOptions.DEFAULT.withStateBound(60_000));

    @Test
    @Tag("slow")
    @DisplayName("of random histories, apart and together the verdict is the same")
    void sameVerdict() {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long seed = 1; seed <= HISTORIES; seed++) {
            History history = strict(new PlainPlay(seed).played(30));
            if (Apart.of(history).size() > 1) {
                Verdict together = ORACLE.together(history).verdict();
                if (together != Verdict.INCONCLUSIVE) {
                    assertEquals(together, ORACLE.judge(history).verdict(), "seed " + seed + ": " + history.events());
                }
                verdicts.merge(together, 1, Integer::sum);
            }
        }
        System.out.println("apart and together: " + verdicts);
        assertTrue(verdicts.getOrDefault(Verdict.VIOLATED, 0) > 20 && verdicts.getOrDefault(Verdict.CONFORMS, 0) > 20, verdicts::toString);
    }

    /** Twice as slow, so that what begins when something ends begins after it. */
    private static History strict(History history) {
        Map<String, ImmutableList<Event>> lines = new LinkedHashMap<>();
        history.lines().forEach((name, line) -> lines.put(name, line.stream()
                .map(event -> new Event(event.label(), 2 * event.from() + 1, Math.max(2 * event.from() + 1, 2 * event.to())))
                .collect(ImmutableList.toImmutableList())));
        return new History(ImmutableMap.copyOf(lines));
    }

    private static Event did(Stimulus stimulus, long from, long to) {
        return new Event(new Label.Did(stimulus, Response.OK), from, to);
    }

    private static Event replied(String request, boolean old, long time) {
        return new Event(new Label.Replied(request, RequestKind.PURGE, new Result.Hard(old, false)), time, time);
    }

    private static Event quiet(long time) {
        return new Event(new Label.Quiet(QuietKind.IDLE, ImmutableSortedSet.of()), time, time);
    }

    /** Each module twice loaded, and asked for by a client; the second request is sent at {@code second}, and the first is answered at 40. */
    private static History twoModules(long second) {
        return new History(ImmutableMap.of(
                "a",
                ImmutableList.of(did(new Stimulus.Spawn("c", new Stimulus.Where.Nowhere()), 1, 2), did(new Stimulus.Load("m", false), 3, 4),
                        did(new Stimulus.Load("n", false), 5, 6), did(new Stimulus.Load("m", false), 7, 8),
                        did(new Stimulus.Load("n", false), 9, 10)),
                "b",
                ImmutableList.of(did(new Stimulus.Purge("r1", "m", "c"), 20, 21),
                        did(new Stimulus.Purge("r2", "n", "c"), second, second + 1)),
                "seen", ImmutableList.of(replied("r1", true, 40), replied("r2", true, 60), quiet(70))));
    }

    @Test
    @DisplayName("modules of which requests are open at the same time are kept together, for they share the purger")
    void apart() {
        assertEquals(2, Apart.of(twoModules(50)).size());
        assertEquals(1, Apart.of(twoModules(30)).size());
        assertEquals(List.of(8, 8), Apart.of(twoModules(50)).stream().map(History::size).map(size -> size + 2).toList());
        assertEquals(Verdict.CONFORMS, ORACLE.judge(twoModules(50)).verdict());
        assertEquals(Verdict.CONFORMS, ORACLE.judge(twoModules(30)).verdict());
    }

    /**
     * What keeping them together is for: each of two purges must be under way at 25, the one because its module has old code before and none after, the other
     * because it ends within; one after the other they cannot be.
     */
    @Test
    @DisplayName("apart each of two purges could be under way where both cannot be: to judge such modules apart would be wrong")
    void notApart() {
        History both = overlapping(true, true);
        assertEquals(1, Apart.of(both).size());
        assertEquals(Verdict.VIOLATED, ORACLE.judge(both).verdict());
        assertEquals(Verdict.CONFORMS, ORACLE.judge(overlapping(true, false)).verdict());
        assertEquals(Verdict.CONFORMS, ORACLE.judge(overlapping(false, true)).verdict());
    }

    /** A victim of the first purge is seen dead before the second begins, and the module still has old code when that has ended. */
    private static History overlapping(boolean first, boolean second) {
        ImmutableList.Builder<Event> a = ImmutableList.<Event>builder()
                .add(did(new Stimulus.Spawn("c", new Stimulus.Where.Nowhere()), 1, 2));
        ImmutableList.Builder<Event> b = ImmutableList.builder();
        ImmutableList.Builder<Event> seen = ImmutableList.builder();
        a.add(did(new Stimulus.Load("m", false), 3, 4), did(new Stimulus.Load("n", false), 5, 6));
        a.add(did(new Stimulus.Spawn("v", new Stimulus.Where.InModule("m", Stimulus.Residence.WAITING)), 7, 8));
        a.add(did(new Stimulus.Load("m", false), 9, 10), did(new Stimulus.Load("n", false), 11, 12));
        if (first) {
            b.add(did(new Stimulus.Purge("r1", "m", "c"), 20, 21));
            seen.add(new Event(new Label.Down("v", "killed"), 24, 24));
        }
        if (second) {
            b.add(did(new Stimulus.Purge("r2", "n", "c"), 25, 26));
            seen.add(replied("r2", true, 28));
        }
        if (first) {
            a.add(new Event(new Label.Did(new Stimulus.CheckOldCode("m"), Response.TRUE), 30, 31));
            seen.add(new Event(new Label.Replied("r1", RequestKind.PURGE, new Result.Hard(true, true)), 40, 40));
        }
        seen.add(quiet(70));
        return new History(ImmutableMap.of("a", a.build(), "b", b.build(), "seen", seen.build()));
    }

    @Test
    @DisplayName("a rest between what two modules do does not keep them together, and one that overlaps with something does")
    void rests() {
        Event load = did(new Stimulus.Load("m", false), 1, 2);
        Event other = did(new Stimulus.Load("n", false), 5, 7);
        assertEquals(2,
                Apart.of(new History(ImmutableMap.of("a", ImmutableList.of(load, other), "seen", ImmutableList.of(quiet(4))))).size());
        assertEquals(1,
                Apart.of(new History(ImmutableMap.of("a", ImmutableList.of(load, other), "seen", ImmutableList.of(quiet(6))))).size());
    }

    @Test
    @DisplayName("where a process was not started, or one was started twice, nothing is taken apart")
    void processesThatWereNotStarted() {
        Event load = did(new Stimulus.Load("m", false), 1, 2);
        Event other = did(new Stimulus.Load("n", false), 3, 4);
        Stimulus spawn = new Stimulus.Spawn("c", new Stimulus.Where.Nowhere());
        Event refused = new Event(new Label.Did(spawn, Response.UNDEFINED), 5, 6);
        assertEquals(1, Apart.of(new History(ImmutableMap.of("a", ImmutableList.of(load, other, refused)))).size());
        assertEquals(1,
                Apart.of(new History(ImmutableMap.of("a", ImmutableList.of(load, other, did(spawn, 5, 6), did(spawn, 7, 8))))).size());
        assertEquals(3, Apart.of(new History(ImmutableMap.of("a", ImmutableList.of(load, other, did(spawn, 5, 6))))).size());
    }

    @Test
    @DisplayName("a client is started where it asks for something, and nowhere else")
    void clientsOfTwoModules() {
        History history = new History(ImmutableMap.of("a",
                ImmutableList.of(did(new Stimulus.Spawn("c", new Stimulus.Where.Nowhere()), 1, 2),
                        did(new Stimulus.Spawn("d", new Stimulus.Where.Nowhere()), 3, 4), did(new Stimulus.Purge("r1", "m", "c"), 5, 6),
                        did(new Stimulus.Purge("r2", "n", "d"), 9, 10)),
                "seen", ImmutableList.of(replied("r1", false, 8), replied("r2", false, 12))));
        assertEquals(List.of(3, 3), Apart.of(history).stream().map(History::size).toList());
    }
}
