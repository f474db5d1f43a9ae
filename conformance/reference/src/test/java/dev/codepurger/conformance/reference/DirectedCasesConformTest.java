package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.directed.DirectedCases;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every directed case, through both channels, however the reference is run. */
@Tag("slow")
class DirectedCasesConformTest {
    private static final CaseCatalogue CASES = new CaseCatalogue(ImmutableList.copyOf(new DirectedCases().cases()));

    static Stream<Arguments> ways() {
        return Stream.of(Profile.SEED, Profile.HARDENED).flatMap(profile -> Stream.of(Arguments.of(profile, 1, "threads"),
                Arguments.of(profile, 1, "seeded"), Arguments.of(profile, 2, "seeded"), Arguments.of(profile, 3, "seeded")));
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("the reference conforms through both channels")
    void conforms(Profile profile, long seed, String scheduler) {
        RunOptions options = new RunOptions(seed, RunOptions.DEFAULT_TIMEOUT, profile, ImmutableMap.of("scheduler", scheduler),
                Channels.BOTH);
        RunResult result = new SuiteRunner(CASES, Game.subject(ReferenceFamily.NAME), options, new OracleJudges()).run(RunListener.SILENT);
        assertEquals(List.of(), result.results().stream().filter(one -> one.replay().isPresent())
                .map(one -> one.of().name() + ": " + one.reason() + "\n" + one.replay()).toList());
        long forThis = CASES.cases().stream().filter(one -> one.isFor(profile.name())).count();
        long looking = CASES.cases().stream().filter(one -> one.isFor(profile.name()) && one.effects()).count();
        assertEquals(2 * forThis - looking, result.ran());
    }
}
