package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RunListener;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.SuiteRunner;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many cases run at once changes nothing of what is found: neither whom a failure is laid to nor how short it was made. */
class JobsTest {
    /** More failures than are looked into thoroughly. */
    private static final CaseCatalogue CASES = CaseCatalogue.load().matching("kill-limit-*");

    private static List<String> found(int jobs) {
        RunOptions options = new RunOptions(5, RunOptions.DEFAULT_TIMEOUT, Profile.SEED, ImmutableMap.of("scheduler", "seeded"),
                Channels.BOTH);
        RunResult result = new SuiteRunner(CASES, Game.subject("fault:kill-limit-11"), options, new OracleJudges())
                .run(RunListener.SILENT, jobs);
        return result.results().stream().map(one -> one.of().name() + " " + one.status() + " " + one.blamed() + " " + one.replay())
                .toList();
    }

    @Test
    @DisplayName("a run with four jobs finds what a run with one does")
    void sameFindings() {
        List<String> oneByOne = found(1);
        assertTrue(oneByOne.stream().filter(one -> one.contains("FAILED")).count() > 3, oneByOne::toString);
        assertEquals(oneByOne, found(4));
    }
}
