package dev.codepurger.conformance.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.junit.Launched.One;
import dev.codepurger.conformance.junit.Stub.Habit;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTestsTest {
    private static final Pattern REPLAY = Pattern.compile("    -Dcodepurger\\.replay='(.*)'");

    /** Run by the tests below; nested, so that an ordinary run leaves it out. */
    static class Conforms extends ConformanceTests {
        static Stub provider = new Stub(Habit.NONE);

        @Override
        protected SubjectProvider subject() {
            return provider;
        }
    }

    /** The same for one that does not conform. */
    static class Lies extends ConformanceTests {
        @Override
        protected SubjectProvider subject() {
            return new Stub(Habit.LIES);
        }
    }

    /** The same for one that never answers. */
    static class Hangs extends ConformanceTests {
        @Override
        protected SubjectProvider subject() {
            return new Stub(Habit.HANGS);
        }
    }

    /** The same for one without pause. */
    static class CanLittle extends ConformanceTests {
        @Override
        protected SubjectProvider subject() {
            return new Stub(Habit.CAN_LITTLE);
        }
    }

    /** The same for one that shows its effects. */
    static class ShowsEffects extends ConformanceTests {
        @Override
        protected SubjectProvider subject() {
            return new Stub(Habit.SHOWS_EFFECTS);
        }
    }

    @Test
    @DisplayName("a test for each case, named by its id, in a container named by its first word")
    void names() {
        Launched run = Launched.run(Conforms.class, ConformanceTests.CASES, "soft-nobody-lingers, purge-kills-lingerers");
        assertEquals(List.of(new One("purge", "purge-kills-lingerers", SUCCESSFUL, ""),
                new One("soft", "soft-nobody-lingers", SUCCESSFUL, "")), run.tests());
        assertEquals(SUCCESSFUL, run.factory().status());
    }

    @Test
    @DisplayName("with effects, if the subject shows them, a case runs a second time, under a name of its own")
    void effects() {
        Launched run = Launched.run(ShowsEffects.class, ConformanceTests.CASES, "purge-kills-lingerers");
        assertEquals(List.of(new One("purge", "purge-kills-lingerers", SUCCESSFUL, ""),
                new One("purge", "purge-kills-lingerers with effects", SUCCESSFUL, "")), run.tests());
    }

    @Test
    @DisplayName("without a property every case of the catalogue is planned, each once")
    void everything() {
        List<String> planned = new Conforms().conformance()
                .flatMap(kind -> ((DynamicContainer) kind).getChildren().map(one -> one.getDisplayName()))
                .sorted().toList();
        assertEquals(CaseCatalogue.load().cases().stream().map(ConformanceCase::id).sorted().toList(), planned);
    }

    @Test
    @DisplayName("a node for each attempt, closed before the next is opened, also where tests run in parallel")
    void lifeCycle() {
        Conforms.provider = new Stub(Habit.NONE);
        Launched run = Launched.run(Conforms.class, ConformanceTests.CASES, "PURGE-*,generated-queue");
        assertTrue(run.tests().stream().noneMatch(one -> one.status() == FAILED), run.toString());
        // The generated case makes many attempts.
        assertTrue(Conforms.provider.opened.get() > run.tests().size() + 10, Conforms.provider.opened.toString());
        assertEquals(1, Conforms.provider.mostOpen.get());
        assertEquals(0, Conforms.provider.open.get());
    }

    @Test
    @DisplayName("a violation fails with the table, what was legal, the rule and a line that does it again")
    void violation() {
        Launched run = Launched.run(Lies.class, ConformanceTests.CASES, "purge-kills-lingerers");
        One failed = run.tests().get(0);
        assertEquals(FAILED, failed.status());
        for (String part : List.of("FAILED purge-kills-lingerers: A hard purge", "the harness did", ">>> ", "Legal here would have been:",
                "(MUST)", "To do it again:")) {
            assertTrue(failed.message().contains(part), failed.message());
        }
        Matcher line = REPLAY.matcher(failed.message());
        assertTrue(line.find(), failed.message());
        Launched again = Launched.run(Lies.class, ConformanceTests.REPLAY, line.group(1));
        assertEquals(List.of("purge-kills-lingerers"), again.tests().stream().map(One::name).toList());
        assertEquals(failed.message().lines().skip(1).toList(), again.tests().get(0).message().lines().skip(1).toList());
        assertEquals(SUCCESSFUL, Launched.run(Conforms.class, ConformanceTests.REPLAY, line.group(1)).tests().get(0).status());
    }

    @Test
    @DisplayName("a subject that does not answer in time has not been shown to conform, and the rest still runs")
    void inconclusive() {
        Launched run = Launched.run(Hangs.class, ConformanceTests.CASES, "purge-kills-lingerers,soft-nobody-lingers",
                ConformanceTests.TIMEOUT, "100ms");
        assertEquals(List.of(FAILED, SUCCESSFUL), run.tests().stream().map(One::status).toList());
        assertTrue(run.tests().get(0).message().startsWith("INCONCLUSIVE purge-kills-lingerers"), run.toString());
        assertTrue(run.tests().get(0).message().contains("the subject did not answer within 100 ms"), run.toString());
    }

    @Test
    @DisplayName("a case that cannot run is aborted with the reason")
    void skip() {
        Launched run = Launched.run(CanLittle.class, ConformanceTests.CASES, "kill-ends-with-last-death,soft-nobody-lingers");
        assertEquals(List.of(new One("soft", "soft-nobody-lingers", SUCCESSFUL, ""),
                new One("kill", "kill-ends-with-last-death", ABORTED, "the subject lacks pause")), run.tests());
    }

    @Test
    @DisplayName("a suite of which everything would be skipped fails")
    void nothingToJudge() {
        Launched run = Launched.run(CanLittle.class, ConformanceTests.CASES, "kill-ends-with-last-death");
        assertEquals(List.of(), run.tests());
        assertEquals(FAILED, run.factory().status());
        assertEquals("every case would be skipped, and nothing judged: the subject lacks pause", run.factory().message());
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = '|', value = {"codepurger.cases | nothing-* | no case and no rule of a case fits \"nothing-*\"",
            "codepurger.cases | KILL-1,nothing | no case and no rule of a case fits \"nothing\"",
            "codepurger.seed | one | \"one\" is not a whole number",
            "codepurger.timeout | 5 | \"5\" is not a time such as 500ms, 10s or 2m",
            "codepurger.replay | hello | a replay line begins with codepurger1, this one with \"hello\"",
            "codepurger.replay | codepurger1 subject=else profile=seed limit=1 seed=1 effects=false timeout=1ms case=x | "
                    + "the line is for the subject \"else\", and this is \"stub\"",
            "codepurger.replay | codepurger1 subject=stub profile=x limit=1 seed=1 effects=false timeout=1ms case=x | "
                    + "there is no profile \"x\"",
            "codepurger.replay | codepurger1 subject=stub profile=seed limit=1 seed=1 effects=false timeout=1ms case=x | "
                    + "there is no case \"x\""})
    void wrongValue(String name, String value, String why) {
        Launched run = Launched.run(Conforms.class, name, value);
        assertEquals(new One("ConformanceTestsTest$Conforms", "conformance()", FAILED, "the system property " + name + ": " + why),
                run.factory());
        assertEquals(List.of(), run.tests());
    }

    @Test
    @DisplayName("the seed reaches the cases")
    void seed() {
        Launched run = Launched.run(Lies.class, ConformanceTests.CASES, "purge-kills-lingerers", ConformanceTests.SEED, "-7");
        assertTrue(run.tests().get(0).message().contains(" seed=-7 "), run.toString());
    }
}
