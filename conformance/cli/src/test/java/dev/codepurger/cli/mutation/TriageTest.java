package dev.codepurger.cli.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {
    private static final List<ReportedMutant> MUTANTS = List.of(mutant("a.killed", Fate.KILLED), mutant("a.survived", Fate.SURVIVED),
            mutant("a.uncovered", Fate.NO_COVERAGE), mutant("b.survived", Fate.SURVIVED));

    @TempDir
    private Path folder;

    private static ReportedMutant mutant(String id, Fate fate) {
        return ReportedMutant.of(id, "file", "operator", new Change(new Span(3, 1, 3, 2), ""), "a change", fate, fate.word());
    }

    private static String entry(String mutant, String verdict) {
        return "{\"mutant\": \"" + mutant + "\", \"verdict\": \"" + verdict + "\", \"reason\": \"because\"}";
    }

    private Triage triage(String scope, String... entries) throws IOException {
        return Triage.read(Files.writeString(folder.resolve("triage.json"),
                "{\"scope\": [\"" + scope + "\"], \"undetected\": [" + String.join(", ", entries) + "]}"));
    }

    @Test
    @DisplayName("a survivor needs an entry, where somebody has looked")
    void survivors() throws IOException {
        assertEquals(List.of("not detected, and nothing is said about it: a.uncovered at file:3, a change"),
                triage("a.", entry("a.survived", "gap")).problems(MUTANTS, id -> true));
        assertEquals(3, triage("").problems(MUTANTS, id -> true).size());
    }

    @Test
    @DisplayName("an entry is stale if its mutant is detected, or is not there where all are")
    void stale() throws IOException {
        Triage triage = triage("c.", entry("a.killed", "gap"), entry("a.gone", "equivalent"));
        assertEquals(List.of("an entry is stale, the mutant is detected: a.killed"), triage.problems(MUTANTS, id -> false));
        assertTrue(triage.problems(MUTANTS, id -> id.startsWith("a.")).contains("an entry is stale, there is no such mutant: a.gone"));
    }

    @Test
    @DisplayName("what is equivalent counts no more, a gap does, and both have their reasons")
    void applied() throws IOException {
        List<ReportedMutant> judged = triage("", entry("a.survived", "equivalent"), entry("b.survived", "gap"), entry("a.killed", "gap"))
                .applied(MUTANTS);
        assertEquals(List.of(Fate.KILLED, Fate.IGNORED, Fate.NO_COVERAGE, Fate.SURVIVED),
                judged.stream().map(ReportedMutant::fate).toList());
        assertEquals(List.of("", "because", "", "because"), judged.stream().map(ReportedMutant::reason).toList());
    }

    @Test
    @DisplayName("where it is up to threads whether a test notices, both are right; but the mutant must be there")
    void chance() throws IOException {
        Triage triage = triage("a.", entry("a.killed", "chance"), entry("a.survived", "chance"), entry("a.uncovered", "chance"),
                entry("a.gone", "chance"));
        assertEquals(List.of("an entry is stale, there is no such mutant: a.gone"), triage.problems(MUTANTS, id -> true));
        assertEquals(List.of(Fate.KILLED, Fate.SURVIVED, Fate.NO_COVERAGE, Fate.SURVIVED),
                triage.applied(MUTANTS).stream().map(ReportedMutant::fate).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"undetected\": []}", "{\"scope\": [], \"undetected\": [{}]}",
            "{\"scope\": [], \"undetected\": [{\"mutant\": \"a\", \"verdict\": \"fine\", \"reason\": \"r\"}]}",
            "{\"scope\": [], \"undetected\": [{\"mutant\": \"a\", \"verdict\": \"gap\", \"reason\": \" \"}]}"})
    @DisplayName("what says nothing is refused")
    void refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("triage.json"), text);
        assertThrows(IOException.class, () -> Triage.read(file));
    }

    @Test
    @DisplayName("a mutant stands once")
    void twice() {
        assertThrows(IOException.class, () -> triage("", entry("a", "gap"), entry("a", "equivalent")));
    }

    @Test
    @DisplayName("a survivor that once times out may have met a busy machine, and its entry stays")
    void timedOut() throws IOException {
        List<ReportedMutant> late = List.of(mutant("a.late", Fate.TIMEOUT));
        assertEquals(List.of(), triage("a.", entry("a.late", "equivalent")).problems(late, id -> true));
    }
}
