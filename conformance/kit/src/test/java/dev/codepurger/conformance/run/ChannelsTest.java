package dev.codepurger.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.CaseBody;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.stub.StubJudges;
import dev.codepurger.conformance.stub.StubSubject;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    private static final ConformanceCase PLAIN = ConformanceCase.of("plain", "Something").rules(Rule.KILL_1).plays(s -> s.load("m"));
    private static final ConformanceCase LOOKS = ConformanceCase.of("looks", "Something").rules(Rule.KILL_2).needs(Capability.EFFECTS)
            .plays(s -> s.load("m"));
    private static final ConformanceCase TOGETHER = ConformanceCase.of("together", "Something").rules(Rule.KILL_1)
            .needs(Capability.CONCURRENT).plays(s -> s.load("m"));

    /** What was opened with effects and what without, and how the cases went. */
    private static List<String> run(Channels channels, Capability... missing) {
        return run(List.of(PLAIN, LOOKS), channels, missing);
    }

    private static List<String> run(List<ConformanceCase> cases, Channels channels, Capability... missing) {
        List<String> opened = new ArrayList<>();
        SubjectProvider provider = StubSubject.provider(options -> {
            opened.add(options.effects() ? "effects" : "black-box");
            return new StubSubject();
        }, missing);
        SuiteRunner suite = new SuiteRunner(new CaseCatalogue(ImmutableList.copyOf(cases)), provider,
                RunOptions.of(Profile.SEED).withChannels(channels), StubJudges.content());
        RunResult result = suite.run(RunListener.SILENT);
        assertEquals(suite.plan().size(), result.planned());
        List<String> went = new ArrayList<>();
        int ran = 0;
        for (CaseResult one : result.results()) {
            went.add(one.of().name() + ": " + (one.status() == Status.SKIPPED ? one.reason() : opened.get(ran++)));
        }
        return went;
    }

    @Test
    @DisplayName("as asked, a case is judged with effects if it looks at them")
    void asAsked() {
        assertEquals(List.of("plain: black-box", "looks: effects"), run(Channels.AS_ASKED));
        assertEquals(List.of("plain: black-box", "looks: the subject lacks effects"), run(Channels.AS_ASKED, Capability.EFFECTS));
    }

    @Test
    @DisplayName("black-box, a case that looks at effects is skipped, and says so")
    void blackBox() {
        assertEquals(List.of("plain: black-box", "looks: it looks at effects, and this run does not"), run(Channels.BLACK_BOX));
    }

    @Test
    @DisplayName("with effects, every case is judged with them, or skipped")
    void effects() {
        assertEquals(List.of("plain with effects: effects", "looks: effects"), run(Channels.EFFECTS));
        assertEquals(List.of("plain with effects: the subject lacks effects", "looks: the subject lacks effects"),
                run(Channels.EFFECTS, Capability.EFFECTS));
    }

    @Test
    @DisplayName("in both, each case is judged in every channel that there is for it")
    void both() {
        assertEquals(List.of("plain: black-box", "plain with effects: effects", "looks: effects"), run(Channels.BOTH));
        assertEquals(List.of("plain: black-box", "looks: the subject lacks effects"), run(Channels.BOTH, Capability.EFFECTS));
    }

    @Test
    @DisplayName("where several act at once, a case is judged black-box or not at all")
    void atOnce() {
        SubjectInfo everything = SubjectInfo.full("full", "1", "a subject", Profile.SEED, Set.of());
        assertEquals(List.of(TOGETHER), Channels.BOTH.plan(List.of(TOGETHER), everything));
        assertEquals(List.of("together: several act at once in it, and effects have one order"),
                run(List.of(TOGETHER), Channels.EFFECTS));
    }

    @Test
    @DisplayName("a case that does not look at the subject runs once, whatever the channel")
    void aboutTheSuite() {
        ConformanceCase suite = ConformanceCase.of("suite", "Something").rules(Rule.KILL_1).runs(new CaseBody() {
            @Override
            public Attempt run(Attempts attempts) {
                return Attempt.none(Ending.PASSED, "");
            }

            @Override
            public boolean looksAtSubject() {
                return false;
            }
        });
        SubjectInfo everything = SubjectInfo.full("full", "1", "a subject", Profile.SEED, Set.of());
        for (Channels channels : Channels.values()) {
            assertEquals(List.of(suite), channels.plan(List.of(suite), everything), channels.id());
        }
    }

    @Test
    @DisplayName("a case that looks at effects cannot be judged without them")
    void neverWithout() {
        CaseBody body = CaseBody.once(s -> s.load("m"));
        assertThrows(IllegalArgumentException.class, () -> new ConformanceCase("looks", "Something", ImmutableSet.of(Rule.KILL_2),
                ImmutableSet.of(Capability.EFFECTS), ImmutableSet.of(), 0, 0, 0, false, body));
    }
}
