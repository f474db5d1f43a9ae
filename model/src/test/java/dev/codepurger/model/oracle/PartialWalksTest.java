package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Unseen;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;

/** What {@link PartialTracesTest} shows of small worlds, as far as random walks can show it of larger ones: whatever is left of a legal trace is legal. */
@Tag("slow")
class PartialWalksTest {

    private static final List<Profile> PROFILES = List.of(Profile.SEED.withKillLimit(2), Profile.HARDENED.withKillLimit(2),
            Profile.OTP_25.withRequestsInFlight(2));
    private static final List<Set<Unseen>> KINDS = List.copyOf(Sets.powerSet(EnumSet.allOf(Unseen.class)));
    private static final Map<Profile, Map<Gaps, Memory>> MEMORIES = new ConcurrentHashMap<>();

    /** The label as somebody tells it who does not see these; nothing if he does not tell it. */
    private static Optional<Label> left(Label label, Set<Unseen> unseen) {
        if (label instanceof Label.Quiet quiet && unseen.contains(Unseen.SUSPENSIONS) && !unseen.contains(Unseen.QUIET)) {
            return Optional.of(new Label.Quiet(quiet.kind(), ImmutableSortedSet.of()));
        }
        boolean gone = Hiding.isHidden(label, unseen)
                || (label instanceof Label.Did did && did.response() == Response.OK && switch (did.stimulus()) {
                    case Stimulus.Kill kill -> unseen.contains(Unseen.DEATHS) && !kill.process().equals("purger");
                    case Stimulus.Exit exit -> unseen.contains(Unseen.DEATHS);
                    case Stimulus.Suspend suspend -> unseen.contains(Unseen.SUSPENSIONS);
                    case Stimulus.Unsuspend unsuspend -> unseen.contains(Unseen.SUSPENSIONS);
                    default -> false;
                });
        return gone ? Optional.empty() : Optional.of(label);
    }

    private static List<Label> walk(Settings settings, long seed, boolean pausing, int steps, Set<Unseen> unseen) {
        Walk walk = new Walk(new PurgeWorld(settings), seed, pausing ? Walk.Habit.PAUSING : Walk.Habit.ANYTHING);
        return walk.take(steps, world -> {}).stream().flatMap(label -> left(label, unseen).stream()).toList();
    }

    @Property(tries = 60)
    void acceptsWhatIsLeft(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int profile, @ForAll boolean pausing,
            @ForAll boolean effects,
            @ForAll @IntRange(min = 0, max = 31) int kinds) {
        Settings settings = Settings.of(PROFILES.get(profile)).withEffects(effects);
        List<Label> trace = walk(settings, seed, pausing, 45, KINDS.get(kinds));
        OracleOptions options = OracleOptions.DEFAULT.withEffects(effects).withStateBound(20_000)
                .missing(Gaps.of(KINDS.get(kinds).toArray(Unseen[]::new)));
        PurgeOracle oracle = PurgeOracle.of(PROFILES.get(profile), options).observeAll(trace);
        assertNotEquals(Verdict.VIOLATED, oracle.verdict(), () -> "without " + KINDS.get(kinds) + ": " + trace);
    }

    @Property(tries = 25)
    void remembersAsItJudges(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int profile, @ForAll boolean pausing,
            @ForAll @IntRange(min = 0, max = 31) int kinds, @ForAll @IntRange(min = 0, max = 3) int change) {
        Profile judged = PROFILES.get(profile);
        Gaps gaps = Gaps.of(KINDS.get(kinds).toArray(Unseen[]::new));
        OracleOptions options = OracleOptions.DEFAULT.missing(gaps).withStateBound(5_000);
        List<Label> trace = OracleAgreesWithModelTest.changed(walk(Settings.of(judged), seed, pausing, 40, gaps.unseen()), change,
                new Random(seed));
        Memory memory = MEMORIES.computeIfAbsent(judged, one -> new ConcurrentHashMap<>())
                .computeIfAbsent(gaps, one -> new Memory(judged, options));
        MemoryTest.compare(judged, memory, options, trace);
    }

    /** What several do at once, told by somebody who does not see deaths. */
    @Property(tries = 40)
    void explainsWhatIsLeftOfHistories(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        History history = new PlainPlay(seed).played(30);
        OracleOptions options = OracleOptions.DEFAULT.withStateBound(10_000);
        Profile profile = PROFILES.get(0);
        if (new HistoryOracle(profile, options).judge(history).verdict() == Verdict.CONFORMS) {
            Set<Unseen> deaths = Set.of(Unseen.DEATHS);
            ImmutableMap<String, ImmutableList<History.Event>> lines = ImmutableMap
                    .copyOf(Maps.transformValues(history.lines(), line -> line
                            .stream().filter(event -> left(event.label(), deaths).isPresent()).collect(ImmutableList.toImmutableList())));
            HistoryVerdict told = new HistoryOracle(profile, options.missing(Gaps.of(Unseen.DEATHS))).judge(new History(lines));
            assertNotEquals(Verdict.VIOLATED, told.verdict(), () -> "without deaths: " + history.events());
        }
    }
}
