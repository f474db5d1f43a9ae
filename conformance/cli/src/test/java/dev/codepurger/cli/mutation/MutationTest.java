package dev.codepurger.cli.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out from a report. */
class MutationTest {

    @ParameterizedTest
    @CsvSource({"a = 1., a = 17., 1, 5, 1, 6, 17", "f(true)., f(false)., 1, 3, 1, 7, false", "x., x., 1, 1, 1, 1, ''",
            "a b c, a c, 1, 3, 1, 5, ''", "aa, aaa, 1, 1, 1, 3, aaa"})
    @DisplayName("two texts differ in whole words")
    void change(String before, String after, int line, int column, int endLine, int endColumn, String replacement) {
        assertEquals(new Change(new Span(line, column, endLine, endColumn), replacement), Change.between(before, after));
    }

    @Test
    @DisplayName("a change of several lines begins and ends where they do")
    void changeOfLines() {
        assertEquals(new Change(new Span(2, 1, 3, 1), ""), Change.between("a\nb\nc\n", "a\nc\n"));
        assertEquals(new Span(2, 1, 2, 4), Span.ofLine("a\nbcd\ne", 2));
        assertEquals(new Span(9, 1, 9, 1), Span.ofLine("a\nbcd\ne", 9));
    }

    @Test
    @DisplayName("a rule killed what its tests failed on, and alone what no test of another rule failed on")
    void rules() {
        List<RuleByMutant> rules = RuleByMutant.of(Reports.sample(""));
        assertEquals(List.of("one", "two"), rules.get(0).killed());
        assertEquals(List.of("one"), rules.get(0).alone());
        assertEquals(List.of("one"), rules.get(0).blamed());
        assertEquals(List.of("two"), rules.get(1).killed());
        assertEquals(List.of("RULE-3"), rules.stream().filter(RuleByMutant::idle).map(one -> one.rule().id()).toList());
    }

    @Test
    @DisplayName("a test killed alone what no other test failed on")
    void tests() {
        List<TestByMutant> tests = TestByMutant.of(Reports.sample(""));
        assertEquals(List.of(List.of("one"), List.of(), List.of()), tests.stream().map(TestByMutant::alone).toList());
        assertEquals(List.of(List.of("one", "two"), List.of("two"), List.of()), tests.stream().map(TestByMutant::killed).toList());
    }

    @Test
    @DisplayName("a summary counts, and says what has changed")
    void summary(@TempDir Path folder) throws IOException {
        MutationReport report = Reports.sample("");
        MutationSummary summary = report.summary();
        assertEquals("5 mutants: 2 killed, 1 timed out, 1 survived, 1 accepted with a reason; score 75.0%", summary.words());
        assertEquals(List.of("mutants 3 -> 5", "killed 3 -> 2", "timed out 0 -> 1", "survived 0 -> 1", "accepted with a reason 0 -> 1",
                "score 75.0% -> 75.0%", "newly undetected: three", "no longer undetected: gone").stream()
                .filter(line -> !line.startsWith("score")).toList(), summary.since(report.before().orElseThrow()));
        Path file = Files.writeString(folder.resolve("summary.json"), summary.json());
        assertEquals(summary, MutationSummary.read(file));
        assertEquals(List.of(), summary.since(MutationSummary.read(file)));
        assertThrows(IOException.class, () -> MutationSummary.read(Files.writeString(file, "{\"kind\": \"x\"}")));
    }
}
